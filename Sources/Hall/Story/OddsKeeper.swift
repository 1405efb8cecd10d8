import Foundation
import Publishing

/// Has the odds of the years worked out while nothing is drawn, after everything else on the machine.
final class OddsKeeper: Sendable {
  private let work: @Sendable () -> [YearOdds]
  private let stage: Stage

  /// - Parameter work: Works them out from the ledger as it stands.
  init(_ stage: Stage, _ work: @escaping @Sendable () -> [YearOdds]) {
    (self.stage, self.work) = (stage, work)
  }

  /// Begins to look on.
  func start() {
    let thread = Thread { [self] in
      // On Linux this is the niceness of the thread alone.
      _ = nice(15)
      var seen = ""
      while true {
        let now = stage.now
        let isQuiet = now.phase.activity == .idle && !now.isBusy
        if !isQuiet || now.head == seen || now.opened == nil {
          Thread.sleep(forTimeInterval: 0.5)
          continue
        }
        seen = now.head
        let odds = work()
        if stage.now.head == seen { stage.take(odds) }
      }
    }
    thread.start()
  }
}
