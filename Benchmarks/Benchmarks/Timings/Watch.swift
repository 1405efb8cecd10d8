import Foundation

/// Times work by the processor, which a busy machine disturbs least, and by the clock.
struct Watch {
  private let processor = clock()
  private let start = ContinuousClock.now

  /// The time since the watch was made.
  func read() -> Timing {
    let passed = start.duration(to: .now)
    return Timing(
      processor: Double(clock() - processor) / Double(CLOCKS_PER_SEC),
      clock: Double(passed.components.seconds) + Double(passed.components.attoseconds) * 1e-18)
  }

  /// Times some work.
  static func timing(_ work: () throws -> Void) rethrows -> Timing {
    let watch = Watch()
    try work()
    return watch.read()
  }
}

/// How long something took, in seconds.
struct Timing {
  let processor: Double
  let clock: Double
}

extension [Timing] {
  /// The median by the processor, in seconds.
  var processor: Double { median(of: map(\.processor)) }
  /// The median by the clock, in seconds.
  var clock: Double { median(of: map(\.clock)) }

  private func median(of values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}

/// A table in Markdown; all columns but the first are numbers.
struct Table {
  private var lines: [String]

  init(_ title: String, _ columns: [String]) {
    lines = [
      "", title, "", "| " + columns.joined(separator: " | ") + " |",
      "| --- |" + String(repeating: " ---: |", count: columns.count - 1),
    ]
  }

  mutating func add(_ cells: String...) {
    lines.append("| " + cells.joined(separator: " | ") + " |")
  }

  func print() { Swift.print(lines.joined(separator: "\n")) }
}

/// Milliseconds with the digits that a person reads.
func milliseconds(_ seconds: Double) -> String {
  let value = seconds * 1000
  return String(format: value < 1 ? "%.3f" : value < 100 ? "%.1f" : "%.0f", value)
}
