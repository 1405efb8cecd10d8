import Lots

/// A Markov chain over the choices of an ``OutcomeSpace``, with integers only: a choice with excess v
/// has the weight 2^(−bits·v), so that all lawful choices have the same.
///
/// One sweep takes the reviews in canonical order and proposes, for each, first to replace, add or
/// drop one reviewer, then to exchange one for a reviewer that serves another review. Either
/// proposal is as likely as the one that undoes it, and is accepted with the probability
/// min(1, weight after / weight before): so the weights are stationary (Metropolis and others 1953).
/// Every choice can be emptied and filled again one reviewer at a time, so the chain reaches all of
/// them, whatever the rules. Seen at lawful choices only, it is a chain over the lawful outcomes
/// whose stationary distribution is the even one.
package struct PenaltyChain: Sendable {
  typealias Kind = OutcomeSpace.Kind
  /// Reviews of one reviewer beyond which no exchange is proposed for it.
  static let exchangeLimit = 4

  let space: OutcomeSpace
  var words: LotWords
  /// The sets, each in canonical order and padded with −1.
  var sets: [Int32]
  /// The sizes of the sets.
  var sizes: [Int]
  /// Members that may take the regional seat, similar ones, and those for the regional seat only.
  var regionals: [Int]
  var similars: [Int]
  var regionalOnlys: [Int]
  /// Reviews of each State, drawn ones included.
  var loads: [Int]
  /// Which reviews each State does: one bit a review, row by row.
  var reviewBits: [UInt64]
  let wordsPerReviewer: Int
  var counts: OutcomeSpace.Counts
  /// The excess of the choice; 0 where it is lawful.
  package private(set) var excess: Int
  /// Sweeps so far, and those that ended at a lawful choice.
  package private(set) var sweeps = 0
  package private(set) var lawfulSweeps = 0
  /// Proposals of both kinds, and those accepted.
  package internal(set) var proposals = 0
  package internal(set) var acceptances = 0

  /// Starts with every seat empty, which depends on nothing but the problem.
  package init(_ space: OutcomeSpace, seed: Seed) {
    self.space = space
    words = LotWords(seed: seed)
    let reviews = space.states.count
    sets = Array(repeating: -1, count: reviews * space.mostSeats)
    sizes = Array(repeating: 0, count: reviews)
    (regionals, similars, regionalOnlys) = (sizes, sizes, sizes)
    loads = space.drawnLoads
    wordsPerReviewer = (reviews + 63) / 64
    reviewBits = Array(repeating: 0, count: space.stateCount * wordsPerReviewer)
    counts = space.emptyCounts
    excess = space.excess(counts)
  }

  /// Blocks of the seed used so far.
  package var blocks: UInt64 { words.counter }

  /// One sweep.
  package mutating func sweep() {
    for review in 0..<space.states.count {
      let candidates = space.starts[review + 1] - space.starts[review]
      if candidates == 0 { continue }
      proposeReplacement(review, candidates)
      proposeExchange(review, candidates)
    }
    sweeps += 1
    if excess == 0 { lawfulSweeps += 1 }
  }

  /// The reviewers of each State of the membership, drawn ones included, in canonical order.
  package var outcome: [[Int]] {
    var outcome = space.drawn
    for (review, state) in space.states.enumerated() {
      outcome[state] += members(of: review)
      outcome[state].sort()
    }
    return outcome
  }

  /// The set of a review.
  func members(of review: Int) -> [Int] {
    let first = review * space.mostSeats
    return sets[first..<first + sizes[review]].map { Int($0) }
  }

  /// Takes proposed counts with the probability that their excess asks for.
  @inline(__always)
  mutating func accepts(_ change: OutcomeSpace.Counts) -> Bool {
    let proposed = counts &+ change
    let more = space.excess(proposed) - excess
    proposals += 1
    if more > 0 && !words.areZero(bits: more * space.penaltyBits) { return false }
    acceptances += 1
    counts = proposed
    excess += more
    return true
  }
}
