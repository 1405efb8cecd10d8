import Reports

/// A name from the data, in the spelling of one language: of a State, a group, a Protocol.
///
/// It may be anybody's text, so it is kept apart from the words around it until it is escaped.
public struct Name: Hashable, Sendable {
  /// The name as it was given.
  public let text: String

  /// Marks a text as a name.
  public init(_ text: String) { self.text = text }
}

/// A text that somebody wrote and that is shown as it is: a reason, the source of a seed.
public struct Quoted: Hashable, Sendable {
  /// The text.
  public let text: String

  /// Marks a text as somebody's own.
  public init(_ text: String) { self.text = text }
}

/// Names in a row, and how many they are: the words around them bend by that number.
public struct Listing: Hashable, Sendable {
  /// The names as the language lists them.
  public let names: Wording
  /// How many there are.
  public let count: Int

  /// Names in a row, of which there are so many.
  public init(_ names: Wording, count: Int) {
    self.names = names
    self.count = count
  }

  /// Whether there is just one.
  var isOne: Bool { count == 1 }
}

/// A whole sentence, heading or label of one language, with the names in it kept apart.
///
/// ```swift
/// let name = Name("Kenya")
/// let wording: Wording = "\(name): year \(2)."
/// ```
public struct Wording: Hashable, Sendable, ExpressibleByStringInterpolation {
  enum Piece: Hashable, Sendable {
    case words(String)
    case name(String)
    case quoted(String)
  }

  private(set) var pieces: [Piece] = []

  /// Words alone.
  public init(stringLiteral value: String) { pieces = [.words(value)] }

  /// Words with names and numbers in them.
  public init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  /// A name alone.
  public init(_ name: Name) { pieces = [.name(name.text)] }

  /// A number alone.
  public init(_ number: Int) { pieces = [.words(String(number))] }

  /// Whether there is nothing to read.
  public var isEmpty: Bool { pieces.isEmpty }

  /// Wordings one after the other, with the same words between two of them: the parts of a list,
  /// never of a sentence.
  static func joined(_ parts: [Wording], by separator: String) -> Wording {
    var result: Wording = ""
    result.pieces = []
    for (place, part) in parts.enumerated() {
      if place > 0 { result.pieces.append(.words(separator)) }
      result.pieces += part.pieces
    }
    return result
  }

  /// What may stand between the quotation marks of an interpolated literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    /// Room for the pieces.
    public init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(2 * interpolationCount + 1)
    }

    /// Words of the language.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(.words(literal)) }
    }

    /// A name.
    public mutating func appendInterpolation(_ name: Name) { pieces.append(.name(name.text)) }

    /// Somebody's own text; quotation marks are put around it.
    public mutating func appendInterpolation(_ quoted: Quoted) {
      pieces.append(.quoted(quoted.text))
    }

    /// A number that is no quantity of things, or one below a thousand.
    public mutating func appendInterpolation(_ number: Int) {
      pieces.append(.words(String(number)))
    }

    /// A list, a date, or a form of a plural.
    public mutating func appendInterpolation(_ wording: Wording) { pieces += wording.pieces }

    /// Names in a row.
    public mutating func appendInterpolation(_ listing: Listing) {
      pieces += listing.names.pieces
    }
  }

  /// As markup: names and quotations cannot change the direction of the words around them.
  public var markup: Markup {
    .all(
      pieces.map { piece in
        switch piece {
        case .words(let words): .text(words)
        case .name(let name): .element("bdi", [.text(name)])
        case .quoted(let text): .element("q", ["dir": "auto"], [.text(text)])
        }
      })
  }

  /// As plain text for titles, tables and calendars; what would steer its reader is shown as
  /// numbers.
  public var plain: String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .name(let name): Self.harmless(name)
      case .quoted(let text): "“\(Self.harmless(text))”"
      }
    }.joined()
  }

  /// A text in which nothing turns the direction of writing or begins a line.
  private static func harmless(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      if character.isSteering {
        result += character.escape
      } else {
        result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
