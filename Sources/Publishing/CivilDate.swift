/// A day of the Gregorian calendar.
public struct CivilDate: Hashable, Comparable, Sendable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// A day; nil where the calendar has none such.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9_999).contains(year), (1...12).contains(month),
      (1...Self.days(of: month, in: year)).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Reads `2027-01-31`; nil where the text is no day.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.count) == [4, 2, 2],
      text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func days(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1 March of the year 0, by which days are counted (Howard Hinnant,
  /// "chrono-compatible low-level date algorithms", 2013).
  public var number: Int {
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
  }

  /// The day of the week, 0 for Monday to 6 for Sunday.
  public var weekday: Int { (number + 2) % 7 }

  /// The day so many days later; nil after the year 9999.
  public func adding(days: Int) -> CivilDate? {
    let wanted = number + days
    // An estimate of the year that is never too late, and at most one too early.
    var year = max(1, wanted * 400 / 146_097 - 1)
    func first(_ year: Int) -> Int {
      365 * (year - 1) + (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 + 306
    }
    while first(year + 1) <= wanted { year += 1 }
    var rest = wanted - first(year)
    for month in 1...12 {
      let length = Self.days(of: month, in: year)
      if rest < length { return CivilDate(year: year, month: month, day: rest + 1) }
      rest -= length
    }
    return nil
  }

  /// The same day of a month so many months later, or that month's last day; nil after 9999.
  public func adding(months: Int) -> CivilDate? {
    let count = year * 12 + month - 1 + months
    let (year, month) = (count / 12, count % 12 + 1)
    guard (1...9_999).contains(year) else { return nil }
    return CivilDate(year: year, month: month, day: min(day, Self.days(of: month, in: year)))
  }

  /// As `2027-01-31`.
  public var text: String {
    "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  /// As `20270131`, the form of RFC 5545.
  var compact: String { "\(Self.padded(year, 4))\(Self.padded(month, 2))\(Self.padded(day, 2))" }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Earlier days come first.
  public static func < (left: CivilDate, right: CivilDate) -> Bool { left.number < right.number }
}
