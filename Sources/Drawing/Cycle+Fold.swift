import Members
import Rules

extension Cycle {
  /// Folds one event into the state.
  ///
  /// - Precondition: The event is one that a command gives in this state; ledgers are checked
  ///   against that before they are folded.
  package mutating func fold(_ event: Event) {
    switch event {
    case .lot, .waiver: break
    default: redrawnWithoutReleased = nil
    }
    switch event {
    case .opened: preconditionFailure("a cycle is opened once")
    case .announced(let announced): fold(announced)
    case .withdrawn(let withdrawn): fold(withdrawn)
    case .seeded(let seeded):
      begin(seeded.draw)
      self.seeded.append(seeded)
    case .lot(let lot): fold(lot)
    case .waiver(let waiver): fold(waiver)
    case .redraw(let redraw): changing { $0.fold(redraw) }
    case .deferred(let deferral): changing { $0.fold(deferral) }
    case .stoodDown(let standDown): changing { $0.fold(standDown) }
    case .amended(let amended): changing { $0.fold(amended) }
    case .uniform(let drawn): fold(drawn.outcome)
    case .tickets(let list): tickets.append(list)
    case .ticket(let drawn): fold(drawn)
    }
  }

  /// The index of a State of the roster.
  func index(_ code: Label) -> Int {
    guard let index = roster.index(of: code) else {
      preconditionFailure("\(code) is not a State of the cycle")
    }
    return index
  }

  /// What a lot of the selection does.
  mutating func take(_ state: Int, inYear year: Int) { reviews[state].year = year }

  /// What a lot of turns does.
  mutating func takeTurn(_ state: Int) { reviews[state].isServed = true }

  /// What a lot for a seat does.
  mutating func take(_ reviewer: Int, in seat: Seat, underReview state: Int) {
    reviews[state].isServed = true
    reviews[state].take(
      reviewer, in: seat, isLacking: isLacking(reviewer, underReview: state))
  }

  private mutating func fold(_ lot: DrawnLot) {
    switch lot.purpose {
    // An extra place says which years take one more; the lots of the years follow it, or, where
    // lists are dealt out, the lot of the group's first State.
    case .extraPlace(let region):
      if rulebook.selectionMethod == .alphabetical {
        extraPlaces[region, default: []].insert(Int(lot.drawn.text) ?? 0)
      }
    case .first(let region): dealList(of: region, from: index(lot.drawn))
    case .year(_, let year): take(index(lot.drawn), inYear: year)
    case .turn: takeTurn(index(lot.drawn))
    case .regionalReviewer(_, let state, _):
      take(index(lot.drawn), in: .regional, underReview: index(state))
    case .openReviewer(_, let state, let kind):
      let seat = rulebook.seat(named: kind) ?? .open
      take(index(lot.drawn), in: seat, underReview: index(state))
    case .supplementaryReviewer(_, let state, _):
      take(index(lot.drawn), in: .supplementary, underReview: index(state))
    case .replacement(let state):
      // The State has moved on to the next year; its replacement takes the year it left.
      enter(index(lot.drawn), reviews[index(state)].year - 1)
    case .joining(let state):
      reviews[index(state)].year = Int(lot.drawn.text) ?? 0
    }
  }

  private mutating func fold(_ waiver: Waiver) {
    // Those of reviews drawn elsewhere are in force from the opening on.
    if begunDraws.isEmpty && counts.isEmpty { return }
    waivers.append(waiver)
    let state = index(waiver.state)
    switch waiver.rule {
    case .seat:
      // A regional seat is never left empty: it gives up its group first.
      let order = rulebook.hasSeveralKinds ? rulebook.seatsInOrder.filter { $0 != .regional } : []
      let next = reviews[state].nextSeat(in: order) ?? .open
      reviews[state].left[next == .supplementary ? .open : next] -= 1
      reviews[state].owesOpenSeat = false
      reviews[state].emptySeats += 1
      reviews[state].isServed = true
    case .sameRegion:
      reviews[state].giveUpRegionalSeat()
      reviews[state].isServed = true
    case .legalSystem: reviews[state].noteDissimilarity()
    case .supplement:
      reviews[state].leaveSupplementEmpty()
      reviews[state].isServed = true
    case .minimumLoad, .targetLoad: break
    }
  }

  private mutating func fold(_ redraw: Redraw) {
    counts[.redraw(redraw.state, 0), default: 0] += 1
    let state = index(redraw.state)
    let released = redraw.released.map(index)
    if redraw.request > 0 { reviews[state].requests += 1 }
    if redraw.only == nil {
      releaseAll(of: state)
    } else {
      for reviewer in released { release(reviewer, from: state) }
    }
    reviews[state].released = Set(reviews[state].released + released).sorted()
    redrawnWithoutReleased = redraw.exclusion ? state : nil
    change(redraw.best)
  }

  private mutating func fold(_ deferral: Deferral) {
    counts[.deferral(deferral.state, 0), default: 0] += 1
    let draw = DrawName.deferral(deferral.state, count(.deferral(deferral.state, 0)))
    let seed = begunDraws.last == draw ? seeded.last?.seed : nil
    deferrals.append(DoneDeferral(deferral: deferral, seed: seed))
    let state = index(deferral.state)
    reviews[state].isServed = false
    reviews[state].year = deferral.to
    reviews[state].movesToNextCycle = deferral.to == 0
    releaseAll(of: state)
    change(deferral.best)
  }

  private mutating func fold(_ standDown: StandDown) {
    counts[.standDown(standDown.state, 0), default: 0] += 1
    standDowns.append(StoodDown(state: standDown.state, year: standDown.year))
    let reviewer = index(standDown.state)
    for state in standDown.released { release(reviewer, from: index(state)) }
    change(standDown.best)
  }

  /// Puts a State's review into another year; where nothing of it is drawn, with that year's seats.
  mutating func enter(_ state: Int, _ year: Int) {
    reviews[state].year = year
    let isDrawn = reviews[state].isServed || !reviews[state].reviewers.isEmpty
    if !isDrawn { releaseAll(of: state) }
  }

  /// A new best vector; reviews missing below the minimum are counted anew at the end.
  mutating func change(_ best: WaiverVector) {
    self.best = best
    waivers.removeAll { $0.rule.countsAtTheEnd }
  }

  /// Lays all seats of a review out again, with the waivers that were for them taken back.
  private mutating func releaseAll(of state: Int) {
    let old = reviews[state]
    let seatsOfYear = seatsOfBegunYears[old.year]
    var fresh = CycleReview(
      roster.states[state], isPlanned: !old.movesToNextCycle, rulebook,
      ownSeats: seatsOfYear == nil ? roster.states[state].own.seats : old.ownSeats,
      reviewersPerReview: seatsOfYear ?? rulebook.reviewersPerReview)
    (fresh.year, fresh.isServed) = (old.year, old.isServed)
    (fresh.requests, fresh.released) = (old.requests, old.released)
    fresh.movesToNextCycle = old.movesToNextCycle
    reviews[state] = fresh
    let code = roster.states[state].code
    waivers.removeAll { $0.state == code && !$0.rule.countsAtTheEnd }
  }

  /// Takes one reviewer out of a review; its seat is to be drawn again.
  private mutating func release(_ reviewer: Int, from state: Int) {
    let lacking = Set(reviews[state].reviewers.filter { isLacking($0, underReview: state) })
    let released = reviews[state].release(reviewer) { lacking.contains($0) }
    guard let holder = released else { return }
    let code = roster.states[state].code
    if holder.isUnsupplemented { takeBackSupplement(of: reviewer, underReview: state) }
    if !holder.isDissimilar { return }
    if let place = waivers.lastIndex(where: { $0.state == code && $0.rule == .legalSystem }) {
      waivers.remove(at: place)
    }
  }
}
