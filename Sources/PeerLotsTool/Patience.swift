import Foundation
import Synchronization

/// Says on standard error that a command is still at work, where it takes long: on a terminal one
/// line that is renewed, else a line now and then.
///
/// One thread looks on; what it counts is the processor's work, so that a busy machine changes
/// nothing. With the variable `PEERLOTS_PROGRESS=no` nothing is said.
enum Patience {
  /// Seconds of work after which something is said.
  private static let patientSeconds = 1.0
  /// Seconds between two lines where there is no terminal and something else is being done.
  private static let secondsBetweenLines = 30.0

  private struct Watch {
    /// The command, for instance `draw`.
    var command = ""
    /// What it is doing, in a few words.
    var doing = "working out what is possible"
    /// What Ctrl-C leaves.
    var stopped = "nothing is written"
    var isOn = false
    var start = ContinuousClock.now
    /// When something was said last, and what was being done.
    var told: (at: ContinuousClock.Instant, doing: String)?
    /// Whether a line on the terminal is to be wiped before anything else is written.
    var isLineShown = false
  }

  private static let watch = Mutex(Watch())
  private static let isTerminal = Console.isTerminal
  private static let isSilent = ProcessInfo.processInfo.environment["PEERLOTS_PROGRESS"] == "no"

  /// Begins to look on.
  static func begin(_ arguments: [String] = CommandLine.arguments) {
    if CapturedCommand.current != nil { return }
    let words = arguments.dropFirst().prefix(arguments.dropFirst().first == "stress" ? 2 : 1)
    let isFirst = watch.withLock { watch in
      defer { (watch.command, watch.isOn) = (words.joined(separator: " "), true) }
      return !watch.isOn
    }
    if isSilent || !isFirst { return }
    let thread = Thread {
      while watch.withLock({ $0.isOn }) {
        Thread.sleep(forTimeInterval: 0.25)
        look()
      }
    }
    thread.start()
  }

  /// Says what is being done from here on; nothing is shown before it has taken long.
  static func note(_ doing: String) { watch.withLock { $0.doing = doing } }

  /// From here on Ctrl-C leaves a command that can be taken up again.
  static func canResume() {
    watch.withLock { $0.stopped = "the same command goes on where it stopped" }
  }

  /// Wipes the line on the terminal, so that what is written next stands on its own.
  static func leaveLine() { watch.withLock { wipe(&$0) } }

  /// Ends it.
  static func end() {
    watch.withLock { watch in
      watch.isOn = false
      wipe(&watch)
    }
  }

  private static func wipe(_ watch: inout Watch) {
    if watch.isLineShown { Console.put("\r\u{1B}[K") }
    watch.isLineShown = false
  }

  /// Seconds of work of all processors; POSIX counts them in millionths.
  private static var seconds: Double { Double(clock()) / 1_000_000 }

  private static func look() {
    watch.withLock { watch in
      let now = ContinuousClock.now
      let passed = (now - watch.start) / .seconds(1)
      guard watch.isOn, passed >= patientSeconds, seconds >= patientSeconds else { return }
      let since = watch.told.map { (now - $0.at) / .seconds(1) } ?? .infinity
      let isNew = watch.told?.doing != watch.doing
      guard isTerminal ? since >= 1 : isNew && since >= secondsBetweenLines else { return }
      watch.told = (now, watch.doing)
      let doing = "\(watch.command): \(watch.doing)"
      if isTerminal {
        let text = "\(doing); \(Int(passed)) s (Ctrl-C stops it)"
        let width = TerminalSize.columns(of: STDERR_FILENO) ?? 80
        Console.put("\r\(Console.plain(text).prefix(width - 1))\u{1B}[K")
        watch.isLineShown = true
      } else {
        Console.put(
          Console.plain(
            "\(doing); this can take long. Ctrl-C stops it, and \(watch.stopped).") + "\n")
      }
    }
  }
}
