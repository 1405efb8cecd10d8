import Benchmark
import Drawing
import Foundation
import GLPKSolver
import IntegerProgramming
import Members
import Pairing
import Rules
import Fixtures

let benchmarks: @Sendable () -> Void = {
  let environment = ProcessInfo.processInfo.environment
  // The gate compares work that repeats exactly; clock and memory never stand in thresholds.
  let isGate = environment["PEERLOTS_BENCHMARK_GATE"] != nil
  let largest = environment["PEERLOTS_BENCHMARK_STATES"].flatMap { Int($0) } ?? 2_000
  let small = [.generated(60)] + Fixture.real + [.generated(500), .generated(1_000)]
  let large = [2_000, 5_000, 10_000, 100_000, 1_000_000].filter { $0 <= largest }
  for fixture in small + large.map({ .generated($0) }) {
    register(Measured(fixture, isGate: isGate))
  }
  // The program over classes hardly grows with the number of States, and a cycle in proportion.
  for stateCount in [10_000, 100_000] where stateCount > largest {
    let measured = Measured(.generated(stateCount), isGate: isGate)
    registerPrograms(measured)
    registerCycle(measured)
  }
}

/// A membership with the metrics that are asked for.
struct Measured: Sendable {
  let fixture: Fixture
  let isGate: Bool

  init(_ fixture: Fixture, isGate: Bool) {
    self.fixture = fixture
    self.isGate = isGate
  }

  /// Registers a benchmark of one piece of work. What `prepare` makes is not measured; the work
  /// returns what it was in numbers that repeat exactly.
  func benchmark<Prepared>(
    _ work: String, _ names: [String], prepare: @escaping (Fixture) throws -> Prepared,
    measure: @escaping (inout Prepared) throws -> Work
  ) {
    let configuration = Benchmark.Configuration(
      metrics: names.flatMap(Work.metrics) + (isGate ? [] : Self.clocks),
      warmupIterations: isGate ? 0 : 1, maxDuration: .seconds(2), maxIterations: isGate ? 1 : 100)
    Benchmark("\(work)-\(fixture.name)", configuration: configuration) { benchmark in
      var prepared = try prepare(fixture)
      benchmark.startMeasurement()
      let done = try measure(&prepared)
      benchmark.stopMeasurement()
      done.report(to: benchmark, names)
    }
  }

  private static let clocks: [BenchmarkMetric] = [.wallClock, .cpuTotal, .peakMemoryResident]
}

/// All work on a membership.
func register(_ measured: Measured) {
  registerPrograms(measured)
  if measured.fixture.stateCount <= 200 {
    measured.benchmark("program-of-states", Work.program) {
      try $0.problem()
    } measure: { problem in
      Work(program: PairingProgram(problem, by: .states).program(level: 0, best: []))
    }
  }
  if measured.fixture.stateCount <= largestOfPairs {
    measured.benchmark("witness", Work.tally) {
      try $0.problem()
    } measure: { problem in
      try Work(tally: Lookahead.from(problem)?.tally)
    }
    registerBowl(measured, .regional)
    registerBowl(measured, .open)
  }
  measured.benchmark("year", Work.tally) {
    try Draws.selected($0.membership())
  } measure: { drawer in
    let before = drawer.tally
    try drawer.draw(year: 1, .plain(Label("1/year 1")))
    return Work(tally: drawer.tally, since: before)
  }
  registerCycle(measured)
}

/// The most States of which the search over single States looks at all pairs here.
let largestOfPairs = 5_000

/// A whole cycle.
func registerCycle(_ measured: Measured) {
  measured.benchmark("cycle", Work.tally) {
    try $0.membership()
  } measure: { membership in
    try Work(tally: Draws.cycle(of: membership, seed: "1").tally)
  }
}

/// The program over classes, and its solution by GLPK.
func registerPrograms(_ measured: Measured) {
  measured.benchmark("program", Work.program) {
    try $0.problem()
  } measure: { problem in
    Work(program: PairingProgram(problem, by: .classes).program(level: 0, best: []))
  }
  measured.benchmark("glpk", Work.solver) {
    let program = try PairingProgram($0.problem(), by: .classes)
    // The first that is asked before a draw: can all waivers be zero?
    let none = program.settled.counts
    return program.program(level: none.count, best: none)
  } measure: { program in
    var statistics = GLPKSolver.Statistics()
    _ = try GLPK().minimise(program, statistics: &statistics)
    return Work(statistics: statistics)
  }
}

/// The bowl of a seat of the State in the middle, before anything is drawn.
func registerBowl(_ measured: Measured, _ seat: Seat) {
  measured.benchmark("bowl-\(seat)", Work.tally + ["size"]) { fixture in
    let problem = try fixture.problem()
    guard let lookahead = try Lookahead.from(problem) else { throw NothingToDraw() }
    let states = problem.membership.states
    let middle = states.indices.dropFirst(states.count / 2)
      .first { problem.reviews[$0].regionalSeats > 0 }
    guard let middle else { throw NothingToDraw() }
    return (lookahead, middle)
  } measure: { (prepared: inout (Lookahead, Int)) in
    let before = prepared.0.tally
    let bowl = try prepared.0.bowl(of: seat, underReview: prepared.1)
    return Work(tally: prepared.0.tally, since: before).with("size", bowl.count)
  }
}

/// A membership that a benchmark cannot be made from.
struct NothingToDraw: Error {}
