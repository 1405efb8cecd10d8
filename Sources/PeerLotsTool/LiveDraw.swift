import Drawing
import Hall
import Records
import Synchronization

/// A draw that a hall looks on at: it says when the next lot is due, and hears of every line that
/// has been written and saved. Without a hall nothing waits.
enum LiveDraw {
  private static let house = Mutex<HallHouse?>(nil)

  /// From here on a hall looks on.
  static func begin(_ hall: HallHouse) { house.withLock { $0 = hall } }

  /// Appends an event to a ledger, when it is due.
  static func append(_ event: Event, to file: LedgerFile) throws {
    guard let house = house.withLock({ $0 }) else {
      try file.append(event)
      return
    }
    house.lotIsDue(event)
    house.wrote(try file.append(event))
  }
}
