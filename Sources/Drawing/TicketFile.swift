import Lots
import Members

/// The file of a list of tickets: CSV that can be read and checked without a program.
///
/// The header is `ticket` and the codes of the States under review of the year, in canonical order;
/// then comes one line a ticket: its number, from 0, with as many digits as the last has, and below
/// each State its reviewers in canonical order, separated by a blank. Lines end in `\n`.
public struct TicketFile: Hashable, Sendable {
  /// The text of the file.
  public let text: String

  /// Writes the tickets.
  ///
  /// - Parameter tickets: The outcomes, at least one, each of the same States in canonical order.
  public init(_ tickets: [[DrawnReviewers]]) {
    var text = "ticket"
    for review in tickets.first ?? [] { text += ",\(review.underReview)" }
    text += "\n"
    for (number, ticket) in tickets.enumerated() {
      text += Self.number(number, of: tickets.count)
      for review in ticket {
        text += "," + review.reviewers.map(\.text).joined(separator: " ")
      }
      text += "\n"
    }
    self.text = text
  }

  /// A ticket's number as it stands in the file: 000 to 999 for a thousand.
  public static func number(_ ticket: Int, of count: Int) -> String {
    let (digits, width) = (String(ticket), String(max(0, count - 1)).count)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The lower-case hex SHA-256 of the file.
  public var sha256: String { Commitment.hash(of: text) }
}
