extension ReplayFault {
  /// The same fault, at another event.
  func moved(_ place: (Int) -> Int) -> ReplayFault {
    switch self {
    case .differs(let index, let what): .differs(index: place(index), what)
    case .notAllowed(let index, let failure): .notAllowed(index: place(index), failure)
    case .outOfPlace(let index, let what): .outOfPlace(index: place(index), what)
    case .unlawful: self
    }
  }
}

extension [Event] {
  /// The event that is wrong, where a command that begins with a seed goes wrong at its seed or at
  /// the event after it: each may be what contradicts the other, and what follows decides.
  ///
  /// - Parameters:
  ///   - found: Where the fault was found.
  ///   - start: Where the command begins.
  ///   - failure: Why the command was refused, where it was.
  func culprit(_ found: Int, _ start: Int, _ failure: DrawingFailure?) -> Int {
    guard start + 1 < count, case .seeded(let seeded) = self[start], found <= start + 1 else {
      return found
    }
    if isContradicted(seeded, at: start) { return start }
    guard found == start, let asked = self[start + 1].drawKind else { return found }
    let isOther = asked != seeded.draw.kind
    let isAboutSeed = failure?.isAboutSeed ?? true
    return isOther || !isAboutSeed ? start + 1 : start
  }

  /// Whether most of what follows a seed belongs to another draw than it names.
  private func isContradicted(_ seeded: Seeded, at index: Int) -> Bool {
    var balance = 0
    func count(_ isSame: Bool) { balance += isSame ? 1 : -1 }
    if let kind = self[index + 1].drawKind { count(kind == seeded.draw.kind) }
    following: for event in self[(index + 1)...] {
      switch event {
      case .lot(let lot): count(lot.draw == seeded.draw)
      case .waiver, .redraw, .deferred, .stoodDown, .amended, .uniform, .tickets: continue
      default: break following
      }
    }
    return balance < 0
  }
}

extension Event {
  /// The draw of an event that says what a seed is for, with the number 0; nil for other events.
  var drawKind: DrawName? {
    switch self {
    case .redraw(let redraw): .redraw(redraw.state, 0)
    case .deferred(let deferral): .deferral(deferral.state, 0)
    case .stoodDown(let standDown): .standDown(standDown.state, 0)
    case .amended: .amendment(0)
    default: nil
    }
  }

  var isUniform: Bool { if case .uniform = self { true } else { false } }
}

extension DrawingFailure {
  /// Whether the fault is in the seed's own event: its texts, its number, or that it comes now.
  var isAboutSeed: Bool {
    switch self {
    case .seedUsed, .secretNeeded, .notCommitted, .wrongSecret, .unfitText, .announcing,
      .alreadyDrawn, .drawnOtherwise:
      true
    default: false
    }
  }
}

extension Drawer {
  /// Checks a seed after which the ledger ends, before it is said what was asked for.
  func checkBegun(_ seeded: Seeded) throws {
    let made = try prepare(seeded.draw, SeedSource(seeded), by: seeded.method)
    if made != seeded { throw DrawingFailure.unlawfulOutcome(seeded.draw) }
    if let obstacle = cycle.obstacle(toBegin: seeded.draw) {
      throw DrawingFailure.announcing(
        .cannotCome(seeded.draw, obstacle, cycle.drawsThatCanCome))
    }
  }
}
