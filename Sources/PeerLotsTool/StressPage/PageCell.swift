import Reports
import StressTesting

/// A cell of a plan as a page shows it.
struct PageCell {
  /// What its cycles say together.
  let summary: CellSummary
  /// What distinguishes it from the other cells, in words.
  let label: String

  /// The number of the cell, from 1.
  var number: Int { summary.number }

  /// How many cycles ended in a way, in percent; nil without a cycle.
  func share(_ outcome: CycleOutcome) -> Double? {
    Self.percent(summary[outcome], of: summary.cycles)
  }

  /// How often lots left no choice, in percent: for regional seats, for open and supplementary ones.
  var forced: [Double?] {
    let (regional, supplementary) = (
      summary.forcedRegionalLots.sum, summary.supplements.forcedLots.sum
    )
    let (lots, ofSupplements) = (summary.lots.sum, summary.supplements.lots.sum)
    return [
      Self.percent(regional, of: summary.regionalLots.sum),
      Self.percent(
        summary.bowls[0] - regional - supplementary,
        of: lots - summary.regionalLots.sum - ofSupplements),
      Self.percent(supplementary, of: ofSupplements),
    ]
  }

  /// A part of a total in percent; nil where there is none.
  static func percent(_ part: Int, of whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) * 100 / Double(whole)
  }

  /// A chance in percent, as a chart takes it.
  static func percent(_ chance: Estimate?) -> IntervalChart.Estimate? {
    chance.map { .init($0.value * 100, low: $0.low * 100, high: $0.high * 100) }
  }
}
