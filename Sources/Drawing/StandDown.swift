import Members
import Rules

/// A State stands down as a reviewer of the year it is under review in (para. 20).
public struct StandDown: Hashable, Sendable {
  /// The State.
  public var state: Label
  /// The year.
  public var year: Int
  /// The States under review whose seats it held, in canonical order.
  public var released: [Label]
  /// The best waiver vector from here.
  public var best: WaiverVector

  /// Makes the event.
  public init(state: Label, year: Int, released: [Label], best: WaiverVector) {
    self.state = state
    self.year = year
    self.released = released
    self.best = best
  }
}
