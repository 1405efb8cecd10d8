import Reports
import StressTesting

extension CellPlots {
  /// The names of the loads shown, from no review to the most that any State does.
  private func loadNames(_ counts: [[Int]]) -> [String] {
    let most = counts.map { $0.lastIndex { $0 > 0 } ?? 0 }.max() ?? 0
    return (0...most).map { load in
      switch load {
      case 0: "no review"
      case 1: "1 review"
      case CycleMeasures.largestLoadShown: "\(load) or more"
      default: "\(load) reviews"
      }
    }
  }

  /// The distribution of reviews over all States, by cell.
  var loads: Figure {
    Figure(
      name: "loads", title: "Reviews done by a State in a cycle",
      chart: ShareChart(
        parts: loadNames(cells.map(\.summary.loads)),
        rows: cells.map { .init($0.label, $0.summary.loads.map(Double.init)) },
        axis: "share of the States that may review, %"),
      sentence: """
        Of a hundred States that may review, so many do no review, one, two and so on: the longer \
        the dark part, the more work lies on few.
        """)
  }

  /// The same by regional group.
  var loadsByGroup: [Figure] {
    by("group", \.loadsByGroup) {
      $0.isEmpty ? "no group" : $0
    } title: {
      ("Reviews done, by regional group", "Which regional groups carry more of the work: \($0).")
    }
  }

  /// The same by number of Protocols.
  var loadsByProtocols: [Figure] {
    by("protocols", \.loadsByProtocols) { number in
      number == "1" ? "1 Protocol" : "\(number) Protocols"
    } title: {
      (
        "Reviews done, by number of Protocols",
        "A State that is party to more Protocols can review more States, so more falls to it: \($0)."
      )
    }
  }

  /// For few cells, how loads are distributed in each; for many, the mean load in each.
  private func by(
    _ name: String, _ path: KeyPath<CellSummary, [NamedCounts]>, named: (String) -> String,
    title: (String) -> (title: String, sentence: String)
  ) -> [Figure] {
    let names = names(path)
    if names.count < 2 { return [] }
    if cells.count <= StressPage.cellsInDetail {
      let texts = title("the darker, the more reviews a State does")
      let parts = loadNames(cells.flatMap { $0.summary[keyPath: path].map(\.counts) })
      return cells.map { cell in
        let rows = cell.summary[keyPath: path].map { row in
          ShareChart.Row(named(row.name), row.counts.map(Double.init))
        }
        return Figure(
          name: "loads-by-\(name)-\(cell.number)",
          title: cells.count == 1 ? texts.title : "\(texts.title): \(cell.label)",
          chart: ShareChart(
            parts: parts, rows: rows, axis: "share of the States that may review, %"),
          sentence: texts.sentence)
      }
    }
    let texts = title("each number is the mean number of reviews done by one of these States")
    let rows = cells.map { cell in
      HeatChart.Row(
        cell.label,
        names.map { name in
          let counts = cell.summary[keyPath: path].first { $0.name == name }?.counts ?? []
          let states = counts.reduce(0, +)
          let reviews = counts.enumerated().reduce(0) { $0 + $1.offset * $1.element }
          return states == 0 ? nil : Double(reviews) / Double(states)
        })
    }
    return [
      Figure(
        name: "loads-by-\(name)", title: texts.title,
        chart: HeatChart(
          columns: names.map(named), rows: rows,
          axis: Axis("reviews done by a State in a cycle, on average", places: 2)),
        sentence: texts.sentence)
    ]
  }

  /// The names that occur, in the order in which they do.
  func names(_ path: KeyPath<CellSummary, [NamedCounts]>) -> [String] {
    var names: [String] = []
    for cell in cells {
      for row in cell.summary[keyPath: path] where !names.contains(row.name) {
        names.append(row.name)
      }
    }
    return names
  }
}
