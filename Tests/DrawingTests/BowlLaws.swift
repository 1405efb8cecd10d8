import Drawing
import Foundation
import Lots
import Members
import Pairing
import Rules
import Testing

/// A rehearsal whose every bowl is compared with brute force.
final class JudgedRehearsal {
  private(set) var mistakes: [String] = []
  private(set) var lots = 0
  private let judge: BruteForceJudge
  private let name: String
  private var best: [Int]?

  init(_ random: RandomCase, name: String) {
    judge = BruteForceJudge(random.membership, random.rulebook, random.conflicts)
    self.name = name
  }

  /// Compares one event with brute force, then follows it.
  func record(_ event: Event) {
    switch event {
    case .opened(let opened):
      best = judge.best(claimed: opened.best.counts)
      if opened.best.counts != best {
        mistakes.append("\(name): best \(opened.best.counts), brute force \(best ?? [-1])")
      }
    case .lot(let lot):
      switch lot.purpose {
      case .regionalReviewer(_, let state): compare(lot, state, regional: true)
      case .openReviewer(_, let state): compare(lot, state, regional: false)
      default: break
      }
    case .waiver(let waiver):
      let i = index(waiver.state)
      switch waiver.rule {
      case .sameRegion:
        expectEmpty(i, regional: true)
        judge.giveUp(i)
      case .seat:
        expectEmpty(i, regional: false)
        judge.leaveEmpty(i)
      case .minimumLoad, .legalSystem: break
      }
    default: break
    }
  }

  private func index(_ code: Label) -> Int { judge.states.firstIndex { $0.code == code } ?? -1 }

  private func expectEmpty(_ i: Int, regional: Bool) {
    lots += 1
    let bowl = judge.bowl(i, regional: regional, best: best ?? [])
    if !bowl.isEmpty { mistakes.append("\(name): bowl of \(i) empty, brute force \(bowl)") }
  }

  private func compare(_ lot: DrawnLot, _ state: Label, regional: Bool) {
    lots += 1
    let i = index(state)
    let bowl = judge.bowl(i, regional: regional, best: best ?? []).map { judge.states[$0].code }
    if bowl != lot.bowl {
      mistakes.append(
        "\(name): \(regional ? "regional" : "open") bowl of \(state) is \(lot.bowl), brute force \(bowl)"
      )
    }
    judge.place(index(lot.drawn), i, regional: regional)
  }

  /// Runs a whole cycle; brute force must agree that there is none where there is none.
  static func run(
    _ number: Int, _ options: Lookahead.Options = Lookahead.Options(),
    sizes: ClosedRange<Int> = 4...9
  ) -> (JudgedRehearsal, BowlTally) {
    let random = RandomCase(number, sizes: sizes)
    let judged = JudgedRehearsal(random, name: "case \(number)")
    var tally = BowlTally()
    do {
      let drawer = try Drawer.open(
        random.membership, rulebook: random.rulebook, conflicts: random.conflicts,
        software: "tests", acceptsWaivers: true, options: options, record: judged.record)
      try drawer.select(.plain(Label("\(number)/selection")))
      for year in 1...random.rulebook.years {
        try drawer.draw(
          year: year, .plain(Label("\(number)/year \(year)")))
      }
      tally = drawer.tally
      let outcome = Provisions(random.rulebook, conflicts: random.conflicts).judge(
        FinishedDraw(
          membership: random.membership, rulebook: random.rulebook, conflicts: random.conflicts,
          assignment: drawer.cycle.assignment))
      if !outcome.unlawful.isEmpty {
        judged.mistakes.append("case \(number): \(outcome.unlawful.map(\.sentence))")
      }
      if outcome.vector != drawer.cycle.best {
        judged.mistakes.append(
          "case \(number): outcome \(outcome.vector.counts), best \(drawer.cycle.best.counts)")
      }
      var lines = WaiverVector(rules: random.rulebook.waivers)
      for waiver in drawer.cycle.waivers {
        if let level = lines.rules.firstIndex(of: waiver.rule) { lines.counts[level] += 1 }
      }
      if lines != drawer.cycle.best {
        judged.mistakes.append("case \(number): waiver lines \(lines.counts)")
      }
    } catch DrawingFailure.impossible {
      if judged.judge.hasCompletion() {
        judged.mistakes.append("case \(number): brute force has a completion")
      }
    } catch { judged.mistakes.append("case \(number): \(error)") }
    return (judged, tally)
  }
}

@Suite struct `Bowls equal brute force` {
  /// 2,000 by default; a nightly run sets more.
  static let cases = ProcessInfo.processInfo.environment["PEERLOTS_CASES"].flatMap(Int.init) ?? 2000

  @Test func `over random memberships of 4 to 9 States and every kind of rulebook`() {
    var lots = 0
    var tally = BowlTally()
    var mistakes: [String] = []
    for number in 0..<Self.cases {
      let (judged, its) = JudgedRehearsal.run(number)
      lots += judged.lots
      tally = tally + its
      mistakes += judged.mistakes
    }
    #expect(mistakes.isEmpty, "\(mistakes.count) mistakes, first: \(mistakes.prefix(5))")
    #expect(lots > Self.cases * 5)
    // A test that never leaves the easy paths would prove little.
    #expect(tally.repaired > 0 && tally.outBySearch > 0, "\(tally)")
    print("bowls compared with brute force: \(lots) in \(Self.cases) cycles, \(tally)")
  }

  @Test func `fail this law when the repair is left out`() {
    var options = Lookahead.Options()
    options.repairs = false
    let mistaken = (0..<400).count { !JudgedRehearsal.run($0, options).0.mistakes.isEmpty }
    #expect(mistaken > 0)
    print("without the repair \(mistaken) of 400 cycles hold a wrong bowl")
  }

  @Test func `also when every repair is cut short and the integer program decides`() {
    var options = Lookahead.Options()
    options.repairLimit = 0
    options.leafLimit = 0
    var tally = BowlTally()
    var mistakes: [String] = []
    for number in 0..<150 {
      let (judged, its) = JudgedRehearsal.run(number, options, sizes: 4...7)
      mistakes += judged.mistakes
      tally = tally + its
    }
    #expect(mistakes.isEmpty, "\(mistakes.count) mistakes, first: \(mistakes.prefix(5))")
    #expect(tally.byProgram > 0)
  }
}
