import Members
import Pairing
import Rules

/// Looks for single changes that help under rules that demands do not know, and proves each by making
/// it and computing the best vector anew.
///
/// - Complexity: A best vector for each change that is tried.
struct RuleRemedySearch {
  private let problem: PairingProblem
  private let before: WaiverVector
  private let hasFew: Bool
  private var found = Remedies()

  /// The changes that help, the least serious first.
  ///
  /// - Parameters:
  ///   - problem: The problem, with every rule that was given up among its waivers.
  ///   - best: Its best vector.
  static func all(
    _ problem: PairingProblem, best: WaiverVector
  ) throws(PairingFailure) -> Remedies {
    var search = RuleRemedySearch(problem, best)
    if search.counts(best).allSatisfy({ $0 == 0 }) { return search.found }
    for changes in search.changes { try search.tryAll(changes) }
    return search.found
  }

  /// What is counted of a vector: the target is always short for somebody.
  private func counts(_ vector: WaiverVector) -> [Int] {
    zip(vector.rules, vector.counts).filter { $0.0 != .targetLoad }.map(\.1)
  }

  private init(_ problem: PairingProblem, _ best: WaiverVector) {
    self.problem = problem
    before = best
    hasFew = problem.membership.states.count <= ConflictSearch.fewStates
  }

  /// Tries changes of one kind; where there are many States, as many as are tried of one kind.
  private mutating func tryAll(_ changes: [Change]) throws(PairingFailure) {
    for (place, change) in changes.enumerated() {
      if !hasFew && place >= RemedySearch.mostTried {
        found.untried += changes.count - place
        return
      }
      guard let best = try Lookahead.best(of: problem.changed(by: change)),
        counts(best).lexicographicallyPrecedes(counts(before))
      else { continue }
      found.all.append(Remedy(change: change, best: best))
    }
  }

  /// The changes that might help, kind by kind.
  private var changes: [[Change]] {
    let (rulebook, states) = (problem.rulebook, problem.membership.states)
    func index(_ code: Label) -> Int? { problem.membership.index(of: code) }
    let lifts = Set(problem.conflicts).sorted().compactMap { conflict -> Change? in
      guard let state = index(conflict.underReview), let reviewer = index(conflict.reviewer),
        state != reviewer, states[state].isReviewed, states[reviewer].isReviewer
      else { return nil }
      return .lift(underReview: state, reviewer: reviewer)
    }
    let together = Set(problem.exclusions).sorted().compactMap { exclusion -> Change? in
      guard let one = index(exclusion.reviewer), let other = index(exclusion.other) else {
        return nil
      }
      return .letSitTogether(one, other)
    }
    let codes = Set(states.filter(\.isReviewed).flatMap(\.protocols)).sorted()
    let accessions = states.indices.filter { states[$0].isReviewer }.flatMap { state in
      codes.filter { !states[state].protocols.contains($0) }.map { Change.accede(state: state, $0) }
    }
    let own = states.indices.compactMap { state in
      states[state].own.maximum.flatMap { most -> Change? in
        most < OwnNumbers.loadRange.upperBound
          ? .raiseOwnMaximum(state: state, most + 1) : nil
      }
    }
    return [
      lifts, together, rulebook.protocols == .all ? accessions : [], own,
      problem.boundsYears ? [.raisePerYear(rulebook.maximumPerYear + 1)] : [],
      [.raiseMaximum(rulebook.maximumLoad + 1)],
      rulebook.distinctGroups ? [.allowTwoOfAGroup] : [],
      rulebook.exchanges.map { .exchangeSeat(from: $0.from, to: $0.to) },
    ]
  }
}

extension Rulebook {
  /// The kinds of which one seat can become one of another kind, by their places: the one with fewer
  /// seats afterwards, and the one with more.
  var exchanges: [(from: Int, to: Int)] {
    // Seats of the last kind, which takes those that give up their group, are worth no less.
    seats.indices.filter { seats[$0].count > 0 }.flatMap { from in
      seats.indices.filter { to in
        to != from && seats[to].group != seats[from].group
      }.map { (from, $0) }
    }
  }
}

extension PairingProblem {
  /// The problem with a change made; nothing of it is drawn.
  func changed(by change: Change) -> PairingProblem {
    var states = membership.states
    var rulebook = rulebook
    var (conflicts, exclusions) = (conflicts, exclusions)
    switch change {
    case .lift(let i, let j):
      conflicts.removeAll { $0.underReview == states[i].code && $0.reviewer == states[j].code }
    case .letSitTogether(let i, let j):
      exclusions.removeAll { $0 == Exclusion(states[i].code, states[j].code) }
    case .accede(let i, let code): states[i] = states[i].acceding(to: code)
    case .raiseMaximum(let maximum): rulebook.maximumLoad = maximum
    case .raiseOwnMaximum(let i, let maximum): states[i] = states[i].doing(atMost: maximum)
    case .raisePerYear(let most): rulebook.maximumPerYear = most
    case .allowTwoOfAGroup: rulebook.distinctGroups = false
    case .exchangeSeat(let from, let to):
      rulebook.seats[from].count -= 1
      rulebook.seats[to].count += 1
    case .waive: break
    }
    var changed = PairingProblem(
      membership: Membership(states), rulebook: rulebook, conflicts: conflicts,
      exclusions: exclusions)
    (changed.excluded, changed.years) = (excluded, years)
    return changed
  }
}
