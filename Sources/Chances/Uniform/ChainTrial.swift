import Lots

/// How many sweeps of a chain make an outcome independent of one before, judged by the slowest pair
/// over several independent chains.
///
/// Eight chains run with the seeds `trial 1` to `trial 8`, so the answer depends on the problem
/// alone. In a round of K, each goes on to its next K lawful choices and counts how often each pair
/// is in them. Independent choices would let the counts of a pair scatter between the chains with
/// the binomial variance K·f·(1 − f); the variance that they have is t times that, and t is how many
/// lawful choices in a row are worth one. The slowest pair has the greatest t, rounded up. The first
/// round has K = 1024; each next one twice as many, until K is at least 4·t.
///
/// Because the greatest of many estimates is taken, t is rather too large than too small.
struct ChainTrial {
  static let chains = 8
  static let firstRound = 1024
  static let worth = 4
  /// Reviews visited by one chain, over all rounds, beyond which the answer is a failure.
  static let visitLimit = 1 << 26

  /// The K of the last round.
  let round: Int
  /// Lawful sweeps that are worth one independent outcome, for the slowest pair; at least 1.
  let slowest: Int
  /// The slowest pair, as States under review and reviewing; nil where no pair varies.
  let slowestPair: (underReview: Int, reviewer: Int)?
  /// Sweeps of all chains, and those that ended at a lawful choice.
  let sweeps: Int
  let lawfulSweeps: Int

  /// Runs the chains.
  ///
  /// - Throws: `UniformFailure.tooSlow` where the limit is reached.
  init(_ space: OutcomeSpace) throws(UniformFailure) {
    var chains = (1...Self.chains).map { PenaltyChain(space, seed: Seed("trial \($0)")) }
    let limit = max(2 * Self.firstRound, Self.visitLimit / max(1, space.states.count))
    var round = Self.firstRound
    while true {
      var counts: [[Int32]] = []
      for index in chains.indices {
        counts.append(try Self.count(&chains[index], lawful: round, limit: limit))
      }
      let (slowest, place) = Self.slowest(counts, round)
      if round >= Self.worth * slowest {
        self.round = round
        self.slowest = slowest
        slowestPair = place.map {
          (space.states[$0 / space.stateCount], $0 % space.stateCount)
        }
        sweeps = chains.reduce(0) { $0 + $1.sweeps }
        lawfulSweeps = chains.reduce(0) { $0 + $1.lawfulSweeps }
        return
      }
      round *= 2
    }
  }

  /// Goes on to a number of further lawful choices and counts the pairs in them.
  private static func count(
    _ chain: inout PenaltyChain, lawful: Int, limit: Int
  ) throws(UniformFailure) -> [Int32] {
    let space = chain.space
    var counts = Array(repeating: Int32(0), count: space.states.count * space.stateCount)
    var left = lawful
    while left > 0 {
      if chain.sweeps >= limit { throw .tooSlow(sweeps: limit) }
      chain.sweep()
      if chain.excess > 0 { continue }
      left -= 1
      for review in space.states.indices {
        let (row, first) = (review * space.stateCount, review * space.mostSeats)
        for place in first..<first + chain.sizes[review] {
          counts[row + Int(chain.sets[place])] += 1
        }
      }
    }
    return counts
  }

  /// The greatest t of any pair, rounded up, and the first pair that has it.
  private static func slowest(_ counts: [[Int32]], _ round: Int) -> (Int, pair: Int?) {
    let chains = counts.count
    var (slowest, pair): (Int, Int?) = (1, nil)
    for place in counts[0].indices {
      let total = counts.reduce(0) { $0 + Int($1[place]) }
      if total == 0 || total == chains * round { continue }
      let scatter = counts.reduce(0) { sum, count in
        let difference = chains * Int(count[place]) - total
        return sum + difference * difference
      }
      let even = (chains - 1) * total * (chains * round - total)
      let worth = (scatter * round + even - 1) / even
      if pair == nil || worth > slowest { (slowest, pair) = (max(1, worth), place) }
    }
    return (slowest, pair)
  }
}
