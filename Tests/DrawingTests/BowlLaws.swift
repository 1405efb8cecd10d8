import Dispatch
import Foundation
import Pairing
import Synchronization
import Testing

/// What a series of judged rehearsals came to.
struct Verdict {
  var cases = 0
  var mistaken = 0
  var mistakes: [String] = []
  var lots = 0
  var tally = BowlTally()
  /// Cycles in which a mutual ban costs a waiver, so that more than one assignment is kept.
  var costlyBans = 0
  var slowest = (number: -1, seconds: 0.0)

  mutating func add(_ judged: JudgedRehearsal, _ number: Int, seconds: Double) {
    cases += 1
    lots += judged.lots
    tally = tally + judged.tally
    mistakes += judged.mistakes
    mistaken += judged.mistakes.isEmpty ? 0 : 1
    costlyBans += judged.leaves > 1 ? 1 : 0
    if seconds > slowest.seconds { slowest = (number, seconds) }
  }

  /// Runs the first so many cases on every core; each makes its own drawer, lookahead and solver.
  static func over(
    _ cases: Int, _ options: Lookahead.Options = Lookahead.Options(),
    sizes: ClosedRange<Int> = 4...9
  ) -> Verdict {
    let verdict = Mutex(Verdict())
    DispatchQueue.concurrentPerform(iterations: cases) { number in
      let clock = ContinuousClock()
      let start = clock.now
      let judged = JudgedRehearsal.run(number, options, sizes: sizes)
      let seconds = (clock.now - start) / .seconds(1)
      verdict.withLock { $0.add(judged, number, seconds: seconds) }
    }
    return verdict.withLock { $0 }
  }
}

/// One after another, since each test uses every core.
@Suite(.serialized) struct `Bowls equal brute force` {
  /// 2,000 by default; a nightly run sets more.
  static let cases = ProcessInfo.processInfo.environment["PEERLOTS_CASES"].flatMap(Int.init) ?? 2000

  @Test func `over random memberships of 4 to 9 States and every kind of rulebook`() {
    let verdict = Verdict.over(Self.cases)
    #expect(verdict.mistakes.isEmpty, "\(verdict.mistaken): \(verdict.mistakes.prefix(5))")
    #expect(verdict.lots > Self.cases * 5)
    // A test that never leaves the easy paths would prove little.
    #expect(verdict.tally.repaired > 0 && verdict.tally.outBySearch > 0, "\(verdict.tally)")
    #expect(verdict.costlyBans > Self.cases / 100)
    print(
      "bowls compared with brute force: \(verdict.lots) in \(Self.cases) cycles, of which",
      "\(verdict.costlyBans) with costly mutual bans; \(verdict.tally); slowest",
      "\(verdict.slowest)")
  }

  /// 11480: `legal_system` not among the waivers, and the integer program decides.
  @Test(arguments: [11_480]) func `in cases that were once wrong`(number: Int) {
    let judged = JudgedRehearsal.run(number)
    #expect(judged.mistakes.isEmpty)
  }

  @Test func `fail this law when the repair is left out`() {
    var options = Lookahead.Options()
    options.repairs = false
    let verdict = Verdict.over(400, options)
    #expect(verdict.mistaken > 0)
    print("without the repair \(verdict.mistaken) of 400 cycles hold a wrong bowl")
  }

  @Test(arguments: [(0, 0), (0, 64), (20_000, 0)])
  func `also when every repair is cut short and the integer program decides`(
    repairLimit: Int, leafLimit: Int
  ) {
    var options = Lookahead.Options()
    options.repairLimit = repairLimit
    options.leafLimit = leafLimit
    let verdict = Verdict.over(150, options, sizes: 4...7)
    #expect(verdict.mistakes.isEmpty, "\(verdict.mistaken): \(verdict.mistakes.prefix(5))")
    #expect(verdict.tally.byProgram > 0)
  }
}
