import GLPKSolver
import Members
import Pairing
import Rules

/// A change to the data or the rules.
public enum Change: Hashable, Sendable {
  /// A pair of the conflicts table may be drawn.
  case lift(underReview: Int, reviewer: Int)
  /// A State accedes to a Protocol.
  case accede(state: Int, ProtocolCode)
  /// Every State may do so many reviews in the cycle.
  case raiseMaximum(Int)
  /// A rule is given up for so many of some States.
  case waive(WaivableRule, count: Int, of: [Int])
}

/// A change that would help, with what would then still have to be given up.
///
/// In the order of seriousness: what changes a table that the secretariat keeps, what a State may
/// do by itself, what changes the rules for all, and what gives a rule up.
public struct Remedy: Hashable, Sendable {
  /// The change.
  public let change: Change
  /// The best vector with the change made.
  public let best: WaiverVector
  /// The conflict that a waiver is for, by index; nil for any other change.
  public var conflict: Int?
}

/// Looks for the smallest changes that help, and proves each by making it and computing the best
/// vector anew.
struct RemedySearch {
  /// States up to which the best vector of a changed problem is computed over single States;
  /// beyond, over classes of them, which bounds it.
  static let mostStatesExactly = 500
  /// Changes of one kind that are proposed for one conflict.
  static let mostOfAKind = 3
  /// Changes of one kind that are tried for one conflict.
  static let mostTried = 12

  private let problem: PairingProblem
  private let explained: ConflictSearch
  private let before: WaiverVector
  private let isExact: Bool

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - problem: The problem, with every rule that was given up among its waivers.
  ///   - search: Its conflicts.
  ///   - best: Its best vector.
  init(_ problem: PairingProblem, _ search: ConflictSearch, best: WaiverVector) {
    self.problem = problem
    explained = search
    before = best
    isExact = problem.membership.states.count <= Self.mostStatesExactly
  }

  /// The changes, the least serious first.
  func all() throws -> [Remedy] {
    var remedies: [Remedy] = []
    for find in [lifting, accessions, maximum, waivers] { remedies += try find() }
    return remedies
  }

  /// The changes of some list that make the best vector better.
  private func helping(_ changes: [Change], most: Int) throws -> [Remedy] {
    var remedies: [Remedy] = []
    for change in changes where remedies.count < most {
      if let best = try best(after: change), best < before {
        remedies.append(Remedy(change: change, best: best))
      }
    }
    return remedies
  }

  private func best(after change: Change) throws -> WaiverVector? {
    let changed = changed(by: change)
    if isExact { return try Lookahead.from(changed)?.best }
    let set = DemandSet(DemandField(changed))
    return try ConflictSearch.vector(set, before.rules).map {
      WaiverVector(rules: before.rules, counts: $0)
    }
  }

  /// The problem with a change made.
  private func changed(by change: Change) -> PairingProblem {
    var states = problem.membership.states
    var rulebook = problem.rulebook
    var conflicts = problem.conflicts
    switch change {
    case .lift(let i, let j):
      conflicts.removeAll { $0.underReview == states[i].code && $0.reviewer == states[j].code }
    case .accede(let i, let code): states[i] = states[i].acceding(to: code)
    case .raiseMaximum(let maximum): rulebook.maximumLoad = maximum
    case .waive: break
    }
    return PairingProblem(
      membership: Membership(states), rulebook: rulebook, conflicts: conflicts)
  }

  // MARK: Kinds of changes

  private func lifting() throws -> [Remedy] {
    let pairs = explained.conflicts.flatMap(\.demands).filter { $0.rule == .conflicts }
    let changes = pairs.map { Change.lift(underReview: $0.states[0], reviewer: $0.states[1]) }
    return try helping(Array(changes.prefix(Self.mostTried)), most: Self.mostTried)
  }

  private func maximum() throws -> [Remedy] {
    guard explained.conflicts.flatMap(\.demands).contains(where: { $0.rule == .maximumLoad })
    else { return [] }
    return try helping([.raiseMaximum(problem.rulebook.maximumLoad + 1)], most: 1)
  }

  private func waivers() -> [Remedy] {
    explained.conflicts.enumerated().map { index, conflict in
      var best = before
      func subtract(_ rule: WaivableRule, _ count: Int) {
        if let level = best.rules.firstIndex(of: rule) {
          best.counts[level] = max(0, best.counts[level] - count)
        }
      }
      subtract(conflict.rule, conflict.times)
      subtract(.legalSystem, conflict.withSimilarity)
      let states =
        conflict.times == 1
        ? conflict.options : Set(conflict.options + conflict.setAside + conflict.alike).sorted()
      let change = Change.waive(conflict.rule, count: conflict.times, of: states)
      return Remedy(change: change, best: best, conflict: index)
    }
  }

  private func accessions() throws -> [Remedy] {
    var remedies: [Remedy] = []
    var tried: Set<Change> = []
    for conflict in explained.conflicts.prefix(Self.mostTried)
    where conflict.demands.contains(where: { $0.rule == .protocols }) {
      let changes = accessions(for: conflict).filter { tried.insert($0).inserted }
      remedies += try helping(Array(changes.prefix(Self.mostTried)), most: Self.mostOfAKind)
    }
    return remedies
  }

  /// A State that lacks one Protocol for a seat or a review of the conflict could accede to it.
  private func accessions(for conflict: SmallestConflict) -> [Change] {
    let set = conflict.set
    let states = problem.membership.states
    var changes: [Change] = []
    func consider(_ party: DemandSet.Party, _ reviewer: DemandSet.Party, _ seat: Seat) {
      guard party.asks.protocols > 0, party.states != reviewer.states else { return }
      let relation = set.field.relation(party.kind, reviewer: reviewer.kind)
      guard relation.contains(seat == .regional ? .regional : .open), !relation.contains(.party)
      else { return }
      let own = Set(states[reviewer.states[0]].protocols)
      let missing = states[party.states[0]].protocols.filter { !own.contains($0) }
      if missing.count == 1 { changes.append(.accede(state: reviewer.states[0], missing[0])) }
    }
    for party in set.parties where party.asks.protocols > 0 {
      for reviewer in set.parties where party.asks.wantsReviewers || reviewer.asks.minimumLoad > 0 {
        let isRegional = party.asks.seats == 0 && party.asks.wantsReviewers
        consider(party, reviewer, isRegional ? .regional : .open)
      }
    }
    return changes
  }
}

extension State {
  /// The State as a party to one more Protocol.
  fileprivate func acceding(to code: ProtocolCode) -> State {
    State(
      code: self.code, name: name, region: region, protocols: protocols + [code],
      legalSystems: legalSystems, languages: languages, isReviewed: isReviewed,
      isReviewer: isReviewer)
  }
}
