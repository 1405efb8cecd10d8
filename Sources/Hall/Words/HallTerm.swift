/// A word or sentence of the hall's own: whatever the published pages have a word for is theirs.
///
/// Numbers stand beside these, not in them, so that no language has to bend a word.
enum HallTerm: String, CaseIterable, Sendable {
  // What will be drawn, and by which rules.
  case screen, willBeDrawn, rules, ruleOnce, ruleYears, ruleReviewers, ruleProtocols, ruleGroup
  case ruleMutual, ruleLoads
  // The inputs.
  case inputs, inputsHash, readAloud, states, barredPairs, waitsForOpening
  // Announcements and seeds.
  case announced, source, secretHash, expertsHash, withdrawn, seedIs, publicText, theMethod
  // A lot.
  case inTheBowl, chance, blockNumber, dividedBy, remainder, placeInBowl, passedOver, nextUp
  case whyMissing, codeOfState, wasInBowl, takesItsPlace, itsYear
  // What else happens.
  case waived, redrawn, deferred, stoodDown, amended, drawnAsAWhole, listPublished
  // The table.
  case table, reviewsByGroup, reviewsDone
  // What goes on.
  case drawing, waiting, paused, interrupted, ended, replay, lostConnection
  // The end.
  case secondProgram, rightUpTo, wrong, smallestBowls, chancesBefore, likeliestPair
  case leastLikelyPair, fromDraws, waivedInAll
  // The pages.
  case latest, newPage
}
