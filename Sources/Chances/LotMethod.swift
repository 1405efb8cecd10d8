/// How the lots of a draw are drawn.
public enum LotMethod: String, CaseIterable, Sendable {
  /// Lot after lot from exact bowls, as the contract says.
  case bowls
  /// Every lawful outcome of the rest of the cycle is equally likely.
  case uniform
}
