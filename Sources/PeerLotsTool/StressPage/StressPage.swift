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

  /// That a rule was given up, in words.
  static func words(_ rule: WaivableRule) -> String {
    switch rule {
    case .seat: "a seat is empty"
    case .sameRegion: "no reviewer of the group"
    case .minimumLoad: "too few reviews done"
    case .legalSystem: "no similar legal system"
    case .supplement: "no supplementary reviewer"
    case .targetLoad: "fewer reviews than the target"
    }
  }

  /// The date that the page bears; none where empty.
  private let date: String

  init(_ summary: StressSummary, date: String = "") {
    self.summary = summary
    self.date = date
    cells = CellLabels.labelled(summary.cells)
  }

  /// The page.
  var page: Page {
    let plotted = Array(cells.prefix(Self.cellsPlotted))
    let plots = CellPlots(
      cells: plotted, rules: summary.rules, countsSupplements: summary.countsSupplements)
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
    let sections = plots.sections.filter { !$0.figures.isEmpty }
    body.append(contents(sections))
    for (place, section) in sections.enumerated() {
      body.append(.element("h2", ["id": "part-\(place + 1)"], [.text(section.title)]))
      if !section.text.isEmpty { body.append(.element("p", [.text(section.text)])) }
      body.append(Figure.grid(section.figures))
    }
    let tables = CellTables(cells: cells, rules: summary.rules)
    body.append(.element("h2", ["id": "numbers"], ["The numbers"]))
    body += tables.markup
    return Page(title: summary.name, style: Self.style, body: body)
  }

  /// Where what stands on the page.
  private func contents(_ sections: [CellPlots.Section]) -> Markup {
    func item(_ address: String, _ words: String, _ inner: [Markup] = []) -> Markup {
      .element(
        "li",
        [.element("a", ["href": "#\(address)"], [.text(words)])]
          + (inner.isEmpty ? [] : [.element("ul", inner)]))
    }
    let items = sections.enumerated().map { place, section in
      item(
        "part-\(place + 1)", section.title,
        section.figures.map { item($0.name, $0.title) })
    }
    return .element(
      "nav", ["aria-label": "Contents"], [.element("ul", items + [item("numbers", "The numbers")])])
  }

  /// A number too long for its column is broken rather than cut off on paper.
  private static let style = PageStyle.report.adding(
    "td, tbody th { overflow-wrap: anywhere; }\nnav ul { margin: .2rem 0; }\n")

  /// What there is to say of the whole.
  private var facts: [(String, String)] {
    let cycles = NumberText.text(summary.cycles)
    let planned = NumberText.text(summary.plannedCycles)
    let part =
      summary.shard.count == 1 ? "" : "; only \(summary.shard.text)"
    return [
      ("Cells", NumberText.text(summary.cells.count)),
      ("Cycles drawn", (summary.isComplete ? cycles : "\(cycles) of \(planned) so far") + part),
      ("Plan", "\(summary.name), SHA-256 \(summary.identity)"), ("Seed", summary.seed),
      ("Drawn by", summary.software),
    ] + (date.isEmpty ? [] : [("Date", date)])
  }
}
