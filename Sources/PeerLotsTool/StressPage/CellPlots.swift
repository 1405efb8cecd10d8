import Reports
import Rules
import StressTesting

/// The plots of a page, each with a sentence that says what it shows.
struct CellPlots {
  /// The cells, labelled.
  let cells: [PageCell]
  /// The rules whose waivers are counted.
  let rules: [WaivableRule]
  /// Whether some cell's rulebook has supplementary reviewers.
  let countsSupplements: Bool

  /// Plots under one heading.
  struct Section {
    var title: String
    var text = ""
    var figures: [Figure]
  }

  /// All plots that have something to show, in the order of the page.
  var sections: [Section] {
    [
      Section(title: "Can the rules be kept?", figures: [kept] + waivers + causes),
      Section(
        title: "Who carries the load?",
        figures: [loads] + loadsByGroup + loadsByProtocols + supplements),
      Section(title: "Legal systems and years", figures: legal + years),
      Section(title: "How much is left to chance?", figures: [bowls, forced] + predictability),
      Section(title: "Time", figures: time),
    ]
  }

  private var kept: Figure {
    Figure(
      name: "kept", title: "Cycles in which all rules were kept",
      chart: BarChart(
        rows: cells.map { cell in
          .init(
            cell.label, [cell.share(.kept)],
            intervals: [PageCell.percent(cell.summary.kept).map { $0.low...$0.high }])
        }, axis: .percent("share of cycles, %", places: 1)),
      sentence: """
        Of a hundred cycles, so many gave every State its two reviewers and kept every rule to the \
        end; a similar legal system is only preferred, and is shown further down. The line over a \
        bar is the interval in which the share lies with 95 % confidence.
        """)
  }

  private var waivers: [Figure] {
    let rules = rules.filter { rule in
      cells.contains { $0.summary.waivers(of: rule).waived.sum > 0 }
    }
    if rules.isEmpty { return [] }
    let chart = BarChart(
      series: rules.map(StressPage.words),
      rows: cells.map { cell in
        let waived = rules.map { cell.summary.waivers(of: $0).waived }
        return .init(
          cell.label, waived.map(\.mean), intervals: waived.map(\.meanInterval))
      }, axis: Axis("waivers in a cycle, on average", places: 2))
    return [
      Figure(
        name: "waivers", title: "Rules given up", chart: chart,
        sentence: """
          How often, in one cycle, a rule could not be kept for a State and was given up for it; \
          rules that are not named were never given up. Lines over the bars are intervals of 95 % \
          confidence.
          """)
    ]
  }

  private var causes: [Figure] {
    let hard = rules.filter { !$0.isPreference }
    func mean(_ tallies: [Tally]) -> Double? {
      let sum = tallies.reduce(0) { $0 + $1.sum }
      return tallies[0].count == 0 ? nil : Double(sum) / Double(tallies[0].count)
    }
    let names = ["before any lot", "deferrals", "redraws", "stand-downs", "changes of membership"]
    let rows = cells.map { cell in
      let waivers = hard.map { cell.summary.waivers(of: $0) }
      return HeatChart.Row(
        cell.label,
        [mean(waivers.map(\.best))]
          + Disturbance.allCases.indices.map { cause in mean(waivers.map { $0.worsened[cause] }) })
    }
    let telling = names.indices.filter { place in rows.contains { ($0.values[place] ?? 0) > 0 } }
    if telling.isEmpty { return [] }
    return [
      Figure(
        name: "causes", title: "Why rules were given up",
        chart: HeatChart(
          columns: telling.map { names[$0] },
          rows: rows.map { row in .init(row.label, telling.map { row.values[$0] }) },
          axis: Axis("waivers in a cycle, on average, by what made them needed", places: 2)),
        sentence: """
          Some rules cannot be kept from the start, because of who is party to what; others are lost \
          when States put off their review, ask for other reviewers, stand down, accede, join or \
          leave. What is not named never made a rule impossible.
          """)
    ]
  }

  private var supplements: [Figure] {
    if !cells.contains(where: { $0.summary.supplements.counted.sum > 0 }) { return [] }
    return [
      Figure(
        name: "supplements", title: "Supplementary reviewers",
        chart: BarChart(
          rows: cells.map { cell in
            .init(cell.label, [cell.summary.supplements.share.map { $0 * 100 }])
          }, axis: .percent("share of the reviewers who lack Protocols, %", places: 1)),
        sentence: """
          Of a hundred reviewers not party to every Protocol of the State under review, so many had \
          a supplementary reviewer beside them, who is party to what they lack. What supplementary \
          reviewers do counts as a review in all figures.
          """)
    ]
  }

  private var legal: [Figure] {
    if !cells.contains(where: { $0.summary.legalCounted.sum > 0 }) { return [] }
    return [
      Figure(
        name: "legal", title: "Reviewers with a similar legal system",
        chart: BarChart(
          rows: cells.map { cell in
            .init(
              cell.label,
              [cell.summary.legalShare.map { $0 * 100 }])
          }, axis: .percent("share of the States for which it is counted, %", places: 1)),
        sentence: """
          Of a hundred States under review, so many had a reviewer of their own regional group with \
          a similar legal system.
          """)
    ]
  }

  private var time: [Figure] {
    let sized = cells.map(\.summary).filter { Int($0.setting("states")) != nil }
    let sizes = sized.compactMap { Int($0.setting("states")) }
    // Where sizes are close, other things decide how long a cycle takes.
    guard let least = sizes.min(), let most = sizes.max(), most >= 2 * least else { return [] }
    let sizeNames: Set = ["membership", "generate.states"]
    let names = CellLabels.distinguishing(sized).filter { !sizeNames.contains($0) }
    var series: [LineChart.Series] = []
    for cell in sized {
      guard let size = Double(cell.setting("states")), let time = cell.microseconds.mean else {
        continue
      }
      let label = CellLabels.text(cell, names)
      let point = LineChart.Point(size, max(time, 1) / 1_000_000)
      if let place = series.firstIndex(where: { $0.name == label }) {
        series[place].points.append(point)
      } else {
        series.append(LineChart.Series(label, [point]))
      }
    }
    return [
      Figure(
        name: "time", title: "Time by number of States",
        chart: LineChart(
          series: series, horizontal: Axis("number of States", kind: .logarithmic),
          vertical: Axis("time for one cycle, on average, s", kind: .logarithmic)),
        sentence: """
          How long one whole cycle took on the machine that drew it; both scales are logarithmic, so \
          that equal steps are equal factors.
          """)
    ]
  }
}
