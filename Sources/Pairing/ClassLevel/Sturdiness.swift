import Rules

/// How many seats or reviewers make sure that a flow over kinds can be carried out by single States.
///
/// Take a flow and carry it out by any States: some pairs may then be forbidden (a State with
/// itself, twice, two each other, a conflict). Let the reviewer j hold a seat of State i so, and
/// look for another seat, of State i′ with reviewer j′, in the same row or held by the same block:
/// exchanging j and j′ leaves the flow as it is. It is forbidden only
///
/// - where j′ may not review i: i itself, its other reviewers, those it reviews, its conflicts, at
///   most F States, with at most `maximum` reviews each;
/// - where j may not review i′: j itself, those it reviews, its reviewers, its conflicts, at most
///   G States, with at most `per_review` seats each.
///
/// So among `maximum`·F + `per_review`·G + 2 seats there is one for the exchange. It undoes at least
/// one forbidden pair and makes none (two States that review themselves can become two that review
/// each other; then there are two that review themselves fewer), and after finitely many exchanges
/// none is left. Where reviewers of a block are free to do none, a free one that is not among the F
/// can take the seat of j instead.
///
/// A row or a block of kinds with so many seats is *sturdy*. An arc is *concrete* where one of its
/// ends is sturdy, or where both are of single States; of the latter, no two may be pairs that
/// exclude each other. A flow over concrete arcs can be carried out: the exchanges leave the pairs
/// of single States as they are.
struct Sturdiness: Sendable {
  /// The most States that one under review may not have as reviewers (F).
  let exceptions: Int
  /// Seats of a row, or of a block, that make it sturdy.
  let seats: Int

  /// The numbers for a rulebook.
  ///
  /// - Parameters:
  ///   - perReview: The most seats of a review.
  ///   - maximum: The most reviews of a State.
  ///   - conflicts: The most conflicts of a State under review, and of a reviewer.
  init(
    _ rulebook: Rulebook, perReview: Int, maximum: Int,
    conflicts: (underReview: Int, reviewer: Int)
  ) {
    let isMutual = rulebook.mutualReviews == .forbidden
    exceptions = 1 + (perReview - 1) + (isMutual ? maximum : 0) + conflicts.underReview
    let others = 1 + maximum + (isMutual ? perReview : 0) + conflicts.reviewer
    // Four more than that, since the next lot takes one seat out and a way can empty another.
    seats = maximum * exceptions + perReview * others + 2 + 4
  }
}
