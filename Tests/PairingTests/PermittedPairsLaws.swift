import Members
import Pairing
import Rules
import Synchronization
import TestingTools
import Testing

@Suite struct `Pairs that are permitted whatever is drawn` {
  @Test func `give the bowls that a look without them gives`() {
    let looks = Mutex(0)
    let wrong = mistakes(in: 0..<1_500) { number in
      let problem = RandomProblem(number, sizes: 4...9).problem
      let permitted = PermittedPairs(problem)
      let options = Lookahead.Options()
      guard var plain = try Lookahead.from(problem) else { return nil }
      guard var known = try Lookahead.from(problem, options, permitted) else {
        return "no completion with known pairs"
      }
      if plain.best != known.best { return "\(plain.best) without, \(known.best) with" }
      for (state, review) in problem.reviews.enumerated() {
        for (seat, seats) in [(Seat.regional, review.regionalSeats), (.open, review.openSeats)]
        where seats > 0 {
          let bowl = try plain.bowl(of: seat, underReview: state)
          let other = try known.bowl(of: seat, underReview: state)
          if bowl != other { return "\(seat) bowl of \(state) \(bowl), with pairs \(other)" }
          let only = try known.onlyMember(ofBowl: seat, underReview: state)
          if only != (bowl.count == 1 ? bowl[0] : nil) { return "only \(only ?? -1) of \(bowl)" }
          looks.withLock { $0 += 1 }
        }
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    #expect(looks.withLock { $0 } > 1_000)
  }

  /// What spares a redraw its second look.
  @Test func `say with dual values only what brute force says`() {
    let counts = Mutex((proven: 0, open: 0))
    let wrong = mistakes(in: 0..<3_000) { number in
      let wider = RandomProblem(number, sizes: 3...6).problem
      var random = SplitMix(UInt64(number))
      var problem = wider
      let count = wider.membership.states.count
      for _ in 0..<2 {
        let (state, reviewer) = (random.below(count), random.below(count))
        if state != reviewer {
          problem.excluded.insert(.init(underReview: state, reviewer: reviewer))
        }
      }
      var options = Lookahead.Options()
      options.provesByFlow = true
      guard let ahead = try Lookahead.from(problem, options) else { return nil }
      let keeps = ahead.keepsBest(in: wider, PermittedPairs(wider))
      let same = Completions.best(wider) == ahead.best
      counts.withLock { if keeps { $0.proven += 1 } else if same { $0.open += 1 } }
      return keeps && !same ? "the best vector changes from \(ahead.best)" : nil
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    let (proven, open) = counts.withLock { $0 }
    #expect(proven > 500)
    print("second looks spared: \(proven), not spared though the same: \(open)")
  }
}
