import Members
import Pairing
import Rules

/// What does not change while demands are taken away: the States by kind, and who could review
/// whom but for the rules whose demands can be taken away.
final class DemandField: Sendable {
  /// What two kinds of States are to each other.
  struct Relation: OptionSet, Sendable {
    let rawValue: UInt8
    /// The reviewer's may take an open seat, if Protocols and groups of open seats allow it.
    static let open = Relation(rawValue: 1)
    /// The reviewer's may take the regional seat, if Protocols allow it.
    static let regional = Relation(rawValue: 2)
    /// The reviewer's are party to all Protocols.
    static let party = Relation(rawValue: 4)
    /// The rule on open seats lets them take one.
    static let openGroup = Relation(rawValue: 8)
    /// They share a legal system.
    static let similar = Relation(rawValue: 16)
  }

  /// The problem.
  let problem: PairingProblem
  /// Interchangeable States: the States of each kind, in canonical order.
  let kinds: [[Int]]
  /// Reviews done by each State of a kind.
  let done: [Int]
  /// Pairs that are drawn or excluded for good; their States are kinds of their own.
  let barred: Set<PairingProblem.Pair>
  /// Pairs of the conflicts table, as indices.
  let conflicts: Set<PairingProblem.Pair>
  private let relations: [Relation]

  /// Looks at a problem.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - isFine: Whether every State is a kind of its own.
  /// - Complexity: O(m²) for m kinds.
  init(_ problem: PairingProblem, isFine: Bool = false) {
    self.problem = problem
    let membership = problem.membership
    let classes = StateClass.classes(of: problem).map(\.states)
    kinds = isFine ? classes.flatMap(\.self).sorted().map { [$0] } : classes
    var loads = Array(repeating: 0, count: membership.states.count)
    var barred = problem.excluded
    for (state, review) in problem.reviews.enumerated() {
      for reviewer in review.reviewers {
        loads[reviewer] += 1
        barred.insert(.init(underReview: state, reviewer: reviewer))
        if problem.rulebook.mutualReviews == .forbidden {
          barred.insert(.init(underReview: reviewer, reviewer: state))
        }
      }
    }
    self.barred = barred
    done = kinds.map { loads[$0[0]] }
    conflicts = Set(
      problem.conflicts.compactMap { conflict in
        guard let state = membership.index(of: conflict.underReview),
          let reviewer = membership.index(of: conflict.reviewer)
        else { return nil }
        return .init(underReview: state, reviewer: reviewer)
      })
    relations = Self.relations(problem, kinds.map { membership.states[$0[0]] })
  }

  private static func relations(_ problem: PairingProblem, _ states: [State]) -> [Relation] {
    let all = Provisions(problem.rulebook).all
    let protocols = EveryProtocol(problem.rulebook)
    let groups = OpenSeatGroups(problem.rulebook)
    let fixed = all.filter { $0.name != protocols.name && $0.name != groups.name }
    var relations: [Relation] = []
    relations.reserveCapacity(states.count * states.count)
    for state in states {
      for reviewer in states {
        func permits(_ seat: Seat) -> Bool {
          fixed.allSatisfy { $0.permits(reviewer, toReview: state, in: seat) }
        }
        var relation: Relation = []
        if reviewer.isReviewer {
          if permits(.open) { relation.insert(.open) }
          if permits(.regional) { relation.insert(.regional) }
          if protocols.permits(reviewer, toReview: state, in: .open) { relation.insert(.party) }
          if groups.permits(reviewer, toReview: state, in: .open) { relation.insert(.openGroup) }
          if SimilarLegalSystem.similar(state, reviewer) { relation.insert(.similar) }
        }
        relations.append(relation)
      }
    }
    return relations
  }

  /// What the States of a kind, reviewing, are to those of another under review.
  func relation(_ kind: Int, reviewer: Int) -> Relation { relations[kind * kinds.count + reviewer] }

  /// The State that stands for a kind.
  func state(_ kind: Int) -> State { problem.membership.states[kinds[kind][0]] }

  /// Regional seats left of each State of a kind.
  func regionalSeats(_ kind: Int) -> Int { problem.reviews[kinds[kind][0]].regionalSeats }

  /// Seats left of each State of a kind.
  func seats(_ kind: Int) -> Int {
    let review = problem.reviews[kinds[kind][0]]
    return review.regionalSeats + review.openSeats
  }

  /// The most reviews that each State of a kind may still do.
  func left(_ kind: Int) -> Int {
    max(0, problem.rulebook.maximumLoad(of: state(kind)) - done[kind])
  }

  /// Everything that the rules demand of the States of a kind.
  func asks(of kind: Int) -> Asks {
    let rulebook = problem.rulebook
    let state = state(kind)
    let hasSeats = seats(kind) > 0
    var asks = Asks()
    asks.seats = seats(kind)
    asks.sameRegion = regionalSeats(kind)
    let counts = problem.countsLegalSystem(of: kinds[kind][0])
    asks.legalSystem = counts ? regionalSeats(kind) : 0
    asks.minimumLoad = state.isReviewer ? max(0, rulebook.minimumLoad(of: state) - done[kind]) : 0
    asks.protocols = hasSeats && rulebook.protocols == .all && !state.protocols.isEmpty ? 1 : 0
    asks.openSeats =
      hasSeats && rulebook.openSeats == .otherRegion && !state.region.isEmpty ? 1 : 0
    asks.maximumLoad = state.isReviewer ? 1 : 0
    return asks
  }
}
