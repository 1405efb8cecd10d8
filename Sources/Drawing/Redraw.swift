import Members
import Rules

/// A State's reviewers are released (para. 19).
public struct Redraw: Hashable, Sendable {
  /// The State under review.
  public var state: Label
  /// The number of its request, from 1; 0 where the record itself shows why the one reviewer must go.
  public var request: Int
  /// The one reviewer that is released, where given.
  public var only: Label?
  /// The reviewers released, in canonical order.
  public var released: [Label]
  /// Whether released reviewers are left out of the new bowls.
  public var exclusion: Bool
  /// Why the reviewer must go, by the record; nil for a request.
  public var reason: String?
  /// The reason for a request beyond the limit.
  public var exceptional: String?
  /// The best waiver vector from here.
  public var best: WaiverVector

  /// Makes the event.
  public init(
    state: Label, request: Int, only: Label? = nil, released: [Label], exclusion: Bool,
    reason: String? = nil, exceptional: String? = nil, best: WaiverVector
  ) {
    self.state = state
    self.request = request
    self.only = only
    self.released = released
    self.exclusion = exclusion
    self.reason = reason
    self.exceptional = exceptional
    self.best = best
  }
}
