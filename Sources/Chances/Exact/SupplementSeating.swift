import Members
import Pairing
import Rules

/// Who may supplement whom in one review (rulebook, `protocols: supplement`). Candidates are bits.
struct SupplementSeating: Sendable {
  /// The candidates who lack Protocols of the State under review, so that each of them in a seat of
  /// any kind asks for a supplementary one.
  let lacking: UInt64
  /// For each candidate, those who may hold the supplementary seat that it asks for.
  let fitting: [UInt64]
  /// The same for each supplementary seat that reviewers drawn already ask for, in the order of their
  /// lots.
  let due: [UInt64]
  /// For each candidate, those who may not hold a seat beside it where neither is supplementary.
  let apart: [UInt64]

  /// Lays the supplementary seats of a review out.
  init(of state: Int, _ candidates: [Int], _ problem: PairingProblem, _ pairs: BoardPairs) {
    let states = problem.membership.states
    func bits(_ holds: (Int) -> Bool) -> UInt64 {
      candidates.enumerated().reduce(0) {
        holds($1.element) ? $0 | 1 << UInt64($1.offset) : $0
      }
    }
    func lack(_ reviewer: Int) -> [Label] {
      SupplementaryReviewers.lacking(states[reviewer], toReview: states[state])
    }
    let permitted = bits { pairs.permit($0, toReview: state, in: .supplementary) }
    func fitting(_ lack: [Label]) -> UInt64 {
      permitted & bits { states[$0].isParty(to: lack) }
    }
    lacking = bits { !lack($0).isEmpty }
    self.fitting = candidates.map { fitting(lack($0)) }
    due = problem.reviews[state].due.map { fitting(lack($0)) }
    apart = candidates.map { one in
      let region = states[one].region
      if !problem.rulebook.distinctGroups || region.isEmpty { return 0 }
      return bits { $0 != one && states[$0].region == region }
    }
  }

  /// Whether some candidates can hold a supplementary seat each.
  ///
  /// - Parameters:
  ///   - members: The candidates, as bits.
  ///   - owed: For each supplementary seat, who may hold it.
  static func canHold(_ members: UInt64, _ owed: ArraySlice<UInt64>) -> Bool {
    if members == 0 { return true }
    if members.nonzeroBitCount > owed.count { return false }
    guard let first = owed.first else { return false }
    let rest = owed.dropFirst()
    var holders = members & first
    while holders != 0 {
      let holder = holders & (0 &- holders)
      holders &= holders - 1
      if canHold(members & ~holder, rest) { return true }
    }
    return canHold(members, rest)
  }
}

/// How far the seats of one review are given: to whom those that are not supplementary, and what is
/// owed to them.
struct SeatsGiven: Hashable, Sendable {
  /// Those in seats that are not supplementary, as bits of the review's candidates.
  var seated: UInt64 = 0
  /// For each supplementary seat still to be given, in the order of its lots, who may hold it.
  var owed: [UInt64] = []

  /// Adds a holder of a seat that is not supplementary, given as a bit.
  mutating func seat(_ member: UInt64, _ supplements: SupplementSeating?) {
    seated |= member
    guard let supplements, supplements.lacking & member != 0 else { return }
    owed.append(supplements.fitting[member.trailingZeroBitCount])
  }
}
