import Members
import Rules

/// A State moves to the next year, or from the last year to the next cycle (para. 14).
public struct Deferral: Hashable, Sendable {
  /// The State.
  public var state: Label
  /// The year it leaves.
  public var from: Int
  /// The year it is reviewed in now; 0 where that is in the next cycle.
  public var to: Int
  /// Its reason.
  public var reason: String
  /// The reviewers released, in canonical order.
  public var released: [Label]
  /// The best waiver vector from here.
  public var best: WaiverVector

  /// Makes the event.
  public init(
    state: Label, from: Int, to: Int, reason: String, released: [Label], best: WaiverVector
  ) {
    self.state = state
    self.from = from
    self.to = to
    self.reason = reason
    self.released = released
    self.best = best
  }
}
