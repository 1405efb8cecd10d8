import Chances
import Foundation
import Lots
import Pairing
import Rules
import Testing
import TestingTools

@Suite struct `The uniform chain` {
  /// Outcomes drawn in each case; two points of a pair's probability are then at least 8 standard
  /// errors.
  static let draws = 40_000
  /// The quantile of a chi-square with one degree of freedom that a pair exceeds by chance once in
  /// 10⁶ times, and the normal quantile of one in 10⁶ for the outcomes of a case.
  static let pairLimit = 23.93
  static let outcomeQuantile = 4.753

  /// A tiny problem with more than one and not too many lawful outcomes.
  struct Judged {
    let problem: PairingProblem
    let best: WaiverVector
    let outcomes: [[[Int]]]
    let number: Int

    init?(_ number: Int) {
      let problem = RandomProblem(number, sizes: 4...6).problem
      let (best, outcomes) = LawfulOutcomes.all(problem)
      guard let best, (2...3000).contains(outcomes.count) else { return nil }
      (self.problem, self.best, self.outcomes, self.number) = (problem, best, outcomes, number)
    }

    /// How often each outcome was drawn; an outcome that is not lawful stops the test.
    func tally(_ outcomes: [[[Int]]]) throws -> [Int] {
      let places = Dictionary(
        uniqueKeysWithValues: self.outcomes.enumerated().map { ($0.element, $0.offset) })
      var tally = Array(repeating: 0, count: self.outcomes.count)
      for outcome in outcomes { tally[try #require(places[outcome])] += 1 }
      return tally
    }

    /// The largest chi-square with one degree of freedom of any pair.
    func pairs(_ tally: [Int]) -> Double {
      let (total, even) = (Double(tally.reduce(0, +)), Double(outcomes.count))
      var largest = 0.0
      for state in problem.reviews.indices {
        for reviewer in problem.reviews.indices {
          let having = outcomes.indices.filter { outcomes[$0][state].contains(reviewer) }
          if having.isEmpty || having.count == outcomes.count { continue }
          let probability = Double(having.count) / even
          let seen = Double(having.reduce(0) { $0 + tally[$1] })
          let difference = seen - total * probability
          largest = max(
            largest, difference * difference / (total * probability * (1 - probability)))
        }
      }
      return largest
    }

    /// The chi-square of the outcomes as a normal quantile (Wilson and Hilferty 1931).
    func quantile(_ tally: [Int]) -> Double {
      let expected = Double(tally.reduce(0, +)) / Double(tally.count)
      let sum = tally.reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) }
      let freedom = Double(tally.count - 1)
      let ninth = 2 / (9 * freedom)
      let root = Foundation.pow(sum / expected / freedom, 1.0 / 3)
      return (root - 1 + ninth) / ninth.squareRoot()
    }

    func isEven(_ tally: [Int]) -> Bool {
      pairs(tally) < pairLimit && quantile(tally) < outcomeQuantile
    }
  }

  /// The same outcomes with a deliberate bias: a pair's probability is two points too high.
  ///
  /// An outcome without the pair is put back, and the next one taken, with the chance that makes
  /// p + (1 − p)·chance·p equal to p + 0.02.
  static func biased(_ outcomes: [[[Int]]], _ judged: Judged, _ seed: Int) -> [[[Int]]]? {
    var random = SplitMix(UInt64(seed) &+ 5)
    let even = Double(judged.outcomes.count)
    var chosen: (state: Int, reviewer: Int, probability: Double)?
    for state in judged.problem.reviews.indices {
      for reviewer in judged.problem.reviews.indices {
        let having = judged.outcomes.count { $0[state].contains(reviewer) }
        let probability = Double(having) / even
        let distance = abs(probability - 0.5)
        if distance < 0.45 && distance < abs((chosen?.probability ?? 2) - 0.5) {
          chosen = (state, reviewer, probability)
        }
      }
    }
    guard let (state, reviewer, probability) = chosen else { return nil }
    let permille = Int(20 / (probability * (1 - probability)))
    var biased: [[[Int]]] = []
    var isAgain = false
    for outcome in outcomes {
      if !isAgain && !outcome[state].contains(reviewer) && random.below(1000) < permille {
        isAgain = true
        continue
      }
      biased.append(outcome)
      isAgain = false
    }
    return biased
  }

  @Test func `draws every lawful outcome equally often, and two points of bias would show`()
    throws
  {
    let number = ProcessInfo.processInfo.environment["PEERLOTS_CASES"].flatMap { Int($0) }
    var (cases, shown, seen) = (0, 0, 0)
    // 700 problems hold more than enough cases.
    for place in 0..<700 {
      if cases == number ?? 30 { break }
      guard let judged = Judged(place) else { continue }
      var sampler = try ChainSampler(
        judged.problem, best: judged.best, seed: Seed("even \(place)"))
      // Cases of slow chains take long; they have their turn when a number of cases is given.
      if number == nil && sampler.report.spacing > 16 { continue }
      var outcomes: [[[Int]]] = []
      for _ in 0..<Self.draws { outcomes.append(try sampler.next()) }
      let tally = try judged.tally(outcomes)
      #expect(
        judged.isEven(tally),
        "case \(place): pairs \(judged.pairs(tally)), outcomes \(judged.quantile(tally))")
      cases += 1
      if let biased = Self.biased(outcomes, judged, place) {
        shown += 1
        if !judged.isEven(try judged.tally(biased)) { seen += 1 }
      }
    }
    // At p = 1/2 the bias is 8 standard errors, so one copy in a hundred hides it by chance.
    #expect(shown > cases * 9 / 10 && seen * 10 >= shown * 9, "\(seen) of \(shown) of \(cases)")
  }
}
