import Members
import Rules

/// States that are interchangeable: same group, Protocols, legal systems, roles, own limits, remaining
/// seats, year where that matters, and load, and no history with any particular State.
///
/// States that stand in a conflict, an exclusion or a drawn pair form classes of their own.
public struct StateClass: Hashable, Sendable {
  /// The States, in canonical order.
  public let states: [Int]

  private struct Key: Hashable {
    let region: RegionalGroup
    let protocols: [ProtocolCode]
    let legalSystems: [LegalSystem]
    let isReviewer: Bool
    let minimum: Int?
    let maximum: Int?
    let year: Int
    let review: RemainingReview
    let single: Int?
  }

  /// Groups the States of a problem.
  ///
  /// - Returns: The classes, in canonical order of their first States; every State that reviews or
  ///   has a seat left to draw is in exactly one.
  /// - Complexity: O(n) for n States, but for the sizes of their lists.
  public static func classes(of problem: PairingProblem) -> [StateClass] {
    let touched = touchedStates(of: problem)
    let boundsYears = problem.boundsYears
    var positions: [Key: Int] = [:]
    var members: [[Int]] = []
    for (index, state) in problem.membership.states.enumerated() {
      let review = problem.reviews[index]
      if !state.isReviewer && !review.isOpen { continue }
      let key = Key(
        region: state.region, protocols: state.protocols, legalSystems: state.legalSystems,
        isReviewer: state.isReviewer, minimum: state.own.minimum, maximum: state.own.maximum,
        year: boundsYears ? problem.years[index] : 0, review: review,
        single: touched[index] ? index : nil)
      if let position = positions[key] {
        members[position].append(index)
      } else {
        positions[key] = members.count
        members.append([index])
      }
    }
    return members.map(StateClass.init(states:))
  }

  private static func touchedStates(of problem: PairingProblem) -> [Bool] {
    var touched = Array(repeating: false, count: problem.membership.states.count)
    for conflict in problem.conflicts {
      for code in [conflict.underReview, conflict.reviewer] {
        if let index = problem.membership.index(of: code) { touched[index] = true }
      }
    }
    for exclusion in problem.exclusions {
      for code in [exclusion.reviewer, exclusion.other] {
        if let index = problem.membership.index(of: code) { touched[index] = true }
      }
    }
    for pair in problem.excluded {
      touched[pair.underReview] = true
      touched[pair.reviewer] = true
    }
    for (index, review) in problem.reviews.enumerated() where !review.reviewers.isEmpty {
      touched[index] = true
      for reviewer in review.reviewers { touched[reviewer] = true }
    }
    return touched
  }
}
