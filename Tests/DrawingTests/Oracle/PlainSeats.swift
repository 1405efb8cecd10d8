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
  var kind: Int
  var holder = Holder.toDraw

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
    var kinds: [(PlainKind, Int)] = []
    if regionalSeats > 0 {
      kinds.append(
        (
          PlainKind(
            name: "regional", group: .same, prefersSimilar: similarLegalSystem == .preferred),
          regionalSeats
        ))
    }
    kinds.append(
      (
        PlainKind(
          name: "open", group: openSeats == .any ? .any : .other, prefersSimilar: false),
        reviewersPerReview - regionalSeats
      ))
    return kinds
  }

  /// The seats of a State's review, none drawn: more or fewer than the rulebook's are of the last
  /// kind.
  ///
  /// - Parameter own: How many seats the State's row asks for; nil for none.
  func plainSeats(of state: State, own: Int?) -> [PlainSeat] {
    var kinds = plainKinds
    let last = kinds.count - 1
    kinds[last].count += (own ?? reviewersPerReview) - reviewersPerReview
    return kinds.enumerated().flatMap { place, entry in
      let isWithoutGroup = entry.kind.group == .same && state.region.isEmpty
      let kind = isWithoutGroup ? kinds.count - 1 : place
      return Array(repeating: PlainSeat(kind: kind), count: entry.count)
    }
  }
}
