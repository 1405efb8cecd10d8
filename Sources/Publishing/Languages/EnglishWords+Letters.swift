extension EnglishWords {
  func text(_ sentence: LetterSentence) -> Wording {
    switch sentence {
    case .subject(let name):
      """
      Review of the implementation of the Convention and its Protocols: \(name)
      """
    case .toStateUnderReview(let year):
      """
      The secretariat notifies you that your State is under review in year \(year) of the cycle \
      (guidelines, para. 12).
      """
    case .toReviewingState(let name, let year):
      """
      The secretariat notifies you that your State was drawn by lot as a reviewing State \
      (guidelines, para. 12). State under review in year \(year): \(name).
      """
    case .reviewersAre(let names):
      names.isOne ? "The reviewing State is: \(names)." : "The reviewing States are: \(names)."
    case .otherReviewersAre(let names):
      names.isOne
        ? "The other reviewing State is: \(names)."
        : "The other reviewing States are: \(names)."
    case .noOtherReviewers: "There is no other reviewing State."
    case .drawnUnder:
      "The lots were drawn under paragraph 19 of the terms of reference."
    case .focalPoint:
      """
      Please name a focal point who coordinates the participation of your State (terms of \
      reference, para. 17; guidelines, para. 13).
      """
    case .experts(let most):
      """
      Please name the governmental experts of your State, at most \(most), with their background, \
      posts, relevant activities and fields of expertise (para. 21).
      """
    case .training:
      """
      Training of focal points and experts: dates follow from the secretariat (para. 31).
      """
    case .timetableIs: "This is the provisional timetable, in calendar days:"
    case .timetableFollows:
      "This is the provisional timetable; it counts from the day of the notification:"
    case .language:
      "Please tell the secretariat your preferred working language for this review (para. 24)."
    case .mayAskRedraw(let limit):
      """
      Your State may ask that the drawing of lots be repeated, at most \
      \(count(limit, "time", "times")); more only in exceptional circumstances (para. 19).
      """
    case .mayDefer:
      """
      With a reasonable justification your State may defer its review to the following year (para. \
      14).
      """
    case .mayStandDown:
      "In the year in which it is under review, your State may decline to review others (para. 20)."
    case .reviewsTogether(let reviews):
      """
      In all, your State does \(count(reviews, "review", "reviews")) so far in this cycle (para. \
      20).
      """
    case .allowancesExceed(let step, let days, let next):
      """
      With every allowance used in full, “\(step)” falls \(count(days, "day", "days")) after \
      “\(next)”, which should follow it: agree on shorter times.
      """
    case .afterStep(let step): "after: \(step)"
    case .movedToWorkday:
      """
      Days that fall on a weekend or holiday are moved to the next working day.
      """
    case .weeksAfter(let weeks): "\(count(weeks, "week", "weeks"))"
    case .monthsAfter(let months): "\(count(months, "month", "months"))"
    case .daysAfter(let days): "\(count(days, "day", "days"))"
    case .blueprintTitle(let reviewers, let state):
      """
      Review by \(reviewers) of the implementation of the Convention and its Protocols. State \
      under review: \(state)
      """
    case .blueprintCycle(let name): "Review cycle: \(name)"
    case .blueprintIntroduction:
      """
      The Conference of the Parties established the mechanism for the review of the implementation \
      of the Convention and its Protocols. This review is based on the answers to the \
      self-assessment and on a constructive dialogue between experts of the reviewing States and \
      of the State under review.
      """
    case .blueprintProcess(let reviewers, let state, let year):
      reviewers.isOne
        ? "State under review in year \(year): \(state). Reviewing State: \(reviewers)."
        : "State under review in year \(year): \(state). Reviewing States: \(reviewers)."
    case .blueprintParties(let protocols):
      protocols.isOne
        ? "Party to the Convention and to the Protocol: \(protocols)."
        : "Party to the Convention and to the Protocols: \(protocols)."
    case .blueprintGroup(let name): "Regional group: \(name)."
    case .blueprintLegalSystems(let systems):
      systems.isOne
        ? "Legal system, as the membership has it: \(systems)."
        : "Legal systems, as the membership has them: \(systems)."
    case .blueprintConfidential:
      """
      The country review report is confidential unless the State under review publishes it (para. \
      36).
      """
    case .calendarTitle(let step, let state): "\(step): \(state)"
    case .calendarName(let name): "Reviews: \(name)"
    }
  }
}
