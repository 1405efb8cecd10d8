/// Keeps spreadsheets from taking a text for a formula.
///
/// A spreadsheet that opens a CSV computes what begins with `=`, `+`, `-`, `@`, a tab or a carriage
/// return, and a formula can send data away or start programs (OWASP, *CSV Injection*). Such a text
/// is written with an apostrophe before it. Apostrophes that already stand there are told apart by
/// one more, so that reading gives back every text as it was.
enum FormulaGuard {
  /// Whether an apostrophe goes before a text when it is written.
  static func guards(_ text: some Collection<UInt8>) -> Bool {
    isFormula(text.drop { $0 == apostrophe })
  }

  /// A field without the apostrophe that writing put before it.
  static func removed(from field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    field.first == apostrophe && guards(field) ? field.dropFirst() : field
  }

  /// The mark that goes before a guarded text.
  static let apostrophe = UInt8(ascii: "'")

  private static func isFormula(_ text: some Collection<UInt8>) -> Bool {
    switch text.first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): !isNumber(text.dropFirst())
    default: false
    }
  }

  /// Whether a text is a plain number without its sign: `12`, `0.5`, `1e-9`.
  private static func isNumber(_ text: some Collection<UInt8>) -> Bool {
    var (digits, points, exponents) = (0, 0, 0)
    var previous: UInt8 = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: ".") where exponents == 0 && points == 0: points += 1
      case UInt8(ascii: "e") where exponents == 0 && digits > 0: (exponents, digits) = (1, 0)
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        guard previous == UInt8(ascii: "e") else { return false }
      default: return false
      }
      previous = byte
    }
    return digits > 0
  }
}
