import Chances
import Lots
import Members
import Pairing
import Rules

/// Why a command draws nothing.
public enum DrawingFailure: Error, CustomStringConvertible {
  // The rules.

  /// There is no completion at all: a rule that may not be waived cannot be kept.
  case impossible
  /// The rules cannot all be kept, and nobody has accepted that.
  case needsWaivers(WaiverVector)
  /// More must be waived than before, and nobody has accepted that; what would then be left to draw.
  case worsens(WaiverVector, from: WaiverVector, of: PairingProblem)
  /// Something cannot be taken over from before the cycle.
  case takingOver(TakingOverFailure)
  /// Something could not be decided.
  case undecided(PairingFailure)

  // The order of things.

  /// The membership gives the years, so there is no selection to draw.
  case yearsGiven
  /// The rulebook takes the years from the membership, which gives these States none of the cycle.
  case withoutYear([Label], years: Int)
  /// The selection has not been drawn yet.
  case notSelected
  /// The year is not one of the cycle.
  case noSuchYear(Int, years: Int)
  /// An earlier year has not been drawn yet.
  case earlierYearOpen(Int, next: Int)
  /// The draw is done; repeating it changes nothing.
  case alreadyDrawn(DrawName)
  /// What is asked for already stands; nothing changes.
  case nothingToDo(String)
  /// The draw is done, with another seed.
  case drawnOtherwise(DrawName)

  // Seeds.

  /// Lots must be drawn and no seed was given.
  case seedNeeded(DrawName)
  /// The seed was used before in this cycle.
  case seedUsed(Label, by: DrawName)
  /// The draw was committed to a secret, which must be revealed.
  case secretNeeded(DrawName)
  /// A secret was given for a draw that was not committed to one.
  case notCommitted(DrawName)
  /// The secret is not the one the draw was committed to.
  case wrongSecret(DrawName)
  /// A seed, a secret or a public text that two people could type in two ways.
  case unfitText(String, SeedText.Fault)
  /// A reason that says nothing.
  case noReason
  /// Something about announcements.
  case announcing(AnnouncementFailure)

  // Outcomes.

  /// Uniform outcomes cannot be vouched for.
  case chain(UniformFailure)
  /// The outcome in the ledger is not lawful.
  case unlawfulOutcome(DrawName)
  /// Tickets are published for the draw, so it is drawn by one.
  case hasTickets(DrawName)
  /// No tickets are published for the draw.
  case noTickets(DrawName)
  /// The list of tickets is another: another seed or count.
  case otherTickets(DrawName)
  /// The list has no such ticket.
  case noSuchTicket(Int, count: Int)

  // States.

  /// The State is not one of the cycle.
  case unknownState(Label)
  /// The State is not under review in this cycle.
  case notUnderReview(Label)
  /// The State is under review in another year.
  case otherYear(Label, Int, asked: Int)
  /// The State's reviewers have not been drawn yet.
  case notDrawnYet(Label, Int)
  /// The State does not review that one.
  case notItsReviewer(Label, of: Label, [Label])
  /// The rulebook lets one reviewer be released a request; the reviewers of the State.
  case oneReviewerARequest(Label, [Label])
  /// The State does no review in the year.
  case reviewsNobody(Label, Int)
  /// The State has asked for as many redraws as it may.
  case redrawLimit(Label, Int)
  /// The deferral is done; the State stands in this year now, 0 for none.
  case alreadyDeferred(Deferral, now: Int)
  /// Something about an amendment.
  case amending(AmendmentFailure)
}

extension DrawingFailure {
  /// What is wrong, and what to do, with States by their codes.
  public var description: String { description { $0.text } }

  /// What is wrong, and what to do.
  ///
  /// - Parameter title: Writes a State for a person, from its code.
  public func description(naming title: (Label) -> String) -> String {
    switch self {
    case .impossible:
      "the rules cannot be kept, and no waiver the rulebook allows would help\n"
        + "help: `peerlots check` says which rules, of which States, and what would help"
    case .needsWaivers(let best):
      "the rules cannot all be kept: at best \(Self.list(best))\n"
        + "help: see why with `peerlots check`, or go on with --accept-waivers"
    case .worsens(let best, let before, of: _):
      "more must be waived than before: now \(Self.list(best)); before, \(Self.list(before))\n"
        + "help: go on with --accept-waivers; nothing has been written"
    case .undecided(let failure): "\(failure)"
    case .yearsGiven, .withoutYear, .notSelected, .noSuchYear, .earlierYearOpen, .alreadyDrawn,
      .nothingToDo, .drawnOtherwise:
      aboutOrder
    case .announcing(let failure): failure.description(naming: title)
    case .takingOver(let failure): "\(failure)"
    case .amending(let failure): failure.description(naming: title)
    case .unfitText(let what, let fault): "the \(what) \(fault)"
    case .noReason:
      "the reason says nothing, or takes more than one line\n"
        + "help: write it in words, for the record"
    case .seedNeeded, .seedUsed, .secretNeeded, .notCommitted, .wrongSecret: aboutSeeds
    case .chain, .unlawfulOutcome, .hasTickets, .noTickets, .otherTickets, .noSuchTicket:
      aboutOutcomes
    default: aboutStates(title)
    }
  }

  private var aboutOutcomes: String {
    switch self {
    case .chain(let failure): "\(failure)"
    case .unlawfulOutcome(let draw):
      "what was drawn for \"\(draw.text)\" is no outcome that reaches the best waivers\n"
        + "help: `peerlots verify` names the line; go on from a copy of the ledger that is right"
    case .hasTickets(let draw):
      "tickets are published for \"\(draw.text)\"\n"
        + "help: draw one by its number: `peerlots draw --ticket NUMBER`"
    case .noTickets(let draw):
      "no tickets are published for \"\(draw.text)\", or they lapsed when the cycle changed\n"
        + "help: publish them first with `peerlots tickets`"
    case .otherTickets(let draw):
      "other tickets are published for \"\(draw.text)\": with another seed or another count\n"
        + "help: a list stands until it is drawn from; only a change of the cycle makes it lapse"
    case .noSuchTicket(let ticket, let count):
      "there is no ticket \(ticket): the list has the numbers 0 to \(count - 1)\n"
        + "help: read the number again, from the left, and give it as it is"
    default: ""
    }
  }

  private var aboutOrder: String {
    switch self {
    case .yearsGiven:
      "the membership gives the years, so there is no selection to draw\n"
        + "help: draw year 1 with `peerlots draw --year 1`"
    case .withoutYear(let states, let years):
      "the membership gives \(states.prefix(20).map(\.text).joined(separator: ", "))"
        + (states.count > 20 ? " and \(states.count - 20) more" : "")
        + " no year from 1 to \(years)\nhelp: write it in the column `year`"
    case .notSelected:
      "which year each State is reviewed in has not been drawn yet\n"
        + "help: draw it first with `peerlots select`"
    case .noSuchYear(let year, let years):
      "year \(year) is not one of the cycle's \(years == 1 ? "one year" : "\(years) years")\n"
        + "help: the years of a cycle are counted from 1"
        + (year > 1000 ? ", not named by the calendar" : "")
        + ": give \(years == 1 ? "1" : "1 to \(years)")"
    case .earlierYearOpen(let year, let next):
      "year \(year) cannot be drawn before year \(next)\n"
        + "help: draw year \(next) first with `peerlots draw --year \(next)`"
    case .alreadyDrawn(let draw): "the draw \"\(draw.text)\" is already done"
    case .nothingToDo(let what): what
    case .drawnOtherwise(let draw):
      "the draw \"\(draw.text)\" is already done, with another seed or ticket\n"
        + (draw == .selection
          ? "help: it stands; `peerlots defer` moves the review of one State to the next year"
          : "help: it stands, and `peerlots table` shows it; `peerlots redraw` draws the reviewers of "
            + "one State again")
    default: ""
    }
  }

  private var aboutSeeds: String {
    switch self {
    case .seedNeeded(let draw):
      "\"\(draw.text)\" draws lots and needs a seed\nhelp: give it with --seed"
    case .seedUsed(let seed, let draw):
      "the text \"\(seed.text.prefix(60))\" was already used for \"\(draw.text)\"\n"
        + "help: each draw of a cycle needs a seed of its own"
    case .secretNeeded(let draw):
      "\"\(draw.text)\" is announced with a secret\n"
        + "help: give the secret with --secret-file and the public text with --public"
    case .notCommitted(let draw):
      "\"\(draw.text)\" is not announced with a secret\n"
        + "help: announce it first: `peerlots announce --draw \"\(draw.text)\" --secret-file F`, "
        + "or give --seed"
    case .wrongSecret(let draw):
      "the secret is not the one that \"\(draw.text)\" is bound to\n"
        + "help: compare its SHA-256 with the commitment that `peerlots status` shows"
    default: ""
    }
  }

  private func aboutStates(_ title: (Label) -> String) -> String {
    switch self {
    case .unknownState(let state): "\"\(state)\" is not a State of this cycle"
    case .notUnderReview(let state):
      "\(title(state)) is not under review in this cycle\n"
        + "help: `peerlots table --state \(state) --by reviewer` shows what it reviews"
    case .otherYear(let state, let year, let asked):
      year == 0
        ? "\(title(state)) is not under review in year \(asked): its year has not been drawn yet\n"
          + "help: draw it first with `peerlots select`"
        : "\(title(state)) is under review in year \(year), not in year \(asked)\n"
          + "help: give year \(year) if that is meant"
    case .notDrawnYet(let state, let year):
      "the reviewers of \(title(state)) have not been drawn yet\n"
        + (year == 0
          ? "help: draw the selection first with `peerlots select`"
          : "help: they are drawn with `peerlots draw --year \(year)`")
    case .notItsReviewer(let reviewer, let state, let held):
      "\(title(reviewer)) does not review \(title(state))\n"
        + (held.isEmpty
          ? "help: nobody does" : "help: its reviewers are \(Self.list(held, title))")
    case .oneReviewerARequest(let state, let held):
      "the rulebook lets one reviewer be released a request, and none is named for "
        + "\(title(state))\n"
        + (held.isEmpty
          ? "help: it has no reviewers" : "help: name it with --only: \(Self.list(held, title))")
    case .reviewsNobody(let state, let year):
      "\(title(state)) reviews nobody in year \(year)\n"
        + "help: to move its review all the same, use `peerlots defer`"
    case .redrawLimit(let state, let limit):
      (limit == 0
        ? "the rulebook allows \(title(state)) no redraw"
        : "\(title(state)) has asked for \(limit) \(limit == 1 ? "redraw" : "redraws"), as many "
          + "as it may")
        + "\nhelp: \(limit == 0 ? "one" : "a further one") needs a reason: --exceptional TEXT"
    case .alreadyDeferred(let done, let now):
      "\(title(done.state)) has already moved "
        + (done.to == 0
          ? "from year \(done.from), the last, to the next cycle"
          : "from year \(done.from) to year \(done.to)")
        + "; nothing was changed"
        + (now > 0 ? "\nhelp: to move it on from year \(now), add --from \(now)" : "")
    default: ""
    }
  }

  private static func list(_ states: [Label], _ title: (Label) -> String) -> String {
    states.map(title).joined(separator: ", ")
  }

  /// The waivers of a vector in words.
  static func list(_ best: WaiverVector) -> String {
    let parts = zip(best.rules, best.counts).filter { $1 > 0 }.map { "\($1) × \($0.rawValue)" }
    return parts.isEmpty ? "nothing is waived" : parts.joined(separator: ", ") + " must be waived"
  }
}
