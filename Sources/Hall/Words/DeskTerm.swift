/// A word or sentence of the desk alone: whatever the screen or the published pages have a word for is
/// theirs. What the commands say is in English, here as at a terminal.
enum DeskTerm: String, CaseIterable, Sendable {
  // The page.
  case desk, language, pace, goThere, screenShows, showIt, whatToDo, whatWouldHappen, doIt, status
  case lastSaid, takeAway, languages, pagesLettersTables, theLedger, thePages, theScreen
  // What goes on, and the keys.
  case nothingDrawn, waitsForSpace, pausedUntilP, goOnInterrupted, nextLot, pauseKey, goOnKey
  case withoutWaiting, whatHappens, theEnd, asGiven, eachByKey, noWaiting, secondsSign
  // Forms.
  case check, sayWhat, orItsFile, tableToMend, linesAtFault, lineOfTable, lookAgain, tooLarge
  case toDoItType, beingDone, terminalShowsLink
  // The commands.
  case checkTable, openCycle, announce, withdraw, selectYears, drawYear, listOfTickets, redraw
  case deferReview, standDown, amend
  // Their options.
  case seedHint, theSecret, acceptWaivers, membership, rulebookHint, conflicts, without, stateField
  case reasonForRecord, noReplacement, methodHint, drawnBefore, bindSecret, experts, ticketNumber
  case howManyTickets, fewerMeant, fileName, onlyReviewer, exceptional, yearLeft, ownReview, leaves
  case joins, rename
}
