import Members
import Rules

extension Cycle {
  /// Folds one event into the state.
  ///
  /// - Precondition: The event is one that a command gives in this state; ledgers are checked
  ///   against that before they are folded.
  mutating func fold(_ event: Event) {
    switch event {
    case .opened: preconditionFailure("a cycle is opened once")
    case .committed(let draw, let commitment): commitments.append((draw, commitment))
    case .seeded(let seeded):
      begunDraws.append(seeded.draw)
      seeds.append(seeded.seed)
    case .lot(let lot): fold(lot)
    case .waiver(let waiver): fold(waiver)
    case .redraw, .deferred, .stoodDown, .amended:
      preconditionFailure("not part of a rehearsal")
    }
  }

  /// The index of a State of the roster.
  func index(_ code: Label) -> Int {
    guard let index = roster.index(of: code) else {
      preconditionFailure("\(code) is not a State of the cycle")
    }
    return index
  }

  private mutating func fold(_ lot: DrawnLot) {
    switch lot.purpose {
    // An extra place says which years take one more; the lots of the years follow it.
    case .extraPlace: break
    case .year(_, let year): reviews[index(lot.drawn)].year = year
    case .turn: reviews[index(lot.drawn)].isServed = true
    case .regionalReviewer(_, let state):
      reviews[index(state)].regional = .held(index(lot.drawn))
    case .openReviewer(_, let state):
      reviews[index(state)].open.append(index(lot.drawn))
      reviews[index(state)].openLeft -= 1
    case .replacement, .joining: preconditionFailure("not part of a rehearsal")
    }
  }

  private mutating func fold(_ waiver: Waiver) {
    waivers.append(waiver)
    let state = index(waiver.state)
    switch waiver.rule {
    case .seat:
      reviews[state].openLeft -= 1
      reviews[state].emptySeats += 1
    case .sameRegion:
      reviews[state].regional = .givenUp
      reviews[state].openLeft += 1
    case .minimumLoad, .legalSystem: break
    }
  }
}
