import Drawing
import Explanations
import Members
import Pairing
import Phrases
import Records
import Rules

/// Why a State was, or was not, in the bowls of another one's reviewers.
struct WhyAnswer {
  /// One bowl.
  struct Bowl {
    /// The draw of its lot; nil where none has been drawn.
    var draw: String?
    let seat: Seat
    /// The name of its kind.
    let kind: String
    /// The States in it, by code.
    let bowl: [Label]
    /// What was drawn, and its name; nil where nothing was.
    var drawn: (code: Label, title: String)?
    /// Why the State is not in it, in sentences, with the kind of each reason.
    let reasons: [(kind: String, text: String)]
  }

  let state: State
  let reviewer: State
  let year: Int?
  private(set) var bowls: [Bowl] = []
  /// Whether there is any completion; where there is none, nobody is in any bowl.
  private(set) var isPossible = true

  /// The bowls before anything is drawn.
  init(_ data: CycleData, _ state: Label, _ reviewer: Label, _ year: Int?) throws {
    let membership = data.membership
    guard let i = membership.index(of: state) else { throw DrawingFailure.unknownState(state) }
    guard let j = membership.index(of: reviewer) else {
      throw DrawingFailure.unknownState(reviewer)
    }
    guard membership.states[i].isReviewed else { throw DrawingFailure.notUnderReview(state) }
    if let year, !(1...data.rulebook.years).contains(year) {
      throw DrawingFailure.noSuchYear(year, years: data.rulebook.years)
    }
    (self.state, self.reviewer, self.year) = (membership.states[i], membership.states[j], nil)
    var ahead: Lookahead?
    do throws(PairingFailure) {
      ahead = try Lookahead.from(data.problem)
    } catch { throw DrawingFailure.undecided(error) }
    let best = ahead?.best ?? WaiverVector(rules: data.rulebook.waivers)
    let asking = Asking(data.problem, best, i, j) { Quotation.title(of: $0) }
    if var ahead {
      bowls = try asking.bowls(&ahead)
    } else {
      (isPossible, bowls) = (false, asking.emptyBowls())
    }
  }

  /// The bowls of a cycle: those that have been drawn from, then those that are still to be.
  init(
    _ events: [Event], _ cycle: Cycle, _ state: Label, _ reviewer: Label, _ year: Int?
  ) throws {
    let roster = cycle.roster
    guard let i = roster.index(of: state) else { throw DrawingFailure.unknownState(state) }
    guard let j = roster.index(of: reviewer) else { throw DrawingFailure.unknownState(reviewer) }
    let review = cycle.reviews[i]
    guard review.isPlanned else { throw DrawingFailure.notUnderReview(state) }
    if let year {
      guard (1...cycle.rulebook.years).contains(year) else {
        throw DrawingFailure.noSuchYear(year, years: cycle.rulebook.years)
      }
      if review.year != year { throw DrawingFailure.otherYear(state, review.year, asked: year) }
    }
    (self.state, self.reviewer) = (roster.states[i], roster.states[j])
    self.year = review.year > 0 ? review.year : nil
    let names = Names([roster]) { Quotation.title(of: $0) }
    for (place, event) in events.enumerated() {
      guard let drawn = try Self.bowl(of: event, at: place, in: events, cycle, for: state) else {
        continue
      }
      let isIn = drawn.bowl.contains(reviewer)
      let draw = Self.draw(at: place, in: events)
      var reasons: [(kind: String, text: String)] = []
      if !isIn {
        let moment = try Self.moment(before: place, in: events)
        reasons =
          try Asking(moment, state, reviewer)?.reasons(drawn.seat)
          ?? [("not_a_member", "\(names(reviewer)) was not a State of the cycle then.")]
      }
      bowls.append(
        Bowl(
          draw: draw, seat: drawn.seat, kind: cycle.rulebook.name(of: drawn.seat),
          bowl: drawn.bowl, drawn: drawn.drawn.map { ($0, names($0)) }, reasons: reasons))
    }
    if review.hasSeatToDraw, let asking = Asking(cycle, state, reviewer) {
      var options = Lookahead.Options()
      options.provesByFlow = true
      var ahead: Lookahead?
      do throws(PairingFailure) {
        ahead = try Lookahead.from(asking.problem, options)
      } catch { throw DrawingFailure.undecided(error) }
      guard var ahead else { throw DrawingFailure.impossible }
      bowls += try asking.bowls(&ahead)
    }
  }

  /// The bowl of a lot for a State, or the empty one of a seat that was given up.
  private static func bowl(
    of event: Event, at place: Int, in events: [Event], _ cycle: Cycle, for state: Label
  ) throws -> (seat: Seat, bowl: [Label], drawn: Label?)? {
    switch event {
    case .lot(let lot):
      switch lot.purpose {
      case .regionalReviewer(_, state, _): return (.regional, lot.bowl, lot.drawn)
      case .openReviewer(_, state, let kind):
        return (cycle.rulebook.seat(named: kind) ?? .open, lot.bowl, lot.drawn)
      case .supplementaryReviewer(_, state, _): return (.supplementary, lot.bowl, lot.drawn)
      default: return nil
      }
    case .waiver(let waiver) where waiver.state == state:
      switch waiver.rule {
      case .sameRegion: return (.regional, [], nil)
      case .seat:
        if !cycle.rulebook.hasSeveralKinds { return (.open, [], nil) }
        let moment = try moment(before: place, in: events)
        let seat = moment.roster.index(of: state).flatMap { moment.seatDrawnNext(of: $0) }
        return (seat ?? .open, [], nil)
      case .supplement: return (.supplementary, [], nil)
      case .minimumLoad, .legalSystem, .targetLoad: return nil
      }
    default: return nil
    }
  }

  private static func draw(at place: Int, in events: [Event]) -> String? {
    for event in events[...place].reversed() {
      if case .seeded(let seeded) = event { return seeded.draw.text }
    }
    return nil
  }

  /// The state of the cycle just before an event.
  private static func moment(before place: Int, in events: [Event]) throws -> Cycle {
    let replay = try Replay.run(Array(events[..<place]))
    return replay.cycle.following(replay.pending)
  }
}

/// A question about two States at one moment.
private struct Asking {
  let problem: PairingProblem
  private let best: WaiverVector
  private let state: Int
  private let reviewer: Int
  /// Writes of the two States.
  private let writer: ConflictText
  /// Writes of later States, with their years.
  private let laterWriter: ConflictText

  init(
    _ problem: PairingProblem, _ best: WaiverVector, _ state: Int, _ reviewer: Int,
    _ title: @escaping (State) -> String
  ) {
    self.problem = problem
    self.best = best
    self.state = state
    self.reviewer = reviewer
    writer = ConflictText(problem.membership, problem.rulebook) { Quotation.title(of: $0) }
    laterWriter = ConflictText(problem.membership, problem.rulebook, title: title)
  }

  /// The question at a moment of a cycle; nil where the reviewer is not yet one of its States.
  init?(_ cycle: Cycle, _ state: Label, _ reviewer: Label) {
    guard let i = cycle.roster.index(of: state), let j = cycle.roster.index(of: reviewer) else {
      return nil
    }
    self.init(cycle.problem, cycle.best, i, j) { state in
      let title = Quotation.title(of: state)
      guard let index = cycle.roster.index(of: state.code), cycle.reviews[index].isPlanned,
        cycle.reviews[index].hasSeatToDraw, cycle.reviews[index].year > 0
      else { return title }
      let year = "year \(cycle.reviews[index].year)"
      return state.name.isEmpty ? "\(title) (\(year))" : "\(title.dropLast()), \(year))"
    }
  }

  /// Why the reviewer is not in the bowl of a seat.
  func reasons(_ seat: Seat) throws -> [(kind: String, text: String)] {
    let reasons: [BowlReason]
    do throws(PairingFailure) {
      reasons = try BowlReason.all(reviewer, in: problem, seat, underReview: state, best: best)
    } catch { throw DrawingFailure.undecided(error) }
    return texts(reasons)
  }

  private func texts(_ reasons: [BowlReason]) -> [(kind: String, text: String)] {
    reasons.map { reason in
      let writer = if case .wouldConflict = reason { laterWriter } else { writer }
      return (reason.kind, writer.text(reason, of: reviewer, underReview: state))
    }
  }

  /// The kinds of seats that are left.
  private var seats: [Seat] {
    problem.rulebook.seatsInOrder.filter { problem.reviews[state].left[$0] > 0 }
      + (problem.reviews[state].due.isEmpty ? [] : [.supplementary])
  }

  /// The bowls where there is no completion: what keeps the two apart, and that nobody is in them.
  func emptyBowls() -> [WhyAnswer.Bowl] {
    seats.map { seat in
      let apart = texts(BowlReason.ofThePair(reviewer, in: problem, seat, state))
      let nobody =
        "\(apart.isEmpty ? "By themselves the two may be drawn. But no" : "Besides, no") completion "
        + "of the cycle keeps the rules that are never waived, so nobody is in this bowl: "
        + "`peerlots check` says why."
      return WhyAnswer.Bowl(
        seat: seat, kind: problem.rulebook.name(of: seat), bowl: [],
        reasons: apart + [("no_completion", nobody)])
    }
  }

  /// The bowls of the seats that are left, each as if it were drawn next.
  func bowls(_ ahead: inout Lookahead) throws -> [WhyAnswer.Bowl] {
    var bowls: [WhyAnswer.Bowl] = []
    for seat in seats {
      let bowl: [Int]
      do throws(PairingFailure) {
        bowl = try ahead.bowl(of: seat, underReview: state)
      } catch { throw DrawingFailure.undecided(error) }
      bowls.append(
        WhyAnswer.Bowl(
          seat: seat, kind: problem.rulebook.name(of: seat),
          bowl: bowl.map { problem.membership.states[$0].code },
          reasons: bowl.contains(reviewer) ? [] : try reasons(seat)))
    }
    return bowls
  }
}

extension Rulebook {
  /// What a kind of seats is called where there is no more than one seat of the same group and one
  /// other kind, else its name.
  fileprivate func name(of seat: Seat) -> String {
    if seat == .supplementary { return "supplementary" }
    if hasSeveralKinds { return seats[place(of: seat)].name.text }
    return seat == .regional ? "regional" : "open"
  }
}
