import Members
import Pairing
import Rules

extension Drawer {
  /// Draws the seats of a State that are left, kind by kind.
  func serve(_ state: Int) throws {
    let order = cycle.rulebook.seatsInOrder
    while let seat = cycle.reviews[state].nextSeat(in: order) { try draw(seat, of: state) }
  }

  /// Draws one seat of a State, or gives it up where its bowl is empty.
  private func draw(_ seat: Seat, of state: Int) throws {
    let code = cycle.roster.states[state].code
    let bowl = try bowl(of: seat, underReview: state)
    if bowl.count == 0 {
      if seat == .regional { return try giveUpRegionalSeat(of: state) }
      try leaveSeatEmpty(of: state, seat)
      if seat == .supplementary { return try waiveSupplement(of: state) }
      return try waive(
        .seat, state, "no State can take the seat without costing a waiver as serious elsewhere")
    }
    let reviewer = try draw(purpose(of: seat, code, state), from: bowl)
    take(reviewer, in: seat, underReview: state)
    try place(reviewer, seat, state)
    if seat == .regional { try noteDissimilarity(of: reviewer, underReview: state) }
  }

  /// What a lot for a seat is for.
  private func purpose(of seat: Seat, _ code: Label, _ state: Int) -> DrawnLot.Purpose {
    let review = cycle.reviews[state]
    if seat == .supplementary {
      return .supplementaryReviewer(
        year: review.year, underReview: code,
        reviewer: cycle.roster.states[review.supplementsDue[0]].code)
    }
    let kind = cycle.rulebook.seats[cycle.rulebook.place(of: seat)].name
    return seat == .regional
      ? .regionalReviewer(year: review.year, underReview: code, kind: kind)
      : .openReviewer(year: review.year, underReview: code, kind: kind)
  }

  /// Says that a supplementary seat stays empty.
  private func waiveSupplement(of state: Int) throws {
    let reviewer = cycle.reviews[state].supplementsDue[0]
    try waive(
      .supplement, state, cycle.reasonForNoSupplement(of: reviewer, underReview: state))
  }

  /// The codes of States, in the same order.
  func codes(_ states: [Int]) -> [Label] { states.map { cycle.roster.states[$0].code } }

  /// Draws a member of a bowl, which is listed only where the lot is recorded.
  private func draw(_ purpose: DrawnLot.Purpose, from bowl: Bowl) throws -> Int {
    // A lot is named before it is returned, and its member is looked for once.
    var found: (rank: Int, member: Int)?
    func member(_ rank: Int) -> Int {
      if let found, found.rank == rank { return found.member }
      let member = kinds?.member(rank, of: bowl) ?? bowl.listed[rank]
      found = (rank, member)
      return member
    }
    let rank = try lot(purpose, of: bowl.count) {
      kinds?.members(of: bowl) ?? bowl.listed
    } drawn: {
      cycle.roster.states[member($0)].code
    }
    return member(rank)
  }

  private func bowl(of seat: Seat, underReview state: Int) throws -> Bowl {
    try lookAhead()
    if let bowl = try byKinds({ (kinds) throws(PairingFailure) in
      try kinds.bowl(of: seat, underReview: state)
    }) {
      return bowl
    }
    guard var ahead = lookahead else { preconditionFailure("no bowl without looking ahead") }
    // Moved out and back, so that what it holds is never copied.
    lookahead = nil
    defer { lookahead = ahead }
    try inspect?(&ahead)
    do {
      return Bowl(try ahead.bowl(of: seat, underReview: state))
    } catch { throw DrawingFailure.undecided(error) }
  }

  private func place(_ reviewer: Int, _ seat: Seat, _ state: Int) throws {
    // Single States, where they take over, look from the cycle, which has the reviewer already.
    if kinds != nil {
      _ = try byKinds { (kinds) throws(PairingFailure) in
        try kinds.place(reviewer, in: seat, underReview: state)
      }
      return
    }
    do throws(PairingFailure) {
      try lookahead?.place(reviewer, in: seat, underReview: state)
    } catch { throw DrawingFailure.undecided(error) }
  }

  private func leaveSeatEmpty(of state: Int, _ seat: Seat) throws {
    let isDone: Void? = try byKinds { (kinds) throws(PairingFailure) in
      try kinds.leaveSeatEmpty(of: state)
    }
    if isDone == nil { lookahead?.leaveSeatEmpty(of: state, seat) }
  }

  /// Asks the lookahead over kinds; where it cannot tell, that over single States takes over.
  ///
  /// - Returns: nil where single States decide.
  private func byKinds<Answer>(
    _ ask: (inout ClassLookahead) throws(PairingFailure) -> Answer
  ) throws -> Answer? {
    guard kinds != nil else { return nil }
    do throws(PairingFailure) {
      return try ask(&kinds!)
    } catch {
      switch error {
      case .repairCut, .tooLarge:
        if cycle.roster.states.count <= Outlook.mostStates { break }
        throw DrawingFailure.undecided(error)
      default: throw DrawingFailure.undecided(error)
      }
    }
    take(try look(from: cycle))
    return nil
  }

  // MARK: Waivers

  func waive(_ rule: WaivableRule, _ state: Int, _ reason: String) throws {
    guard cycle.rulebook.canWaive(rule) else { return }
    try emit(
      .waiver(Waiver(rule: rule, state: cycle.roster.states[state].code, reason: reason)))
  }

  private func giveUpRegionalSeat(of state: Int) throws {
    let isDone: Void? = try byKinds { (kinds) throws(PairingFailure) in
      try kinds.giveUpRegionalSeat(of: state)
    }
    if isDone == nil { lookahead?.giveUpRegionalSeat(of: state) }
    let region = cycle.roster.states[state].region
    try waive(
      .sameRegion, state,
      "no State of \(region) can take the seat without costing a waiver as serious elsewhere")
    if countsLegalSystem(of: state) {
      try waive(.legalSystem, state, "its regional seat was given up")
    }
  }

  func countsLegalSystem(of state: Int) -> Bool {
    cycle.rulebook.similarLegalSystem == .preferred
      && !cycle.roster.states[state].legalSystems.isEmpty
  }

  func noteDissimilarity(of reviewer: Int, underReview state: Int) throws {
    let states = cycle.roster.states
    guard countsLegalSystem(of: state),
      !SimilarLegalSystem.similar(states[state], states[reviewer])
    else { return }
    try waive(
      .legalSystem, state, "\(states[reviewer].code) shares no legal system with it")
  }

  /// Once nothing is left to draw, says which States fall short of the minimum, and of the target.
  func closeIfComplete() throws {
    guard cycle.isComplete else { return }
    // What is possible over kinds is no more asked for, and is large.
    if kinds != nil { take(nil) }
    let loads = cycle.loads
    for rule in cycle.rulebook.waivers where rule.countsAtTheEnd {
      for (index, state) in cycle.roster.states.enumerated() where state.isReviewer {
        let due = cycle.rulebook.load(due: rule, of: state)
        for _ in 0..<max(0, due - loads[index]) {
          try waive(
            rule, index,
            "it does \(loads[index]) of the \(due) \(due == 1 ? "review" : "reviews") due")
        }
      }
    }
  }
}
