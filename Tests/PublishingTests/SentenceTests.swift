import Foundation
import Publishing
import Testing

/// Every sentence in every language, also those that no page of the drawn cycle says.
@Suite struct `Every sentence` {
  /// One example of each case. What is filled in has no letters, so that those left are a language's.
  private static let examples:
    [String: [(name: String, text: @Sendable (any Language) -> Wording)]] =
      [
        "Sentence": sentences.map { one in (name(of: one), { $0.text(one) }) },
        "LetterSentence": letters.map { one in (name(of: one), { $0.text(one) }) },
        "ChanceSentence": chances.map { one in (name(of: one), { $0.text(one) }) },
        "EvidenceSentence": evidence.map { one in (name(of: one), { $0.text(one) }) },
      ]

  private static let number = Name("7")
  private static let quoted = Quoted("8")
  private static let list: Wording = "9"
  private static let names = Listing("9", count: 3)

  private static let sentences: [Sentence] = [
    .cycleHas(states: 3, reviewed: 2, years: 5), .reviewsDrawn(1, of: 2),
    .underRules(number, source: quoted), .drawInterrupted, .year(1),
    .yearHas(states: 2, reviewers: 4), .yearNotDrawn, .yearWithoutStates, .drawnByLots(2),
    .drawnUniformly(number: quoted, of: quoted), .drawnByChain, .drawnByTicket(4), .oneIn(3),
    .bowlOfTurns(3), .yearsFromLots, .yearsFromLists, .yearsGiven, .takenOver(quoted),
    .carriedOver, .stateInYear(1), .stateNotReviewed, .stateNotSelected, .stateInNextCycle,
    .stateReviewsNobody, .stateLeft, .howWhyReads, .howBowlReads, .whyReviewsNobody,
    .whyHoldsAnotherSeat, .whyOtherGroup, .whySameGroup, .whyConflict, .whyLacksProtocols(names),
    .whyAtMaximum(3), .whyApart, .whyGroupTaken, .whyFullYear, .whyMutual, .whyExcluded,
    .whyDissimilar, .whyLater, .waivedNobody, .waivedNobodyOfGroup, .waivedRegionalSeat,
    .waivedOutcomeEmpty, .waivedOutcomeNoGroup, .waivedSharesNoLegalSystem(number),
    .waivedLoad(done: 1, due: 2), .nothingWaived, .waivedInAll(3), .nothingChanged,
    .redraw(request: 1, limit: 2), .redrawByRule, .deferral(from: 1, to: 2),
    .deferralToNextCycle(from: 5), .standDown(year: 1), .amendment(1), .released(names),
    .releasedStandsDown(year: 1), .releasedNoLongerFits,
    .drawnAnew(names), .takesPlace(number), .reasonGiven(quoted), .joined(names), .left(names),
    .renamed(from: number, to: number), .membershipChanged, .rulebookChanged, .conflictsChanged,
    .exclusionsChanged, .withdrawn(draw: list, reason: quoted), .drawOfYear(1), .drawOfTickets(1),
    .drawOfRedraw(number, 1), .drawOfDeferral(number, 1), .drawOfStandDown(number, 1),
    .drawOfAmendment(1), .howShareReads, .chancesOfPairs, .checkNeeds, .checkWithProgram,
    .checkApart, .checkByHand, .headIs, .qrHolds, .linesOfLedger(3), .announcedInLine(3, quoted),
    .notAnnounced, .commitment(quoted), .experts(quoted), .textsAsWritten, .costsAreEstimates,
    .sharedByNone, .languagesUnknown, .ratesFrom,
  ]

  private static let letters: [LetterSentence] = [
    .subject(number), .toStateUnderReview(year: 1), .toReviewingState(number, year: 1),
    .reviewersAre(names), .otherReviewersAre(names), .noOtherReviewers, .drawnUnder, .focalPoint,
    .experts(20), .training, .timetableIs, .timetableFollows, .language, .mayAskRedraw(limit: 2),
    .mayDefer, .mayStandDown, .reviewsTogether(2),
    .allowancesExceed(step: list, days: 31, next: list),
    .afterStep(list), .movedToWorkday, .weeksAfter(3), .monthsAfter(2), .daysAfter(4),
    .blueprintTitle(reviewers: names, state: number), .blueprintCycle(number),
    .blueprintIntroduction, .blueprintProcess(reviewers: names, state: number, year: 1),
    .blueprintParties(names), .blueprintGroup(list), .blueprintLegalSystems(names),
    .blueprintConfidential, .calendarTitle(step: list, state: number), .calendarName(number),
  ]

  private static let chances: [ChanceSentence] = [
    .oddsOfYear(2), .chance, .interval, .beforeTheYear, .howLikely, .meanChance, .groupUnderReview,
    .groupOfReviewer, .byReviewer, .expectedReviews, .likeliestReview, .notYetDrawn, .sampled(400),
    .counted, .uniform, .repeated, .howChanceReads, .howMapReads, .howReviewsRead, .howPairsRead,
    .neverDrawn(names), .cannotBeDrawn(names), .percent(tenths: 48), .percentBelow(tenths: 1),
    .between(low: 31, high: 73),
  ]

  private static let evidence: [EvidenceSentence] = [
    .governmentalExperts, .expert, .fields, .languages, .noneNamedYet,
    .expertsNamed(experts: 340, states: 150), .withoutExperts(names), .everyStateHasExperts,
    .listHash(quoted), .listAnnounced(line: 3), .listNotAnnounced, .ledgerHere, .ledgerFile,
    .inABrowser, .withAProgram, .verifierPage, .howVerifierWorks, .compareTheHash,
  ]

  /// The name of a case, as it stands in the file that declares it.
  private static func name(of value: Any) -> String {
    String(String(describing: value).prefix { $0 != "(" })
  }

  @Test func `has an example here, and the other way round`() throws {
    for (file, examples) in Self.examples {
      // Those of letters stand in the file of those of pages.
      let path = file == "LetterSentence" ? "Sentence" : file
      let source = String(
        decoding: try DrawnCycle.bytes("Sources/Publishing/\(path).swift"), as: UTF8.self)
      let text = try #require(
        source.split(separator: "public enum ").first { $0.hasPrefix("\(file):") })
      // Names after `case` and after the commas between them.
      var declared: [String] = []
      for line in text.split(separator: "\n") {
        let line = line.drop { $0 == " " }
        guard line.hasPrefix("case ") else { continue }
        let bare = line.dropFirst("case ".count).replacing(#/\([^)]*\)/#, with: "")
        declared += bare.split(separator: ",").map { $0.filter { $0 != " " } }
      }
      #expect(Set(declared) == Set(examples.map(\.name)), "\(file)")
      #expect(declared.count == examples.count && declared.count > 15, "\(file)")
    }
  }

  @Test func `is another one in every language`() {
    for (file, examples) in Self.examples {
      for (name, text) in examples {
        let english = text(Tongue.english.language).plain
        for tongue in Tongue.allCases where tongue != .english {
          let other = text(tongue.language).plain
          #expect(!other.isEmpty && other.first?.isWhitespace == false, "\(tongue) \(file).\(name)")
          // Of numbers and names alone there may be nothing to translate.
          let letters = english.filter(\.isLetter).count
          let isSame = name == "expert" && tongue == .french
          #expect(letters < 2 || other != english || isSame, "\(tongue) \(file).\(name): \(other)")
          let kept = [
            "SHA", "CTOC", "COP", "PeerLots", "peerlots", "why", "RIGHT", "AND", "PROVEN",
          ]
          let mayBeLatin: Set<Tongue> = [.french, .spanish]
          var rest = other
          for word in kept { rest = rest.replacing(word, with: "") }
          let isLatin = rest.firstMatch(of: #/[a-z]{2}/#) != nil
          #expect(!isLatin || mayBeLatin.contains(tongue), "\(tongue) \(file).\(name): \(rest)")
          // No blank before a full stop or a comma, and no two blanks.
          let isNeat = other.firstMatch(of: #/ [.,]|  |\( | \)/#) == nil
          #expect(isNeat, "\(tongue) \(file).\(name): \(other)")
        }
      }
    }
  }

  @Test func `of French keeps its colon with the word before it`() {
    for examples in Self.examples.values {
      for (name, text) in examples {
        let words = text(Tongue.french.language).plain
        #expect(words.firstMatch(of: #/ [:;»?!]|« |[a-zé][:;]/#) == nil, "\(name): \(words)")
      }
    }
  }
}
