import Drawing
import Members
import Reports

/// A list of tickets as a page to print, on as few sheets of A4 as stay legible: landscape, type of
/// 6 points, one row a ticket, one column a State under review, its reviewers one below the other.
struct TicketPage {
  /// Columns that have room side by side on a sheet.
  static let columnsOnSheet = 40

  private let list: TicketList
  private let tickets: [[DrawnReviewers]]
  private let seed: Label
  private let heading: String

  /// - Parameters:
  ///   - list: The published list.
  ///   - tickets: Its tickets.
  ///   - seed: The seed of the list.
  ///   - name: The rulebook's name, for the heading.
  init(_ list: TicketList, _ tickets: [[DrawnReviewers]], seed: Label, name: String) {
    self.seed = seed
    self.list = list
    self.tickets = tickets
    heading = "\(name): tickets of year \(list.year)"
  }

  /// The file.
  var text: String {
    let last = TicketFile.number(list.count - 1, of: list.count)
    let first = TicketFile.number(0, of: list.count)
    let about = """
      \(list.count) outcomes, numbered \(first) to \(last); below each State under review stand its \
      reviewers. Seed: \(seed). SHA-256 of the list's file: \(list.sha256).
      """
    var body: [Markup] = [
      .element("h1", [.text(heading)]), .element("p", [.text(about)]),
    ]
    for block in blocks { body.append(table(block)) }
    return Page(title: heading, style: Self.style, body: body).text
  }

  /// The States of each table: all of them, or as many as have room.
  private var blocks: [Range<Int>] {
    let count = tickets[0].count
    let width = Self.columnsOnSheet - 1
    return stride(from: 0, to: max(1, count), by: width).map { $0..<min(count, $0 + width) }
  }

  /// Where there are few States, several tickets stand in one row.
  private func table(_ block: Range<Int>) -> Markup {
    let side = max(1, Self.columnsOnSheet / (block.count + 1))
    let states = tickets[0][block].map { Markup.element("th", [.text($0.underReview.text)]) }
    let head = Array(repeating: [Markup.element("th", ["No."])] + states, count: side).joined()
    let rows = stride(from: 0, to: tickets.count, by: side).map { first in
      let cells = (first..<min(tickets.count, first + side)).map { number in
        Markup.all(
          [.element("th", [.text(TicketFile.number(number, of: tickets.count))])]
            + tickets[number][block].map(cell))
      }
      return Markup.element("tr", cells)
    }
    return .element(
      "table",
      [.element("thead", [.element("tr", Array(head))]), .element("tbody", rows)])
  }

  private func cell(_ review: DrawnReviewers) -> Markup {
    var pieces: [Markup] = []
    for reviewer in review.reviewers {
      if !pieces.isEmpty { pieces.append(.element("br", [:])) }
      pieces.append(.text(reviewer.text))
    }
    return .element("td", pieces)
  }

  private static let style = PageStyle(
    rules: """
      html { font: 6pt/1 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif;
        color: #000; background: #fff; }
      body { margin: 0; }
      h1 { font-size: 9pt; margin: 0 0 2pt; }
      p { margin: 0 0 3pt; line-height: 1.2; overflow-wrap: anywhere; }
      table { border-collapse: collapse; margin: 0 0 6pt; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      th, td { padding: .25pt 2.2pt .25pt 2.2pt; text-align: left; vertical-align: top;
        border-bottom: .3pt solid #999; white-space: nowrap; }
      th { font-weight: bold; font-variant-numeric: tabular-nums; }

      """ + "@page { size: A4 landscape; margin: 8mm; }\n")
}
