import Reports
import StressTesting

extension CellPlots {
  /// How each group's States are spread over the years.
  var years: [Figure] {
    let gap = cells.map(\.summary.proportionGapInThousandths.largest).max() ?? 0
    let most = cells.map(\.summary.statesByYear.count).max() ?? 0
    if most == 0 { return [] }
    let columns = (1...most).map { "year \($0)" }
    // Twice the even share of a short cycle is the darkest, so that a small difference stays one.
    let axis = Axis("share of the States under review in each year, %", bounds: 0...50, places: 1)
    let sentence = """
      Equal numbers in a row mean that each year gets its exact share; in the year of all cycles \
      that was furthest from it, a group had \(NumberText.text(Double(gap) / 1000, places: 2)) States \
      more or fewer.
      """
    func row(_ label: String, _ counts: [Int]) -> HeatChart.Row {
      let whole = counts.reduce(0, +)
      return .init(label, counts.map { PageCell.percent($0, of: whole) })
    }
    if cells.count > StressPage.cellsInDetail {
      return [
        Figure(
          name: "years", title: "States under review, by year",
          chart: HeatChart(
            columns: columns, rows: cells.map { row($0.label, $0.summary.statesByYear) }, axis: axis
          ),
          sentence: sentence)
      ]
    }
    return cells.filter { $0.summary.drawnCycles > 0 }.map { cell in
      let rows = cell.summary.groupsByYear.map {
        row($0.name.isEmpty ? "no group" : $0.name, $0.counts)
      }
      return Figure(
        name: "years-\(cell.number)",
        title: "States under review, by year" + (cells.count == 1 ? "" : ": \(cell.label)"),
        chart: HeatChart(
          columns: Array(columns.prefix(cell.summary.statesByYear.count)),
          rows: [row("all", cell.summary.statesByYear)] + rows, axis: axis),
        sentence: sentence)
    }
  }

  /// From how many States each reviewer was drawn.
  var bowls: Figure {
    var (lowest, names) = (1, [String]())
    for limit in CycleMeasures.bowlLimits {
      names.append(limit == lowest ? "\(limit)" : "\(lowest)–\(limit)")
      lowest = limit + 1
    }
    names.append("\(lowest) or more")
    return Figure(
      name: "bowls", title: "How many States a reviewer was drawn from",
      chart: ShareChart(
        parts: names, rows: cells.map { .init($0.label, $0.summary.bowls.map(Double.init)) },
        axis: "share of lots, %"),
      sentence: """
        Before each lot PeerLots finds every State that could still be the reviewer without harm to \
        the rest of the cycle: the darker, the more of them there were.
        """)
  }

  /// Lots that left no choice.
  var forced: Figure {
    Figure(
      name: "forced", title: "Lots that left no choice",
      chart: BarChart(
        series: ["seats of the regional group", "open seats"]
          + (countsSupplements ? ["supplementary seats"] : []),
        rows: cells.map { cell in
          .init(cell.label, countsSupplements ? cell.forced : Array(cell.forced.prefix(2)))
        }, axis: Axis("share of lots, %", places: 1, suffix: " %")),
      sentence: """
        So many lots of a hundred had one State only to draw from, so that it was the reviewer \
        whatever the lot.
        """)
  }

  /// How well a reviewer could be guessed.
  var predictability: [Figure] {
    func chances(_ cell: CellSummary) -> [IntervalChart.Estimate?] {
      let found = cell.predictability
      return [PageCell.percent(found?.largest), PageCell.percent(found?.repeated)]
    }
    let rows = cells.map { IntervalChart.Row($0.label, chances($0.summary)) }
    if !rows.contains(where: { $0.estimates.contains { $0 != nil } }) { return [] }
    return [
      Figure(
        name: "predictability", title: "How predictable a reviewer is",
        chart: IntervalChart(
          series: ["the likeliest pair", "same reviewer in another cycle"], rows: rows,
          axis: Axis("chance, %", places: 1, suffix: " %")),
        sentence: """
          How likely the likeliest pair of States is drawn, and how likely a State that reviews \
          another would do so again if the cycle were drawn anew; the lines are intervals of 95 % \
          confidence. The likeliest of many pairs looks likelier than it is where cycles are few.
          """)
    ]
  }
}
