import Members
import Rules

/// The first regional seat of a review.
public enum RegionalSeat: Hashable, Sendable {
  /// The rulebook has none, or the State has no group.
  case absent
  /// Still to be drawn.
  case toDraw
  /// Held by a reviewer, as an index into the roster.
  case held(Int)
  /// Given up: the seat is drawn as an open seat.
  case givenUp
}

/// Where the review of one State stands.
public struct CycleReview: Hashable, Sendable {
  /// Whether the State is to be reviewed in this cycle.
  public var isPlanned: Bool
  /// The year of the review, from 1; 0 where none is drawn yet.
  public var year = 0
  /// Whether its turn has come, so that it is not in a bowl of turns any more.
  public var isServed = false
  /// Who holds seats, in the order drawn, as indices into the roster.
  public var holders: [SeatHolder] = []
  /// The seats still to be drawn.
  public var left: SeatCounts
  /// The reviewers for whom a supplementary seat is still to be drawn, in the order of its lots, as
  /// indices into the roster.
  public internal(set) var supplementsDue: [Int] = []
  /// Regional seats that were given up.
  public var givenUpSeats = 0
  /// Whether an open seat is drawn next, in place of a regional one just given up.
  var owesOpenSeat = false
  /// Seats that stay empty.
  public var emptySeats = 0
  /// How often the State has asked for a redraw.
  public var requests = 0
  /// The reviewers that redraws released from this review, in canonical order of their codes.
  public var released: [Int] = []
  /// How many reviewers the State's own row asked for when its seats were laid out; nil for none.
  var ownSeats: Int?
  /// Whether the State deferred from the last year, so that it is reviewed in the next cycle.
  public var movesToNextCycle = false

  /// Lays the seats of a review out, none drawn.
  init(_ state: State, isPlanned: Bool, _ rulebook: Rulebook) {
    self.init(
      state, isPlanned: isPlanned, rulebook, ownSeats: state.own.seats,
      reviewersPerReview: rulebook.reviewersPerReview)
  }

  /// Lays the seats of a review out, none drawn.
  ///
  /// - Parameters:
  ///   - ownSeats: How many seats the State's own row asks for; nil for none.
  ///   - reviewersPerReview: How many seats any other review has.
  init(
    _ state: State, isPlanned: Bool, _ rulebook: Rulebook, ownSeats: Int?, reviewersPerReview: Int
  ) {
    self.isPlanned = isPlanned
    self.ownSeats = ownSeats
    left =
      isPlanned
      ? rulebook.seatCounts(of: state, total: ownSeats ?? reviewersPerReview) : SeatCounts()
  }

  /// The reviewers drawn so far, the regional ones first.
  public var reviewers: [Int] {
    let first = holders.first { $0.seat == .regional }
    // Nearly always the regional seats were drawn first.
    if first == nil || holders.count == 1 { return holders.map(\.reviewer) }
    return holders.filter { $0.seat == .regional }.map(\.reviewer)
      + holders.filter { $0.seat != .regional }.map(\.reviewer)
  }

  /// The seat that a reviewer holds; nil for none.
  public func seat(of reviewer: Int) -> Seat? {
    holders.first { $0.reviewer == reviewer }?.seat
  }

  /// Whether a seat is still to be drawn.
  public var hasSeatToDraw: Bool {
    left.regional > 0 || left.open > 0 || !supplementsDue.isEmpty
      || left.listed.contains { $0 > 0 }
  }

  /// The seat that is drawn next; nil where none is left.
  ///
  /// - Parameter order: The seats of the rulebook, in the order in which they are drawn.
  func nextSeat(in order: [Seat]) -> Seat? {
    if owesOpenSeat && left.open > 0 { return .open }
    return order.first { left[$0] > 0 } ?? (supplementsDue.isEmpty ? nil : .supplementary)
  }

  /// Puts a reviewer into a seat.
  ///
  /// - Parameter isLacking: Whether a supplementary seat is to be drawn for the reviewer.
  mutating func take(_ reviewer: Int, in seat: Seat, isLacking: Bool = false) {
    if seat == .supplementary {
      return holders.append(SeatHolder(reviewer, supplementing: supplementsDue.removeFirst()))
    }
    if isLacking { supplementsDue.append(reviewer) }
    holders.append(SeatHolder(seat, reviewer))
    left[seat] -= 1
    owesOpenSeat = false
  }

  /// Puts a supplementary reviewer beside a reviewer that its seat is due for.
  mutating func take(_ reviewer: Int, supplementing other: Int) {
    supplementsDue.removeAll { $0 == other }
    holders.append(SeatHolder(reviewer, supplementing: other))
  }

  /// Gives up a regional seat; it is drawn next as an open one.
  mutating func giveUpRegionalSeat() {
    left.regional -= 1
    left.open += 1
    givenUpSeats += 1
    owesOpenSeat = true
  }

  /// Notes that a legal system was waived: for the seat just given up, or for its last holder.
  mutating func noteDissimilarity() {
    if owesOpenSeat { return }
    // One drawn as part of an outcome has its mark; such holders stand last.
    if let place = holders.lastIndex(where: { $0.seat == .regional }) {
      holders[place].isDissimilar = true
    }
  }

  /// Takes a reviewer out of its seat, which is to be drawn again. A supplementary reviewer goes with
  /// the reviewer that it was drawn for.
  ///
  /// - Parameter isLacking: Whether a reviewer still lacks Protocols, so that it needs another
  ///   supplementary one.
  /// - Returns: The reviewer's place; nil where it holds none.
  mutating func release(_ reviewer: Int, isLacking: (Int) -> Bool) -> SeatHolder? {
    guard let place = holders.firstIndex(where: { $0.reviewer == reviewer }) else { return nil }
    let holder = holders.remove(at: place)
    guard let supplemented = holder.supplemented else {
      left[holder.seat] += 1
      supplementsDue.removeAll { $0 == reviewer }
      holders.removeAll { $0.supplemented == reviewer }
      return holder
    }
    if isLacking(supplemented) {
      let due = Set(supplementsDue + [supplemented])
      supplementsDue = holders.map(\.reviewer).filter { due.contains($0) }
    }
    return holder
  }

  /// The supplementary reviewer that was drawn for another; nil where there is none.
  public func supplement(for reviewer: Int) -> Int? {
    holders.first { $0.supplemented == reviewer }?.reviewer
  }

  /// Leaves the next supplementary seat empty.
  mutating func leaveSupplementEmpty() {
    let reviewer = supplementsDue.removeFirst()
    if let place = holders.firstIndex(where: { $0.reviewer == reviewer }) {
      holders[place].isUnsupplemented = true
    }
  }

  /// Open seats still to be drawn.
  public var openLeft: Int {
    get { left.open }
    set { left.open = newValue }
  }

  /// The reviewers in open seats, in the order drawn, as indices into the roster.
  public var open: [Int] {
    get { holders.filter { $0.seat == .open }.map(\.reviewer) }
    set {
      holders.removeAll { $0.seat == .open }
      holders += newValue.map { SeatHolder(.open, $0) }
    }
  }

  /// The first regional seat.
  public var regional: RegionalSeat {
    get {
      if left.regional > 0 { return .toDraw }
      if let holder = holders.first(where: { $0.seat == .regional }) {
        return .held(holder.reviewer)
      }
      return givenUpSeats > 0 ? .givenUp : .absent
    }
    set {
      switch newValue {
      case .held(let reviewer):
        left.regional = max(0, left.regional - 1)
        holders.append(SeatHolder(.regional, reviewer))
      case .givenUp:
        left.regional = max(0, left.regional - 1)
        givenUpSeats += 1
      case .toDraw:
        holders.removeAll { $0.seat == .regional }
        left.regional = 1
      case .absent:
        holders.removeAll { $0.seat == .regional }
        (left.regional, givenUpSeats) = (0, 0)
      }
    }
  }
}
