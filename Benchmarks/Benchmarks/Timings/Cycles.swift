import Fixtures

/// Whole cycles of the real memberships: selection, and every lot with its exact bowl.
func timeCycles(seeds: Int) throws {
  var table = Table(
    "A whole cycle within the process, seeds 1 to \(seeds), milliseconds of the processor:",
    ["membership", "median", "mean", "worst", "its seed", "median by the clock"])
  for fixture in Fixture.real {
    let membership = try fixture.membership()
    // Once before, so that the first seed does not pay for what is made once.
    _ = try Draws.cycle(of: membership, seed: "0")
    var timings: [Timing] = []
    for seed in 1...seeds {
      timings.append(
        try Watch.timing { _ = try Draws.cycle(of: membership, seed: "\(seed)") })
    }
    let times = timings.map(\.processor)
    let worst = times.indices.max { times[$0] < times[$1] } ?? 0
    table.add(
      fixture.name, milliseconds(timings.processor),
      milliseconds(times.reduce(0, +) / Double(seeds)), milliseconds(times[worst]),
      "\(worst + 1)", milliseconds(timings.clock))
  }
  table.print()
}
