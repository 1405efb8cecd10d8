internal import Drawing
internal import Members
internal import Records
internal import Rules

/// How the lots of a year are drawn.
public enum LotMethod: String, CaseIterable, Hashable, Sendable {
  /// Lot after lot, each from the bowl of all with whom the cycle can still be completed as well.
  case bowls
  /// Every lawful outcome of the rest of the cycle is equally likely.
  case uniform
}

/// What changes a cycle. States are named by their codes, years count from 1.
public enum Command: Hashable, Sendable {
  /// Draws in which year each State is reviewed (para. 14).
  case select
  /// Draws the reviewers of a year (para. 19).
  case draw(year: Int, by: LotMethod = .bowls)
  /// Releases the reviewers of a State, or one of them, and draws again (para. 19).
  ///
  /// A request beyond the rulebook's limit needs `exceptional`, a reason.
  case redraw(String, only: String? = nil, exceptional: String? = nil)
  /// Moves the review of a State to the next year, and by lot another one to its place (para. 14).
  ///
  /// `from` is the year that it leaves; nil for the one it stands in.
  case deferReview(String, from: Int? = nil, reason: String, isReplaced: Bool = true)
  /// Excuses a State under review in a year from reviewing in it (para. 20).
  case standDown(String, year: Int)
}

extension Command {
  func run(
    _ drawer: Drawer, _ source: SeedSource?, _ acceptsWaivers: Bool
  ) throws {
    func needed(_ draw: DrawName) throws(DrawingFailure) -> SeedSource {
      guard let source else { throw .seedNeeded(draw) }
      return source
    }
    switch self {
    case .select: try drawer.select(try needed(.selection), acceptsWaivers: acceptsWaivers)
    case .draw(let year, let method):
      try drawer.draw(
        year: year, try needed(.year(year)), by: method == .bowls ? .bowls : .uniform)
    case .redraw(let state, let only, let exceptional):
      try drawer.redraw(
        Label(state), only: only.map { Label($0) }, exceptional: exceptional,
        try needed(.redraw(Label(state), 1)), acceptsWaivers: acceptsWaivers)
    case .deferReview(let state, let from, let reason, let isReplaced):
      try drawer.deferReview(
        of: Label(state), from: from, reason: reason, replaces: isReplaced, source,
        acceptsWaivers: acceptsWaivers)
    case .standDown(let state, let year):
      try drawer.standDown(Label(state), year: year, source, acceptsWaivers: acceptsWaivers)
    }
  }
}

extension Cycle {
  /// Runs one command: all of it, or none where it throws.
  ///
  /// - Parameters:
  ///   - command: What to do.
  ///   - seed: The text that decides its lots; nil where it draws none.
  ///   - acceptingWaivers: Whether to go on where more must be waived than before.
  ///   - isDrawn: Called with each lot, in the order drawn.
  /// - Throws: ``PeerLotsFailure``, where it changes nothing.
  public mutating func perform(
    _ command: Command, seed: Seed? = nil, acceptingWaivers: Bool = false,
    isDrawn: (Lot) -> Void = { _ in }
  ) throws(PeerLotsFailure) {
    self = try performed(command, seed, acceptingWaivers) { event, _ in
      if case .lot(let lot) = event { isDrawn(Lot(lot)) }
    }
  }

  /// The cycle after a command.
  ///
  /// - Parameter record: Receives each event, and whether it stood in the ledger already, where the
  ///   command takes an interrupted draw up.
  func performed(
    _ command: Command, _ seed: Seed?, _ acceptsWaivers: Bool,
    record: (Event, _ isOld: Bool) throws -> Void
  ) throws(PeerLotsFailure) -> Cycle {
    try withoutActuallyEscaping(record) { record throws(PeerLotsFailure) in
      var new: [Event] = []
      let pending = pending
      let cycle = try PeerLotsFailure.of {
        let drawer = Drawer(base) { event in
          let isOld = new.count < pending.count
          if isOld, event.difference(to: pending[new.count]) != nil {
            throw PeerLotsFailure.interrupted(draw: Replay.name(of: pending))
          }
          try record(event, isOld)
          new.append(event)
        }
        do {
          try command.run(drawer, seed?.base, acceptsWaivers)
        } catch is DrawingFailure where new.count < pending.count {
          throw PeerLotsFailure.interrupted(draw: Replay.name(of: pending))
        }
        return drawer.cycle
      }
      return Cycle(cycle, events + new)
    }
  }
}
