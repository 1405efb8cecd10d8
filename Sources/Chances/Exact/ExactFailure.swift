/// Why odds cannot be counted exactly.
public enum ExactFailure: Error, Equatable, CustomStringConvertible {
  /// There are more reviews, or more possible reviewers of one, than a word has bits.
  case tooWide(reviews: Int, candidates: Int)
  /// More states of a draw must be told apart than there is room for.
  case tooManyStates(most: Int)
  /// An estimate, made before anything is counted, says that there are too many states.
  case beyondReach(states: SizeEstimate, most: Int)
  /// No outcome is lawful.
  case noOutcome

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .tooWide(let reviews, let candidates):
      "\(reviews) reviews with up to \(candidates) possible reviewers each are too many to count\n"
        + Self.help
    case .tooManyStates(let most):
      "the draw passes through more than \(most) different states, too many to count\n"
        + Self.help
    case .beyondReach(let states, let most):
      "the draw passes through \(states) different states; up to \(most) can be counted\n"
        + Self.help
    case .noOutcome: "no outcome is lawful"
    }
  }

  private static let help = "help: estimate the odds: --samples 10000 --seed S"
}
