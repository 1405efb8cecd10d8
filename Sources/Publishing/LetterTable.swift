import Members
import Records

/// The letters of a language as a table for mail merge: one row a letter, in UTF-8.
struct LetterTable {
  private let writer: PageWriter

  init(_ writer: PageWriter) { self.writer = writer }

  /// The file. Columns have the same names in every language, so that one template fits all.
  var text: String {
    var bytes: [UInt8] = []
    let steps = writer.publication.timetable.entries.map(\.step.rawValue)
    DelimitedLine.append(
      [
        "recipient", "recipient_name", "role", "under_review", "under_review_name", "year",
        "reviewers", "reviewer_names", "reviews_so_far", "experts",
      ] + steps, to: &bytes)
    for state in writer.letterStates {
      for recipient in [state] + writer.cycle.reviews[state].reviewers {
        DelimitedLine.append(row(recipient, state), to: &bytes)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The experts of a review's States, by their codes; empty where no list was given.
  private func experts(ofReview state: Int) -> String {
    guard let list = writer.publication.experts else { return "" }
    return ([state] + writer.cycle.reviews[state].reviewers).map { state in
      let code = writer.record.states[state].code
      let names = list.of(code).map { Wording(Name($0.name)).plain }
      return "\(code): " + (names.isEmpty ? "-" : names.joined(separator: ", "))
    }.joined(separator: "; ")
  }

  private func row(_ recipient: Int, _ state: Int) -> [String] {
    let record = writer.record
    let review = writer.cycle.reviews[state]
    func code(_ state: Int) -> String { record.states[state].code.text }
    let days = writer.publication.days(ofYear: review.year)
    return [
      code(recipient), Wording(writer.names[recipient]).plain,
      recipient == state ? "under_review" : "reviewer", code(state),
      Wording(writer.names[state]).plain, String(review.year),
      review.reviewers.map(code).joined(separator: " "),
      writer.language.list(review.reviewers.map { writer.names[$0] }).plain,
      String(record.reviewed[recipient].count), experts(ofReview: state),
    ]
      + writer.publication.timetable.entries.indices.map { place in
        days.map { writer.language.text($0[place].day).plain } ?? ""
      }
  }
}
