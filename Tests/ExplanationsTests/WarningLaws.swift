import Explanations
import Members
import Pairing
import Rules
import Testing
import TestingTools

/// Every warning of random tiny memberships, judged by the plain words of the contract.
@Suite struct `Warnings of a membership` {
  private static let caseCount = 1_500

  /// Who may hold a seat of a State when nothing is drawn, by the plain rules.
  private static func holders(_ plain: Completions, _ state: Int, regional: Bool) -> [Int] {
    let review = plain.problem.reviews[state]
    return plain.problem.membership.states.indices.filter { reviewer in
      (review.regionalSeats > 0 && plain.mayTake(.regional, reviewer, underReview: state))
        || (!regional && (review.openSeats > 0 || review.regionalSeats > 0)
          && plain.mayTake(.open, reviewer, underReview: state))
    }
  }

  @Test func `are true`() throws {
    var counts: [MembershipWarning.Kind: Int] = [:]
    for number in 0..<Self.caseCount {
      let random = RandomCase(number, sizes: 3...5)
      let problem = PairingProblem(
        membership: random.membership, rulebook: random.rulebook, conflicts: random.conflicts)
      // Where nobody may do a review, nothing that is said of single States is to the point.
      if random.rulebook.maximumLoad == 0 { continue }
      guard let ahead = try Lookahead.from(problem) else { continue }
      let plain = Completions(problem)
      for warning in try WarningSearch(problem).all(ahead) {
        counts[warning.kind, default: 0] += 1
        switch warning.kind {
        case .forced: try Self.judgeForced(warning, plain, number)
        case .idle: Self.judgeIdle(warning, plain, number)
        case .close: Self.judgeClose(warning, plain, number)
        }
      }
    }
    #expect(counts.values.allSatisfy { $0 > 50 } && counts.count == 3, "\(counts)")
  }

  /// A bowl of one: with any other reviewer no completion is as good.
  private static func judgeForced(
    _ warning: MembershipWarning, _ plain: Completions, _ number: Int
  ) throws {
    let problem = plain.problem
    let (state, seat) = (warning.states[0], warning.isRegional ? Seat.regional : .open)
    let best = try #require(Completions.best(problem))
    let bowl = problem.membership.states.indices.filter { reviewer in
      guard plain.mayTake(seat, reviewer, underReview: state) else { return false }
      var placed = problem
      placed.place(reviewer, underReview: state, in: seat)
      return Completions.best(placed) == best
    }
    #expect(bowl == warning.reviewers, "case \(number)")
  }

  /// Exactly the reviewers that no rule lets review anybody, but for those whose own row says so.
  private static func judgeIdle(
    _ warning: MembershipWarning, _ plain: Completions, _ number: Int
  ) {
    let states = plain.problem.membership.states
    let idle = states.indices.filter { reviewer in
      states[reviewer].isReviewer && states[reviewer].own.maximum != 0
        && !states.indices.contains { holders(plain, $0, regional: false).contains(reviewer) }
    }
    #expect(idle == warning.states, "case \(number)")
  }

  /// Nobody else may hold a seat, each of those named may, and without any one of them the seats
  /// cannot all be filled, even if two States might review each other.
  private static func judgeClose(
    _ warning: MembershipWarning, _ plain: Completions, _ number: Int
  ) {
    let lists = warning.states.map { holders(plain, $0, regional: warning.isRegional) }
    #expect(Set(lists.flatMap(\.self)).sorted() == warning.reviewers, "case \(number)")
    let seats = warning.states.map { state in
      let review = plain.problem.reviews[state]
      return warning.isRegional ? review.regionalSeats : review.regionalSeats + review.openSeats
    }
    #expect(seats.reduce(0, +) == warning.needed, "case \(number)")
    let problem = plain.problem
    let maximum = problem.membership.states.map { problem.rulebook.most(of: $0) }
    #expect(mostSeats(lists, seats, maximum: maximum) == warning.needed, "case \(number)")
    for spared in warning.reviewers {
      let filled = mostSeats(
        lists.map { $0.filter { $0 != spared } }, seats, maximum: maximum)
      #expect(filled < warning.needed, "case \(number): \(spared) could be spared")
    }
  }

  /// The most seats that can be filled: augmenting ways, one seat at a time.
  private static func mostSeats(_ lists: [[Int]], _ seats: [Int], maximum: [Int]) -> Int {
    var held = lists.map { _ in Set<Int>() }
    func load(_ reviewer: Int) -> Int { held.count { $0.contains(reviewer) } }
    func give(_ state: Int, _ seen: inout Set<Int>) -> Bool {
      for reviewer in lists[state] where !held[state].contains(reviewer) {
        guard seen.insert(reviewer).inserted else { continue }
        if load(reviewer) < maximum[reviewer] {
          held[state].insert(reviewer)
          return true
        }
        for other in held.indices where other != state && held[other].contains(reviewer) {
          held[other].remove(reviewer)
          if give(other, &seen) {
            held[state].insert(reviewer)
            return true
          }
          held[other].insert(reviewer)
        }
      }
      return false
    }
    var filled = 0
    for (state, count) in seats.enumerated() {
      for _ in 0..<count {
        var seen: Set<Int> = []
        if give(state, &seen) { filled += 1 }
      }
    }
    return filled
  }
}
