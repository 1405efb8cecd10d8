import Members

/// The reviewers of one State in a drawn outcome, without seat labels.
public struct DrawnReviewers: Hashable, Sendable {
  /// The State under review.
  public var underReview: Label
  /// Its reviewers, in canonical order.
  public var reviewers: [Label]

  /// Makes the entry.
  public init(underReview: Label, reviewers: [Label]) {
    self.underReview = underReview
    self.reviewers = reviewers
  }
}

/// A year drawn by the method uniform: one of all lawful outcomes of the rest of the cycle, of which
/// the year takes its part.
public struct UniformDraw: Hashable, Sendable {
  /// The draw whose seed it comes from.
  public var draw: DrawName
  /// The year.
  public var year: Int
  /// How the outcome was come to.
  public var way: Way
  /// The blocks of the seed that it used.
  public var blocks: UInt64
  /// The outcome: every State of the year, in canonical order.
  public var outcome: [DrawnReviewers]

  /// How a uniform outcome is come to.
  public enum Way: Hashable, Sendable {
    /// By its number, of all lawful outcomes.
    case number(OutcomeNumber, of: OutcomeNumber)
    /// By a chain: its lawful sweeps, the last of which is the outcome, and all its sweeps.
    case chain(lawfulSweeps: Int, sweeps: Int)
  }

  /// Makes the event.
  public init(
    draw: DrawName, year: Int, way: Way, blocks: UInt64, outcome: [DrawnReviewers]
  ) {
    self.draw = draw
    self.year = year
    self.way = way
    self.blocks = blocks
    self.outcome = outcome
  }
}

/// A published list of lawful outcomes of a year, one of which is drawn by its number.
public struct TicketList: Hashable, Sendable {
  /// The draw of the list, `tickets year 1`, whose seed stands before it.
  public var draw: DrawName
  /// How many tickets it has; they are numbered from 0.
  public var count: Int
  /// How many lawful outcomes they are drawn from by number; nil where a chain draws them.
  public var outcomes: OutcomeNumber?
  /// The lower-case hex SHA-256 of the list's file.
  public var sha256: String

  /// Makes the event.
  public init(draw: DrawName, count: Int, outcomes: OutcomeNumber?, sha256: String) {
    self.draw = draw
    self.count = count
    self.outcomes = outcomes
    self.sha256 = sha256
  }
}

/// A year drawn by a ticket of its list.
public struct TicketDraw: Hashable, Sendable {
  /// The draw of the year.
  public var draw: DrawName
  /// The number of the ticket, from 0.
  public var ticket: Int
  /// What stands on it: every State of the year, in canonical order.
  public var outcome: [DrawnReviewers]

  /// Makes the event.
  public init(draw: DrawName, ticket: Int, outcome: [DrawnReviewers]) {
    self.draw = draw
    self.ticket = ticket
    self.outcome = outcome
  }
}
