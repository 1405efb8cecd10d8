import Drawing
import Foundation
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
          let drawer = try Rehearsal.run(
            membership, rulebook: Rulebook(), conflicts: [], seed: "seed \(seed)",
            software: "tests", acceptsWaivers: false
          ) { _ in }
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
}
