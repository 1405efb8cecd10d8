import Members
import Rules

/// Supplementary reviewers (rulebook, `protocols: supplement`).
extension Cycle {
  /// The Protocols of a State under review that a reviewer is not party to, in canonical order.
  func lacking(_ reviewer: Int, underReview state: Int) -> [Label] {
    SupplementaryReviewers.lacking(roster.states[reviewer], toReview: roster.states[state])
  }

  /// Whether a supplementary seat is drawn for a reviewer.
  func isLacking(_ reviewer: Int, underReview state: Int) -> Bool {
    rulebook.protocols == .supplement && !lacking(reviewer, underReview: state).isEmpty
  }

  /// Why a supplementary seat stays empty, for the waiver's line.
  func reasonForNoSupplement(of reviewer: Int, underReview state: Int) -> String {
    let list = lacking(reviewer, underReview: state).map(\.text).joined(separator: ", ")
    return "no State party to \(list) can supplement \(roster.states[reviewer].code) without "
      + "costing a waiver as serious elsewhere"
  }

  /// Takes back the waiver of the supplementary seat of a reviewer that is released: the line that
  /// names it, or, where that is written otherwise now, the last one of the State.
  mutating func takeBackSupplement(of reviewer: Int, underReview state: Int) {
    let code = roster.states[state].code
    let reason = reasonForNoSupplement(of: reviewer, underReview: state)
    let lines = waivers.indices.filter {
      waivers[$0].state == code && waivers[$0].rule == .supplement
    }
    guard let line = lines.first(where: { waivers[$0].reason == reason }) ?? lines.last else {
      return
    }
    waivers.remove(at: line)
  }

  /// Why a supplementary reviewer fits no more: it is not party to what is lacking.
  func supplementMismatch(of reviewer: Int, underReview state: Int) -> String? {
    let review = reviews[state]
    guard let holder = review.holders.first(where: { $0.reviewer == reviewer }),
      let supplemented = holder.supplemented
    else { return nil }
    let lacking = lacking(supplemented, underReview: state)
    let missing = lacking.filter { !roster.states[reviewer].protocols.contains($0) }
    if missing.isEmpty { return nil }
    return "\(roster.states[reviewer].title) is not party to "
      + missing.map(\.text).joined(separator: ", ") + ", which "
      + "\(roster.states[supplemented].title) lacks (rulebook, supplement)"
  }

  /// Why a reviewer fits no more: it lacks Protocols, and no supplementary seat was drawn for it.
  func supplementMissing(for reviewer: Int, underReview state: Int) -> String? {
    let review = reviews[state]
    guard isLacking(reviewer, underReview: state), review.supplement(for: reviewer) == nil,
      !review.supplementsDue.contains(reviewer),
      let holder = review.holders.first(where: { $0.reviewer == reviewer }),
      holder.seat != .supplementary, !holder.isUnsupplemented
    else { return nil }
    let list = lacking(reviewer, underReview: state).map(\.text).joined(separator: ", ")
    return "\(roster.states[reviewer].title) is not party to \(list), and nobody supplements it "
      + "(rulebook, supplement)"
  }
}
