import Benchmark
import GLPKSolver
import IntegerProgramming
import Pairing

/// Work in numbers that repeat exactly on any machine.
///
/// The library keeps three digits of a number: exact below 2,048. A count is therefore given in
/// two metrics, thousands and the rest, so that a threshold sees every change of it.
struct Work {
  private var counts: [String: Int] = [:]

  static let program = ["rows", "columns", "nonzeros"]
  static let solver = program + ["programs", "iterations", "nodes"]
  /// The names of a tally, in their order.
  static let tally = flat(BowlTally()).map(\.name)

  /// The whole numbers of a value, those of the values in it included, in their order.
  private static func flat(_ value: Any, _ prefix: String = "") -> [(name: String, count: Int)] {
    Mirror(reflecting: value).children.flatMap { child in
      let name = prefix + (child.label ?? "")
      if let count = child.value as? Int { return [(name, count)] }
      return flat(child.value, name + " ")
    }
  }

  init(program: Program) {
    counts["rows"] = program.rows.count
    counts["columns"] = program.variables.count
    counts["nonzeros"] = program.rows.reduce(0) { $0 + $1.terms.count }
  }

  init(statistics: GLPKSolver.Statistics) {
    counts = [
      "rows": statistics.rows, "columns": statistics.columns, "nonzeros": statistics.nonzeros,
      "programs": statistics.programs, "iterations": statistics.iterations,
      "nodes": statistics.nodes,
    ]
  }

  /// What a tally counted since another one; nil where there was nothing to count.
  init(tally: BowlTally?, since before: BowlTally = BowlTally()) {
    for (later, earlier) in zip(Self.flat(tally ?? before), Self.flat(before)) {
      counts[later.name] = later.count - earlier.count
    }
  }

  func with(_ name: String, _ count: Int) -> Work {
    var work = self
    work.counts[name] = count
    return work
  }

  /// The metrics of a count.
  static func metrics(_ name: String) -> [BenchmarkMetric] {
    [
      .custom(name + ", thousands", polarity: .prefersSmaller, useScalingFactor: false),
      .custom(name + ", the rest", polarity: .prefersSmaller, useScalingFactor: false),
    ]
  }

  func report(to benchmark: Benchmark, _ names: [String]) {
    for name in names {
      let count = counts[name] ?? 0
      for (metric, part) in zip(Self.metrics(name), [count / 1000, count % 1000]) {
        benchmark.measurement(metric, part)
      }
    }
  }
}
