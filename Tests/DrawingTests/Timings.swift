import Drawing
import Foundation
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
  @Test(arguments: `Real memberships`.names, [true, false])
  func `of a whole cycle inside the process`(
    name: String, spreads: Bool
  ) throws {
    var options = Lookahead.Options()
    options.spreads = spreads
    let membership = try `Real memberships`.membership(name)
    var times: [Double] = []
    var tally = BowlTally()
    for seed in 0..<50 {
      times.append(
        try Self.milliseconds {
          let drawer = try Drawer.open(
            membership, rulebook: Rulebook(), conflicts: [], software: "tests",
            acceptsWaivers: false, options: options
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
      "\(name)\(spreads ? ", spread" : ""): median \(times[25]) ms, worst \(times[49]) ms, of which before the first lot",
      "\(opening) ms; 50 cycles: \(tally)")
    #expect(times[25] <= 30 && times[49] <= 120)
  }
}
