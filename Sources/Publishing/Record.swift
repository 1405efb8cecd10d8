import Drawing
import Members
import Phrases
import Rules

/// What a ledger says, looked up once for all pages: the cycle as it stands, and for each seat the
/// lot that gave it.
public struct Record: Sendable {
  /// A lot for a seat of a review.
  struct SeatLot: Sendable {
    /// The name of the seat's kind.
    let kind: Label
    /// The States in the bowl, by their codes of then.
    let choices: Choices
    /// The State drawn, by its code of then.
    let drawn: Label
    /// The line of the ledger, from 1.
    let line: Int
    /// The draw.
    let draw: DrawName
  }

  /// A seat that is held.
  struct HeldSeat: Sendable {
    /// The name of the seat's kind.
    let kind: Label
    /// The reviewer, as an index into the roster.
    let reviewer: Int
    /// The lot; nil where another method drew it.
    let lot: SeatLot?
    /// Where it was drawn before the cycle was opened; nil where it was not.
    let source: String?
  }

  /// The cycle as it stands.
  let cycle: Cycle
  /// The whole lines' events, those of an interrupted draw left out.
  let events: [Event]
  /// The commands, in order.
  let chapters: [Chapter]
  /// How often which draw was announced, and where.
  let report: LedgerReport
  /// The hash of the ledger's last whole line.
  let head: String
  /// Whether a draw was begun and not finished.
  let isInterrupted: Bool
  /// The lots for seats of each State of the roster, in the order drawn.
  let lots: [[SeatLot]]
  /// Why States were not in bowls; nil where there are too many States to say so.
  let whyNot: WhyNot?
  /// The States that each State of the roster reviews, by year, then in canonical order.
  let reviewed: [[Int]]
  /// Codes of now by codes of then, where they differ.
  private let codesOfNow: [Label: Label]
  /// How the cycle was opened.
  let opened: Opened

  /// The most States of which it is said why they were not in a bowl: each takes time.
  static let mostStatesWithReasons = 1_000

  /// Looks a ledger up.
  ///
  /// - Parameters:
  ///   - events: The events of its whole lines, which were replayed; the first opens the cycle.
  ///   - cycle: The cycle after all finished draws.
  ///   - pending: How many of the last events are those of an interrupted draw.
  ///   - head: The hash of the last whole line, in hexadecimal.
  /// - Precondition: The first event opens the cycle.
  public init(_ events: [Event], cycle: Cycle, pending: Int, head: String) {
    guard case .opened(let opened)? = events.first else {
      preconditionFailure("the first event opens the cycle")
    }
    self.opened = opened
    self.cycle = cycle
    self.head = head
    self.events = Array(events.dropLast(pending))
    isInterrupted = pending > 0
    chapters = Chapter.all(of: self.events)
    report = LedgerReport(self.events)
    codesOfNow = Self.codesOfNow(self.events)
    var lots = Array(repeating: [SeatLot](), count: cycle.roster.states.count)
    for (place, event) in self.events.enumerated() {
      guard case .lot(let lot) = event, let (state, kind) = lot.purpose.seat,
        let index = cycle.roster.index(of: codesOfNow[state] ?? state)
      else { continue }
      lots[index].append(
        SeatLot(
          kind: kind, choices: lot.choices, drawn: lot.drawn, line: place + 1, draw: lot.draw))
    }
    self.lots = lots
    var reviewed = Array(repeating: [Int](), count: cycle.roster.states.count)
    let order = cycle.reviews.indices.sorted {
      (cycle.reviews[$0].year, $0) < (cycle.reviews[$1].year, $1)
    }
    for state in order {
      for reviewer in cycle.reviews[state].reviewers { reviewed[reviewer].append(state) }
    }
    self.reviewed = reviewed
    let isSmall = cycle.roster.states.count <= Self.mostStatesWithReasons
    whyNot = isSmall ? WhyNot(opened, self.events, roster: cycle.roster, codesOfNow) : nil
  }

  private static func codesOfNow(_ events: [Event]) -> [Label: Label] {
    var codes: [Label: Label] = [:]
    for event in events {
      guard case .amended(let amended) = event else { continue }
      for renaming in amended.renamed {
        for (old, new) in codes where new == renaming.from { codes[old] = renaming.to }
        codes[renaming.from] = renaming.to
      }
    }
    return codes
  }

  // MARK: Looking up

  /// The States of the cycle, in canonical order.
  var states: [State] { cycle.roster.states }

  /// The index of the State that a code of any line names; nil for none.
  func index(_ code: Label) -> Int? { cycle.roster.index(of: codesOfNow[code] ?? code) }

  /// Whether a State of the roster is no longer in the membership.
  func hasLeft(_ state: Int) -> Bool { cycle.membership.index(of: states[state].code) == nil }

  /// The seats of a review that are held, the regional ones first.
  func heldSeats(of state: Int) -> [HeldSeat] {
    let (review, rulebook) = (cycle.reviews[state], cycle.rulebook)
    return review.reviewers.map { reviewer in
      let seat = review.seat(of: reviewer) ?? .open
      let place =
        switch seat {
        case .regional: rulebook.regionalPlace
        case .supplementary: nil as Int?
        case .open, .listed: rulebook.place(of: seat)
        }
      let lot = lots[state].last { index($0.drawn) == reviewer }
      let source = opened.imported.first {
        index($0.underReview) == state && index($0.reviewer) == reviewer
      }?.source
      return HeldSeat(
        kind: lot?.kind ?? place.map { rulebook.seats[$0].name }
          ?? (seat == .supplementary ? "supplementary" : "regional"),
        reviewer: reviewer, lot: lot, source: lot == nil ? source : nil)
    }
  }

  /// The lots of a review whose States were released later.
  func releasedLots(of state: Int) -> [SeatLot] {
    let held = Set(heldSeats(of: state).compactMap { $0.lot?.line })
    return lots[state].filter { !held.contains($0.line) }
  }
}

extension DrawnLot.Purpose {
  /// The State under review and the kind of its seat, where the lot is for a seat.
  var seat: (state: Label, kind: Label)? {
    switch self {
    case .regionalReviewer(_, let state, let kind), .openReviewer(_, let state, let kind):
      (state, kind)
    case .supplementaryReviewer(_, let state, _): (state, "supplementary")
    case .extraPlace, .first, .year, .turn, .replacement, .joining: nil
    }
  }
}
