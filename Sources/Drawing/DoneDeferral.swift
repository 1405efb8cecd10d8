import Members

/// A deferral that was done, with its seed, by which a repeated command is known.
public struct DoneDeferral: Hashable, Sendable {
  /// What was done.
  public let deferral: Deferral
  /// The seed; nil where no lot was drawn.
  public let seed: Label?

  /// The same of a State that has another code now.
  func ofState(_ code: Label) -> DoneDeferral {
    var deferral = deferral
    deferral.state = code
    return DoneDeferral(deferral: deferral, seed: seed)
  }
}
