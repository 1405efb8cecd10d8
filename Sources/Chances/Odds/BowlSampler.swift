import Dispatch
import Lots
import Pairing
import Rules
import Synchronization

/// Draws many times from exact bowls, to estimate the odds of that draw.
///
/// What is possible from the present state is computed once; every sample starts from a copy. Sample
/// k has a seed of its own, so the samples do not depend on how many threads draw them.
public struct BowlSampler: Sendable {
  /// The order of turns of a sample: for each year in order, its States in canonical order.
  public typealias Years = @Sendable (inout LotStream) -> [[Int]]

  private let lookahead: Lookahead
  private let pricing: OutcomeWeights
  private let years: Years
  private let lastYear: Int?

  /// Prepares a sampler.
  ///
  /// - Parameters:
  ///   - lookahead: What is possible before the first lot.
  ///   - years: The States of each year, drawn by lot or fixed.
  ///   - year: The year whose reviews are looked at, from 1; nil for all years.
  public init(_ lookahead: Lookahead, year: Int?, years: @escaping Years) {
    self.lookahead = lookahead
    pricing = OutcomeWeights(lookahead.problem)
    self.years = years
    lastYear = year
  }

  /// One draw.
  package struct Draw {
    /// Who reviews the States looked at.
    package internal(set) var reviews: [(state: Int, reviewers: [Int])] = []
    /// What the draw says about the number of outcomes.
    var weight = OutcomeWeights.Weight()
  }

  /// Draws sample after sample.
  ///
  /// - Parameters:
  ///   - samples: How many.
  ///   - seed: Their seed S; sample k, from 1, is drawn with the seed `S/sample k`.
  ///   - underReview: The States whose reviews are looked at.
  ///   - threads: How many threads draw; the result does not depend on it.
  /// - Throws: `PairingFailure` where a bowl cannot be decided.
  public func sample(
    _ samples: Int, seed: Seed, underReview: [Int], threads: Int = 2
  ) throws(PairingFailure) -> SampledOdds {
    let states = lookahead.problem.membership.states.count
    let parts = max(1, min(samples, threads))
    let found = Mutex<[Result<(OddsTally, OutcomeWeights.Sums), PairingFailure>]>([])
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      var tally = OddsTally(underReview, states: states)
      var sums = OutcomeWeights.Sums()
      var result: Result<(OddsTally, OutcomeWeights.Sums), PairingFailure>
      do throws(PairingFailure) {
        for sample in stride(from: part + 1, through: samples, by: parts) {
          var stream = LotStream(seed: Seed("\(seed.text)/sample \(sample)"))
          let drawn = try draw(&stream)
          tally.count(drawn.reviews)
          sums.add(drawn.weight)
        }
        result = .success((tally, sums))
      } catch { result = .failure(error) }
      found.withLock { $0.append(result) }
    }
    var tally = OddsTally(underReview, states: states)
    var sums = OutcomeWeights.Sums()
    for result in found.withLock({ $0 }) {
      let (part, weights) = try result.get()
      tally.add(part)
      sums.add(weights)
    }
    let problem = lookahead.problem
    let isLowerBound =
      lookahead.best[.seat] > problem.settled[.seat]
      || lookahead.best[.sameRegion] > problem.settled[.sameRegion]
      || lookahead.best[.supplement] > problem.settled[.supplement]
    return SampledOdds(
      underReview: underReview, tally: tally,
      outcomes: OutcomeEstimate(sums, isLowerBound: isLowerBound))
  }

  /// Draws the years in order, as the contract says: a lot for each turn and each seat.
  package func draw(_ stream: inout LotStream) throws(PairingFailure) -> Draw {
    var ahead = lookahead
    var drawn = Draw()
    for (place, states) in years(&stream).enumerated() {
      if let lastYear, place >= lastYear { break }
      let isLookedAt = lastYear.map { place == $0 - 1 } ?? true
      var waiting = states
      while !waiting.isEmpty {
        let state = waiting.remove(at: stream.draw(from: waiting.count).index)
        try serve(state, &ahead, &stream, &drawn, isLookedAt)
      }
    }
    return drawn
  }

  private func serve(
    _ state: Int, _ ahead: inout Lookahead, _ stream: inout LotStream, _ drawn: inout Draw,
    _ isLookedAt: Bool
  ) throws(PairingFailure) {
    let review = ahead.problem.reviews[state]
    var reviewers: [Int] = []
    var (regional, seats): (Int?, [Seat]) = (nil, [])
    let order = ahead.problem.rulebook.seatsInOrder
    // A regional seat that is given up is drawn next, as an open one.
    var owesOpenSeat = false
    while let seat = owesOpenSeat
      ? .open
      : order.first(where: { ahead.problem.reviews[state].left[$0] > 0 })
        ?? (ahead.problem.reviews[state].due.isEmpty ? nil : .supplementary)
    {
      owesOpenSeat = false
      let bowl = try ahead.bowl(of: seat, underReview: state)
      if bowl.isEmpty && seat == .regional {
        ahead.giveUpRegionalSeat(of: state)
        owesOpenSeat = true
      } else if bowl.isEmpty {
        ahead.leaveSeatEmpty(of: state, seat)
      } else {
        let reviewer = bowl[stream.draw(from: bowl.count).index]
        try ahead.place(reviewer, in: seat, underReview: state)
        drawn.weight.multiply(by: bowl.count)
        if seat == .regional { regional = reviewer }
        reviewers.append(reviewer)
        seats.append(seat)
      }
    }
    let rulebook = ahead.problem.rulebook
    drawn.weight.divide(
      by: rulebook.hasSeveralKinds || rulebook.protocols == .supplement
        ? pricing.seatings(of: state, seats, reviewers)
        : pricing.seatings(of: state, regional: regional, reviewers))
    if isLookedAt { drawn.reviews.append((state, review.reviewers + reviewers)) }
  }
}
