import GLPKSolver
import Pairing
import Rules
import Synchronization
import Testing
import TestingTools

@Suite(.serialized) struct `Looking ahead` {
  /// What is drawn next: kind by kind.
  static func nextSeat(_ problem: PairingProblem) -> (state: Int, seat: Seat)? {
    for (state, review) in problem.reviews.enumerated() {
      let next = problem.rulebook.seatsInOrder.first { review.left[$0] > 0 }
      if let next { return (state, next) }
    }
    return nil
  }

  static func settle(
    _ bowl: [Int], _ seat: Seat, of state: Int, in lookahead: inout Lookahead,
    _ random: inout SplitMix
  ) throws {
    if !bowl.isEmpty {
      try lookahead.place(random.pick(bowl), in: seat, underReview: state)
    } else if seat == .regional {
      lookahead.giveUpRegionalSeat(of: state)
    } else {
      lookahead.leaveSeatEmpty(of: state, seat)
    }
  }

  /// The bowl, by asking brute force for the best vector with each State in the seat.
  static func plainBowl(
    _ seat: Seat, of state: Int, _ problem: PairingProblem, _ best: WaiverVector
  ) -> [Int] {
    let completions = Completions(problem)
    return problem.membership.states.indices.filter { candidate in
      guard completions.mayTake(seat, candidate, underReview: state) else { return false }
      var placed = problem
      placed.place(candidate, underReview: state, in: seat)
      return Completions.best(placed) == best
    }
  }

  @Test(arguments: [false, true])
  func `gives the bowls of brute force whatever was drawn and excluded before`(asksMore: Bool) {
    let bowls = Mutex(0)
    let wrong = mistakes(in: asksMore ? 1_000..<2_000 : 1_000..<1_400) { number in
      let problem = RandomProblem(number, sizes: 3...5, asksMore: asksMore).problem
      let best = Completions.best(problem)
      guard var lookahead = try Lookahead.from(problem) else {
        return best == nil ? nil : "no completion, brute force \(best?.counts ?? [])"
      }
      if best != lookahead.best { return "\(lookahead.best), brute force \(best?.counts ?? [-1])" }
      var random = SplitMix(UInt64(number))
      while let (state, seat) = Self.nextSeat(lookahead.problem) {
        let expected = Self.plainBowl(seat, of: state, lookahead.problem, lookahead.best)
        let bowl = try lookahead.bowl(of: seat, underReview: state)
        bowls.withLock { $0 += 1 }
        if bowl != expected { return "\(seat) bowl of \(state) \(bowl), brute force \(expected)" }
        try Self.settle(bowl, seat, of: state, in: &lookahead, &random)
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    #expect(bowls.withLock { $0 } > 1_000)
  }

  /// Which optimal assignment is kept differs between machines; the bowls may not.
  @Test func `gives the same bowls from a different but equally good assignment`() {
    let replaced = Mutex(0)
    let wrong = mistakes(in: 2_000..<2_600) { number in
      let problem = RandomProblem(number, sizes: 4...9).problem
      guard var calm = try Lookahead.from(problem), var other = try Lookahead.from(problem) else {
        return nil
      }
      var random = SplitMix(UInt64(number))
      while let (state, seat) = Self.nextSeat(calm.problem) {
        for _ in 0..<4 {
          let count = other.disturb { random.below($0) }
          replaced.withLock { $0 += count }
        }
        let bowl = try calm.bowl(of: seat, underReview: state)
        let others = try other.bowl(of: seat, underReview: state)
        if bowl != others { return "\(seat) bowl of \(state) \(bowl), disturbed \(others)" }
        var same = random
        try Self.settle(bowl, seat, of: state, in: &calm, &random)
        try Self.settle(bowl, seat, of: state, in: &other, &same)
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    #expect(replaced.withLock { $0 } > 1_000)
    print("assignments replaced by equally good ones: \(replaced.withLock { $0 })")
  }
}
