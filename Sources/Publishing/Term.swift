/// A heading, label or word that has nothing to fill in.
public enum Term: CaseIterable, Sendable {
  // The parts of the publication.
  case endonym, contents, otherLanguages, overview, selection, changes, statistics, howToCheck
  case costs
  case letters, blueprint, calendar
  // What tables hold.
  case state, code, regionalGroup, noGroup, protocols, legalSystems, workingLanguages, year
  case stateUnderReview, reviewingStates, regionalReviewer, otherReviewer, supplementaryReviewer
  case seat, drawn, bowl, statesInBowl, turn, lot, draw, rule, reason, paragraph, occurrences, total
  case extraPlace, listBegins, smallest, median, largest, event
  case line, seed, announcement, rulebook
  // Sections.
  case byGroup, byState, inOrder, reviewsSoFar, reviews, itsReview, whomItReviews, earlierLots
  case whyNot, waivers, redraws, deferrals, standDowns, amendments
  case reviewsPerState, yearsAndGroups, proportionalShare, protocolCoverage, statesParties
  case statesInAll, draws, hashOfLastLine, byHand
  // Short entries.
  case none, notYetDrawn, emptySeat, onlyOneInBowl
  // Rules that can be waived.
  case ruleSeat, ruleSupplement, ruleSameRegion, ruleMinimumLoad, ruleLegalSystem, ruleTargetLoad
  // Draws.
  case drawSelection
  // Steps of a review.
  case step, allowance, date, lots, notification, focalPoint, experts, firstCall, answers,
    circulation
  case deskReview
  case dialogue, visit, draftReport, endOfReview, training
  // Letters.
  case notice, to, reference, signature, timetable, whatIsAsked
  // The blueprint.
  case introduction, process, executiveSummary, implementation, ratification, legalSystem
  case articles, summaryOfArticle, observations, goodPractices, challenges, needs, toBeFilledIn
  case successes
  // Languages and costs.
  case officialLanguages, sharedLanguage, noOfficialLanguage, languagesNotGiven, dollars, quantity,
    rate, amount
  case documentsOfReviews, meetings, staff, reviewsByLanguages
  // The regional groups of the United Nations, and the Protocols to the Convention.
  case africanGroup, asiaPacificGroup, easternEuropeanGroup, latinAmericanGroup, westernGroup
  case traffickingProtocol, migrantsProtocol, firearmsProtocol
  // The families of legal systems.
  case civilLaw, commonLaw, customaryLaw, islamicLaw
  // Official languages.
  case arabic, chinese, english, french, russian, spanish
}
