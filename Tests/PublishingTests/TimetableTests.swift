import Members
import Publishing
import Records
import Testing

@Suite struct `A timetable` {
  @Test func `of the guidelines stands in the file of the instances`() throws {
    let path = "Instances/timetables/guidelines-2010.yaml"
    let read = try TimetableReader.read(try DrawnCycle.bytes(path), file: path)
    #expect(read.timetable.name == Timetable.guidelines.name)
    #expect(read.timetable.entries.map(\.step) == Timetable.guidelines.entries.map(\.step))
    #expect(
      read.timetable.entries.map(\.allowance) == Timetable.guidelines.entries.map(\.allowance))
    #expect(read.timetable.entries.map(\.after) == Timetable.guidelines.entries.map(\.after))
    #expect(read.holidays.isEmpty)
  }

  @Test(arguments: ["adopted-2018", "corruption-2009"])
  func `of the instances can be read`(_ name: String) throws {
    let path = "Instances/timetables/\(name).yaml"
    let read = try TimetableReader.read(try DrawnCycle.bytes(path), file: path)
    #expect(read.timetable.entries.count >= 5)
    #expect(read.timetable.excess(from: CivilDate("2027-01-04")!) == nil || name != "adopted-2018")
  }

  @Test func `moves days off weekends and holidays, but not the notification`() throws {
    let start = try #require(CivilDate("2027-01-02"))
    let holiday = try #require(CivilDate("2027-02-02"))
    let days = try #require(Timetable.guidelines.days(from: start, holidays: [holiday]))
    #expect(start.weekday == 5)
    #expect(
      days.map(\.day.text).prefix(4) == [
        "2027-01-02", "2027-01-25", "2027-02-03", "2027-03-02",
      ])
    for step in days.dropFirst() {
      #expect(step.day.weekday < 5 && step.day != holiday)
    }
  }

  @Test func `says where the allowances exceed the time`() throws {
    let start = try #require(CivilDate("2027-01-04"))
    let excess = try #require(Timetable.guidelines.excess(from: start))
    #expect(excess.step == .dialogue && excess.next == .draftReport && excess.days == 31)
  }

  @Test(arguments: [
    ("name: x", "steps"),
    ("name: x\nsteps: [{step: answers}]", "notification"),
    ("name: x\nsteps: [{step: notification}, {step: answers, weeks: 1}]", "after"),
    ("name: x\nsteps: [{step: notification}, {step: answers, after: end, weeks: 1}]", "end"),
    ("name: x\nsteps: [{step: notification}, {step: answers, after: notification}]", "weeks"),
    ("name: x\nholidays: [2027-02-30]\nsteps: [{step: notification}]", "2027-02-30"),
    ("name: x\nstep: []\nsteps: [{step: notification}]", "step"),
    ("", "empty"),
  ])
  func `that is wrong is refused with the place`(_ text: String, _ word: String) {
    do throws(RecordsFailure) {
      _ = try TimetableReader.read(Array(text.utf8), file: "t.yaml")
      Issue.record("read")
    } catch {
      #expect("\(error)".contains("t.yaml") && "\(error)".contains(word), "\(error)")
    }
  }

  @Test func `makes calendars that a strict reader takes`() throws {
    let files = try DrawnCycle.files(Tongue.allCases)
    var events = 0
    for (path, text) in files where path.hasSuffix(".ics") {
      events += try strictlyRead(text, path)
    }
    #expect(events > 1_000)
  }

  /// Reads a calendar by the grammar of RFC 5545, sections 3.1, 3.4 and 3.6.1.
  private func strictlyRead(_ text: String, _ path: String) throws -> Int {
    #expect(text.hasSuffix("\r\n"))
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") }, "\(path)")
    let unfolded: String = text.replacing("\r\n ", with: "")
    let content = unfolded.split(separator: "\r\n")
    #expect(content.first == "BEGIN:VCALENDAR" && content.last == "END:VCALENDAR")
    #expect(content.count { $0 == "VERSION:2.0" } == 1)
    #expect(content.count { $0.hasPrefix("PRODID:") } == 1)
    var seen: Set<Substring> = []
    var fields: [Substring: Int]?
    var count = 0
    for line in content {
      guard let colon = line.firstIndex(of: ":") else {
        Issue.record("\(path): \(line)")
        continue
      }
      let name = line[..<colon].prefix { $0 != ";" }
      #expect(name.utf8.allSatisfy { (65...90).contains($0) || $0 == 45 })
      let value = line[line.index(after: colon)...]
      switch line {
      case "BEGIN:VEVENT": fields = [:]
      case "END:VEVENT":
        let found = try #require(fields)
        for key: Substring in ["UID", "DTSTAMP", "DTSTART", "SUMMARY"] { #expect(found[key] == 1) }
        fields = nil
        count += 1
      default: fields?[name, default: 0] += 1
      }
      if name == "UID" { #expect(seen.insert(value).inserted, "\(path): \(value) twice") }
      if name == "DTSTART" {
        let digits = Array(value)
        let parts = [digits[0..<4], digits[4..<6], digits[6..<8]].map { String($0) }
        let day = parts.joined(separator: "-")
        #expect(digits.count == 8 && CivilDate(day) != nil)
      }
      if name == "SUMMARY" {
        // Commas and semicolons have a backslash before them.
        let bare = value.replacing("\\,", with: "").replacing("\\;", with: "")
        #expect(!bare.contains(",") && !bare.contains(";"), "\(value)")
      }
    }
    return count
  }

  @Test func `rates of costs are read, and what is wrong is refused`() throws {
    let rates = try CostRatesReader.read(Array("page: 7\nmonths_a_review: 2".utf8), file: "r")
    #expect(rates.page == 7 && rates.monthsAReview == 2 && rates.halfDay == CostRates().halfDay)
    #expect(throws: RecordsFailure.self) {
      try CostRatesReader.read(Array("pages: 7".utf8), file: "r")
    }
    #expect(throws: RecordsFailure.self) {
      try CostRatesReader.read(Array("page: -7".utf8), file: "r")
    }
  }
}
