import Members

/// A text taken from a file, made safe for a message: shortened, in quotation marks, and with
/// everything that a terminal would not show (or would obey) written as an escape. What shows is
/// shown as it is, quotation marks and backslashes included.
public struct Quotation: Hashable, Sendable, CustomStringConvertible {
  /// The most characters of a text that a message repeats.
  public static let longestLength = 40

  /// The text as it is shown, without quotation marks.
  public let text: String
  /// The length of the whole text where only its beginning is shown.
  public let lengthInBytes: Int?

  /// The quotation, with its quotation marks: others where the text holds such.
  public var description: String {
    let quoted = text.contains("\"") ? "“\(text)”" : "\"\(text)\""
    return quoted + (lengthInBytes.map { " (\($0) bytes)" } ?? "")
  }

  /// Quotes a text.
  public init(_ text: String) {
    self.init(bytes: text.utf8)
  }

  /// Quotes a text given as UTF-8; bytes that are not UTF-8 show as U+FFFD.
  public init(bytes: some Collection<UInt8>) {
    // Four bytes a character at most, so the end is decoded no more than it is shown.
    let start = String(decoding: bytes.prefix(4 * Self.longestLength), as: UTF8.self)
    let scalars = start.unicodeScalars
    if bytes.count <= 4 * Self.longestLength && scalars.count <= Self.longestLength {
      text = Self.escaped(start)
      lengthInBytes = nil
    } else {
      let shown = String(String.UnicodeScalarView(scalars.prefix(Self.longestLength)))
      text = Self.escaped(shown) + "…"
      lengthInBytes = bytes.count
    }
  }

  /// A State for a message, like its `title`, but safe: name and code are shortened one by one, so
  /// that a long name does not push out the code.
  public static func title(of state: State) -> String {
    let code = Quotation(state.code.text).text
    return state.name.isEmpty ? code : "\(Quotation(state.name).text) (\(code))"
  }

  /// The text with everything that does not show as escapes.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case " ": result += " "
      default:
        if isVisible(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
      }
    }
    return result
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse,
      .surrogate, .unassigned:
      false
    default: true
    }
  }
}
