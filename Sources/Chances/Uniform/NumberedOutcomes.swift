import BigInt
import Pairing
import Rules

/// The lawful outcomes of what is left to draw, numbered from 0, where they are few enough to count.
///
/// Reviews have an order, that of a ``CompletionCounter``, and so have the sets of reviewers of a
/// review: by the first member that differs, in canonical order, a set before those that it begins.
/// Outcomes are numbered in the order of their sets, the first review first. Whether they are
/// counted depends on the problem alone: on the sets, and on the steps of the count.
package struct NumberedOutcomes: Sendable {
  /// The most steps of a count: one for each set of the next review, in each state.
  package static let mostSteps = 1 << 20

  /// How many lawful outcomes there are.
  package let count: BigUInt
  /// The steps of the count.
  package var steps: Int { counter.steps }
  private let counter: CompletionCounter
  private let drawn: [[Int]]

  /// Counts.
  ///
  /// - Parameters:
  ///   - problem: What is drawn and what is left.
  ///   - best: Its best waiver vector.
  ///   - mostSteps: The most steps.
  /// - Returns: nil where there are too many sets or steps.
  package init?(_ problem: PairingProblem, best: WaiverVector, mostSteps: Int = Self.mostSteps) {
    do throws(ExactFailure) {
      let board = try Board(problem, best: best)
      var counter = CompletionCounter(
        board, mostStates: .max, mostSteps: mostSteps, keepsChoices: true)
      var start = BoardState(board)
      count = try counter.completions(from: &start)
      self.counter = counter
    } catch { return nil }
    // A problem whose best vector is reached has an outcome.
    if count == 0 { return nil }
    drawn = problem.reviews.map { $0.reviewers.sorted() }
  }

  /// The outcome of a number.
  ///
  /// - Returns: One sorted list of reviewers for each State of the membership, those drawn before
  ///   included.
  /// - Precondition: The number is below the count.
  /// - Complexity: O(Σ c) for reviews with c sets.
  package func outcome(_ number: BigUInt) -> [[Int]] {
    precondition(number < count, "no outcome has this number")
    var outcome = drawn
    var (left, state) = (number, 0)
    for place in counter.order {
      let review = counter.board.reviews[place]
      for choice in counter.choices[state] {
        let next = Int(choice.state)
        let completions = counter.counts[next]
        if left < completions {
          outcome[review.state] += review.sets[Int(choice.set)].reviewers.map {
            counter.board.reviewers[$0]
          }
          outcome[review.state].sort()
          state = next
          break
        }
        left -= completions
      }
    }
    return outcome
  }
}
