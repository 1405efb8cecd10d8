import Members

/// A text for a message: in quotes, its control characters escaped, and cut where it is long, so
/// that whatever stands in a file a message stays one line that a person can read.
struct Excerpt: CustomStringConvertible {
  /// How many characters are shown.
  static let limit = 60

  let description: String

  /// Shows a text.
  init(_ label: Label) {
    let scalars = label.text.unicodeScalars
    let shown = scalars.prefix(Self.limit)
    let quoted = JSONValue.text(Label(String(String.UnicodeScalarView(shown)))).bytes
    description =
      String(decoding: quoted, as: UTF8.self) + (shown.endIndex < scalars.endIndex ? "…" : "")
  }

  /// Shows a byte: itself where it is visible ASCII, its number otherwise.
  init(_ byte: UInt8) {
    description =
      (0x21...0x7E).contains(byte)
      ? "`\(Character(UnicodeScalar(byte)))`" : "byte 0x\(String(byte, radix: 16))"
  }

  /// Shows a key without its quotes, cut and escaped like any text.
  static func key(_ label: Label) -> String {
    String(Excerpt(label).description.dropFirst().dropLast())
  }
}
