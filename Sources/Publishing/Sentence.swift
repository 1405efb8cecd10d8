/// A sentence of a page, with what is to be filled in.
///
/// Where a reason is given, its names are those of the table it stands in: no language has to bend
/// them.
public enum Sentence: Hashable, Sendable {
  // The cycle.
  /// So many States, of which so many are reviewed, in so many years.
  case cycleHas(states: Int, reviewed: Int, years: Int)
  /// So many of the reviews have all their reviewers.
  case reviewsDrawn(Int, of: Int)
  /// Under these rules.
  case underRules(Name, source: Quoted)
  /// The States of the last draw, and what is still to come.
  case drawInterrupted
  case year(Int)
  case yearHas(states: Int, reviewers: Int)
  case yearNotDrawn
  case yearWithoutStates
  case drawnByLots(Int)
  case drawnUniformly(number: Quoted, of: Quoted)
  case drawnByChain
  case drawnByTicket(Int)
  case oneIn(Int)
  case bowlOfTurns(Int)
  case yearsFromLots, yearsFromLists, yearsGiven
  case takenOver(Quoted)
  case carriedOver

  // A State.
  case stateInYear(Int)
  case stateNotReviewed
  case stateNotSelected
  case stateInNextCycle
  case stateReviewsNobody
  case stateLeft
  case howWhyReads
  case howBowlReads

  // Why a State was not in a bowl.
  case whyReviewsNobody, whyHoldsAnotherSeat, whyOtherGroup, whySameGroup, whyConflict
  case whyLacksProtocols(Listing)
  case whyAtMaximum(Int)
  case whyApart, whyGroupTaken, whyFullYear
  case whyMutual, whyExcluded, whyDissimilar, whyLater

  // Why a rule was waived.
  case waivedNobody, waivedNobodyOfGroup, waivedRegionalSeat, waivedOutcomeEmpty
  case waivedOutcomeNoGroup
  case waivedSharesNoLegalSystem(Name)
  case waivedLoad(done: Int, due: Int)
  case nothingWaived
  case waivedInAll(Int)

  // Changes.
  case nothingChanged
  case redraw(request: Int, limit: Int)
  case redrawByRule
  case deferral(from: Int, to: Int)
  case deferralToNextCycle(from: Int)
  case standDown(year: Int)
  case amendment(Int)
  case released(Listing)
  case releasedStandsDown(year: Int)
  case releasedNoLongerFits
  case drawnAnew(Listing)
  case takesPlace(Name)
  case reasonGiven(Quoted)
  case joined(Listing), left(Listing)
  case renamed(from: Name, to: Name)
  case membershipChanged, rulebookChanged, conflictsChanged, exclusionsChanged
  case withdrawn(draw: Wording, reason: Quoted)

  // Draws by their names.
  case drawOfYear(Int)
  case drawOfTickets(Int)
  case drawOfRedraw(Name, Int)
  case drawOfDeferral(Name, Int)
  case drawOfStandDown(Name, Int)
  case drawOfAmendment(Int)

  // Statistics.
  case howShareReads
  case chancesOfPairs

  // Checking.
  case checkNeeds
  case checkWithProgram
  case checkApart
  case checkByHand
  case headIs
  case qrHolds
  case linesOfLedger(Int)
  case announcedInLine(Int, Quoted)
  case notAnnounced
  case commitment(Quoted)
  case experts(Quoted)
  case textsAsWritten

  // Costs.
  case costsAreEstimates
  case sharedByNone
  case languagesUnknown
  case ratesFrom
}

/// A sentence of a letter or of the blueprint.
public enum LetterSentence: Hashable, Sendable {
  case subject(Name)
  case toStateUnderReview(year: Int)
  case toReviewingState(Name, year: Int)
  case reviewersAre(Listing)
  case otherReviewersAre(Listing)
  case noOtherReviewers
  case drawnUnder
  case focalPoint
  case experts(Int)
  case training
  case timetableIs
  case timetableFollows
  case language
  case mayAskRedraw(limit: Int)
  case mayDefer
  case mayStandDown
  case reviewsTogether(Int)
  /// With every allowance used, a step falls so many days after one that should follow it.
  case allowancesExceed(step: Wording, days: Int, next: Wording)
  case afterStep(Wording)
  case movedToWorkday
  // Durations.
  case weeksAfter(Int), monthsAfter(Int), daysAfter(Int)
  // The blueprint.
  case blueprintTitle(reviewers: Listing, state: Name)
  case blueprintCycle(Name)
  case blueprintIntroduction
  case blueprintProcess(reviewers: Listing, state: Name, year: Int)
  case blueprintParties(Listing)
  case blueprintGroup(Wording)
  case blueprintLegalSystems(Listing)
  case blueprintConfidential
  // Calendar entries.
  case calendarTitle(step: Wording, state: Name)
  case calendarName(Name)
}
