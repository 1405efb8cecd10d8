import Lots
import Members
import Rules

/// A whole cycle in one go: the same commands one by one, with seeds made from one.
public enum Rehearsal {
  /// Opens a cycle, draws the selection, unless the membership gives the years, and every year.
  ///
  /// - Parameters:
  ///   - membership: The States.
  ///   - rulebook: The rules.
  ///   - conflicts: The pairs that may not be drawn.
  ///   - seed: The seed S; the draws' own seeds are `S/selection`, `S/year 1` …
  ///   - software: The program's name and version, for the record.
  ///   - acceptsWaivers: Whether to go on where more than `legal_system` must be waived.
  ///   - record: Receives each event; nil where nobody wants any, which saves making lists of
  ///     bowls.
  /// - Returns: The drawer, with the finished cycle.
  @discardableResult
  public static func run(
    _ membership: Membership, rulebook: Rulebook, conflicts: [Conflict],
    exclusions: [Exclusion] = [], seed: String,
    software: String, acceptsWaivers: Bool, record: ((Event) throws -> Void)?
  ) throws -> Drawer {
    if let fault = SeedText.fault(inSeed: seed) { throw DrawingFailure.unfitText("seed", fault) }
    let drawer = try Drawer.open(
      membership, rulebook: rulebook, conflicts: conflicts, exclusions: exclusions,
      software: software,
      acceptsWaivers: acceptsWaivers, record: record)
    func seeded(_ draw: DrawName) -> SeedSource { .plain(Label("\(seed)/\(draw.text)")) }
    if !drawer.cycle.isSelected {
      try drawer.select(seeded(.selection), acceptsWaivers: acceptsWaivers)
    }
    for year in 1...rulebook.years { try drawer.draw(year: year, seeded(.year(year))) }
    return drawer
  }
}
