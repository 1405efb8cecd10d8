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

  /// The same where it stays empty in an outcome that is drawn as a whole.
  func reasonForNoSupplementDrawn(of reviewer: Int, underReview state: Int) -> String {
    let list = lacking(reviewer, underReview: state).map(\.text).joined(separator: ", ")
    return "the outcome drawn has no State party to \(list) to supplement "
      + roster.states[reviewer].code.text
  }

  /// Takes back the waiver of the supplementary seat of a reviewer that is released: the line that
  /// names it, or, where that is written otherwise now, the last one of the State.
  mutating func takeBackSupplement(of reviewer: Int, underReview state: Int) {
    let code = roster.states[state].code
    let reasons = [
      reasonForNoSupplement(of: reviewer, underReview: state),
      reasonForNoSupplementDrawn(of: reviewer, underReview: state),
    ]
    let lines = waivers.indices.filter {
      waivers[$0].state == code && waivers[$0].rule == .supplement
    }
    guard
      let line = lines.first(where: { reasons.contains(waivers[$0].reason) }) ?? lines.last
    else { return }
    waivers.remove(at: line)
  }

  /// Whether a supplementary reviewer is not party to what is lacking, or any other lacks Protocols
  /// and no supplementary seat was drawn for it.
  func supplementBreaks(_ reviewer: Int, underReview state: Int) -> Bool {
    let review = reviews[state]
    guard let holder = review.holders.first(where: { $0.reviewer == reviewer })
    else { return false }
    if let supplemented = holder.supplemented {
      let protocols = roster.states[reviewer].protocols
      return !lacking(supplemented, underReview: state).allSatisfy(protocols.contains)
    }
    return isLacking(reviewer, underReview: state) && review.supplement(for: reviewer) == nil
      && !review.supplementsDue.contains(reviewer) && holder.seat != .supplementary
      && !holder.isUnsupplemented
  }
}
