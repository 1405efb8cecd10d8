import Lots
import Members

/// Where the seed of a draw comes from.
public enum SeedSource: Hashable, Sendable {
  /// A text made public.
  case plain(Label)
  /// A secret that was committed to before, and a public text; the seed is `SECRET/PUBLIC`.
  case secret(Label, publicText: Label)

  /// The source of a seed that stands in a ledger.
  init(_ seeded: Seeded) {
    guard let revealed = seeded.revealed else {
      self = .plain(seeded.seed)
      return
    }
    let secret = seeded.seed.text.utf8.prefix { $0 != UInt8(ascii: "/") }
    self = .secret(
      Label(String(decoding: secret, as: UTF8.self)), publicText: revealed.publicText)
  }
}

extension Drawer {
  /// Binds a draw to a secret.
  ///
  /// - Parameters:
  ///   - draw: A draw that has not begun.
  ///   - commitment: The hex SHA-256 of the secret.
  public func commit(_ draw: DrawName, _ commitment: String) throws {
    if cycle.begunDraws.contains(draw) { throw DrawingFailure.committedTooLate(draw) }
    if let known = cycle.commitments.first(where: { $0.draw == draw }) {
      throw known.commitment == commitment
        ? DrawingFailure.nothingToDo("\"\(draw.text)\" is already committed to this secret")
        : DrawingFailure.committedOtherwise(draw)
    }
    try emit(.committed(draw: draw, commitment: commitment))
  }

  /// Checks the seed of a draw; nothing is recorded yet.
  func prepare(_ draw: DrawName, _ source: SeedSource?) throws -> Seeded {
    guard let source else { throw DrawingFailure.seedNeeded(draw) }
    let seeded = try reveal(draw, source)
    if let place = cycle.seeds.firstIndex(of: seeded.seed) {
      let other = cycle.begunDraws[place]
      if other == draw || other.isSameKind(as: draw) { throw DrawingFailure.alreadyDrawn(other) }
      throw DrawingFailure.seedUsed(seeded.seed, by: other)
    }
    if let list = cycle.tickets.first(where: { $0.seed == seeded.seed }) {
      throw DrawingFailure.seedUsed(seeded.seed, by: list.draw)
    }
    if cycle.begunDraws.contains(draw) { throw DrawingFailure.drawnOtherwise(draw) }
    return seeded
  }

  private func reveal(_ draw: DrawName, _ source: SeedSource) throws -> Seeded {
    let commitment = cycle.commitments.first { $0.draw == draw }?.commitment
    switch source {
    case .plain(let seed):
      if commitment != nil { throw DrawingFailure.secretNeeded(draw) }
      return Seeded(draw: draw, seed: seed)
    case .secret(let secret, let publicText):
      guard let commitment else { throw DrawingFailure.notCommitted(draw) }
      guard Commitment.hash(of: secret.text) == commitment else {
        throw DrawingFailure.wrongSecret(draw)
      }
      return Seeded(
        draw: draw, seed: Label("\(secret.text)/\(publicText.text)"),
        revealed: .init(commitment: commitment, publicText: publicText))
    }
  }
}

extension DrawName {
  /// The draw with the number 0, which stands for all of its kind.
  var kind: DrawName {
    switch self {
    case .selection, .year: self
    case .redraw(let state, _): .redraw(state, 0)
    case .deferral(let state, _): .deferral(state, 0)
    case .standDown(let state, _): .standDown(state, 0)
    case .amendment: .amendment(0)
    }
  }

  /// Whether two draws are of one kind for one State.
  func isSameKind(as other: DrawName) -> Bool { kind == other.kind }
}
