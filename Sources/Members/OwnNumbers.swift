/// The numbers that a table gives one State in place of the rulebook's (contract, section 3).
public struct OwnNumbers: Hashable, Sendable {
  // A membership has up to a million States, so each number takes two bytes.
  private let ownSeats: Int16?
  private let ownMinimum: Int16?
  private let ownMaximum: Int16?

  /// How many reviewers the State has in all; nil for as many as the rulebook says.
  public var seats: Int? { ownSeats.map(Int.init) }
  /// The least reviews that the State does; nil for the rulebook's minimum.
  public var minimum: Int? { ownMinimum.map(Int.init) }
  /// The most reviews that the State does; nil for the rulebook's maximum.
  public var maximum: Int? { ownMaximum.map(Int.init) }

  /// What ``seats`` may be.
  public static let seatRange = 1...8
  /// What ``minimum`` and ``maximum`` may be.
  public static let loadRange = 0...1_000

  /// Makes the numbers of a State.
  ///
  /// - Precondition: Seats are in ``seatRange``, loads in ``loadRange``.
  public init(seats: Int? = nil, minimum: Int? = nil, maximum: Int? = nil) {
    ownSeats = seats.map { Int16($0) }
    ownMinimum = minimum.map { Int16($0) }
    ownMaximum = maximum.map { Int16($0) }
  }

  /// Whether the State has no number of its own.
  public var isEmpty: Bool { ownSeats == nil && ownMinimum == nil && ownMaximum == nil }
}
