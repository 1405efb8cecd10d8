import Dispatch
import Lots
import Synchronization

/// How many sweeps of a chain make an outcome independent of one before, judged by the slowest pair
/// over several independent chains.
///
/// 32 chains run with the seeds `trial 1` to `trial 32`, so the answer depends on the problem alone.
/// In a round of K, each goes on to its next K lawful choices and counts how often each pair is in
/// them. Independent choices would let the counts of a pair scatter between the chains with the
/// binomial variance K·f·(1 − f); the variance that they have is t times that, and t is how many
/// lawful choices in a row are worth one. The slowest pair has the greatest t, rounded up. The first
/// round has K = 256; each next one twice as many, until K is at least 4·t.
struct ChainTrial {
  static let worth = 4
  /// Reviews visited by one chain, over all rounds, beyond which the answer is a failure.
  static let visitLimit = 1 << 24
  private static let threads = 2

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
  init(_ space: OutcomeSpace, _ spacing: ChainSpacing) throws(UniformFailure) {
    var chains = (1...spacing.chains).map { PenaltyChain(space, seed: Seed("trial \($0)")) }
    let limit = max(2 * spacing.firstRound, Self.visitLimit / max(1, space.states.count))
    var round = spacing.firstRound
    while true {
      let counts = try Self.goOn(&chains, lawful: round, limit: limit)
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

  /// Lets each chain go on, two at once, and counts the pairs of each; what they count does not
  /// depend on how many run at once.
  private static func goOn(
    _ chains: inout [PenaltyChain], lawful: Int, limit: Int
  ) throws(UniformFailure) -> [[Int32]] {
    typealias Counted = (chain: PenaltyChain, counts: Result<[Int32], UniformFailure>)
    let before = chains
    let after = Mutex<[Int: Counted]>([:])
    DispatchQueue.concurrentPerform(iterations: threads) { part in
      for index in stride(from: part, to: before.count, by: threads) {
        var chain = before[index]
        let counts: Result<[Int32], UniformFailure>
        do throws(UniformFailure) {
          counts = .success(try count(&chain, lawful: lawful, limit: limit))
        } catch { counts = .failure(error) }
        after.withLock { $0[index] = (chain, counts) }
      }
    }
    var counts: [[Int32]] = []
    let all = after.withLock { $0 }
    for (index, counted) in all.sorted(by: { $0.key < $1.key }) {
      chains[index] = counted.chain
      counts.append(try counted.counts.get())
    }
    return counts
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
      if !chain.isLawful { continue }
      left -= 1
      chain.count(in: &counts)
    }
    return counts
  }

  /// The greatest t of any pair, rounded up, and the first pair that has it.
  private static func slowest(_ counts: [[Int32]], _ round: Int) -> (Int, pair: Int?) {
    let chains = counts.count
    // With millions of lawful sweeps the products are longer than 64 bits.
    let length = Int128(round)
    var (slowest, pair): (Int, Int?) = (1, nil)
    for place in counts[0].indices {
      let total = counts.reduce(0) { $0 + Int($1[place]) }
      if total == 0 || total == chains * round { continue }
      let scatter = counts.reduce(Int128(0)) { sum, count in
        let difference = Int128(chains * Int(count[place]) - total)
        return sum + difference * difference
      }
      let even = Int128((chains - 1) * total) * (Int128(chains) * length - Int128(total))
      let worth = Int((scatter * length + even - 1) / even)
      if pair == nil || worth > slowest { (slowest, pair) = (max(1, worth), place) }
    }
    return (slowest, pair)
  }
}
