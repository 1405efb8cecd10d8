import Drawing
import Publishing
import Records
import Synchronization

/// The odds that a hall shows, those of each moment worked out once.
final class HallOdds: Sendable {
  private let folder: String
  private let known = Mutex<[String: YearOdds?]>([:])

  init(folder: String) { self.folder = folder }

  /// The odds of every year that is drawn, and of the next; of large memberships none.
  func all() -> [YearOdds] {
    guard let ledger = try? Ledger(folder: folder),
      let replay = try? LedgerReplay.run(ledger, chains: .taken),
      replay.cycle.roster.states.count <= PublishOdds.mostStates
    else { return [] }
    let moments = YearMoment.all(of: ledger, replay.cycle, pending: replay.pending.count)
    return moments.compactMap { moment in
      let key = "\(moment.year) \(moment.heads[0])"
      if let odds = known.withLock({ $0[key] }) { return odds }
      let odds = try? PublishOdds.all([moment], samples: PublishOdds.samples, files: []).first
      known.withLock { $0[key] = .some(odds) }
      return odds
    }
  }
}
