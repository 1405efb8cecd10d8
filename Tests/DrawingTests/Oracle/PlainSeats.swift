import Members
import Rules

/// A kind of seat, as the contract's section 4 lists them.
struct PlainKind: Hashable {
  enum Group { case same, other, any }
  var name: String
  var group: Group
  var prefersSimilar: Bool
}

/// One seat of a review.
struct PlainSeat: Hashable {
  enum Holder: Hashable {
    case toDraw
    case held(Label)
    case empty
  }
  /// The kind, as an index into the rulebook's; a seat that gave up its group is of the last kind.
  /// −1 for a supplementary seat.
  var kind: Int
  /// The reviewer that a supplementary seat is for.
  var supplements: Label?
  var holder = Holder.toDraw
  /// Whether a legal system was waived when its holder was drawn.
  var isDissimilar = false

  var reviewer: Label? {
    if case .held(let reviewer) = holder { return reviewer }
    return nil
  }
}

/// Where one State's review stands.
struct PlainReview: Hashable {
  var year = 0
  /// Whether its turn has come.
  var isServed = false
  var seats: [PlainSeat]

  var reviewers: [Label] { seats.compactMap(\.reviewer) }
}

extension Rulebook {
  /// The kinds of seats, in the order in which they are drawn, each with its count.
  var plainKinds: [(kind: PlainKind, count: Int)] {
    seats.map { seat in
      let group: PlainKind.Group =
        switch seat.group {
        case .same: .same
        case .other: .other
        case .any: .any
        }
      return (
        PlainKind(
          name: seat.name.text, group: group, prefersSimilar: seat.legalSystem == .preferred),
        seat.count
      )
    }
  }

  /// The last kind: seats that give up their group are of it.
  var plainLast: Int { seats.lastIndex { $0.group != .same }! }

  /// The seats of a State's review, none drawn: more than the rulebook's are of the last kind, fewer
  /// are taken from the last kind, then from those before it, from that of the same group at last.
  ///
  /// - Parameter own: How many seats the State's row asks for; nil for none.
  func plainSeats(of state: State, own: Int?) -> [PlainSeat] {
    var counts = plainKinds.map(\.count)
    let (last, groups) = (plainLast, plainKinds.map(\.kind.group))
    if state.region.isEmpty {
      for place in counts.indices where groups[place] == .same {
        (counts[last], counts[place]) = (counts[last] + counts[place], 0)
      }
    }
    counts[last] += max(0, (own ?? 0) - counts.reduce(0, +))
    let order =
      counts.indices.filter { groups[$0] == .same }
      + counts.indices.filter {
        groups[$0] != .same
      }
    for place in order.reversed() {
      while let own, counts.reduce(0, +) > own, counts[place] > 0 { counts[place] -= 1 }
    }
    return counts.enumerated().flatMap { place, count in
      Array(repeating: PlainSeat(kind: place), count: count)
    }
  }
}
