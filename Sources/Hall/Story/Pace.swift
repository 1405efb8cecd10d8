import Foundation
import Synchronization

/// When the next lot is drawn: at the press of a key, or so many seconds after the last.
final class Pace: Sendable {
  /// How the lots follow one another.
  enum Rhythm: Sendable, Equatable {
    /// Each at the press of a key.
    case byKey
    /// So many seconds after the one before; 0: at once.
    case every(Double)

    /// Reads `key` or a number of seconds from 0 to 3600.
    init?(_ text: String) {
      if text == "key" {
        self = .byKey
        return
      }
      guard let seconds = Double(text), (0...3_600).contains(seconds) else { return nil }
      self = .every(seconds)
    }

    /// The rhythm as it is written.
    var text: String {
      switch self {
      case .byKey: "key"
      case .every(let seconds): seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
      }
    }
  }

  private struct Clock {
    var rhythm: Rhythm
    var isPaused = false
    var keys = 0
    var last = ContinuousClock.now
  }

  private let clock: Mutex<Clock>

  init(_ rhythm: Rhythm) { clock = Mutex(Clock(rhythm: rhythm)) }

  /// The rhythm in force.
  var rhythm: Rhythm { clock.withLock { $0.rhythm } }

  /// Whether nothing is drawn until it is said.
  var isPaused: Bool { clock.withLock { $0.isPaused } }

  /// Begins a draw.
  func begin() {
    clock.withLock { ($0.isPaused, $0.keys, $0.last) = (false, 0, .now) }
  }

  /// Changes the rhythm.
  func set(_ rhythm: Rhythm) {
    clock.withLock { ($0.rhythm, $0.isPaused) = (rhythm, false) }
  }

  /// Stops for a while, or goes on.
  func pause(_ isPaused: Bool) { clock.withLock { ($0.isPaused, $0.last) = (isPaused, .now) } }

  /// Lets one lot be drawn.
  func press() { clock.withLock { $0.keys = min($0.keys + 1, 1) } }

  /// Waits until the next lot is due.
  ///
  /// - Parameter isWanted: Asked again and again; false ends the waiting.
  func wait(while isWanted: () -> Bool = { true }) {
    while isWanted() {
      let isDue = clock.withLock { clock in
        guard Self.isDue(clock) else { return false }
        clock.keys = 0
        clock.last = .now
        return true
      }
      if isDue { return }
      Thread.sleep(forTimeInterval: 0.02)
    }
  }

  private static func isDue(_ clock: Clock) -> Bool {
    if clock.keys > 0 { return true }
    if clock.isPaused { return false }
    guard case .every(let seconds) = clock.rhythm else { return false }
    return ContinuousClock.now - clock.last >= .seconds(seconds)
  }
}
