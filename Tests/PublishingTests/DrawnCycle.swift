import Drawing
import Foundation
import Members
import Publishing
import Records
import Rules

/// A cycle of two years with every kind of event, among States with hostile texts.
enum DrawnCycle {
  /// A name that would be markup, a formula, and very long.
  static let hostileName =
    "=1+1 <b onclick='x'>\"&amp;</b>; , " + String(repeating: "endless", count: 30)
  static let hostileReason = "reason </p><script>alert(1)</script>"

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// A file of the package.
  static func bytes(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: "\(root)/\(path)")))
  }

  /// Every third State of the estimate of 2024, with languages, some with hostile names; one is no
  /// country, one no reviewer.
  static func membership() throws -> Membership {
    let all = try MembershipReader.read(path: "\(root)/Instances/untoc-2024-estimate.csv")
    let languages: [[Label]] = [["en"], ["fra", "en"], ["es"], ["ru", "zh"], [], ["ar"]]
    let states = all.membership.states.enumerated().filter { $0.offset % 3 == 0 }
      .map { place, state in
        State(
          code: state.code, name: place % 12 == 0 ? hostileName : state.name,
          region: state.region, protocols: state.protocols,
          legalSystems: state.legalSystems, languages: languages[place / 3 % 6])
      }
    let odd = State(
      code: "zz-9", name: hostileName, region: "AFR", protocols: ["TIP"], legalSystems: ["civil"])
    let signatory = State(code: "SGN", region: "WEOG", isReviewer: false)
    return Membership(states + [odd, signatory])
  }

  private final class Log { var events: [Event] = [] }

  /// The events of the whole cycle, and the cycle they lead to.
  static func draw() throws -> (events: [Event], cycle: Cycle) {
    let log = Log()
    var rulebook = Rulebook()
    rulebook.years = 3
    let membership = try membership()
    let drawer = try Drawer.open(
      membership, rulebook: rulebook,
      conflicts: [Conflict(underReview: membership.states[0].code, reviewer: "zz-9")],
      software: "tests", acceptsWaivers: true
    ) { log.events.append($0) }
    try drawer.announce(Announced(draw: .selection, source: "dice <i>"))
    try drawer.select(.plain("one"))
    try drawer.announce(Announced(draw: .year(1), source: "a lottery"))
    try drawer.withdraw(Withdrawn(draw: .year(1), reason: hostileReason))
    try drawer.draw(year: 1, .plain("two"))
    let first = drawer.cycle.states(year: 1).map { drawer.cycle.roster.states[$0].code }
    try drawer.redraw(first[0], .plain("three"), acceptsWaivers: true)
    // One that reviews in the year it is under review in.
    let sitting = first.first { code in
      drawer.cycle.states(year: 1).contains { state in
        drawer.cycle.reviews[state].reviewers.contains(drawer.cycle.roster.index(of: code) ?? -1)
      }
    }
    if let sitting {
      try drawer.standDown(sitting, year: 1, .plain("four"), acceptsWaivers: true)
    }
    let second = drawer.cycle.states(year: 2).map { drawer.cycle.roster.states[$0].code }
    try drawer.deferReview(
      of: second[1], reason: hostileReason, replaces: true, .plain("five"), acceptsWaivers: true)
    let left = drawer.cycle.states(year: 3).map { drawer.cycle.roster.states[$0].code }[2]
    let joined = State(
      code: "NEW", name: "New State", region: "APG", protocols: ["TIP"], legalSystems: ["civil"])
    let states = drawer.cycle.membership.states.filter { $0.code != left } + [joined]
    try drawer.amend(
      Amendment(membership: Membership(states), leaves: [left], joins: ["NEW"]), .plain("six"),
      acceptsWaivers: true)
    try drawer.draw(year: 2, .plain("seven"))
    return (log.events, drawer.cycle)
  }

  /// The files of a publication by their paths.
  static func files(
    _ tongues: [Tongue], start: CivilDate? = CivilDate("2027-01-04")
  ) throws -> [String: String] {
    let (events, cycle) = try draw()
    let record = Record(events, cycle: cycle, pending: 0, head: String(repeating: "0f", count: 32))
    var files: [String: String] = [:]
    var publication = Publication(
      record, in: tongues, start: start, odds: (1...3).map { odds(ofYear: $0, cycle) })
    publication.ledger = "{}\n"
    publication.verifier = verifier
    publication.experts = ExpertList(try experts(cycle), hash: String(repeating: "e", count: 64))
    publication.files { files[$0.path] = $0.text }
    return files
  }

  /// A page in the place of the verifier, which has scripts.
  private static let verifier = """
    <!DOCTYPE html><html lang="en"><head><title>v</title></head><body><h1>v</h1></body></html>
    """

  /// Chances as nobody counted them: of every pair of a year the place of its reviewer, in
  /// millionths of which some round to nothing.
  static func odds(ofYear year: Int, _ cycle: Cycle) -> YearOdds {
    let states = cycle.roster.states
    let pairs = cycle.states(year: year).flatMap { state in
      states.indices.filter { $0 != state && states[$0].isReviewer }.map { reviewer in
        let chance = reviewer * 173
        return YearOdds.Pair(
          underReview: states[state].code, reviewer: states[reviewer].code,
          YearOdds.Chance(chance, low: chance / 2, high: chance * 2))
      }
    }
    return YearOdds(
      year: year, year == 2 ? .counted : .sampled(400), isUniform: year == 3,
      options: "--year \(year)", pairs: pairs)
  }

  /// Experts of the first twenty States, some with hostile names.
  private static func experts(_ cycle: Cycle) throws -> [Expert] {
    let rows = cycle.roster.states.prefix(20).enumerated().map { place, state in
      let name =
        place % 5 == 0 ? "\"'\(hostileName.replacing("\"", with: "\"\""))\"" : "Judge \(place)"
      return "\(state.code),\(name),extradition,TIP,en fr"
    }
    let table = "state,expert,fields,protocols,languages\n" + rows.joined(separator: "\n")
    return try ExpertsReader.read(
      Array(table.utf8), file: "experts.csv", membership: cycle.membership
    ).experts
  }
}
