import Pairing
import Rules
import Synchronization
import Testing
import TestingTools

/// Where the rule against mutual reviews itself costs a waiver, drawn seats and excluded pairs before.
@Suite(.serialized) struct `Prices on mutual pairs` {
  /// Ways to find the same answers.
  static func options(_ change: (inout Lookahead.Options) -> Void = { _ in }) -> Lookahead.Options {
    var options = Lookahead.Options()
    options.provesByFlow = true
    change(&options)
    return options
  }

  /// What differs in a draw from brute force, and from the same draw by other means.
  static func mistake(_ first: Lookahead, _ others: [Lookahead?], _ number: Int) throws -> String? {
    var lookahead = first
    var others: [Lookahead] = others.compactMap { $0 }
    var random = SplitMix(UInt64(number))
    while let (state, seat) = `Looking ahead`.nextSeat(lookahead.problem) {
      let bowl = try lookahead.bowl(of: seat, underReview: state)
      if lookahead.problem.reviews.count < 6 {
        let plain = `Looking ahead`.plainBowl(seat, of: state, lookahead.problem, lookahead.best)
        if bowl != plain { return "\(seat) bowl of \(state) \(bowl), brute force \(plain)" }
      }
      var lot = random
      for place in others.indices {
        let other = try others[place].bowl(of: seat, underReview: state)
        if bowl != other { return "\(seat) bowl of \(state) \(bowl), by way \(place) \(other)" }
        var same = random
        try `Looking ahead`.settle(bowl, seat, of: state, in: &others[place], &same)
      }
      try `Looking ahead`.settle(bowl, seat, of: state, in: &lookahead, &lot)
      random = lot
    }
    return nil
  }

  @Test(arguments: [3...5, 6...9])
  func `give the best vector and the bowls of brute force, of bans alone and of the program`(
    sizes: ClosedRange<Int>
  ) {
    let priced = Mutex(0)
    let costly = Mutex(0)
    let wrong = mistakes(in: 0..<2_500) { number in
      let problem = RandomProblem(number + 10_000, sizes: sizes).problem
      guard let lookahead = try Lookahead.from(problem, Self.options()) else {
        return sizes.upperBound < 6 && Completions.best(problem) != nil ? "a completion" : nil
      }
      if lookahead.priceCount == 0 && lookahead.leafCount == 1 { return nil }
      costly.withLock { $0 += 1 }
      if lookahead.priceCount > 0 { priced.withLock { $0 += 1 } }
      let others = [
        try Lookahead.from(problem, Self.options { $0.prices = false }),
        try Lookahead.from(problem, Self.options { $0.leafLimit = 0 }),
      ]
      let bests = others.map(\.?.best)
      if bests != [lookahead.best, lookahead.best] { return "\(lookahead.best), \(bests)" }
      if sizes.upperBound < 6, Completions.best(problem) != lookahead.best {
        return "\(lookahead.best), brute force \(String(describing: Completions.best(problem)))"
      }
      return try Self.mistake(lookahead, others, number)
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    #expect(priced.withLock { $0 } > 100)
    print("costly bans in \(costly.withLock { $0 }), with prices in \(priced.withLock { $0 })")
  }
}
