internal import Drawing
internal import Lots
internal import Members

/// The text that decides the lots of a draw: made public, and best from sources that nobody
/// controls.
///
/// 1 to 1,000 printable ASCII characters, no blank at either end, no two blanks in a row.
public struct Seed: Hashable, Sendable, ExpressibleByStringLiteral {
  let base: SeedSource

  /// Makes a seed of a text.
  public init(_ text: String) { base = .plain(Label(text)) }

  /// Makes a seed of a literal.
  public init(stringLiteral text: String) { self.init(text) }

  /// Makes a seed of a secret that the draw was announced with, and of the public text.
  public init(secret: String, public text: String) {
    base = .secret(Label(secret), publicText: Label(text))
  }

  /// The text that the lots come from; with a secret, `SECRET/PUBLIC`.
  public var text: String { base.seed.text }
}
