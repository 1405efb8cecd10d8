import Foundation
import Members
import Records
import Rules
import StressTesting

/// The table of a laboratory's results, a row for each cell.
struct StressTable {
  /// One column.
  struct Column {
    let name: String
    let value: (CellSummary) -> Value
    /// Whether the table for the eye has it.
    var isShown = false
  }

  /// What stands in a cell.
  enum Value {
    case text(String)
    case whole(Int)
    /// A number with three digits after the point.
    case thousandths(Int)
    case none

    /// A number rounded to three digits after the point.
    static func rounded(_ number: Double?) -> Value {
      number.map { .thousandths(Int(($0 * 1000).rounded())) } ?? .none
    }

    static func mean(_ tally: Tally) -> Value {
      tally.meanInThousandths.map { .thousandths($0) } ?? .none
    }
  }

  /// What the table is of.
  let summary: StressSummary
  /// Its columns.
  let columns: [Column]

  init(_ summary: StressSummary) {
    self.summary = summary
    columns = Self.columns(of: summary)
  }

  // MARK: Columns

  private static func columns(of summary: StressSummary) -> [Column] {
    let varied = Set(summary.varied)
    var columns = [Column(name: "cell", value: { .whole($0.number) }, isShown: true)]
    for setting in summary.cells.first?.settings ?? [] {
      columns.append(
        Column(
          name: setting.name, value: { .text($0.setting(setting.name)) },
          isShown: varied.contains(setting.name)))
    }
    return columns + outcomeColumns + waiverColumns(summary.rules) + lotColumns
      + (summary.countsSupplements ? supplementColumns : [])
      + evennessColumns(summary.largestTarget) + requestColumns + pairColumns
  }

  /// How evenly the reviews lie on the States; shown where some rulebook has a target for them.
  private static func evennessColumns(_ target: Int) -> [Column] {
    [
      Column(
        name: "target_share",
        value: { .rounded(target == 0 ? nil : $0.share(doing: target)) }, isShown: true),
      Column(
        name: "load_gini",
        value: { .rounded($0.giniInMillionths.mean.map { $0 / 1_000_000 }) }, isShown: target > 0),
    ]
  }

  private static var outcomeColumns: [Column] {
    [Column(name: "cycles", value: { .whole($0.cycles) }, isShown: true)]
      + CycleOutcome.allCases.map { outcome in
        Column(name: outcome.rawValue, value: { .whole($0[outcome]) })
      }
      + estimate("kept_share", isShown: true) { $0.kept }
  }

  private static func waiverColumns(_ rules: [WaivableRule]) -> [Column] {
    rules.map { rule in
      Column(name: "best_\(rule.rawValue)", value: { .mean($0.waivers(of: rule).best) })
    }
      + rules.map { rule in
        Column(
          name: "waived_\(rule.rawValue)", value: { .mean($0.waivers(of: rule).waived) },
          isShown: true)
      }
      + Disturbance.allCases.enumerated().flatMap { cause, disturbance in
        rules.map { rule in
          Column(
            name: "\(disturbance.rawValue)_\(rule.rawValue)",
            value: { .mean($0.waivers(of: rule).worsened[cause]) })
        }
      }
  }

  /// Supplementary seats; only where some cell's rulebook has them.
  private static var supplementColumns: [Column] {
    [
      Column(
        name: "supplement_counted", value: { .mean($0.supplements.counted) }, isShown: true),
      Column(name: "supplement_held", value: { .mean($0.supplements.held) }),
      Column(
        name: "supplement_share", value: { .rounded($0.supplements.share) }, isShown: true),
      Column(name: "lots_supplementary", value: { .mean($0.supplements.lots) }),
      Column(name: "forced_supplementary", value: { .mean($0.supplements.forcedLots) }),
    ]
  }

  private static var lotColumns: [Column] {
    [
      Column(name: "reviews", value: { .mean($0.reviews) }),
      Column(name: "load_largest", value: { .mean($0.largestLoad) }),
    ]
      + (0...CycleMeasures.largestLoadShown).map { load in
        let isLast = load == CycleMeasures.largestLoadShown
        return Column(
          name: "load_\(load)\(isLast ? "_more" : "")",
          value: {
            .rounded($0.drawnCycles == 0 ? nil : Double($0.loads[load]) / Double($0.drawnCycles))
          })
      }
      + [
        Column(name: "legal_share", value: { .rounded($0.legalShare) }, isShown: true),
        Column(name: "language_share", value: { .rounded($0.languageShare) }, isShown: true),
        Column(
          name: "proportion_gap",
          value: { .rounded($0.proportionGapInThousandths.mean.map { $0 / 1000 }) }),
        Column(name: "lots", value: { .mean($0.lots) }),
        Column(name: "bowl_mean", value: { .rounded($0.meanBowl) }, isShown: true),
        Column(name: "bowl_smallest", value: { .whole($0.smallestBowl.smallest) }),
        Column(name: "forced_share", value: { .rounded($0.forcedShare) }, isShown: true),
      ]
  }

  private static var requestColumns: [Column] {
    Request.allCases.enumerated().map { place, request in
      Column(name: request.rawValue, value: { .mean($0.happened[place]) })
    }
      + Request.allCases.enumerated().map { place, request in
        Column(name: "\(request.rawValue)_refused", value: { .mean($0.refused[place]) })
      }
  }

  private static var pairColumns: [Column] {
    [Column(name: "pairs", value: { $0.predictability.map { .whole($0.pairCount) } ?? .none })]
      + estimate("largest_chance", isShown: true) { $0.predictability?.largest }
      + estimate("repeat_chance", isShown: true) { $0.predictability?.repeated }
      + [
        Column(
          name: "milliseconds", value: { .rounded($0.microseconds.mean.map { $0 / 1000 }) },
          isShown: true)
      ]
  }

  private static func estimate(
    _ name: String, isShown: Bool, _ value: @escaping (CellSummary) -> Estimate?
  ) -> [Column] {
    [
      Column(name: name, value: { .rounded(value($0)?.value) }, isShown: isShown),
      Column(name: "\(name)_low", value: { .rounded(value($0)?.low) }),
      Column(name: "\(name)_high", value: { .rounded(value($0)?.high) }),
    ]
  }

  // MARK: Forms

  /// The table in a form.
  func bytes(as format: TableFormat) -> [UInt8] {
    switch format {
    case .text: text
    case .csv: csv
    case .json: json
    }
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .text(let text): text
    case .whole(let number): String(number)
    case .thousandths(let number): Thousandths.text(number)
    case .none: ""
    }
  }

  private var csv: [UInt8] {
    var bytes: [UInt8] = []
    DelimitedLine.append(columns.map(\.name), to: &bytes)
    for cell in summary.cells {
      DelimitedLine.append(columns.map { Self.text($0.value(cell)) }, to: &bytes)
    }
    return bytes
  }

  /// Written piece by piece, because our JSON values hold whole numbers only.
  private var json: [UInt8] {
    func quoted(_ text: String) -> [UInt8] { JSONValue.text(Label(text)).bytes }
    func value(_ value: Value) -> [UInt8] {
      switch value {
      case .text(let text): quoted(text)
      case .whole, .thousandths: Array(Self.text(value).utf8)
      case .none: Array("null".utf8)
      }
    }
    func object(_ fields: [(String, [UInt8])]) -> [UInt8] {
      let texts = fields.map { quoted($0) + [UInt8(ascii: ":")] + $1 }
      return [UInt8(ascii: "{")] + texts.joined(separator: [UInt8(ascii: ",")])
        + [UInt8(ascii: "}")]
    }
    let cells = summary.cells.map { cell in
      object(columns.map { ($0.name, value($0.value(cell))) })
    }
    let array =
      [UInt8(ascii: "[")] + cells.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "]")]
    return object([
      ("name", quoted(summary.name)), ("seed", quoted(summary.seed)),
      ("software", quoted(summary.software)),
      ("complete", Array((summary.isComplete ? "true" : "false").utf8)), ("cells", array),
    ]) + [UInt8(ascii: "\n")]
  }

  /// For the eye: what varies, and the columns that say most; a column in which nothing is counted
  /// is left out.
  private var text: [UInt8] {
    let shown = columns.filter { column in
      column.isShown
        && summary.cells.contains { cell in
          switch column.value(cell) {
          case .none, .thousandths(0): false
          default: true
          }
        }
    }
    let rows =
      [shown.map(\.name)]
      + summary.cells.map { cell in
        shown.map { Quotation.escaped(Self.text($0.value(cell))) }
      }
    let widths = shown.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let blocks = Self.blocks(widths, in: Screen.width(of: STDOUT_FILENO)).map { columns in
      rows.map { row in
        columns.map { column in
          String(repeating: " ", count: widths[column] - row[column].count) + row[column]
        }.joined(separator: "  ")
      }.joined(separator: "\n") + "\n"
    }
    return Array(blocks.joined(separator: "\n").utf8)
  }

  /// The columns of each block, so that no line is wider than a screen where it has a width; every
  /// block begins with the first column, and none has less than one more.
  private static func blocks(_ widths: [Int], in limit: Int?) -> [[Int]] {
    guard let limit, widths.count > 2 else { return [Array(widths.indices)] }
    var blocks: [[Int]] = []
    var width = 0
    for column in widths.indices.dropFirst() {
      if blocks.isEmpty || width + 2 + widths[column] > limit {
        blocks.append([0])
        width = widths[0]
      }
      blocks[blocks.count - 1].append(column)
      width += 2 + widths[column]
    }
    return blocks
  }
}
