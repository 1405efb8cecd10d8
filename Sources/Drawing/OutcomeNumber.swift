import BigInt
import Members

/// A number of outcomes, or that of one of them, as it stands in a ledger: a text, because it may be
/// longer than any number of a program.
public struct OutcomeNumber: Hashable, Sendable {
  /// The most digits: more than any count has.
  public static let mostDigits = 400

  let value: BigUInt

  init(_ value: BigUInt) { self.value = value }

  /// Reads a text of decimal digits, without a 0 in front of others; nil where it is none.
  public init?(_ text: Label) {
    let digits = text.text.utf8
    guard (1...Self.mostDigits).contains(digits.count),
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      digits.count == 1 || digits.first != UInt8(ascii: "0"),
      let value = BigUInt(text.text)
    else { return nil }
    self.value = value
  }

  /// The decimal digits.
  public var text: Label { Label(value.description) }
}
