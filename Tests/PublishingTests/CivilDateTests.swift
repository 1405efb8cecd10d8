import Publishing
import Testing

@Suite struct `A day of the calendar` {
  @Test(arguments: [
    ("2027-01-31", 6), ("2000-03-01", 2), ("2024-02-29", 3), ("1970-01-01", 3), ("9999-12-31", 4),
  ])
  func `knows its day of the week`(_ text: String, _ weekday: Int) {
    #expect(CivilDate(text)?.weekday == weekday)
    #expect(CivilDate(text)?.text == text)
  }

  @Test(arguments: [
    "2027-02-29", "2027-13-01", "2027-1-01", "27-01-01", "2027-00-10", "2027-04-31", "+027-01-01",
    "2027-01-01 ", "", "1900-02-29",
  ])
  func `is no other text`(_ text: String) { #expect(CivilDate(text) == nil) }

  @Test func `follows the day before it, for four hundred years`() throws {
    var day = try #require(CivilDate("1999-12-31"))
    let last = try #require(CivilDate("2400-01-02"))
    var number = day.number
    var weekday = day.weekday
    while day < last {
      let next = try #require(day.adding(days: 1))
      number += 1
      weekday = (weekday + 1) % 7
      #expect(next.number == number && next.weekday == weekday)
      let isNextDay = next.year == day.year && next.month == day.month && next.day == day.day + 1
      let isFirst =
        next.day == 1
        && (next.month == day.month + 1 || next.month == 1 && next.year == day.year + 1)
      #expect(isNextDay || isFirst, "\(day.text) \(next.text)")
      day = next
    }
  }

  @Test(arguments: [
    ("2027-01-31", 1, "2027-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2027-11-30", 3, "2028-02-29"), ("2027-08-15", 12, "2028-08-15"),
  ])
  func `months later is the same day or the month's last`(
    _ text: String, _ months: Int, _ later: String
  ) {
    #expect(CivilDate(text)?.adding(months: months)?.text == later)
  }
}
