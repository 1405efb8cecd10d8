extension EnglishWords {
  func text(_ sentence: Sentence) -> Wording {
    switch sentence {
    case .cycleHas(let states, let reviewed, let years):
      """
      The cycle has \(count(states, "State", "States")), of which \(reviewed) \
      \(Plural.ofEnglish(reviewed) == .one ? "is" : "are") reviewed in \
      \(count(years, "year", "years")).
      """
    case .reviewsDrawn(let drawn, let all):
      "Reviews with all their reviewers: \(drawn) of \(all)."
    case .underRules(let name, let source): "Rules: \(name), from \(source)."
    case .drawInterrupted: "A draw was begun and is not finished; its lots are not shown."
    case .year(let year): "Year \(year)"
    case .yearHas(let states, let reviewers):
      """
      \(count(states, "State is", "States are")) under review; \
      \(count(reviewers, "seat is", "seats are")) held by reviewers.
      """
    case .yearNotDrawn: "The reviewers of this year are not yet drawn."
    case .yearWithoutStates: "No State is under review in this year."
    case .drawnByLots(let lots):
      "Drawn by \(count(lots, "lot", "lots")), one after the other (para. 19)."
    case .drawnUniformly(let number, let all):
      """
      Drawn so that every lawful outcome of the rest of the cycle was equally likely: number \
      \(number) of \(all), counted from 0.
      """
    case .drawnByChain:
      "Drawn so that every lawful outcome of the rest of the cycle was equally likely."
    case .drawnByTicket(let ticket): "Drawn as ticket \(ticket) of a published list."
    case .oneIn(let size): "a chance of 1 in \(size)"
    case .bowlOfTurns(let size): "drawn among \(count(size, "State", "States")) still to come"
    case .yearsFromLots:
      "Lots decided in which year each State is under review (para. 14)."
    case .yearsFromLists:
      "Each group's list is taken in turn from the State that a lot named (para. 14)."
    case .yearsGiven: "The year of each State was given, not drawn."
    case .takenOver(let source): "Drawn before this cycle was opened: \(source)"
    case .carriedOver: "Carried over from the cycle before: in year 1 without a lot."
    case .stateInYear(let year): "Under review in year \(year)."
    case .stateNotReviewed: "This State is not under review in this cycle."
    case .stateNotSelected: "The years of review are not yet drawn."
    case .stateInNextCycle: "Its review moved to the next cycle."
    case .stateReviewsNobody: "It reviews no State so far."
    case .stateLeft: "It is no longer in the membership of the cycle."
    case .howWhyReads:
      """
      States of its regional group that were not in the bowl when the first reviewer was drawn, \
      at most five. For any other State, the command “peerlots why” says the same.
      """
    case .howBowlReads:
      """
      The bowl holds exactly the States with which the whole cycle could still be completed as \
      well as before the lot. Each of them had the same chance.
      """
    case .whyReviewsNobody: "It does no reviews."
    case .whyHoldsAnotherSeat: "It held another seat of this review."
    case .whyOtherGroup: "It is of another regional group (para. 19)."
    case .whySameGroup: "It is of the same regional group, and the seat is for others."
    case .whyConflict: "The table of conflicts keeps the two apart."
    case .whyLacksProtocols(let codes):
      codes.isOne
        ? """
        It is not party to a Protocol to which the State under review is (para. 18 bis): \
        \(codes).
        """
        : """
        It is not party to Protocols to which the State under review is (para. 18 bis): \
        \(codes).
        """
    case .whyAtMaximum(let done):
      """
      It had been drawn for \(count(done, "review", "reviews")) already, the most it may do (para. \
      20).
      """
    case .whyApart: "The table of exclusions keeps it off a review with a reviewer already drawn."
    case .whyGroupTaken: "A State of its regional group was drawn for this review already."
    case .whyFullYear:
      "It had been drawn for as many reviews of the year as a State may do in one year."
    case .whyMutual:
      """
      The State under review reviews it, and no two States review each other (para. 19).
      """
    case .whyExcluded:
      """
      It was released from this review, or stood down in this year (paras. 19 and 20).
      """
    case .whyDissimilar: "It shares no legal system with the State under review (para. 19)."
    case .whyLater:
      "With it in this seat, a later review or a minimum of reviews would have gone without."
    case .waivedNobody:
      "No State could take the seat without costing a waiver as serious elsewhere."
    case .waivedNobodyOfGroup:
      "No State of the group could take the seat without costing a waiver as serious elsewhere."
    case .waivedRegionalSeat: "Its seat for the regional group was given up."
    case .waivedOutcomeEmpty: "The outcome drawn leaves the seat empty."
    case .waivedOutcomeNoGroup: "The outcome drawn has no reviewer of the group."
    case .waivedSharesNoLegalSystem(let name):
      """
      It shares no legal system with its reviewer \(name).
      """
    case .waivedLoad(let done, let due):
      "It does \(done) of the \(count(due, "review", "reviews")) due."
    case .nothingWaived: "No rule was waived."
    case .waivedInAll(let waivers): "Waivers so far: \(waivers)."
    case .nothingChanged: "There were none."
    case .redraw(let request, let limit):
      "Reviewers were drawn again at its request no. \(request) (limit: \(limit); para. 19)."
    case .redrawByRule: "Reviewers were drawn again; that is no request of its own (para. 19)."
    case .deferral(let from, let to):
      "Its review moved from year \(from) to year \(to) (para. 14)."
    case .deferralToNextCycle(let from):
      "Its review moved from year \(from) to the next cycle (para. 14)."
    case .standDown(let year):
      "It does no reviews in year \(year), in which it is under review (para. 20)."
    case .amendment(let number): "Amendment \(number)."
    case .released(let names): "Released: \(names)."
    case .releasedStandsDown(let year):
      "The State released does no reviews in year \(year) (para. 20)."
    case .releasedNoLongerFits:
      """
      By the membership, rules and conflicts in force, the State released may not do this \
      review.
      """
    case .drawnAnew(let names): "Drawn: \(names)."
    case .takesPlace(let name): "Its place was taken, by lot, by: \(name)."
    case .reasonGiven(let reason): "The reason given: \(reason)"
    case .joined(let names): "Joined the cycle: \(names)."
    case .left(let names): "Left the cycle: \(names)."
    case .renamed(let from, let to): "The code \(from) became \(to)."
    case .membershipChanged: "A new membership is in force."
    case .rulebookChanged: "A new rulebook is in force."
    case .conflictsChanged: "A new table of conflicts is in force."
    case .exclusionsChanged: "A new table of States that do not sit together is in force."
    case .withdrawn(let draw, let reason): "Announcement withdrawn: \(draw). The reason: \(reason)"
    case .drawOfYear(let year): "Reviewers of year \(year)"
    case .drawOfTickets(let year): "List of tickets of year \(year)"
    case .drawOfRedraw(let name, let number): "Redraw \(number): \(name)"
    case .drawOfDeferral(let name, let number): "Deferral \(number): \(name)"
    case .drawOfStandDown(let name, let number): "Stand-down \(number): \(name)"
    case .drawOfAmendment(let number): "Amendment \(number)"
    case .howShareReads:
      """
      The share of a group is its number of States divided by the years of the selection (para. \
      14).
      """
    case .chancesOfPairs:
      "How many States were in the bowls: each of them had one chance in so many."
    case .checkNeeds:
      """
      Anyone can repeat this draw from the ledger, the file that holds every lot as one line. The \
      seeds were public, and each lot follows from the seed and the bowl alone.
      """
    case .checkWithProgram: "With PeerLots, which draws every lot again:"
    case .checkApart: "With a second program that shares no code with it:"
    case .checkByHand:
      """
      The key is the SHA-256 of the seed. Block n is the SHA-256 of the key followed by n as eight \
      bytes. The first eight bytes of the block, as a number, divided by the size of the bowl, \
      leave the place of the State drawn, counted from 0.
      """
    case .headIs:
      "Whoever has this hash and the ledger knows that no line was changed or taken away:"
    case .qrHolds: "The picture holds the same hash, for a telephone's camera."
    case .linesOfLedger(let lines): "The ledger has \(count(lines, "line", "lines"))."
    case .announcedInLine(let line, let source): "Announced in line \(line): \(source)"
    case .notAnnounced: "Not announced in the ledger."
    case .commitment(let hash): "Hash of the secret: \(hash)"
    case .experts(let hash): "Hash of the list of experts (para. 21): \(hash)"
    case .textsAsWritten:
      "Texts in quotation marks stand in the language in which they were written."
    case .costsAreEstimates:
      "Estimates by the rates of the report's financial notes; no budget."
    case .sharedByNone: "none is shared by all"
    case .languagesUnknown: "The membership names no working languages."
    case .ratesFrom: "Rates: CTOC/COP/2010/17, financial notes."
    }
  }
}
