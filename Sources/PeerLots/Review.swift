/// The review of one State.
public struct Review: Hashable, Sendable {
  /// A seat that is held.
  public struct Seat: Hashable, Sendable {
    /// The name of its kind in the rulebook; `regional` and `open` by the built-in one, and
    /// `supplementary` of a seat that makes up for what another reviewer lacks.
    public let kind: String
    /// The State that holds it.
    public let reviewer: State
    /// The reviewer for which a supplementary one was drawn; nil in any other seat.
    public let supplemented: State?
  }

  /// The State under review.
  public let state: State
  /// The year of the cycle, from 1; nil where none is drawn yet.
  public let year: Int?
  /// Who holds its seats, in the order drawn.
  public let seats: [Seat]
  /// How many seats are still to be drawn.
  public let seatsToDraw: Int
  /// How many seats stay empty, since nobody may hold them.
  public let emptySeats: Int

  /// The reviewers, in the order drawn.
  public var reviewers: [State] { seats.map(\.reviewer) }
}

/// A rule that was given up for one State.
public struct Waiver: Hashable, Sendable {
  /// The rule.
  public let rule: Rule
  /// The code of the State.
  public let state: String
  /// Why.
  public let reason: String
}
