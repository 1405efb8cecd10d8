import Drawing
import Members
import Rules

/// Reviews drawn elsewhere before.
extension PlainCycle {
  /// Gives reviewers that were drawn elsewhere their seats, and counts what they cost.
  mutating func takeOver(_ drawn: [ImportedReviewer]) {
    let kinds = rulebook.plainKinds.map(\.kind)
    var others: [ImportedReviewer] = []
    var supplements: [Label: [Label: Label]] = [:]
    for code in Set(drawn.map(\.underReview)) {
      let rows = drawn.filter { $0.underReview == code }
      supplements[code] = supplementing(
        code, rows.filter { $0.seat != "supplementary" }.map(\.reviewer),
        rows.filter { $0.seat == "supplementary" }.map(\.reviewer))
    }
    func isSupplementing(_ entry: ImportedReviewer) -> Bool {
      supplements[entry.underReview]!.values.contains(entry.reviewer)
    }
    // Supplementary ones that supplement nobody come last.
    let inTurn =
      drawn.filter { $0.seat != "supplementary" }
      + drawn.filter { $0.seat == "supplementary" && !isSupplementing($0) }
    for entry in drawn where isSupplementing(entry) {
      reviews[entry.underReview]!.year = entry.year
    }
    for entry in inTurn {
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
      }.first
      let seat = PlainSeat(kind: last, holder: .held(entry.reviewer))
      if let place {
        reviews[entry.underReview]!.seats[place] = seat
      } else {
        // There are more reviewers than seats.
        reviews[entry.underReview]!.seats.append(seat)
      }
      // It is drawn with its new kind, if ever it is drawn again.
      reviews[entry.underReview]!.seats.sort { $0.kind < $1.kind }
    }
    // In the order of the rows, one seat for each that lacks something.
    for entry in inTurn where rulebook.protocols == .supplement {
      if lacking(entry.reviewer, entry.underReview).isEmpty { continue }
      var seat = PlainSeat(kind: -1, supplements: entry.reviewer)
      if let other = supplements[entry.underReview]![entry.reviewer] { seat.holder = .held(other) }
      reviews[entry.underReview]!.seats.append(seat)
    }
    for code in Set(drawn.map(\.underReview)).sorted() {
      let (review, state) = (reviews[code]!, record[code]!)
      reviews[code]!.isServed = !review.seats.contains { $0.holder == .toDraw }
      func ofGroup(_ review: PlainReview) -> [PlainSeat] {
        review.seats.filter { $0.kind >= 0 && kinds[$0.kind].group == .same }
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
        guard seat.kind >= 0, kinds[seat.kind].group == .same, let reviewer = seat.reviewer,
          !record[reviewer]!.legalSystems.contains(where: state.legalSystems.contains)
        else { continue }
        reviews[code]!.seats[place].isDissimilar = rulebook.waivers.contains(.legalSystem)
        cost(.legalSystem)
      }
    }
  }

  /// Who of the supplementary reviewers supplements whom: every way is tried, and the best is taken.
  private func supplementing(
    _ code: Label, _ reviewers: [Label], _ supplementary: [Label]
  ) -> [Label: Label] {
    let asking = reviewers.filter { !lacking($0, code).isEmpty }
    var ways: [[Int]] = [[]]
    // A way says for each who asks the place of its supplementary reviewer, or a place behind all.
    for other in asking {
      ways = ways.flatMap { way in
        (0...supplementary.count).filter { place in
          place == supplementary.count
            || (!way.contains(place)
              && lacking(other, code).isSubset(of: record[supplementary[place]]!.protocols))
        }.map { way + [$0] }
      }
    }
    func count(_ way: [Int]) -> Int { way.count { $0 < supplementary.count } }
    let most = ways.map(count).max() ?? 0
    let best = ways.filter { count($0) == most }.min { $0.lexicographicallyPrecedes($1) } ?? []
    return Dictionary(
      uniqueKeysWithValues: zip(asking, best).filter { $0.1 < supplementary.count }.map {
        ($0, supplementary[$1])
      })
  }
}
