import Members

/// A seat of a review, by its kind in the rulebook's list.
public enum Seat: Hashable, Sendable {
  /// Held by a reviewer of the same regional group (para. 19).
  case regional
  /// Of the last kind that is not of the same group: seats that give up their group are of it too.
  case open
  /// Of any other kind, by its place in the list.
  case listed(UInt8)
  /// Of a supplementary reviewer, party to what another reviewer lacks (rulebook, supplement); of no
  /// kind in the list.
  case supplementary
}

/// Who holds a seat.
public struct SeatHolder: Hashable, Sendable {
  /// The seat.
  public let seat: Seat
  /// Whether the holder was drawn with a legal system that is not similar, which was waived.
  public var isDissimilar = false
  /// Whether its own supplementary seat stays empty, which was waived.
  public var isUnsupplemented = false
  private let number: Int32
  private var supplementedNumber: Int32 = -1

  /// Makes a holder.
  ///
  /// - Parameter reviewer: The State, as an index into the membership.
  public init(_ seat: Seat, _ reviewer: Int) {
    self.seat = seat
    number = Int32(truncatingIfNeeded: reviewer)
  }

  /// Makes the holder of a supplementary seat.
  ///
  /// - Parameters:
  ///   - reviewer: The State, as an index into the membership.
  ///   - lacking: The reviewer that it is drawn for.
  public init(_ reviewer: Int, supplementing lacking: Int) {
    self.init(.supplementary, reviewer)
    supplementedNumber = Int32(truncatingIfNeeded: lacking)
  }

  /// The State, as an index into the membership.
  public var reviewer: Int { Int(number) }

  /// The reviewer that the holder of a supplementary seat is drawn for; nil in any other seat.
  public var supplemented: Int? {
    supplementedNumber < 0 ? nil : Int(supplementedNumber)
  }

  /// The same holder under other indices.
  ///
  /// - Parameter number: The new index of each State.
  public func numbered(_ number: (Int) -> Int) -> SeatHolder {
    var holder = SeatHolder(seat, number(reviewer))
    holder.isDissimilar = isDissimilar
    holder.isUnsupplemented = isUnsupplemented
    if let supplemented {
      holder.supplementedNumber = Int32(truncatingIfNeeded: number(supplemented))
    }
    return holder
  }
}

/// How many seats of each kind a review has, or has left.
public struct SeatCounts: Hashable, Sendable {
  /// Seats of the same group.
  public var regional = 0
  /// Seats of the last other kind.
  public var open = 0
  /// Seats of every kind that is neither, by its place in the rulebook's list; empty where there is
  /// none.
  public var listed: [Int] = []

  /// Makes counts.
  public init(regional: Int = 0, open: Int = 0, listed: [Int] = []) {
    (self.regional, self.open, self.listed) = (regional, open, listed)
  }

  /// All seats.
  public var total: Int { listed.isEmpty ? regional + open : listed.reduce(regional + open, +) }

  /// The seats of one kind.
  public subscript(seat: Seat) -> Int {
    get {
      switch seat {
      case .regional: regional
      case .open: open
      case .listed(let place): Int(place) < listed.count ? listed[Int(place)] : 0
      case .supplementary: 0
      }
    }
    set {
      switch seat {
      case .regional: regional = newValue
      case .open: open = newValue
      case .listed(let place):
        while listed.count <= Int(place) { listed.append(0) }
        listed[Int(place)] = newValue
      case .supplementary: preconditionFailure("supplementary seats are not counted by kind")
      }
    }
  }
}

extension Rulebook {
  /// Whether there are other kinds of seats than at most one seat of the same group and then one
  /// kind of others.
  public var hasSeveralKinds: Bool {
    switch seats.count {
    case 1: seats[0].group == .same
    case 2: seats[0].group != .same || seats[0].count > 1 || seats[1].group == .same
    default: true
    }
  }

  /// The seat of a place in the list of kinds.
  public func seat(at place: Int) -> Seat {
    if seats[place].group == .same { return .regional }
    return place == openPlace ? .open : .listed(UInt8(truncatingIfNeeded: place))
  }

  /// The seats of each kind, in the order in which they are drawn.
  public var seatsInOrder: [Seat] { seats.indices.map { seat(at: $0) } }

  /// The place of a seat in the list of kinds, which supplementary seats are not in.
  public func place(of seat: Seat) -> Int {
    switch seat {
    case .regional: regionalPlace ?? 0
    case .open: openPlace
    case .listed(let place): Int(place)
    case .supplementary: preconditionFailure("a supplementary seat is of no kind in the list")
    }
  }

  /// The seat of a kind of this name; nil where there is none.
  public func seat(named name: Label) -> Seat? {
    seats.firstIndex { $0.name == name }.map { seat(at: $0) }
  }

  /// The seats of a State's review, kind by kind.
  ///
  /// A State without a group has no seat of the same group; its seats of that kind are of the last
  /// kind. Seats beyond the rulebook's are of the last kind; where there are fewer, those of the last
  /// kind are left out first, then those before it, those of the same group at last.
  ///
  /// - Parameter total: The seats in all.
  public func seatCounts(of state: State, total: Int) -> SeatCounts {
    if !hasSeveralKinds {
      let regional = state.region.isEmpty ? 0 : min(regionalSeats, total)
      return SeatCounts(regional: regional, open: total - regional)
    }
    var counts = SeatCounts()
    for (place, kind) in seats.enumerated() { counts[seat(at: place)] += kind.count }
    if state.region.isEmpty { (counts.open, counts.regional) = (counts.open + counts.regional, 0) }
    var missing = counts.total - total
    if missing < 0 { counts.open -= missing }
    let others = seatsInOrder.reversed().filter { $0 != .regional && $0 != .open }
    for seat in [.open] + others + [.regional] where missing > 0 {
      let fewer = min(missing, counts[seat])
      counts[seat] -= fewer
      missing -= fewer
    }
    return counts
  }

  /// The seats of a State's review, kind by kind.
  public func seatCounts(of state: State) -> SeatCounts {
    seatCounts(of: state, total: reviewersPerReview(of: state))
  }
}
