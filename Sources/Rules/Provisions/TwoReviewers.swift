import IntegerProgramming
import Members

/// Para. 18: each State under review is reviewed by two other States (as many as the rulebook has
/// seats, or as its own row says).
///
/// Rows, for each block a: Σ_b (regional + open)[a, b] + empty[a] = seats·|a|. A regional seat that
/// is given up is filled as an open seat, or stays empty, so no row tells the open seats apart.
public struct TwoReviewers: Provision {
  private let rulebook: Rulebook
  /// The rule's name.
  public let name = "seat"
  /// The paragraph.
  public let paragraph = "para. 18"
  /// The waiver that leaves a seat empty.
  public let waiver: WaivableRule? = .seat

  /// Makes the provision of a rulebook.
  public init(_ rulebook: Rulebook) { self.rulebook = rulebook }

  /// The demand.
  public var clause: String {
    let seats = rulebook.reviewersPerReview
    return seats == 1
      ? "is reviewed by one other State" : "is reviewed by \(seats) other States"
  }

  /// The demand in the sentence of a conflict.
  public func clause(_ subject: Subject, count: Int, of state: State) -> String {
    let each = subject.word("", "each ")
    if count < rulebook.reviewersPerReview(of: state) {
      return "must \(each)have at least \(NumberWord.of(count, "reviewer")) (\(paragraph))"
    }
    return "must \(each)be reviewed by \(NumberWord.of(count, "other State")) (\(paragraph))"
  }

  /// Every seat is held or counted as empty.
  public func addRows(to encoding: inout Encoding) {
    for (a, block) in encoding.blocks.enumerated() where block.seats > 0 {
      var terms = encoding.asUnderReview[a].flatMap { encoding.pairs[$0].terms }
      let seats = block.size * block.seats
      if let empty = encoding.waiverVariable(.seat, block: a, upper: seats) {
        terms.append(Term(1, empty))
      }
      encoding.program.addRow("seats(\(block.name))", terms, lower: seats, upper: seats)
    }
  }

  /// One breach for each empty seat.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    draw.reviews.flatMap { review -> [Breach] in
      let state = draw.membership.states[review.underReview]
      let seats = rulebook.reviewersPerReview(of: state)
      let empty = seats - review.reviewerCount
      if empty == 0 { return [] }
      let sentence =
        empty < 0
        ? "\(state.title) has more reviewers than the \(seats) it may have"
        : "\(state.title) has \(review.reviewerCount) of the \(seats) reviewers it must have"
      return (0..<abs(empty)).map { _ in
        Breach(self, state: review.underReview, sentence: sentence)
      }
    }
  }
}
