internal import Chances
internal import Drawing
internal import Pairing
internal import Proofs
internal import Records
internal import Rules

/// How the failures of the targets below become those of the library.
extension PeerLotsFailure {
  init(_ failure: RecordsFailure) {
    self = .data(
      failure.faults.map { fault in
        Fault(
          file: fault.place.file, line: fault.place.line, text: fault.description,
          help: fault.problem.help)
      })
  }

  init(_ failure: LedgerFailure) {
    self = .ledger(LedgerFault(line: failure.line, text: Self.sentence("\(failure)")))
  }

  init(_ failure: DrawingFailure) {
    switch failure {
    case .impossible: self = .impossible
    case .needsWaivers(let best): self = .needsWaivers(Waivers(best))
    case .worsens(let best, let before, of: _):
      self = .moreWaivers(Waivers(best), before: Waivers(before))
    case .undecided(let failure): self = .undecided("\(failure)")
    case .chain(let failure): self = .undecided("\(failure)")
    default:
      self = .refused(
        Refusal(reason: Self.reason(failure), text: Self.sentence("\(failure)")))
    }
  }

  /// What a command says to do is about its options, which are not those of a program.
  private static func sentence(_ text: String) -> String {
    String(text.split(separator: "\nhelp:", maxSplits: 1).first ?? "")
  }

  private static func reason(_ failure: DrawingFailure) -> Refusal.Reason {
    switch failure {
    case .alreadyDrawn, .nothingToDo, .alreadyDeferred: .done
    case .drawnOtherwise: .doneOtherwise
    case .yearsGiven, .withoutYear, .notSelected, .noSuchYear, .earlierYearOpen: .order
    case .seedNeeded, .seedUsed, .secretNeeded, .notCommitted, .wrongSecret, .unfitText: .seed
    case .announcing: .announcement
    case .unlawfulOutcome, .hasTickets, .noTickets, .otherTickets, .noSuchTicket: .tickets
    case .unknownState, .notUnderReview, .otherYear, .notDrawnYet, .notItsReviewer,
      .oneReviewerARequest, .reviewsNobody, .redrawLimit:
      .state
    default: .given
    }
  }

  /// Runs something of the targets below, whose failures are of several types.
  static func of<Result>(_ body: () throws -> Result) throws(PeerLotsFailure) -> Result {
    do {
      return try body()
    } catch let failure as PeerLotsFailure {
      throw failure
    } catch let failure as DrawingFailure {
      throw PeerLotsFailure(failure)
    } catch let failure as LedgerFailure {
      throw PeerLotsFailure(failure)
    } catch let failure as RecordsFailure {
      throw PeerLotsFailure(failure)
    } catch let fault as ReplayFault {
      let line = fault.index.map { $0 + 1 }
      throw .ledger(LedgerFault(line: line, text: sentence("\(fault)")))
    } catch let failure as ProofFailure {
      throw .ledger(LedgerFault(line: failure.line, text: failure.description))
    } catch let failure as OddsQuestion.Failure {
      throw .odds(sentence("\(failure)"))
    } catch let failure as ExactFailure {
      throw .odds(sentence("\(failure)"))
    } catch {
      throw .undecided("\(error)")
    }
  }
}
