import Reports
import Rules
import StressTesting

/// The tables of a page.
struct CellTables {
  /// The cells, labelled.
  let cells: [PageCell]
  /// The rules whose waivers are counted.
  let rules: [WaivableRule]

  /// All tables that have something to show.
  var markup: [Markup] {
    var tables = results.parts.map(\.markup) + chances.parts.map(\.markup)
    if cells.contains(where: { cell in
      (cell.summary.happened + cell.summary.refused).contains { $0.sum > 0 }
    }) {
      tables += requests.parts.map(\.markup)
    }
    let causes = causes
    if !causes.rows.isEmpty { tables += causes.parts.map(\.markup) }
    return tables + [settings.markup]
  }

  private func mean(_ tally: Tally, places: Int = 2) -> String {
    tally.mean.map { NumberText.text($0, places: places) } ?? "–"
  }

  private func percent(_ share: Double?, places: Int = 2) -> String {
    share.map { NumberText.text($0, places: places) + " %" } ?? "–"
  }

  private func percent(_ estimate: Estimate?) -> String {
    guard let chance = PageCell.percent(estimate) else { return "–" }
    let ends = [chance.low, chance.high].map { NumberText.text($0, places: 2) }
    return "\(percent(chance.value)) (\(ends[0]) to \(ends[1]))"
  }

  private static let named: [DataTable.Column] = [.number("cell"), .init("what was tried")]

  private func name(_ cell: PageCell) -> [String] { ["\(cell.number)", cell.label] }

  private var results: DataTable {
    DataTable(
      caption: "By cell: rules and reviews; in brackets the interval of 95 %",
      columns: Self.named + [
        .number("cycles"), .number("rules kept"), .number("rules waived"), .number("impossible"),
        .number("undecided"),
      ] + rules.map { .number("\(StressPage.words($0)), a cycle") } + [
        .number("reviews a cycle"), .number("most reviews by a State"),
        .number("similar legal system"),
      ],
      rows: cells.map { cell in
        name(cell) + [NumberText.text(cell.summary.cycles), percent(cell.summary.kept)]
          + [.waived, .impossible, .undecided].map { percent(cell.share($0)) }
          + rules.map { mean(cell.summary.waivers(of: $0).waived) } + [
            mean(cell.summary.reviews, places: 1),
            NumberText.text(cell.summary.largestLoad.largest),
            percent(cell.summary.legalShare.map { $0 * 100 }),
          ]
      })
  }

  private var chances: DataTable {
    DataTable(
      caption: "By cell: chance and time; in brackets the intervals of 95 %",
      columns: Self.named + [
        .number("lots a cycle"), .number("States in a bowl"), .number("no choice"),
        .number("chance of the likeliest pair"), .init("which pair"),
        .number("same reviewer in another cycle"), .number("off the share of a year by at most"),
        .number("time of a cycle, ms"),
      ],
      rows: cells.map { cell in
        let summary = cell.summary
        let pair = summary.predictability?.largestPair
        return name(cell) + [
          mean(summary.lots, places: 1),
          summary.meanBowl.map { NumberText.text($0, places: 1) } ?? "–",
          percent(summary.forcedShare.map { $0 * 100 }), percent(summary.predictability?.largest),
          pair.map { "\($0.underReview) by \($0.reviewer)" } ?? "–",
          percent(summary.predictability?.repeated),
          NumberText.text(
            Double(summary.proportionGapInThousandths.largest) / 1000, places: 2) + " States",
          summary.microseconds.mean.map { NumberText.text($0 / 1000, places: 1) } ?? "–",
        ]
      })
  }

  private var requests: DataTable {
    let names = ["deferrals", "redraws", "stand-downs", "joined", "left", "accessions"]
    return DataTable(
      caption:
        "By cell: what States asked for and did in a cycle, on average, and what was refused",
      columns: Self.named
        + names.flatMap { [.number($0), .number("refused")] },
      rows: cells.map { cell in
        name(cell)
          + zip(cell.summary.happened, cell.summary.refused).flatMap {
            [mean($0), mean($1)]
          }
      })
  }

  private var causes: DataTable {
    DataTable(
      caption: "Rules that some States cannot keep, before any lot",
      columns: Self.named + [
        .init("rule"), .init("can it be waived?"), .number("waivers, at least"),
        .number("at most"), .number("States"), .init("which"),
      ],
      rows: cells.flatMap { cell in
        cell.summary.causes.map { cause in
          let rest = cause.stateCount > cause.states.count ? " …" : ""
          return name(cell) + [
            cause.rule.rawValue, cause.isWaivable ? "yes" : "no", NumberText.text(cause.least),
            NumberText.text(cause.most), NumberText.text(cause.stateCount),
            cause.states.joined(separator: " ") + rest,
          ]
        }
      })
  }

  /// What is the same in all cells, for whoever wants to draw them again.
  private var settings: DataTable {
    let shared = (cells.first?.summary.settings ?? []).filter { setting in
      !setting.value.isEmpty
        && cells.allSatisfy { $0.summary.setting(setting.name) == setting.value }
    }
    return DataTable(
      caption: "The same in all cells", columns: [.init("setting"), .init("value")],
      rows: shared.map { [$0.name, $0.value] })
  }
}

extension DataTable {
  /// The most columns that fit on a sheet of A4, with the two that name the cell.
  private static let mostColumns = 8
  /// The columns that every part repeats.
  private static let repeated = 2

  /// The table, or where it is wider than a page the parts of it, each with the columns that name
  /// the row.
  fileprivate var parts: [DataTable] {
    if columns.count <= Self.mostColumns { return [self] }
    let rest = columns.indices.dropFirst(Self.repeated)
    let perPart = Self.mostColumns - Self.repeated
    let count = (rest.count + perPart - 1) / perPart
    let size = (rest.count + count - 1) / count
    return stride(from: rest.startIndex, to: rest.endIndex, by: size).map { start in
      let places = Array(0..<Self.repeated) + Array(start..<min(start + size, rest.endIndex))
      let number = (start - rest.startIndex) / size + 1
      return DataTable(
        caption: "\(caption) (part \(number) of \(count))", columns: places.map { columns[$0] },
        rows: rows.map { row in places.filter { $0 < row.count }.map { row[$0] } })
    }
  }
}
