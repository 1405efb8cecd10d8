import Crypto
import Members

/// The hash of a line: SHA-256 of its bytes, without its newline, as 64 lower-case hexadecimal
/// digits.
public struct LineHash: Hashable, Sendable {
  /// The digits.
  public let text: String

  /// What the first line names as the line before it: 64 zeros.
  public static let none = LineHash(unchecked: String(repeating: "0", count: 64))

  /// Hashes bytes.
  public init(of bytes: some Sequence<UInt8>) {
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in SHA256.hash(data: Array(bytes)) {
      text.append(Self.digits[Int(byte >> 4)])
      text.append(Self.digits[Int(byte & 0xF)])
    }
    self.init(unchecked: String(decoding: text, as: UTF8.self))
  }

  /// Takes over a hash that was written down; nil where it is not 64 lower-case hexadecimal digits.
  public init?(_ text: String) {
    guard text.utf8.count == 64, text.utf8.allSatisfy(Self.digits.contains) else { return nil }
    self.init(unchecked: text)
  }

  private init(unchecked text: String) { self.text = text }

  private static let digits = Array("0123456789abcdef".utf8)
}

extension LineHash: CustomStringConvertible {
  /// The digits.
  public var description: String { text }
}
