import Drawing
import Foundation
import GLPKSolver
import IntegerProgramming
import Members
import Pairing
import Records
import Rules
import Testing
import TestingTools

/// Three memberships of the Convention as it was or will be; see the instances' own page.
@Suite(.serialized) struct `Real memberships` {
  static let names = ["untoc-2010", "untoc-2014", "untoc-2024-estimate"]

  static func membership(_ name: String) throws -> Membership {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try MembershipReader.read(
      path: root.appendingPathComponent("Instances/\(name).csv").path
    ).membership
  }

  @Test(arguments: names) func `keep every rule, by classes and State by State`(
    name: String
  ) throws {
    let problem = PairingProblem(
      membership: try Self.membership(name), rulebook: Rulebook(), conflicts: [])
    for granularity in PairingProgram.Granularity.allCases {
      let start = ContinuousClock.now
      let best = try PairingProgram(problem, by: granularity).best(using: GLPK())
      #expect(best?.isZero == true)
      print("\(name) by \(granularity): \(ContinuousClock.now - start)")
    }
  }

  @Test(arguments: names) func `give the same events when other witnesses are forced`(
    name: String
  ) throws {
    let membership = try Self.membership(name)
    var random = SplitMix(20)
    var replaced = 0
    let plain = try WatchedRehearsal(membership, seed: name)
    let disturbed = try WatchedRehearsal(membership, seed: name) { lookahead in
      for _ in 0..<3 { replaced += lookahead.disturb { random.below($0) } }
    }
    #expect(plain.events == disturbed.events)
    #expect(replaced > 100)
  }

  /// Forty decisions of each rehearsal, in and out of bowls alike, are put to GLPK.
  @Test(arguments: names, ["first", "second"])
  func `give bowls that the integer program over States confirms`(
    name: String, seed: String
  ) throws {
    let membership = try Self.membership(name)
    let rehearsal = try WatchedRehearsal(membership, seed: "\(name) \(seed)")
    #expect(rehearsal.tally.byProgram == 0)
    #expect(rehearsal.cycle.best.isZero)
    var random = SplitMix(UInt64(name.utf8.count * 1_000 + seed.utf8.count))
    let lots = rehearsal.reviewerLots
    var chosen: Set<Int> = []
    while chosen.count < 40 { chosen.insert(random.below(lots.count)) }
    var problem = PairingProblem(membership: membership, rulebook: Rulebook(), conflicts: [])
    var (confirmedIn, confirmedOut) = (0, 0)
    for (place, (lot, seat, state)) in lots.enumerated() {
      if chosen.contains(place) {
        let candidates = Self.candidates(seat, of: state, problem, isIn: random.chance(50), lot)
        let candidate = random.pick(candidates)
        let isIn = lot.bowl.contains(membership.states[candidate].code)
        #expect(try Self.isReachable(candidate, seat, state, problem) == isIn)
        if isIn { confirmedIn += 1 } else { confirmedOut += 1 }
      }
      let drawn = try #require(membership.index(of: lot.drawn))
      problem.place(drawn, underReview: state, in: seat)
    }
    print("\(name) \(seed): \(confirmedIn) in, \(confirmedOut) out; \(rehearsal.tally)")
  }

  /// Candidates that are in the bowl, or not but permitted; whichever there are, if need be.
  static func candidates(
    _ seat: Seat, of state: Int, _ problem: PairingProblem, isIn: Bool, _ lot: DrawnLot
  ) -> [Int] {
    let provisions = Provisions(problem.rulebook)
    let states = problem.membership.states
    let inBowl = Set(lot.bowl.compactMap { problem.membership.index(of: $0) })
    let out = states.indices.filter {
      $0 != state && !inBowl.contains($0) && !problem.reviews[state].reviewers.contains($0)
        && !problem.reviews[$0].reviewers.contains(state)
        && provisions.permit(states[$0], toReview: states[state], in: seat)
    }
    return isIn || out.isEmpty ? inBowl.sorted() : out
  }

  /// Whether the best vector, nothing waived, is still within reach with a State in the seat.
  static func isReachable(
    _ candidate: Int, _ seat: Seat, _ state: Int, _ problem: PairingProblem
  ) throws -> Bool {
    var placed = problem
    placed.place(candidate, underReview: state, in: seat)
    let levels = placed.settled.counts.count
    let program = PairingProgram(placed, by: .states).program(
      level: levels, best: Array(repeating: 0, count: levels))
    return try GLPK().minimise(program) != .infeasible
  }
}
