import Members
import Records
import Rules
import StressTesting
import Testing

@Suite struct `A plan` {
  @Test func `has a cell for every combination, the last named varying fastest`() throws {
    let laboratory = try Laboratory()
    try laboratory.write(Sample.ten, "ten.csv")
    let plan = try laboratory.plan(Sample.plan)
    #expect(plan.cellCount == 12)
    #expect(plan.cycleCount == 72)
    let cells = (1...12).map(plan.cell)
    #expect(cells.map(\.number) == Array(1...12))
    #expect(
      cells.map { "\($0.membership.stateCount) \($0.rulebook.maximumLoad) \($0.behaviour.name)" }
        == [10, 12, 20].flatMap { states in
          [2, 3].flatMap { maximum in ["quiet", "busy"].map { "\(states) \(maximum) \($0)" } }
        })
    #expect(cells.allSatisfy { $0.rulebook.years == 3 })
    #expect(plan.seed(cell: 3, cycle: 5) == "s/cell 3/cycle 5")
  }

  @Test func `takes lists and ranges everywhere, and a rulebook to start from`() throws {
    let laboratory = try Laboratory()
    try laboratory.write(Sample.ten, "deep/ten.csv")
    try laboratory.write("under_review,reviewer\nA,B\n", "deep/c.csv")
    try laboratory.write("loads: {minimum: 0}\n", "rules.yaml")
    let plan = try laboratory.plan(
      """
      seed: s
      cycles: 1
      memberships:
        - {file: deep/ten.csv, conflicts: deep/c.csv}
        - generate:
            states: {from: 5, to: 9, step: 2}
            coverage: [50, 100]
            seed: [a, b]
      rulebook:
        file: rules.yaml
        cycle: {years: {from: 3, to: 5}}
        waivers: [[seat], [], [seat, legal_system]]
      behaviours:
        deferral: [0, 1/2]
        worse: [accept, refuse]
      """)
    #expect(plan.memberships.count == 1 + 3 * 2 * 2)
    #expect(plan.memberships[0].conflicts == [Conflict(underReview: "A", reviewer: "B")])
    #expect(plan.memberships[0].name == "ten")
    #expect(plan.memberships.dropFirst().map(\.stateCount) == [5, 5, 5, 5, 7, 7, 7, 7, 9, 9, 9, 9])
    #expect(plan.rulebooks.map(\.years) == [3, 3, 3, 4, 4, 4, 5, 5, 5])
    #expect(plan.rulebooks.map(\.waivers.count) == [1, 0, 2, 1, 0, 2, 1, 0, 2])
    #expect(plan.rulebooks.allSatisfy { $0.minimumLoad == 0 && $0.maximumLoad == 3 })
    #expect(plan.behaviours.map(\.deferral.text) == ["0", "0", "1/2", "1/2"])
    #expect(plan.behaviours.map(\.worse) == [.accept, .refuse, .accept, .refuse])
  }

  @Test func `takes several rulebooks, files and presets, each with what is varied`() throws {
    let laboratory = try Laboratory()
    try laboratory.write("name: own\nloads: {minimum: 0}\n", "rules.yaml")
    let plan = try laboratory.plan(
      """
      seed: s
      cycles: 1
      memberships: {generate: {states: 5}}
      rulebook:
        file: [rules.yaml, untoc-2010, untoc-2018, upr]
        loads: {target: [0, 2]}
      """)
    let upr = try RulebookReader.read(Preset.upr)
    let adopted = try RulebookReader.read(Preset.untoc2018)
    #expect(
      plan.rulebooks.map(\.name)
        == ["own", Rulebook().name, adopted.name, upr.name].flatMap { [$0, $0] })
    #expect(plan.rulebooks.map(\.minimumLoad).prefix(4) == [0, 0, 1, 1])
    #expect(plan.rulebooks.map(\.targetLoad) == [0, 2, 0, 2, 0, 2, 0, 2])
    #expect(plan.rulebooks[4].protocols == .supplement && plan.rulebooks[6].seats == upr.seats)
    let start = "seed: s\ncycles: 1\nmemberships: {generate: {states: 5}}\nrulebook: "
    #expect(
      try laboratory.faults(start + "{file: []}")
        == ["plan.yaml:4: key `rulebook.file`: the list is empty"])
    #expect(try laboratory.faults(start + "{file: [untoc-2010, gone.yaml]}").count == 1)
    #expect(try laboratory.faults(start + "{file: [{a: 1}]}").count == 1)
  }

  @Test func `lets the States of a group do otherwise`() throws {
    let laboratory = try Laboratory()
    let plan = try laboratory.plan(
      """
      seed: s
      cycles: 1
      memberships: {generate: {states: 5}}
      behaviours:
        deferral: [0, 0.5]
        groups:
          - {group: B, redraw: 1/3}
          - {group: A, deferral: 1, joining: 0}
      """)
    #expect(plan.behaviours.map(\.deferral.text) == ["0", "0.5"])
    for behaviour in plan.behaviours {
      #expect(behaviour.groups.map(\.region.text) == ["A", "B"])
      #expect(behaviour.groups[0].rates.mapValues(\.text) == ["deferral": "1", "joining": "0"])
      #expect(behaviour.groups[1].rates.mapValues(\.text) == ["redraw": "1/3"])
    }
    let start = "seed: s\ncycles: 1\nmemberships: {generate: {states: 5}}\nbehaviours: "
    #expect(try laboratory.faults(start + "{groups: [{deferral: 1}]}").count == 1)
    #expect(try laboratory.faults(start + "{groups: [{group: A, deferral: 2}]}").count == 1)
    #expect(try laboratory.faults(start + "{groups: {group: A, worse: accept}}").count == 1)
  }

  @Test func `with one waiver list means that list`() throws {
    let laboratory = try Laboratory()
    let plan = try laboratory.plan(
      """
      seed: s
      cycles: 1
      memberships: {generate: {states: 5}}
      rulebook: {waivers: [seat, legal_system]}
      """)
    #expect(plan.rulebooks.map(\.waivers) == [[.seat, .legalSystem]])
  }

  @Test func `with a mistake in line 12 says so in one line`() throws {
    let laboratory = try Laboratory()
    try laboratory.write(Sample.ten, "ten.csv")
    let lines = Sample.plan.replacing("joining: 0.1", with: "joinning: 0.1")
    #expect(
      try laboratory.faults(lines) == [
        "plan.yaml:12: key `behaviours.joinning`: \"joinning\" is not a key; allowed: name, "
          + "deferral, redraw, stand_down, joining, leaving, accession, worse, groups"
      ])
  }

  @Test(arguments: [
    ("cycles: 0", "key `cycles`: \"0\" is not allowed; allowed: a whole number from 1 to 10000000"),
    ("cycels: 5", "key `cycels`: \"cycels\" is not a key"),
    ("rulebook: {loads: {maximum: [2, x]}}", "key `rulebook.loads.maximum`: \"x\" is not allowed"),
    ("rulebook: {loads: {maximum: []}}", "key `rulebook.loads.maximum`: the list is empty"),
    ("rulebook: {load: {maximum: 1}}", "key `rulebook.load`: \"load\" is not a key; allowed: name"),
    ("rulebook: {loads: {minimum: [1, 4]}}", "the minimum 4 is above the maximum 3"),
    ("rulebook: {cycle: {years: {from: 5, to: 3}}}", "`from` is 5, above `to`, which is 3"),
    ("rulebook: {cycle: {years: {from: 5}}}", "the key `to` is missing"),
    ("rulebook: {cycle: {years: {from: 49, to: 51}}}", "\"51\" is not allowed"),
    ("rulebook: [1]", "key `rulebook`: a list is not allowed"),
    ("behaviours: {deferral: 1.5}", "key `behaviours.deferral`: \"1.5\" is not allowed"),
    ("behaviours: {deferral: [0.1, 2/1]}", "\"2/1\" is not allowed; allowed: a number from 0 to 1"),
    ("behaviours: {deferral: 1e-3}", "\"1e-3\" is not allowed"),
    ("behaviours: {worse: maybe}", "\"maybe\" is not allowed; allowed: accept, refuse"),
    ("behaviours: []", "key `behaviours`: the list is empty"),
    (
      "behaviours: quiet", "key `behaviours`: \"quiet\" is not allowed; allowed: a list of mappings"
    ),
  ])
  func `names what is wrong with a key`(_ line: String, _ expected: String) throws {
    let laboratory = try Laboratory()
    let faults = try laboratory.faults(
      "seed: s\nmemberships: {generate: {states: 5}}\n"
        + (line.hasPrefix("cycles") ? "" : "cycles: 1\n") + line + "\n")
    #expect(faults.count == 1, "\(faults)")
    #expect(faults.first?.contains(expected) == true, "\(faults)")
    #expect(
      faults.first?.hasPrefix("plan.yaml:\(line.hasPrefix("cycles") ? 3 : 4): ") == true,
      "\(faults)")
  }

  @Test(arguments: [
    ("{file: a.csv, generate: {states: 5}}", "either `file` or `generate`"),
    ("{name: x}", "either `file` or `generate`"),
    ("{generate: {state: 5}}", "\"state\" is not a key"),
    ("{generate: {states: 0}}", "\"0\" is not allowed; allowed: a whole number from 1 to 10000000"),
    ("{generate: {states: {from: 1, to: 10000000}}}", "more than 10000 combinations"),
    ("{generate: {groups: 5}}", "the key `states` is missing"),
    ("[]", "the list is empty"),
    ("{file: none.csv}", "none.csv: there is no such file"),
  ])
  func `names what is wrong with a membership`(_ value: String, _ expected: String) throws {
    let faults = try Laboratory().faults("seed: s\ncycles: 1\nmemberships: \(value)\n")
    #expect(faults.contains { $0.contains(expected) }, "\(faults)")
  }

  @Test func `says at once all that is wrong, each once, in the order of the lines`() throws {
    let laboratory = try Laboratory()
    try laboratory.write("state\nA\nA\n", "bad.csv")
    let faults = try laboratory.faults(
      """
      sede: s
      memberships:
        - {file: bad.csv}
      rulebook:
        loads: {maximum: [9999, 3]}
        redraws: {limit: [1, 2, 3]}
      behaviours:
        - {redraw: much}
      """)
    #expect(faults.count == 6, "\(faults)")
    for (fault, piece) in zip(
      faults, ["`cycles` is missing", "`seed` is missing", "sede", "9999", "much", "bad.csv:3: "])
    {
      #expect(faults.contains { $0.contains(piece) }, "\(fault)")
    }
  }

  @Test func `may not have too many cells`() throws {
    let faults = try Laboratory().faults(
      """
      seed: s
      cycles: 1
      memberships: {generate: {states: {from: 1, to: 200}}}
      rulebook: {cycle: {years: {from: 1, to: 50}}, redraws: {limit: [0, 1]}}
      """)
    #expect(faults.map { $0.contains("more than 10000 combinations") } == [true], "\(faults)")
  }

  @Test func `that is empty, or no mapping, is wrong`() throws {
    #expect(try Laboratory().faults("") == ["plan.yaml: the file is empty"])
    #expect(try Laboratory().faults("# nothing\n") == ["plan.yaml: the file is empty"])
    #expect(try Laboratory().faults("- 1\n").first?.hasPrefix("plan.yaml:1: a list") == true)
  }
}

@Suite struct `A rate` {
  @Test(arguments: [
    ("0", 0, 1), ("1", 1, 1), ("0.25", 25, 100), ("1/3", 1, 3), ("1.000000", 1_000_000, 1_000_000),
    ("0.000001", 1, 1_000_000), ("999999/1000000", 999_999, 1_000_000), ("0/7", 0, 7),
  ])
  func `is read exactly`(_ text: String, _ numerator: Int, _ denominator: Int) {
    let rate = Rate(text)
    #expect(rate?.numerator == numerator && rate?.denominator == denominator)
    #expect(rate?.text == text)
  }

  @Test(arguments: [
    "", "2", "1.1", "-0.1", "0.1234567", ".5", "1.", "00", "1/0", "4/3", "1/2/3", "1/1000001",
    "0,5", " 0.5", "5e-1", "01/2", "١/٣", "9999999999999999999999",
  ])
  func `is nothing else`(_ text: String) { #expect(Rate(text) == nil) }
}
