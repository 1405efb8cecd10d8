/// Numbers as a page shows them: a fixed number of places, a point before them, commas between
/// thousands. The same number gives the same text on every machine; no setting changes it.
public enum NumberText {
  /// A number rounded to some places, halves away from zero: `1,234.50` for 1234.5 and 2 places.
  /// A number too large for that is written as Swift writes it.
  public static func text(_ value: Double, places: Int = 0) -> String {
    var unit = 1
    for _ in 0..<max(0, min(places, 9)) { unit *= 10 }
    let scaled = (value * Double(unit)).rounded(.toNearestOrAwayFromZero)
    // Above 2⁵³ the digits would be those of the conversion, not of the number.
    guard scaled.magnitude <= 9_007_199_254_740_992, let whole = Int(exactly: scaled) else {
      return "\(value)"
    }
    let magnitude = whole.magnitude
    let sign = whole < 0 ? "−" : ""
    let front = sign + grouped(magnitude / unit.magnitude)
    if unit == 1 { return front }
    let rest = String(magnitude % unit.magnitude)
    let zeros = String(repeating: "0", count: min(places, 9) - rest.utf8.count)
    return "\(front).\(zeros)\(rest)"
  }

  /// A whole number: `10,000`.
  public static func text(_ value: Int) -> String {
    (value < 0 ? "−" : "") + grouped(value.magnitude)
  }

  /// A share in percent: `12.5 %` for 1 of 8 and 1 place; a dash where there is nothing to share.
  public static func percent(_ part: Int, of whole: Int, places: Int = 0) -> String {
    whole == 0 ? "–" : text(Double(part) * 100 / Double(whole), places: places) + " %"
  }

  private static func grouped(_ magnitude: UInt) -> String {
    let digits = Array(String(magnitude).utf8)
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0 && (digits.count - place) % 3 == 0 { text += "," }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }

  /// A coordinate: at most one place, a minus sign as SVG wants it, no commas.
  static func coordinate(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded(.toNearestOrAwayFromZero))
    let front = "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10)"
    let rest = tenths.magnitude % 10
    return rest == 0 ? front : "\(front).\(rest)"
  }
}
