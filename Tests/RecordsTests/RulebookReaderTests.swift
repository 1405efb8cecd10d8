import Records
import Rules
import Testing

@Suite("Reading a rulebook")
struct RulebookReaderTests {
  func read(_ text: String) throws -> Rulebook {
    try RulebookReader.read(Array(text.utf8), file: "r.yaml")
  }

  @Test func `the built-in text is the built-in rulebook`() throws {
    #expect(try read(RulebookText.builtIn) == Rulebook())
    #expect(RulebookText.builtIn.utf8.count { $0 == 0x0A } == 15)
    #expect(
      RulebookText.builtIn.hasSuffix(
        "waivers: [seat, supplement, same_region, minimum_load, legal_system, target_load]"
          + "   # most serious first\n"))
  }

  @Test(arguments: ["", "\u{FEFF}", "# nothing\n", "---\n", "--- {}\n", "{}"])
  func `what is left out takes its default`(text: String) throws {
    #expect(try read(text) == Rulebook())
  }

  @Test func `every key is read`() throws {
    var expected = Rulebook()
    expected.name = "2010"
    expected.source = "true"
    expected.years = 50
    expected.reviewersPerReview = 8
    expected.regionalSeats = 0
    expected.protocols = .any
    expected.mutualReviews = .allowed
    expected.openSeats = .otherRegion
    expected.similarLegalSystem = .ignored
    expected.minimumLoad = 1000
    expected.maximumLoad = 1000
    expected.isSelectionProportional = false
    expected.redrawLimit = 0
    expected.excludesPreviousReviewers = false
    expected.waivers = [.legalSystem, .seat]
    let text = """
      waivers: [legal_system, "seat"]
      redraws: {exclude_previous: false, limit: 0}
      selection: {proportional: false}
      loads: {maximum: 1000, minimum: 1000}
      reviewers: {per_review: 8, same_region: 0, protocols: any, mutual_reviews: allowed,
        open_seats: 'other_region', similar_legal_system: ignored}
      cycle:
        years: 50
      source: true
      name: 2010
      """
    #expect(try read(text) == expected)
    #expect(try read(text.split(separator: "\n").joined(separator: "\r\n")) == expected)
  }

  @Test func `every key of the long form is read`() throws {
    let rulebook = try read(
      """
      cycle: {years: 5, selected: 4}
      joining: last_year
      reviewers:
        seats:
          - {name: first, count: 2, group: any}
          - {name: home, count: 3, group: same, legal_system: preferred}
          - {name: away, group: other, legal_system: ignored}
        distinct_groups: true
        protocols: supplement
      loads: {minimum: 2, target: 2, maximum: 4, per_year: 1}
      selection: {method: alphabetical}
      redraws: {scope: reviewer}
      waivers: [target_load, supplement]
      """)
    var expected = Rulebook()
    (expected.selectedYears, expected.joining) = (4, .lastYear)
    expected.seats = [
      SeatKind(name: "first", count: 2), SeatKind(name: "away", count: 1, group: .other),
    ]
    expected.seats.insert(
      SeatKind(name: "home", count: 3, group: .same, legalSystem: .preferred), at: 1)
    (expected.distinctGroups, expected.protocols) = (true, .supplement)
    (expected.minimumLoad, expected.targetLoad, expected.maximumLoad) = (2, 2, 4)
    (expected.maximumPerYear, expected.selectionMethod) = (1, .alphabetical)
    (expected.redrawScope, expected.waivers) = (.reviewer, [.targetLoad, .supplement])
    #expect(rulebook == expected)
    #expect(rulebook.reviewersPerReview == 6)
    #expect(rulebook.regionalSeats == 3)
  }

  @Test func `the short form is the long one that it always meant`() throws {
    #expect(
      try read("reviewers: {per_review: 3, open_seats: other_region}").seats == [
        SeatKind(name: "regional", count: 1, group: .same, legalSystem: .preferred),
        SeatKind(name: "open", count: 2, group: .other),
      ])
    #expect(
      try read("reviewers: {per_review: 4, same_region: 0}").seats == [
        SeatKind(name: "open", count: 4)
      ])
    // The open kind stays: a seat that gives up its group is of it.
    let one = "reviewers: {per_review: 1, open_seats: other_region, similar_legal_system: ignored}"
    #expect(
      try read(one).seats == [
        SeatKind(name: "regional", count: 1, group: .same),
        SeatKind(name: "open", count: 0, group: .other),
      ])
  }

  @Test func `seats of the same group alone give way to an open kind`() throws {
    let long = "reviewers: {seats: [{name: home, group: same}]}"
    #expect(
      try read(long).seats == [
        SeatKind(name: "home", count: 1, group: .same), SeatKind(name: "open", count: 0),
      ])
  }

  @Test func `no waivers at all is a rulebook`() throws {
    #expect(try read("waivers: []").waivers.isEmpty)
  }

  @Test func `anchors and aliases are read as what they stand for`() throws {
    let rulebook = try read("loads: {minimum: &two 2, maximum: *two}\nname: !!str x")
    #expect(rulebook.minimumLoad == 2)
    #expect(rulebook.maximumLoad == 2)
    #expect(rulebook.name == "x")
  }

  static let faults: [FaultCase] = [
    FaultCase(
      "x: 1",
      "r.yaml:1: key `x`: \"x\" is not a key; allowed: name, source, cycle, joining, reviewers, "
        + "loads, selection, redraws, waivers"),
    FaultCase(
      "cycle:\n  Years: 5",
      "r.yaml:2: key `cycle.Years`: \"Years\" is not a key; allowed: years, selected"),
    FaultCase(
      "[]",
      "r.yaml:1: a list is not allowed; allowed: a mapping with the keys name, source, cycle, "
        + "joining, reviewers, loads, selection, redraws, waivers"),
    FaultCase(
      "~",
      "r.yaml:1: \"~\" is not allowed; allowed: a mapping with the keys name, source, cycle, "
        + "joining, reviewers, loads, selection, redraws, waivers"),
    FaultCase(
      "\ncycle: 5",
      "r.yaml:2: key `cycle`: \"5\" is not allowed; allowed: a mapping with the keys years, selected"
    ),
    FaultCase(
      "cycle:",
      "r.yaml:1: key `cycle`: an empty value is not allowed; allowed: a mapping with the keys years, selected"
    ),
    FaultCase(
      "reviewers: {protocols: some}",
      "r.yaml:1: key `reviewers.protocols`: \"some\" is not allowed; allowed: all, any, supplement"),
    FaultCase(
      "reviewers:\n  open_seats: [any]",
      "r.yaml:2: key `reviewers.open_seats`: a list is not allowed; allowed: any, other_region"),
    FaultCase(
      "selection: {proportional: yes}",
      "r.yaml:1: key `selection.proportional`: \"yes\" is not allowed; allowed: true, false"),
    FaultCase(
      "selection: {proportional: \"true\"}",
      "r.yaml:1: key `selection.proportional`: the quoted text \"true\" is not allowed; allowed: "
        + "true, false"),
    FaultCase(
      "name: [x]", "r.yaml:1: key `name`: a list is not allowed; allowed: a text"),
    FaultCase(
      "name: !!binary eA==",
      "r.yaml:1: key `name`: a value with the tag \"tag:yaml.org,2002:binary\" is not allowed; "
        + "allowed: a text"),
    FaultCase(
      "loads: {minimum: 4}",
      "r.yaml:1: key `loads.minimum`: the minimum 4 is above the maximum 3"),
    FaultCase(
      "loads: {maximum: 0}",
      "r.yaml:1: key `loads.maximum`: the minimum 1 is above the maximum 0"),
    FaultCase(
      "loads:\n  maximum: 1\n  minimum: 2",
      "r.yaml:3: key `loads.minimum`: the minimum 2 is above the maximum 1"),
    FaultCase(
      "reviewers: {per_review: 2, seats: [{name: a}]}",
      "r.yaml:1: key `reviewers.per_review`: `per_review` is a key of the short form, and `seats` of "
        + "the long one; only one can be used"),
    FaultCase(
      "reviewers:\n  seats:\n  - {name: a, group: same}\n  - {name: b, group: same}",
      "r.yaml:4: key `reviewers.seats.group`: a second kind has the group `same`, as the one on line "
        + "3 has; allowed: one"),
    FaultCase(
      "reviewers:\n  seats:\n  - {name: a}\n  - {name: a}",
      "r.yaml:4: key `reviewers.seats.name`: \"a\" is already the name of the kind on line 3"),
    FaultCase(
      "reviewers: {seats: [{name: a, legal_system: preferred}]}",
      "r.yaml:1: key `reviewers.seats.legal_system`: `preferred` is allowed only in a kind of the "
        + "group `same`; allowed here: ignored"),
    FaultCase(
      "reviewers: {seats: [{name: A}, {name: b, count: 9}, {name: c, group: own}, {count: 1}]}",
      "r.yaml:1: key `reviewers.seats.name`: \"A\" cannot be the name of a kind of seat",
      "r.yaml:1: key `reviewers.seats.count`: \"9\" is not allowed; allowed: a whole number from 0 "
        + "to 8",
      "r.yaml:1: key `reviewers.seats.group`: \"own\" is not allowed; allowed: same, other, any",
      "r.yaml:1: the key `name` is missing"),
    FaultCase(
      "reviewers: {seats: [{name: a, count: 5}, {name: b, count: 4}]}",
      "r.yaml:1: key `reviewers.seats`: there are 9 seats in all; allowed: 1 to 8"),
    FaultCase(
      "reviewers: {seats: [{name: a}, {name: b}, {name: c}, {name: d}, {name: e}]}",
      "r.yaml:1: key `reviewers.seats`: there are 5 kinds of seats; allowed: 1 to 4"),
    FaultCase(
      "cycle: {years: 3, selected: 4}",
      "r.yaml:1: key `cycle.selected`: the selection is over 4 years, but the cycle has 3"),
    FaultCase(
      "loads: {target: 4}",
      "r.yaml:1: key `loads.target`: the target 4 is not between the minimum 1 and the maximum 3"),
    FaultCase(
      "waivers: seat",
      "r.yaml:1: key `waivers`: \"seat\" is not allowed; allowed: a list of seat, supplement, "
        + "same_region, minimum_load, legal_system, target_load"),
    FaultCase(
      "waivers:\n- seat\n- load\n- seat",
      "r.yaml:3: key `waivers`: \"load\" is not allowed; allowed: seat, supplement, same_region, "
        + "minimum_load, legal_system, target_load",
      "r.yaml:4: key `waivers`: \"seat\" stands already on line 2"),
    FaultCase(
      "cycle: {years: 5",
      "r.yaml:2: this is not YAML: while parsing a flow mapping, begun on line 1: did not find expected ',' or '}'"
    ),
    FaultCase(
      "a: b: c", "r.yaml:1: this is not YAML: mapping values are not allowed in this context"),
    FaultCase("a: *b", "r.yaml:1: this is not YAML: found undefined alias"),
    FaultCase(
      "name: a\u{7}b", "r.yaml:1: this is not YAML: control characters are not allowed"),
    FaultCase(
      "name: x\n--- \nname: y\n", "r.yaml:2: a second document begins; the file is to hold one"),
    FaultCase(
      "? [a]\n: 1\n",
      "r.yaml:1: key `a list`: \"a list\" is not a key; allowed: name, source, cycle, joining, "
        + "reviewers, loads, selection, redraws, waivers"),
    FaultCase(
      "name: x\ncycle: {years: 4, years: 60}\nname: y\nname: z\nloads: {minimum: x}",
      "r.yaml:1: key `name`: the key stands twice, also on line 4",
      "r.yaml:2: key `cycle.years`: the key stands twice, also on line 2",
      "r.yaml:2: key `cycle.years`: \"60\" is not allowed; allowed: a whole number from 1 to 50",
      "r.yaml:3: key `name`: the key stands twice, also on line 4",
      "r.yaml:5: key `loads.minimum`: \"x\" is not allowed; allowed: a whole number from 0 to 1000"
    ),
    FaultCase(
      "\"na\\x6de\": x\nname: y\n", "r.yaml:1: key `name`: the key stands twice"),
  ]

  @Test(arguments: faults)
  func `each fault is named with file, line and key, and what is allowed`(fault: FaultCase) {
    #expect(rulebookFaults(fault.text).filter { !$0.hasPrefix("help: ") } == fault.lines)
  }

  @Test(arguments: [
    "0", "51", "-1", "5.0", "05", "+5", "0x5", "1_0", "five", "5e0", "\u{665}",
    "99999999999999999999", "~", "''",
  ])
  func `numbers are whole, in decimal digits, and in range`(text: String) {
    let lines = rulebookFaults("cycle: {years: \(text)}")
    #expect(lines.count == 1)
    #expect(lines.first?.hasSuffix("is not allowed; allowed: a whole number from 1 to 50") == true)
  }

  @Test(arguments: [
    ("cycle: {years: 0}", "1 to 50"), ("reviewers: {per_review: 9}", "1 to 8"),
    ("reviewers: {same_region: 2}", "0 to 1"), ("loads: {minimum: 1001}", "0 to 1000"),
    ("loads: {maximum: -1}", "0 to 1000"), ("redraws: {limit: 1001}", "0 to 1000"),
  ])
  func `every number has its range`(text: String, range: String) {
    #expect(rulebookFaults(text).first?.hasSuffix("a whole number from \(range)") == true)
  }

  @Test func `Latin-1 bytes, long files and swarms of aliases are faults`() throws {
    let bytes = Array("name: x\nsource: C".utf8) + [0xF4, 0x74]
    #expect(throws: RecordsFailure.self) { try RulebookReader.read(bytes, file: "r.yaml") }
    #expect(rulebookFaults(String(repeating: "#", count: 70_000)).count == 1)
    let bomb = (1...40).map { "&a\($0) [*a\($0 - 1), *a\($0 - 1)]" }.joined(separator: ", ")
    #expect(rulebookFaults("name: [&a0 x, \(bomb), {*a40 : 1}]").count == 1)
    #expect(rulebookFaults(String(repeating: "[", count: 60_000)).count == 1)
    #expect(rulebookFaults(String(repeating: "- ", count: 30_000)).count == 1)
  }

  @Test func `no text makes the reader stop`() {
    let pieces = [
      "cycle", "years", ":", " ", "\n", "{", "}", "[", "]", ",", "&a ", "*a", "!!int ", "!x ", "?",
      "- ", "---", "|", ">", "\"", "'", "5", "\t", "%YAML 1.2", "#", "<<", "\u{85}", "é", "\u{0}",
    ]
    var number: UInt64 = 7
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<10 {
        number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int((number >> 33) % UInt64(pieces.count))]
      }
      _ = rulebookFaults(text)
    }
  }
}
