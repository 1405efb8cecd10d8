internal import Drawing
internal import Members
internal import Records
internal import Rules

/// A cycle as far as it is drawn: a value, which every draw changes and nothing else.
///
/// Its ledger, in memory, holds every lot; ``CycleFolder`` keeps one on the disk.
public struct Cycle: Sendable {
  var base: Drawing.Cycle
  var events: [Event]
  /// The events of a draw that was begun and not finished, which the same draw takes up.
  var pending: [Event] = []

  init(_ base: Drawing.Cycle, _ events: [Event], pending: [Event] = []) {
    (self.base, self.events, self.pending) = (base, events, pending)
  }

  /// Opens a cycle: works out the least that must be waived, before any lot.
  ///
  /// - Parameters:
  ///   - membership: The States.
  ///   - rulebook: The rules.
  ///   - conflicts: Who may not review whom.
  ///   - acceptingWaivers: Whether to go on where the rules cannot all be kept.
  /// - Throws: ``PeerLotsFailure/needsWaivers(_:)`` and ``PeerLotsFailure/impossible`` where the rules
  ///   cannot be kept.
  public init(
    opening membership: Membership, rulebook: Rulebook = Rulebook(),
    conflicts: Conflicts = Conflicts(), acceptingWaivers: Bool = false
  ) throws(PeerLotsFailure) {
    let question = try Question(membership, rulebook, conflicts)
    self = try PeerLotsFailure.of {
      var events: [Event] = []
      let drawer = try Drawer.open(
        question.membership, rulebook: question.rulebook, conflicts: question.conflicts,
        exclusions: question.exclusions, software: SoftwareName.text,
        acceptsWaivers: acceptingWaivers
      ) { events.append($0) }
      return Cycle(drawer.cycle, events)
    }
  }

  /// Draws a whole cycle in one go, by the seeds `S/selection`, `S/year 1`, `S/year 2` …
  ///
  /// The same membership, rulebook, conflicts and seed give the same cycle on every machine.
  ///
  /// - Parameters:
  ///   - membership: The States.
  ///   - rulebook: The rules.
  ///   - conflicts: Who may not review whom.
  ///   - seed: The text S.
  ///   - acceptingWaivers: Whether to go on where the rules cannot all be kept.
  /// - Complexity: 20 milliseconds for 192 States; quadratic in the number of States, for the
  ///   bowls that the ledger lists.
  public static func rehearse(
    _ membership: Membership, rulebook: Rulebook = Rulebook(),
    conflicts: Conflicts = Conflicts(), seed: String, acceptingWaivers: Bool = false
  ) throws(PeerLotsFailure) -> Cycle {
    let question = try Question(membership, rulebook, conflicts)
    return try PeerLotsFailure.of {
      var events: [Event] = []
      let drawer = try Rehearsal.run(
        question.membership, rulebook: question.rulebook, conflicts: question.conflicts,
        exclusions: question.exclusions, seed: seed, software: SoftwareName.text,
        acceptsWaivers: acceptingWaivers
      ) { events.append($0) }
      try drawer.cycle.checkRules()
      return Cycle(drawer.cycle, events)
    }
  }
}

extension Cycle {
  /// The rules in force.
  public var rulebook: Rulebook {
    var rulebook = Rulebook()
    rulebook.base = base.rulebook
    return rulebook
  }

  /// Every State of the cycle, those that left included, in canonical order.
  public var states: [State] { base.roster.states.map(State.init) }

  /// The reviews of the cycle: States in canonical order within each year, those without a year
  /// first.
  public var reviews: [Review] {
    base.reviews.indices.filter { base.reviews[$0].isPlanned }
      .map { review(of: $0) }
      .sorted { ($0.year ?? 0) < ($1.year ?? 0) }
  }

  /// The reviews of one year, States in canonical order; `year` is from 1.
  public func reviews(inYear year: Int) -> [Review] {
    base.states(year: year).map { review(of: $0) }
  }

  /// The review of the State with this code; nil where it is not reviewed in this cycle.
  public func review(of code: String) -> Review? {
    base.roster.index(of: Label(code)).flatMap {
      base.reviews[$0].isPlanned ? review(of: $0) : nil
    }
  }

  /// How many reviews the State with this code does, as far as they are drawn.
  public func load(of code: String) -> Int {
    base.roster.index(of: Label(code)).map { base.loads[$0] } ?? 0
  }

  /// The least that must be waived, as last worked out.
  public var best: Waivers { Waivers(base.best) }

  /// The waivers that are certain by now, in the order of the ledger.
  public var waivers: [Waiver] {
    base.waivers.compactMap { waiver in
      Rule(rawValue: waiver.rule.rawValue).map {
        Waiver(rule: $0, state: waiver.state.text, reason: waiver.reason)
      }
    }
  }

  /// The first year that is not drawn; nil where all are.
  public var nextYear: Int? { base.nextYear }

  /// Whether it is known in which year each State is reviewed.
  public var isSelected: Bool { base.isSelected }

  /// Whether nothing is left to draw.
  public var isComplete: Bool { base.isComplete }

  /// The draw that was interrupted, which the same command with the same seed takes up; nil for none.
  public var interruptedDraw: String? {
    pending.isEmpty ? nil : Replay.name(of: pending)
  }

  /// Every lot, in the order drawn.
  public var lots: [Lot] {
    events.compactMap { event in
      if case .lot(let lot) = event { Lot(lot) } else { nil }
    }
  }

  private func review(of index: Int) -> Review {
    let review = base.reviews[index]
    let states = base.roster.states
    func held(_ holder: SeatHolder) -> Review.Seat {
      let rulebook = base.rulebook
      let isSupplementary = holder.seat == .supplementary
      return Review.Seat(
        kind: isSupplementary
          ? "supplementary" : rulebook.seats[rulebook.place(of: holder.seat)].name.text,
        reviewer: State(states[holder.reviewer]),
        supplemented: holder.supplemented.map { State(states[$0]) })
    }
    return Review(
      state: State(states[index]), year: review.year > 0 ? review.year : nil,
      seats: review.holders.map(held), seatsToDraw: review.left.total,
      emptySeats: review.emptySeats)
  }
}
