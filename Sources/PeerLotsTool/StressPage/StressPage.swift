import Reports
import Rules
import StressTesting

/// The page that `peerlots stress summarize --page` writes: what happened in each cell, with plots.
struct StressPage {
  private let summary: StressSummary
  private let cells: [PageCell]

  /// How many cells the plots show; the tables show all.
  static let cellsPlotted = 40
  /// How many cells are shown with their groups one by one.
  static let cellsInDetail = 4

  /// The rules in words, in the order of `WaivableRule.counted`.
  static let rules = WaivableRule.counted.map { rule in
    switch rule {
    case .seat: "a seat is empty"
    case .sameRegion: "no reviewer of the group"
    case .minimumLoad: "too few reviews done"
    case .legalSystem: "no similar legal system"
    case .supplement: "no supplementary reviewer"
    case .targetLoad: "fewer reviews than the target"
    }
  }

  init(_ summary: StressSummary) {
    self.summary = summary
    cells = CellLabels.labelled(summary.cells)
  }

  /// The page.
  var page: Page {
    let plotted = Array(cells.prefix(Self.cellsPlotted))
    let plots = CellPlots(cells: plotted)
    var body: [Markup] = [
      .element("h1", [.text(summary.name)]),
      .element(
        "p",
        [
          """
          What happened when whole cycles of peer review were drawn by lot, again and again, for \
          each of the cases below. A case is called a cell; the lots of every cycle follow from \
          the seed, so anyone can draw them again.
          """
        ]),
      .element("dl", facts.flatMap { [.element("dt", [.text($0)]), .element("dd", [.text($1)])] }),
    ]
    if plotted.count < cells.count {
      body.append(
        .element(
          "p", ["class": "note"],
          [
            .text(
              "The plots show the first \(plotted.count) of \(cells.count) cells; the tables, all.")
          ]))
    }
    for section in plots.sections where !section.figures.isEmpty {
      body.append(.element("h2", [.text(section.title)]))
      if !section.text.isEmpty { body.append(.element("p", [.text(section.text)])) }
      body.append(Figure.grid(section.figures))
    }
    let tables = CellTables(cells: cells)
    body.append(.element("h2", ["The numbers"]))
    body += tables.markup
    return Page(title: summary.name, body: body)
  }

  /// What there is to say of the whole.
  private var facts: [(String, String)] {
    let cycles = NumberText.text(summary.cycles)
    let planned = NumberText.text(summary.plannedCycles)
    let part =
      summary.shard.count == 1 ? "" : "; only \(summary.shard.text)"
    return [
      ("Cells", NumberText.text(summary.cells.count)),
      ("Cycles drawn", (summary.isComplete ? cycles : "\(cycles) of \(planned) so far") + part),
      ("Seed", summary.seed), ("Drawn by", summary.software),
    ]
  }
}
