import Chances
import Members

/// Odds as a person reads them.
struct OddsText {
  private let report: OddsReport
  private let showsAll: Bool

  /// - Parameters:
  ///   - report: The odds.
  ///   - showsAll: Whether every pair and every reviewer has a line, not only the likeliest.
  init(_ report: OddsReport, showsAll: Bool) {
    self.report = report
    self.showsAll = showsAll
  }

  /// The pairs that are shown without being asked for all.
  private static let mostPairs = 20

  var text: String {
    let parts =
      heading + [""] + summary + ["", pairs] + (showsAll ? ["", reviews] : ["", rest])
    return parts.joined(separator: "\n") + "\n"
  }

  /// What is left out.
  private var rest: String {
    let others = shown.total - shown.rows.count
    let pairs = others > 0 ? "\(Words.count(others, "pair")) more, and " : ""
    return "Not shown: \(pairs)how many reviews each State can expect to do; --all shows them."
  }

  private func percent(_ chance: Rational) -> String {
    chance.times(100).decimal(digits: report.exact == nil ? 2 : 4) + " %"
  }

  private var heading: [String] {
    let way =
      switch report.method {
      case .bowls: "drawn lot after lot from exact bowls"
      case .uniform: "drawn so that every lawful outcome is equally likely"
      }
    let part = report.year.map { ", year \($0)" } ?? ""
    let how =
      report.sampled.map {
        "estimated from \(Words.count($0.samples, "draw")); intervals hold with 95 % each"
      } ?? "counted exactly"
    var lines = [
      "Odds of \(Words.count(report.underReview.count, "State")) under review\(part), \(way); \(how)."
    ]
    if report.includesSelection {
      lines.append("The lots that select the States of the year are part of the chance.")
    }
    return lines
  }

  private var summary: [String] {
    var lines: [String] = []
    if let exact = report.exact {
      lines.append("Lawful outcomes of the rest of the cycle: \(exact.outcomes).")
      if let largest = exact.largestGap, let mean = exact.meanGap, let pairs = exact.pairDistance {
        lines.append(
          "Between the two methods, a pair's odds differ by \(percent(largest)) at most and by "
            + "\(percent(mean)) in the mean (percentage points).")
        lines.append("Total variation distance over pairs: \(pairs.decimal(digits: 6)).")
        if let outcomes = exact.comparison {
          lines.append(
            "Total variation distance over outcomes: \(outcomes.distance.decimal(digits: 6)). "
              + "From bowls the likeliest has \(percent(outcomes.most)), the least likely "
              + "\(percent(outcomes.least)), and \(outcomes.neverDrawn) cannot be drawn.")
        } else {
          lines.append("Total variation distance over outcomes: too many to compare one by one.")
        }
      }
    } else if let outcomes = report.sampled?.outcomes {
      let error = outcomes.errorInThousandths.map {
        ", standard error \(Rational($0, 10).decimal(digits: 1)) % by the samples themselves"
      }
      lines.append(
        "Lawful outcomes of the reviews drawn: \(outcomes.isLowerBound ? "at least " : "")about "
          + "\(outcomes.mean.magnitude)\(error ?? "").")
    }
    let certain = report.certain.map {
      "\(report.name($0.underReview)) by \(report.name($0.reviewer))"
    }
    let always = report.exact == nil ? "In every draw sampled" : "Certain"
    let more = showsAll ? 0 : max(0, certain.count - Self.mostPairs)
    lines.append(
      "\(always): "
        + (certain.isEmpty ? "none" : certain.prefix(certain.count - more).joined(separator: ", "))
        + (more > 0 ? ", and \(more) more." : "."))
    let open = report.likeliest.filter { $0.chance < .one }.prefix(5).map {
      "\(report.name($0.underReview)) by \(report.name($0.reviewer)) \(percent($0.chance))"
    }
    if !open.isEmpty {
      lines.append("Most predictable otherwise: \(open.joined(separator: ", ")).")
    }
    return lines
  }

  private var pairs: String {
    let isExact = report.exact != nil
    let header = ["under review", "reviewer", "probability"] + (isExact ? [] : ["low", "high"])
    let rows = shown.rows.map { row in
      [report.name(row.underReview), report.name(row.reviewer), percent(row.chance)]
        + (isExact ? [] : [percent(row.low), percent(row.high)])
    }
    return table([header] + rows)
  }

  /// The pairs with a line: in canonical order where all are shown, else the likeliest first.
  private var shown: (rows: [OddsReport.Row], total: Int) {
    if showsAll {
      let rows = report.rows.filter { $0.chance > .zero }
      return (rows, rows.count)
    }
    let rows = report.likeliest
    return (Array(rows.prefix(Self.mostPairs)), rows.count)
  }

  private var reviews: String {
    let most = report.reviewers.map { report.reviews[$0].count - 1 }.max() ?? 0
    let header = ["reviewer", "expected reviews"] + (0...most).map { "\($0)" }
    let rows = report.reviewers.map { state in
      [report.name(state), report.expected(state).decimal(digits: 4)]
        + (0...most).map { count in
          count < report.reviews[state].count ? percent(report.reviews[state][count]) : "-"
        }
    }
    return table([header] + rows)
  }

  private func table(_ rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: cell.1 - cell.0.count)
        return column < 2 && rows[0][1] == "reviewer" || column == 0
          ? cell.0 + blanks : blanks + cell.0
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
