/// The text that decides lots, best from sources nobody controls; taken verbatim. What the seed of a
/// draw of a cycle must be besides stands in ``SeedText``.
///
/// Two seeds are equal when their UTF-8 bytes are, because the bytes are what is hashed: Swift's own
/// comparison of strings would call two seeds equal that give different lots.
public struct Seed: Hashable, Sendable {
  /// The text exactly as it was made public.
  public let text: String

  /// Makes a seed from a text, taken verbatim.
  public init(_ text: String) {
    self.text = text
  }

  /// Byte equality of the UTF-8 texts.
  public static func == (left: Seed, right: Seed) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// Hashes the UTF-8 bytes.
  public func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
    hasher.combine(UInt8(0xFF))
  }
}

extension Seed: ExpressibleByStringLiteral {
  /// Makes a seed from a literal.
  public init(stringLiteral value: String) { self.init(value) }
}

extension Seed: CustomStringConvertible {
  /// The text itself.
  public var description: String { text }
}
