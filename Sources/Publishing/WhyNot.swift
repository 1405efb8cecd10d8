import Drawing
import Explanations
import Members
import Pairing
import Rules

/// Why States that one would expect in a bowl were not in it: for the first seat of each review, up
/// to five States of the group of the State under review.
struct WhyNot: Sendable {
  /// A State that was not in a bowl, and why.
  struct Absence: Sendable {
    /// The State, as an index into the roster at the end.
    let state: Int
    /// Why; every reason that holds whatever else is drawn, or that it would cost a later review.
    let reasons: [Reason]
  }

  /// A reason, with the index of no State in it.
  enum Reason: Hashable, Sendable {
    case reviewsNobody, holdsAnotherSeat, otherGroup, sameGroup, conflict, mutual, excluded
    case dissimilar, later, apart, groupTaken, fullYear
    case lacksProtocols([ProtocolCode])
    case atMaximum(Int)
  }

  /// How many States are named for a review.
  static let mostStates = 5

  /// The absences of each State of the roster, for its last first lot.
  private(set) var absences: [Int: [Absence]] = [:]

  /// Works the reasons out, by following the ledger lot after lot.
  ///
  /// - Complexity: Quadratic in the number of States.
  init(
    _ opened: Opened, _ events: [Event], roster: Membership, _ codesOfNow: [Label: Label]
  ) {
    var cycle = Cycle(opening: opened)
    for event in events.dropFirst() {
      if case .lot(let lot) = event, let (code, _) = lot.purpose.seat {
        add(lot, code, in: cycle, roster, codesOfNow)
      }
      cycle = cycle.following([event])
    }
  }

  private mutating func add(
    _ lot: DrawnLot, _ code: Label, in cycle: Cycle, _ roster: Membership,
    _ codesOfNow: [Label: Label]
  ) {
    guard let state = cycle.roster.index(of: code), cycle.reviews[state].reviewers.isEmpty,
      let place = roster.index(of: codesOfNow[code] ?? code)
    else { return }
    let bowl = Set(lot.bowl)
    let states = cycle.roster.states
    // Of its group first those that one would expect most: with a similar legal system.
    let group = states.indices.filter { other in
      other != state && states[other].region == states[state].region
        && !bowl.contains(states[other].code)
    }
    let similar = group.filter { SimilarLegalSystem.similar(states[state], states[$0]) }
    let ordered = similar + group.filter { !similar.contains($0) }
    let problem = cycle.problem
    let seat = cycle.seatDrawnNext(of: state) ?? .open
    absences[place] = ordered.prefix(Self.mostStates).sorted().compactMap { other in
      let code = states[other].code
      guard let now = roster.index(of: codesOfNow[code] ?? code) else { return nil }
      let reasons = BowlReason.ofThePair(other, in: problem, seat, state).compactMap(Reason.init)
      return Absence(state: now, reasons: reasons.isEmpty ? [.later] : reasons)
    }
  }
}

extension WhyNot.Reason {
  /// What keeps two States apart; nil for what is no such reason.
  init?(_ reason: BowlReason) {
    switch reason {
    case .itself: return nil
    case .reviewsNobody: self = .reviewsNobody
    case .holdsAnotherSeat: self = .holdsAnotherSeat
    case .lacksProtocols(let codes): self = .lacksProtocols(codes)
    case .otherGroup: self = .otherGroup
    case .sameGroup: self = .sameGroup
    case .conflict: self = .conflict
    case .atMaximum(let done): self = .atMaximum(done)
    case .apart: self = .apart
    case .groupTaken: self = .groupTaken
    case .fullYear: self = .fullYear
    case .mutual: self = .mutual
    case .excluded: self = .excluded
    case .dissimilar: self = .dissimilar
    case .wouldConflict, .wouldBreak, .outOfReach: self = .later
    }
  }
}
