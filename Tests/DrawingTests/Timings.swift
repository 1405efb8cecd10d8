import Drawing
import Foundation
import GLPKSolver
import Members
import Pairing
import Rules
import Testing

/// Measurements, not laws: run alone, with `PEERLOTS_TIMINGS=1`, on a release build.
@Suite(
  .serialized, .enabled(if: ProcessInfo.processInfo.environment["PEERLOTS_TIMINGS"] != nil))
struct Timings {
  /// Milliseconds of processor time that a task takes.
  static func milliseconds(_ task: () throws -> Void) rethrows -> Double {
    let start = clock()
    try task()
    return Double(clock() - start) * 1_000 / Double(CLOCKS_PER_SEC)
  }

  /// The targets: a median of at most 30 ms, and at most 120 ms for the worst seed.
  @Test(arguments: `Real memberships`.names) func `of a whole cycle inside the process`(
    name: String
  ) throws {
    let membership = try `Real memberships`.membership(name)
    var times: [Double] = []
    var tally = BowlTally()
    for seed in 0..<50 {
      times.append(
        try Self.milliseconds {
          let drawer = try Drawer.open(
            membership, rulebook: Rulebook(), conflicts: [], software: "tests",
            acceptsWaivers: false
          ) { _ in }
          try drawer.select(.plain(Label("seed \(seed)/selection")))
          for year in 1...5 {
            try drawer.draw(year: year, .plain(Label("seed \(seed)/year \(year)")))
          }
          tally = tally + drawer.tally
        })
    }
    let opening = try (0..<5).map { _ in
      try Self.milliseconds {
        _ = try Lookahead.from(PairingProblem(membership: membership, rulebook: Rulebook()))
      }
    }.sorted()[2]
    times.sort()
    print(
      "\(name): median \(times[25]) ms, worst \(times[49]) ms, of which before the first lot",
      "\(opening) ms; 50 cycles: \(tally)")
    #expect(times[25] <= 30 && times[49] <= 120)
  }

  /// The peer: one GLPK problem over single States, its basis kept, one bound changed and back for
  /// each candidate. The target is a thousand times.
  @Test(arguments: ["KEN"]) func `of one bowl and of GLPK asked candidate by candidate`(
    code: Label
  ) throws {
    let membership = try `Real memberships`.membership("untoc-2024-estimate")
    let state = try #require(membership.index(of: code))
    let problem = PairingProblem(membership: membership, rulebook: Rulebook())
    let lookahead = try #require(try Lookahead.from(problem))
    var times: [Double] = []
    var bowl: [Int] = []
    for _ in 0..<21 {
      // The first search of a copy pays for copying; a draw does not.
      var copy = lookahead
      _ = try copy.bowl(of: .regional, underReview: state)
      times.append(
        try Self.milliseconds {
          for _ in 0..<10 { bowl = try copy.bowl(of: .open, underReview: state) }
        } / 10)
    }
    let program = PairingProgram(problem, by: .states)
    let blocks = program.encoding.blocks.map(\.state.code)
    let own = try #require(blocks.firstIndex(of: code))
    let none = program.settled.counts
    let warm = try WarmProgram(program.program(level: none.count, best: none))
    var found: [Int] = []
    var first = true
    var asked = 0
    var glpk = 0.0
    for (place, reviewer) in blocks.enumerated() {
      let pair = BlockPair(underReview: own, reviewer: place)
      guard let open = program.encoding.variables(of: pair)?.open else { continue }
      var isIn = false
      // The first question solves the program, which is not counted.
      if first { _ = try warm.isFeasible(open, atLeast: 0) }
      first = false
      glpk += try Self.milliseconds { isIn = try warm.isFeasible(open, atLeast: 1) }
      asked += 1
      if isIn, let index = membership.index(of: reviewer) { found.append(index) }
    }
    #expect(found == bowl)
    let ours = times.sorted()[10]
    print("bowl of \(code): \(ours) ms; GLPK, \(asked) questions: \(glpk) ms; \(glpk / ours)")
    #expect(glpk >= 1_000 * ours)
  }

  /// The same States over and over, with other codes.
  static func multiplied(_ membership: Membership, by times: Int) -> Membership {
    Membership(
      (0..<times).flatMap { copy in
        membership.states.map {
          State(
            code: Label("\($0.code.text)-\(copy)"), region: $0.region, protocols: $0.protocols,
            legalSystems: $0.legalSystems, isReviewed: $0.isReviewed, isReviewer: $0.isReviewer)
        }
      })
  }

  /// The target: at most 20 times.
  @Test func `of the class program at 192 and at 100,000 States`() throws {
    let real = try `Real memberships`.membership("untoc-2024-estimate")
    let large = Self.multiplied(try `Real memberships`.membership("synthetic-5000"), by: 20)
    var medians: [Double] = []
    for membership in [real, large] {
      let problem = PairingProblem(membership: membership, rulebook: Rulebook())
      let times = try (0..<5).map { _ in
        try Self.milliseconds {
          let best = try PairingProgram(problem, by: .classes).best(using: GLPK())
          #expect(best?.isZero == true)
        }
      }
      medians.append(times.sorted()[2])
    }
    print("class program, written and solved: \(medians) ms; \(medians[1] / medians[0])")
    #expect(medians[1] <= 20 * medians[0])
  }
}
