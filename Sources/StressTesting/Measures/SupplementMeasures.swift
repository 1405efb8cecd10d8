/// What was measured of the supplementary seats of one cycle; all 0 where the rulebook has none.
public struct SupplementMeasures: Hashable, Sendable {
  /// The waivers of `supplement` in the best vector before any lot.
  public var best = 0
  /// Those in the end.
  public var waived = 0
  /// By how much each kind of disturbance made the best vector's count larger.
  public var worsened = Array(repeating: 0, count: Disturbance.allCases.count)
  /// Reviewers in the end that lack Protocols of the State under review.
  public var counted = 0
  /// Those of them that have a supplementary reviewer.
  public var held = 0
  /// Lots that named a supplementary reviewer.
  public var lots = 0
  /// Those of them from a bowl of one.
  public var forcedLots = 0

  /// Makes measures of a cycle of which nothing is counted yet.
  public init() {}

  /// The names of the columns, in order; they stand behind all others.
  static let columns: [String] =
    ["best", "waived"].map { "\($0)_supplement" }
    + Disturbance.allCases.map { "\($0.rawValue)_supplement" }
    + ["supplement_counted", "supplement_held", "lots_supplementary", "forced_supplementary"]

  /// Writes the fields.
  func add(to line: inout FieldWriter) {
    line.add(all: [best, waived] + worsened + [counted, held, lots, forcedLots])
  }

  /// Reads the fields.
  mutating func read(_ fields: inout FieldCursor) {
    fields.read(into: &best)
    fields.read(into: &waived)
    fields.read(into: &worsened)
    fields.read(into: &counted)
    fields.read(into: &held)
    fields.read(into: &lots)
    fields.read(into: &forcedLots)
  }
}
