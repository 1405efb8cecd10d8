import Rules

/// One line of `cycles.csv`: the numbers of a cycle and what was measured of it.
public struct CycleRow: Hashable, Sendable {
  /// The number of the cell, from 1.
  public var cell: Int
  /// The number of the cycle in the cell, from 1.
  public var cycle: Int
  /// What was measured.
  public var measures: CycleMeasures

  /// Makes a row.
  public init(cell: Int, cycle: Int, measures: CycleMeasures) {
    self.cell = cell
    self.cycle = cycle
    self.measures = measures
  }

  /// The names of the columns, in order.
  ///
  /// - Parameter countsSupplements: Whether some rulebook of the plan has supplementary reviewers.
  public static func columns(countsSupplements: Bool) -> [String] {
    countsSupplements ? usualColumns + SupplementMeasures.columns : usualColumns
  }

  private static let usualColumns: [String] = {
    let rules = WaivableRule.counted.map(\.rawValue)
    let most = CycleMeasures.largestLoadShown
    var lowest = 1
    var bowls: [String] = []
    for limit in CycleMeasures.bowlLimits {
      bowls.append(limit == lowest ? "bowls_\(limit)" : "bowls_\(lowest)_\(limit)")
      lowest = limit + 1
    }
    bowls.append("bowls_\(lowest)_more")
    return ["cell", "cycle", "outcome"]
      + rules.map { "best_\($0)" } + rules.map { "waived_\($0)" }
      + Disturbance.allCases.flatMap { cause in rules.map { "\(cause.rawValue)_\($0)" } }
      + ["reviews"] + (0..<most).map { "load_\($0)" } + ["load_\(most)_more"]
      + [
        "load_largest", "load_by_group", "load_by_protocols", "legal_counted", "legal_matched",
        "language_counted", "language_shared",
        "states_by_year", "group_by_year", "proportion_gap", "lots", "lots_regional", "bowl_sum",
        "bowl_mean", "bowl_smallest",
      ] + bowls + ["forced_regional"] + Request.allCases.map(\.rawValue)
      + Request.allCases.map { "\($0.rawValue)_refused" }
  }()

  /// Appends the line, ended by `\n`.
  ///
  /// - Parameter countsSupplements: Whether the line has the columns of supplementary seats.
  package func append(to bytes: inout [UInt8], countsSupplements: Bool = false) {
    var line = FieldWriter(bytes: bytes)
    bytes = []
    line.add(cell)
    line.add(cycle)
    line.add(measures.outcome.rawValue)
    if measures.outcome.isDrawn {
      addMeasures(to: &line)
      if countsSupplements { measures.supplements.add(to: &line) }
    } else {
      let columns = Self.columns(countsSupplements: countsSupplements)
      for _ in columns.dropFirst(3) { line.add("") }
    }
    bytes = line.bytes
    bytes.append(UInt8(ascii: "\n"))
  }

  private func addMeasures(to line: inout FieldWriter) {
    for counts in [measures.best, measures.waived] + measures.worsened { line.add(all: counts) }
    line.add(measures.reviews)
    line.add(all: measures.loads)
    line.add(measures.largestLoad)
    line.add { NamedCounts.append(measures.loadsByGroup, to: &$0) }
    line.add { NamedCounts.append(measures.loadsByProtocols, to: &$0) }
    line.add(measures.legalCounted)
    line.add(measures.legalMatched)
    line.add(measures.languagesCounted)
    line.add(measures.languagesShared)
    line.add { NamedCounts.append(measures.statesByYear, to: &$0) }
    line.add { NamedCounts.append(measures.groupsByYear, to: &$0) }
    line.add(thousandths: measures.proportionGapInThousandths)
    line.add(measures.lots)
    line.add(measures.regionalLots)
    line.add(measures.bowlSum)
    line.add(thousandths: measures.meanBowlInThousandths)
    line.add(measures.smallestBowl)
    line.add(all: measures.bowls)
    line.add(measures.forcedRegionalLots)
    line.add(all: measures.happened)
    line.add(all: measures.refused)
  }

  /// Reads a line without its end; nil where it is no such line.
  ///
  /// - Parameter countsSupplements: Whether the line has the columns of supplementary seats.
  package init?(_ line: ArraySlice<UInt8>, countsSupplements: Bool = false) {
    var fields = FieldCursor(line)
    guard let cell = fields.number(), let cycle = fields.number(),
      let outcome = CycleOutcome(rawValue: fields.text())
    else { return nil }
    self.init(cell: cell, cycle: cycle, measures: CycleMeasures(outcome: outcome))
    if outcome.isDrawn {
      guard readMeasures(&fields) else { return nil }
      if countsSupplements { measures.supplements.read(&fields) }
    } else {
      let columns = Self.columns(countsSupplements: countsSupplements)
      for _ in columns.dropFirst(3) where !fields.next().isEmpty { return nil }
    }
    if !fields.isAtEnd || fields.isWrong { return nil }
  }

  private mutating func readMeasures(_ fields: inout FieldCursor) -> Bool {
    fields.read(into: &measures.best)
    fields.read(into: &measures.waived)
    for cause in measures.worsened.indices { fields.read(into: &measures.worsened[cause]) }
    fields.read(into: &measures.reviews)
    fields.read(into: &measures.loads)
    fields.read(into: &measures.largestLoad)
    guard let groups = NamedCounts.rows(fields.next()),
      let protocols = NamedCounts.rows(fields.next())
    else { return false }
    (measures.loadsByGroup, measures.loadsByProtocols) = (groups, protocols)
    fields.read(into: &measures.legalCounted)
    fields.read(into: &measures.legalMatched)
    fields.read(into: &measures.languagesCounted)
    fields.read(into: &measures.languagesShared)
    guard let years = NamedCounts.counts(fields.next()),
      let groupYears = NamedCounts.rows(fields.next()), let gap = fields.thousandths()
    else { return false }
    (measures.statesByYear, measures.groupsByYear) = (years, groupYears)
    measures.proportionGapInThousandths = gap
    fields.read(into: &measures.lots)
    fields.read(into: &measures.regionalLots)
    fields.read(into: &measures.bowlSum)
    guard fields.thousandths() == measures.meanBowlInThousandths else { return false }
    fields.read(into: &measures.smallestBowl)
    fields.read(into: &measures.bowls)
    fields.read(into: &measures.forcedRegionalLots)
    fields.read(into: &measures.happened)
    fields.read(into: &measures.refused)
    return !fields.isWrong
  }
}
