import Drawing
import Members
import Rules

/// Reviews drawn elsewhere before.
extension PlainCycle {
  /// Gives reviewers that were drawn elsewhere their seats, and counts what they cost.
  mutating func takeOver(_ drawn: [ImportedReviewer]) {
    let kinds = rulebook.plainKinds.map(\.kind)
    var others: [ImportedReviewer] = []
    for entry in drawn {
      reviews[entry.underReview]!.year = entry.year
      let isOfGroup = record[entry.reviewer]!.region == record[entry.underReview]!.region
      let place = reviews[entry.underReview]!.seats.firstIndex { seat in
        seat.holder == .toDraw && kinds[seat.kind].name == entry.seat.text
          && (kinds[seat.kind].group != .same || isOfGroup)
      }
      if let place {
        reviews[entry.underReview]!.seats[place].holder = .held(entry.reviewer)
      } else {
        others.append(entry)
      }
    }
    let before = reviews
    // The others take open seats, then those of other kinds, those of the group at last.
    let last = rulebook.plainLast
    let kindsInTurn =
      [last] + kinds.indices.reversed().filter { $0 != last && kinds[$0].group != .same }
      + kinds.indices.filter { kinds[$0].group == .same }
    for entry in others {
      let seats = reviews[entry.underReview]!.seats
      let place = kindsInTurn.lazy.compactMap { kind in
        seats.firstIndex { $0.kind == kind && $0.holder == .toDraw }
      }.first!
      reviews[entry.underReview]!.seats[place] = PlainSeat(
        kind: last, holder: .held(entry.reviewer))
      // It is drawn with its new kind, if ever it is drawn again.
      reviews[entry.underReview]!.seats.sort { $0.kind < $1.kind }
    }
    for code in Set(drawn.map(\.underReview)).sorted() {
      let (review, state) = (reviews[code]!, record[code]!)
      reviews[code]!.isServed = !review.seats.contains { $0.holder == .toDraw }
      func ofGroup(_ review: PlainReview) -> [PlainSeat] {
        review.seats.filter { kinds[$0.kind].group == .same }
      }
      let isCounted =
        kinds.contains(where: \.prefersSimilar) && !state.legalSystems.isEmpty
      func cost(_ rule: WaivableRule) {
        if rulebook.waivers.contains(rule) { waived.append((rule, code)) }
      }
      for _ in ofGroup(review).count..<ofGroup(before[code]!).count {
        cost(.sameRegion)
        if isCounted { cost(.legalSystem) }
      }
      for (place, seat) in review.seats.enumerated() where isCounted {
        guard kinds[seat.kind].group == .same, let reviewer = seat.reviewer,
          !record[reviewer]!.legalSystems.contains(where: state.legalSystems.contains)
        else { continue }
        reviews[code]!.seats[place].isDissimilar = rulebook.waivers.contains(.legalSystem)
        cost(.legalSystem)
      }
    }
  }
}
