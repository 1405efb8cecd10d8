import Drawing
import Lots
import Members
import Pairing
import Rules
import TestingTools

/// A rehearsal whose every bowl is compared with brute force, up to the first mistake.
final class JudgedRehearsal {
  /// What ends a rehearsal at its first mistake: after it the two follow different cycles.
  struct Mistake: Error {}

  private(set) var mistakes: [String] = []
  private(set) var lots = 0
  private(set) var tally = BowlTally()
  /// How many optimal assignments the lookahead began with; more than one where a mutual ban costs
  /// a waiver, none where the integer program decides every lot.
  private(set) var leaves = 0
  private let random: RandomCase
  private let judge: BruteForceJudge
  private let name: String
  private var best: [Int] = []

  private init(_ number: Int, sizes: ClosedRange<Int>) {
    random = RandomCase(number, sizes: sizes)
    judge = BruteForceJudge(random.membership, random.rulebook, random.conflicts)
    name = "case \(number)"
  }

  /// Runs a whole cycle; brute force must agree that there is none where there is none.
  static func run(
    _ number: Int, _ options: Lookahead.Options = Lookahead.Options(),
    sizes: ClosedRange<Int> = 4...9
  ) -> JudgedRehearsal {
    let judged = JudgedRehearsal(number, sizes: sizes)
    do {
      try judged.rehearse(number, options)
    } catch DrawingFailure.impossible {
      if judged.judge.hasCompletion() { judged.note("brute force has a completion") }
    } catch is Mistake {
      // It is noted.
    } catch { judged.note("\(error)") }
    return judged
  }

  private func rehearse(_ number: Int, _ options: Lookahead.Options) throws {
    let drawer = try Drawer.open(
      random.membership, rulebook: random.rulebook, conflicts: random.conflicts,
      software: "tests", acceptsWaivers: true, options: options, record: record)
    drawer.inspect = { lookahead in self.leaves = max(self.leaves, lookahead.leafCount) }
    try drawer.select(.plain(Label("\(number)/selection")))
    for year in 1...random.rulebook.years {
      try drawer.draw(year: year, .plain(Label("\(number)/year \(year)")))
    }
    tally = drawer.tally
    let outcome = Provisions(random.rulebook, conflicts: random.conflicts).judge(
      FinishedDraw(
        membership: random.membership, rulebook: random.rulebook, conflicts: random.conflicts,
        assignment: drawer.cycle.assignment))
    if !outcome.unlawful.isEmpty { note("\(outcome.unlawful.map(\.sentence))") }
    if outcome.vector != drawer.cycle.best {
      note("outcome \(outcome.vector.counts), best \(drawer.cycle.best.counts)")
    }
    var lines = WaiverVector(rules: random.rulebook.waivers)
    for waiver in drawer.cycle.waivers {
      if let level = lines.rules.firstIndex(of: waiver.rule) { lines.counts[level] += 1 }
    }
    if lines != drawer.cycle.best { note("waiver lines \(lines.counts)") }
  }

  // MARK: Event by event

  /// Compares one event with brute force, then follows it.
  private func record(_ event: Event) throws {
    switch event {
    case .opened(let opened):
      best = opened.best.counts
      if judge.undercuts(best) { note("best \(best), brute force has better") }
      if !judge.reaches(best) { note("best \(best), out of reach by brute force") }
    case .lot(let lot):
      switch lot.purpose {
      case .regionalReviewer(_, let state, _): compare(lot, state, regional: true)
      case .openReviewer(_, let state, _): compare(lot, state, regional: false)
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
      case .supplement, .minimumLoad, .legalSystem, .targetLoad: break
      }
    default: break
    }
    if !mistakes.isEmpty { throw Mistake() }
  }

  private func note(_ mistake: String) { mistakes.append("\(name): \(mistake)") }

  private func index(_ code: Label) -> Int { judge.states.firstIndex { $0.code == code } ?? -1 }

  private func expectEmpty(_ i: Int, regional: Bool) {
    lots += 1
    let bowl = judge.bowl(i, regional: regional, best: best)
    if !bowl.isEmpty { note("bowl of \(i) empty, brute force \(bowl)") }
  }

  private func compare(_ lot: DrawnLot, _ state: Label, regional: Bool) {
    lots += 1
    let i = index(state)
    let bowl = judge.bowl(i, regional: regional, best: best).map { judge.states[$0].code }
    if bowl != lot.bowl {
      note("\(regional ? "regional" : "open") bowl of \(state) \(lot.bowl), brute force \(bowl)")
    }
    judge.place(index(lot.drawn), i, regional: regional)
  }
}
