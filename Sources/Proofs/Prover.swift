import Drawing
import Members
import Rules

/// Proofs of every bowl of reviewers and every best vector of a ledger (contract, section 8).
///
/// They rest on nothing that the draw's own search found but what the ledger says: bowls, best vectors
/// and what was drawn.
public struct Prover {
  private var cycle: Cycle
  private var phase: Phase?
  private var startIsProven = false
  private var file: ProofFile
  private var gaps: [ProofGap] = []
  private var lotCount = 0
  private let events: [Event]
  private let tell: (_ done: Int, _ all: Int) -> Void

  /// Proves a ledger.
  ///
  /// - Parameters:
  ///   - events: The events of a ledger that was replayed without a fault.
  ///   - head: The hash of its last line.
  ///   - tell: Is told how many of the events are done.
  /// - Throws: ``ProofFailure`` where a proof shows that the ledger is wrong.
  public static func prove(
    _ events: [Event], head: String, tell: @escaping (_ done: Int, _ all: Int) -> Void
  ) throws -> LedgerProofs {
    guard case .opened(let opened) = events.first else {
      throw ProofFailure(line: 1, description: "the first event must open the cycle")
    }
    var prover = Prover(opened, events, head, tell)
    try prover.run()
    return LedgerProofs(
      text: prover.file.text, lotCount: prover.lotCount, gaps: prover.gaps)
  }

  private init(
    _ opened: Opened, _ events: [Event], _ head: String, _ tell: @escaping (Int, Int) -> Void
  ) {
    (cycle, self.events, self.tell) = (Cycle(opening: opened), events, tell)
    var codes = Set(opened.membership.states.map(\.code))
    for case .amended(let amended) in events {
      codes.formUnion(amended.membership?.states.map(\.code) ?? [])
    }
    file = ProofFile(head: head, states: codes.sorted())
  }

  private mutating func run() throws {
    try start("opened", at: 0)
    var index = 1
    // What reviews drawn elsewhere cost is no bowl.
    while index < events.count, case .waiver = events[index] {
      cycle.fold(events[index])
      index += 1
    }
    while index < events.count {
      tell(index, events.count)
      let event = events[index]
      switch event {
      case .lot(let lot): try take(lot, at: index)
      case .waiver(let waiver): try take(waiver, at: index)
      default: cycle.fold(event)
      }
      guard let name = event.nameOfStart else {
        if event.isOfSelection && endsSelection(at: index) { try start("lot", at: index) }
        index += 1
        continue
      }
      var next = index + 1
      while next < events.count, events[next].belongs(toStart: event) {
        cycle.fold(events[next])
        next += 1
      }
      try start(name, at: index)
      index = next
    }
  }

  /// Whether the selection ends with a lot, and the years that it gave bound reviewers from there. An
  /// amendment that follows is a start of its own.
  private func endsSelection(at index: Int) -> Bool {
    let rulebook = cycle.rulebook
    let isBound = cycle.roster.states.contains {
      $0.isReviewer && rulebook.maximumLoad(of: $0) > rulebook.maximumPerYear
    }
    guard isBound, index + 1 < events.count else { return isBound }
    if case .amended = events[index + 1] { return false }
    return !events[index + 1].isOfSelection
  }

  private mutating func start(_ name: String, at index: Int) throws {
    var (start, phase) = try Phase.begin(cycle, event: name, line: index + 1)
    if case .redraw(let redraw) = events[index], let begun = phase {
      try begun.prove(redraw, of: cycle, &start, line: index + 1)
    }
    self.phase = phase
    startIsProven = start.unproven == nil
    if let reason = start.unproven {
      gaps.append(ProofGap(line: index + 1, isLot: false, reason: reason))
    }
    file.add(start, line: index, phase?.moment, codes)
  }

  /// The codes of the roster.
  private var codes: [Label] { cycle.roster.states.map(\.code) }

  private mutating func take(_ lot: DrawnLot, at index: Int) throws {
    let seat: (state: Label, kind: Label)
    switch lot.purpose {
    case .regionalReviewer(_, let state, let kind): seat = (state, kind)
    case .openReviewer(_, let state, let kind): seat = (state, kind)
    case .supplementaryReviewer:
      lotCount += 1
      noteSupplement(at: index, isLot: true)
      cycle.fold(.lot(lot))
      return
    default:
      cycle.fold(.lot(lot))
      return
    }
    lotCount += 1
    let state = try self.index(seat.state, index)
    guard let kind = cycle.rulebook.seats.firstIndex(where: { $0.name == seat.kind }) else {
      throw ProofFailure(line: index + 1, description: "there is no seat \(seat.kind)")
    }
    let bowl = try lot.bowl.map { try self.index($0, index) }
    if let found = try prove(bowl, state, kind, at: index, isLot: true) {
      let place = lot.index
      if let changes = found.proof.inside[place] {
        phase?.draw(bowl[place], state, kind, changes, found.bases[place])
      } else {
        phase = nil
      }
    }
    cycle.fold(.lot(lot))
  }

  private mutating func take(_ waiver: Waiver, at index: Int) throws {
    let state = try self.index(waiver.state, index)
    let kind: Int? =
      switch waiver.rule {
      case .sameRegion: cycle.rulebook.regionalPlace
      case .seat: cycle.rulebook.place(of: cycle.seatDrawnNext(of: state) ?? .open)
      default: nil
      }
    if let kind, try prove([], state, kind, at: index, isLot: false) != nil {
      phase?.leave(state, kind)
    }
    if waiver.rule == .supplement { noteSupplement(at: index, isLot: false) }
    cycle.fold(.waiver(waiver))
  }

  /// Says of the bowl of a supplementary seat that it is not proven.
  private mutating func noteSupplement(at index: Int, isLot: Bool) {
    gaps.append(
      ProofGap(line: index + 1, isLot: isLot, reason: "supplementary seats have no proofs"))
  }

  /// Proves a bowl and writes the proof; nil where there is nothing to go on from.
  private mutating func prove(
    _ bowl: [Int], _ state: Int, _ kind: Int, at index: Int, isLot: Bool
  ) throws -> (proof: BowlProof, bases: [SeatFlow?])? {
    let codes = codes
    guard
      let found = try phase?.bowl(
        of: state, kind, bowl, line: index + 1, name: { codes[$0].text })
    else {
      gaps.append(
        ProofGap(line: index + 1, isLot: isLot, reason: "what comes before is not proven"))
      return nil
    }
    if !found.proof.unproven.isEmpty {
      let names = found.proof.unproven.map { codes[$0].text }.joined(separator: ", ")
      gaps.append(
        ProofGap(line: index + 1, isLot: isLot, reason: "no proof was found for \(names)"))
    } else if !startIsProven {
      gaps.append(ProofGap(line: index + 1, isLot: isLot, reason: "its `best` is not proven"))
    }
    file.add(found.proof, line: index, phase?.moment, codes)
    return found
  }

  private func index(_ code: Label, _ index: Int) throws -> Int {
    guard let state = cycle.roster.index(of: code) else {
      throw ProofFailure(line: index + 1, description: "\(code) is not a State of the cycle")
    }
    return state
  }
}

extension Event {
  /// The name of an event after which another best vector stands, or another way to it.
  fileprivate var nameOfStart: String? {
    switch self {
    case .redraw: "redraw"
    case .deferred: "deferred"
    case .stoodDown: "stood down"
    case .amended: "amended"
    case .uniform: "uniform"
    case .ticket: "ticket"
    case .opened, .announced, .withdrawn, .seeded, .lot, .waiver, .tickets: nil
    }
  }

  /// Whether it is a lot of the selection.
  fileprivate var isOfSelection: Bool {
    guard case .lot(let lot) = self else { return false }
    return switch lot.purpose {
    case .extraPlace, .first, .year: true
    default: false
    }
  }

  /// Whether an event is part of what a start stands for: lots that give States their years, and
  /// the waivers of an outcome drawn at once.
  fileprivate func belongs(toStart start: Event) -> Bool {
    switch (start, self) {
    case (.deferred, .lot(let lot)), (.amended, .lot(let lot)):
      switch lot.purpose {
      case .replacement, .joining: true
      default: false
      }
    case (.uniform, .waiver), (.ticket, .waiver): true
    default: false
    }
  }
}
