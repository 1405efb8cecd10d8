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
  /// Reviews of one reviewer beyond which no exchange is proposed for it.
  static let exchangeLimit = 4

  let space: OutcomeSpace
  private var words: LotWords
  private var reviews: [ReviewRow]
  private var states: [StateRow]
  /// The sets, each in canonical order and padded with none.
  private var sets: [Int32]
  /// The reviews that each State does, in canonical order, then the greatest number; each State has
  /// room for all reviews that it is a candidate of, and one more than exchanges look at.
  private var served: [Int32]
  private var choice: Choice
  /// Sweeps so far, and those that ended at a lawful choice.
  package private(set) var sweeps = 0
  package private(set) var lawfulSweeps = 0

  /// What a choice costs, and how it was come to.
  struct Choice: Sendable {
    let penaltyBits: Int32
    var surplus: Surplus
    /// The excess of the choice; 0 where it is lawful.
    var excess: Int32
    /// Proposals of both kinds, and those accepted.
    var proposals = 0
    var acceptances = 0

    /// Takes a proposed change with the probability that its excess asks for.
    @inline(__always)
    mutating func accepts(_ change: Surplus, _ words: inout LotWords) -> Bool {
      let proposed = surplus &+ change
      let more = proposed.excess &- excess
      proposals &+= 1
      if more > 0 && !words.areZero(bits: Int(more) &* Int(penaltyBits)) { return false }
      acceptances &+= 1
      surplus = proposed
      excess &+= more
      return true
    }
  }

  /// Starts with every seat empty, which depends on nothing but the problem.
  package init(_ space: OutcomeSpace, seed: Seed) {
    self.space = space
    words = LotWords(seed: seed)
    reviews = space.states.indices.map { review in
      let (seats, candidates) = (
        UInt32(space.seats[review]), UInt32(space.starts[review + 1] - space.starts[review])
      )
      // A review without candidates is passed over; its lots have no choices.
      let (each, exchanges) = (
        max(2, candidates + 1), max(2, UInt32(Self.exchangeLimit) * candidates)
      )
      return ReviewRow(
        state: Int32(space.states[review]), start: Int32(space.starts[review]),
        candidates: candidates, replacements: Divisor(seats * each),
        replacementsEach: Divisor(each), exchanges: Divisor(seats * exchanges),
        exchangesEach: Divisor(exchanges), hasRegional: space.hasRegional[review] ? 1 : 0,
        isCounted: space.isCounted[review] ? 1 : 0)
    }
    var room = Array(repeating: 0, count: space.stateCount)
    for member in space.candidates { room[Int(Member(rawValue: member).state)] += 1 }
    states = []
    var first = 0
    for state in 0..<space.stateCount {
      let drawn = space.drawnLoads[state]
      states.append(
        StateRow(
          review: space.reviewOf[state], first: Int32(first),
          minimum: Int32(space.minimum[state] - drawn),
          maximum: Int32(space.maximum[state] - drawn)))
      first += max(room[state], Self.exchangeLimit) + 1
    }
    served = Array(repeating: .max, count: first)
    sets = Array(repeating: Member.noneValue, count: space.states.count * space.mostSeats)
    choice = Choice(
      penaltyBits: Int32(space.penaltyBits), surplus: space.emptySurplus,
      excess: space.emptySurplus.excess)
  }

  /// Blocks of the seed used so far.
  package var blocks: UInt64 { words.counter }
  /// Whether the choice is lawful.
  package var isLawful: Bool { choice.excess == 0 }
  /// Proposals of both kinds so far.
  package var proposals: Int { choice.proposals }
  /// Those accepted.
  package var acceptances: Int { choice.acceptances }

  /// One sweep.
  package mutating func sweep() {
    var moves = Moves(
      mostSeats: space.mostSeats, stateCount: space.stateCount, forbidsMutual: space.forbidsMutual,
      choice: choice)
    moves.sweep(space, &words, &reviews, &states, &sets, &served)
    choice = moves.choice
    sweeps += 1
    if isLawful { lawfulSweeps += 1 }
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

  /// Adds 1 for each pair of the choice to the counts of pairs: row by row the reviews, in a row
  /// the States.
  func count(in counts: inout [Int32]) {
    for review in reviews.indices {
      let (row, first) = (review * space.stateCount, review * space.mostSeats)
      for place in first..<first + Int(reviews[review].size) {
        counts[row + Int(Member(rawValue: sets[place]).state)] += 1
      }
    }
  }

  /// The set of a review.
  private func members(of review: Int) -> [Int] {
    let first = review * space.mostSeats
    return sets[first..<first + Int(reviews[review].size)].map {
      Int(Member(rawValue: $0).state)
    }
  }
}
