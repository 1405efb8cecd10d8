import Members
import Rules

/// Who supplements whom among the reviewers of one State that were drawn elsewhere, which a table of
/// them does not say.
///
/// Of all ways in which supplementary reviewers, each for itself, supplement reviewers that lack
/// Protocols, being party to all that these lack, the one that supplements most; of several such ways
/// the first, reviewer by reviewer in the order of the table: one with an earlier supplementary
/// reviewer before one with a later, and that before one with none.
struct SupplementsTakenOver {
  /// The name of their seat in a table.
  static let seat: Label = "supplementary"
  /// The most rows of one State beside which supplementary reviewers are taken over: as many as a
  /// review can have reviewers.
  static let mostRows = 16

  /// The supplementary reviewer of each reviewer that has one, as indices into the membership.
  private(set) var supplements: [Int: Int] = [:]

  /// Finds out.
  ///
  /// - Parameters:
  ///   - state: The State under review, as an index into the membership, like all others.
  ///   - reviewers: Those in seats that are not supplementary, in the order of the table.
  ///   - supplementary: The others, likewise; no more than ``mostRows`` in all.
  /// - Complexity: O(k!) for k reviewers at worst, few of whom lack anything.
  init(of state: Int, _ reviewers: [Int], _ supplementary: [Int], _ membership: Membership) {
    let states = membership.states
    let lacking = reviewers.compactMap { reviewer -> (reviewer: Int, lack: [Label])? in
      let lack = SupplementaryReviewers.lacking(states[reviewer], toReview: states[state])
      return lack.isEmpty ? nil : (reviewer, lack)
    }
    /// The first way that supplements most from a reviewer on.
    func best(from place: Int, _ free: [Int]) -> [Int: Int] {
      if place == lacking.count || free.isEmpty { return [:] }
      var most: [Int: Int] = [:]
      for other in free where states[other].isParty(to: lacking[place].lack) {
        var way = best(from: place + 1, free.filter { $0 != other })
        way[lacking[place].reviewer] = other
        if way.count > most.count { most = way }
        if most.count == min(lacking.count - place, free.count) { return most }
      }
      let without = best(from: place + 1, free)
      return without.count > most.count ? without : most
    }
    supplements = best(from: 0, supplementary)
  }
}
