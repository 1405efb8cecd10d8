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

  /// The seed itself.
  public var seed: Label {
    switch self {
    case .plain(let seed): seed
    case .secret(let secret, let publicText): Label("\(secret.text)/\(publicText.text)")
    }
  }
}

extension SeedSource {
  /// The text that is made public for the draw: the seed, or the part of it that is no secret.
  var madePublic: Label {
    switch self {
    case .plain(let seed): seed
    case .secret(_, let publicText): publicText
    }
  }

  /// Refuses texts that two people could type in two ways.
  func check() throws {
    switch self {
    case .plain(let seed):
      if let fault = SeedText.fault(inSeed: seed.text) {
        throw DrawingFailure.unfitText("seed", fault)
      }
    case .secret(let secret, let publicText):
      if let fault = SeedText.fault(inSecret: secret.text) {
        throw DrawingFailure.unfitText("secret", fault)
      }
      if let fault = SeedText.fault(inSeed: publicText.text) {
        throw DrawingFailure.unfitText("public text", fault)
      }
    }
  }
}

extension Seeded {
  /// Whether a text was the seed, or the public part of it.
  fileprivate func holds(_ text: Label) -> Bool {
    seed == text || revealed?.publicText == text
  }
}

extension Drawer {
  /// Checks the seed of a draw; nothing is recorded yet.
  func prepare(
    _ draw: DrawName, _ source: SeedSource?, by method: DrawMethod = .bowls
  ) throws -> Seeded {
    guard let source else {
      try checkFreeze(draw, by: method)
      throw DrawingFailure.seedNeeded(draw)
    }
    try source.check()
    if let used = cycle.seeded.first(where: { $0.seed == source.seed }) {
      if used.draw.isSameKind(as: draw) { throw DrawingFailure.alreadyDrawn(used.draw) }
      throw DrawingFailure.seedUsed(used.seed, by: used.draw)
    }
    if let used = cycle.seeded.first(where: { $0.holds(source.madePublic) }) {
      throw DrawingFailure.seedUsed(source.madePublic, by: used.draw)
    }
    if cycle.begunDraws.contains(draw), !isListThatLapsed(draw) {
      throw DrawingFailure.drawnOtherwise(draw)
    }
    try checkFreeze(draw, by: method)
    return try reveal(draw, source, method)
  }

  /// A list that lapsed is drawn again under the same name, with another seed.
  private func isListThatLapsed(_ draw: DrawName) -> Bool {
    guard case .tickets(let year) = draw else { return false }
    return cycle.tickets(year: year) == nil
  }

  private func reveal(
    _ draw: DrawName, _ source: SeedSource, _ method: DrawMethod
  ) throws -> Seeded {
    let commitment = cycle.announcement(of: draw)?.commitment
    switch source {
    case .plain(let seed):
      if commitment != nil { throw DrawingFailure.secretNeeded(draw) }
      return Seeded(draw: draw, seed: seed, method: method)
    case .secret(let secret, let publicText):
      guard let commitment else { throw DrawingFailure.notCommitted(draw) }
      guard Commitment.hash(of: secret.text) == commitment else {
        throw DrawingFailure.wrongSecret(draw)
      }
      return Seeded(
        draw: draw, seed: source.seed,
        revealed: .init(commitment: commitment, publicText: publicText), method: method)
    }
  }
}

extension DrawName {
  /// The draw with the number 0, which stands for all of its kind.
  var kind: DrawName {
    switch self {
    case .selection, .year, .tickets: self
    case .redraw(let state, _): .redraw(state, 0)
    case .deferral(let state, _): .deferral(state, 0)
    case .standDown(let state, _): .standDown(state, 0)
    case .amendment: .amendment(0)
    }
  }

  /// Whether two draws are of one kind for one State.
  func isSameKind(as other: DrawName) -> Bool { kind == other.kind }
}
