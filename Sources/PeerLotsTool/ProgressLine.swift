import Foundation
import StressTesting

/// Shows how far a run is, on standard error: one line that changes on a terminal, else a new line
/// now and then.
struct ProgressLine {
  private let isTerminal = Console.isTerminal
  private var shown: StressProgress?
  private var width = 0

  private static let barWidth = 30
  private static let secondsBetweenLines = 10.0

  /// Shows a state of the run, where it is time to.
  mutating func show(_ progress: StressProgress) {
    if progress.now == 0 && progress.done == progress.total { return }
    if isTerminal {
      let text = Self.bar(progress) + " " + Self.text(progress)
      let padding = String(repeating: " ", count: max(0, width - text.count))
      width = text.count
      write("\r" + text + padding)
      shown = progress
      return
    }
    let isEnd = progress.done == progress.total
    let last = shown?.seconds ?? 0
    guard isEnd ? shown?.done != progress.done : progress.seconds - last >= Self.secondsBetweenLines
    else { return }
    shown = progress
    write(Self.text(progress) + "\n")
  }

  /// Leaves the line, so that what is said next stands on its own.
  mutating func end() {
    if isTerminal && shown != nil { write("\n") }
    shown = nil
  }

  private func write(_ text: String) {
    Patience.end()
    Console.put(text)
  }

  private static func bar(_ progress: StressProgress) -> String {
    let filled = progress.total == 0 ? barWidth : barWidth * progress.done / progress.total
    return "[" + String(repeating: "#", count: filled)
      + String(repeating: "-", count: barWidth - filled) + "]"
  }

  /// For instance `1200 of 10000 cycles, 61.3 a second, 2 min 24 s left; slowest: cell 3, 0.4 s a cycle`.
  static func text(_ progress: StressProgress) -> String {
    var text = "\(progress.done) of \(progress.total) cycles"
    if let rate = progress.rate {
      let tenths = Int(rate * 10)
      text += ", \(tenths / 10).\(tenths % 10) a second"
    }
    if progress.done < progress.total, let seconds = progress.remainingSeconds {
      text += ", \(duration(Int(seconds.rounded(.up)))) left"
    }
    if let slowest = progress.slowest {
      let tenths = Int((slowest.seconds * 10).rounded(.up))
      text += "; slowest: cell \(slowest.cell), \(tenths / 10).\(tenths % 10) s a cycle"
    }
    return text
  }

  static func duration(_ seconds: Int) -> String {
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
    return "\(seconds / 3600) h \(seconds / 60 % 60) min"
  }
}
