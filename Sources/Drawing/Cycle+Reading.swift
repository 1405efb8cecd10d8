import Rules

/// For whoever reads a ledger, or tries what a draw would do, and draws nothing.
extension Cycle {
  /// The state right after a cycle was opened.
  public init(opening opened: Opened) { self.init(opened) }

  /// How many redraws, deferrals or stand-downs of a State there were, or amendments; the number of
  /// `draw` does not matter.
  public func number(of draw: DrawName) -> Int { count(draw) }

  /// The seat of a State that is drawn next; nil where none is left.
  public func seatDrawnNext(of state: Int) -> Seat? {
    reviews[state].nextSeat(in: rulebook.seatsInOrder)
  }

  /// The same cycle as if its announcements were bound to no secret: for a trial without a seed,
  /// which writes nothing.
  public var withoutSecrets: Cycle {
    var cycle = self
    for place in cycle.announcements.indices { cycle.announcements[place].commitment = nil }
    return cycle
  }
}
