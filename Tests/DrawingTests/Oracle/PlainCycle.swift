import Drawing
import Members
import Rules

/// A cycle as the contract says that events change it, folded from them without the program's own.
struct PlainCycle {
  struct Down: Hashable {
    let state: Label
    let year: Int
  }

  var rulebook: Rulebook
  var conflicts: [Conflict]
  var exclusions: [Exclusion]
  /// Every State there ever was, with its present data; one that left reviews nobody.
  var record: [Label: State]
  /// The States of the membership in force.
  var members: Set<Label>
  /// The reviews of the States that are or will be under review.
  var reviews: [Label: PlainReview] = [:]
  /// How many seats each State's own row asked for when its seats were laid out.
  var ownSeats: [Label: Int?] = [:]
  var waived: [(rule: WaivableRule, state: Label)] = []
  /// The reviewers that redraws released, by State under review.
  var released: [Label: Set<Label>] = [:]
  var requests: [Label: Int] = [:]
  var standDowns: Set<Down> = []
  var isSelected = false
  var begunYears = 0
  /// The seats of a review in each year that has begun: an amended rulebook does not change them.
  var begunRules: [Int: Rulebook] = [:]
  /// The States that defer from the last year to the next cycle.
  var moving: Set<Label> = []

  init(_ opened: Opened) {
    rulebook = opened.rulebook
    conflicts = opened.conflicts
    exclusions = opened.exclusions
    let states = opened.membership.states
    record = Dictionary(uniqueKeysWithValues: states.map { ($0.code, $0) })
    members = Set(record.keys)
    isSelected = rulebook.selectionMethod == .given
    for state in states where state.isReviewed {
      lay(state.code, year: isSelected ? state.year! : 0)
    }
    for code in opened.carried { reviews[code]!.year = 1 }
    takeOver(opened.imported)
  }

  var nextYear: Int? { begunYears < rulebook.years ? begunYears + 1 : nil }

  /// The States under review in a year, in canonical order.
  func planned(_ year: Int) -> [Label] {
    reviews.keys.filter { reviews[$0]?.year == year }.sorted()
  }

  /// The group of a State, for the selection.
  func group(_ code: Label) -> Label {
    rulebook.isSelectionProportional ? record[code]!.region : ""
  }

  /// Whether no seat is left to be drawn.
  var isComplete: Bool {
    isSelected && nextYear == nil
      && reviews.values.allSatisfy { !$0.seats.contains { $0.holder == .toDraw } }
  }

  func load(_ code: Label) -> Int {
    reviews.values.reduce(0) { $0 + $1.reviewers.count { $0 == code } }
  }

  // MARK: What commands do

  /// Lays the seats of a review out, none drawn; the waivers that were for them are void.
  mutating func lay(_ code: Label, year: Int) {
    let rules = begunRules[year] ?? rulebook
    // In a year that has begun the seats stay as they were laid out, also the State's own.
    let now = record[code]!.own.seats
    let own = begunRules[year] == nil ? now : (ownSeats[code] ?? now)
    ownSeats.updateValue(own, forKey: code)
    reviews[code] = PlainReview(year: year, seats: rules.plainSeats(of: record[code]!, own: own))
    waived.removeAll { $0.state == code && !$0.rule.isOfLoads }
  }

  /// Takes one reviewer out of a review; its seat is drawn again as what it was.
  mutating func release(_ reviewer: Label, from code: Label) {
    guard let place = reviews[code]?.seats.firstIndex(where: { $0.reviewer == reviewer }) else {
      return
    }
    reviews[code]?.seats[place].holder = .toDraw
    if let other = reviews[code]!.seats[place].supplements {
      // Where nothing is lacking any more, there is no such seat.
      if lacking(other, code).isEmpty { reviews[code]?.seats.remove(at: place) }
      return
    }
    // A supplementary reviewer goes with the one that it is for.
    for seat in reviews[code]!.seats where seat.supplements == reviewer && seat.holder == .empty {
      let line = waived.firstIndex { $0.state == code && $0.rule == .supplement }
      if let line { waived.remove(at: line) }
    }
    defer { reviews[code]?.seats.removeAll { $0.supplements == reviewer } }
    if reviews[code]!.seats[place].isDissimilar {
      reviews[code]?.seats[place].isDissimilar = false
      let line = waived.firstIndex { $0.state == code && $0.rule == .legalSystem }
      if let line { waived.remove(at: line) }
    }
  }

  mutating func redraw(_ redraw: Redraw) {
    if redraw.request > 0 { requests[redraw.state, default: 0] += 1 }
    if redraw.only == nil {
      lay(redraw.state, year: reviews[redraw.state]!.year)
      reviews[redraw.state]?.isServed = true
    } else {
      for reviewer in redraw.released { release(reviewer, from: redraw.state) }
    }
    released[redraw.state, default: []].formUnion(redraw.released)
  }

  mutating func deferReview(_ deferral: Deferral) {
    lay(deferral.state, year: deferral.to)
    if deferral.to == 0 {
      reviews[deferral.state] = nil
      moving.insert(deferral.state)
    }
  }

  /// A State takes the place of one that deferred; reviewers that it has go with it.
  mutating func replace(_ code: Label, year: Int) {
    let isDrawn = reviews[code]!.isServed || !reviews[code]!.reviewers.isEmpty
    if isDrawn { reviews[code]!.year = year } else { lay(code, year: year) }
  }

  mutating func standDown(_ standDown: StandDown) {
    standDowns.insert(Down(state: standDown.state, year: standDown.year))
    for code in standDown.released { release(standDown.state, from: code) }
  }

  /// The States go on under other codes, wherever they stand.
  mutating func rename(_ renamings: [Amended.Renaming]) {
    let codes = Dictionary(uniqueKeysWithValues: renamings.map { ($0.from, $0.to) })
    func new(_ code: Label) -> Label { codes[code] ?? code }
    func keyed<Value>(_ values: [Label: Value]) -> [Label: Value] {
      Dictionary(uniqueKeysWithValues: values.map { (new($0.key), $0.value) })
    }
    record = keyed(record)
    ownSeats = keyed(ownSeats)
    reviews = keyed(reviews).mapValues { review in
      var review = review
      for place in review.seats.indices {
        if let reviewer = review.seats[place].reviewer {
          review.seats[place].holder = .held(new(reviewer))
        }
        review.seats[place].supplements = review.seats[place].supplements.map(new)
      }
      return review
    }
    members = Set(members.map(new))
    waived = waived.map { ($0.rule, new($0.state)) }
    released = keyed(released).mapValues { Set($0.map(new)) }
    requests = keyed(requests)
    standDowns = Set(standDowns.map { Down(state: new($0.state), year: $0.year) })
    moving = Set(moving.map(new))
    conflicts = conflicts.map {
      Conflict(underReview: new($0.underReview), reviewer: new($0.reviewer))
    }
    exclusions = exclusions.map { Exclusion(new($0.reviewer), new($0.other)) }
  }

  mutating func amend(_ amended: Amended) {
    rename(amended.renamed)
    rulebook = amended.rulebook ?? rulebook
    conflicts = amended.conflicts ?? conflicts
    exclusions = amended.exclusions ?? exclusions
    let before = record
    if let membership = amended.membership { take(membership) }
    for (code, state) in record {
      let year = reviews[code]?.year
      if let year, year > 0, year <= begunYears { continue }
      // What was drawn elsewhere stands, and what was drawn in its place, be it nobody.
      if let review = reviews[code], review.isServed || !review.reviewers.isEmpty {
        // Where nothing is lacking any more, there is no supplementary seat to draw.
        let seats = review.seats.filter { seat in
          seat.holder != .toDraw || seat.supplements.map { lacking($0, code).isEmpty } != true
        }
        reviews[code]?.seats = seats
        continue
      }
      // A year that the rules have no more is none.
      var kept = year.flatMap { $0 > rulebook.years ? nil : $0 }
      let canJoin = !isSelected || nextYear != nil
      if rulebook.selectionMethod == .given && state.isReviewed && canJoin
        && (kept == nil || before[code]?.year != state.year)
      {
        kept = state.year
      }
      if state.isReviewed && !moving.contains(code) && (kept ?? 0 > 0 || canJoin) {
        let joins = isSelected && rulebook.joining == .lastYear ? rulebook.years : 0
        lay(code, year: kept ?? 0 > 0 ? kept! : joins)
      } else {
        reviews[code] = nil
      }
    }
  }

  private mutating func take(_ membership: Membership) {
    for code in members where membership.state(code) == nil {
      let old = record[code]!
      record[code] = State(
        code: code, name: old.name, region: old.region, protocols: old.protocols,
        legalSystems: old.legalSystems, languages: old.languages, isReviewed: false,
        isReviewer: false)
    }
    for state in membership.states { record[state.code] = state }
    members = Set(membership.states.map(\.code))
  }

  /// The Protocols of a State that a reviewer is not party to.
  func lacking(_ reviewer: Label, _ code: Label) -> Set<Label> {
    Set(record[code]!.protocols).subtracting(record[reviewer]!.protocols)
  }

  /// Whether a reviewer does not cover what it should, or nobody covers what it lacks.
  private func isShort(_ reviewer: Label, _ code: Label) -> Bool {
    if rulebook.protocols == .any { return false }
    if rulebook.protocols == .all { return !lacking(reviewer, code).isEmpty }
    let seats = reviews[code]!.seats
    if let other = seats.first(where: { $0.reviewer == reviewer })!.supplements {
      return !lacking(other, code).isSubset(of: record[reviewer]!.protocols)
    }
    return !lacking(reviewer, code).isEmpty && !seats.contains { $0.supplements == reviewer }
  }

  /// Whether the record shows why a reviewer must go: it left, stood down for the year, or may not
  /// review the State by what is in force now.
  func mustGo(_ reviewer: Label, from code: Label) -> Bool {
    let (own, other, review) = (record[code]!, record[reviewer]!, reviews[code]!)
    let seat = review.seats.first { $0.reviewer == reviewer }!
    let isSame = !own.region.isEmpty && own.region == other.region
    let fits =
      switch seat.kind < 0 ? .any : rulebook.plainKinds[seat.kind].kind.group {
      case .same: isSame
      case .other: !isSame
      case .any: true
      }
    let beside = review.seats.filter { $0.kind >= 0 }.compactMap(\.reviewer)
    let isOfGroup = beside.contains { $0 != reviewer && record[$0]!.region == other.region }
    let isMutual = reviews[reviewer]?.reviewers.contains(code) ?? false
    if rulebook.distinctGroups && seat.kind >= 0 && !other.region.isEmpty && isOfGroup {
      return true
    }
    if rulebook.mutualReviews == .forbidden && isMutual { return true }
    return !members.contains(reviewer) || !other.isReviewer || !fits || isShort(reviewer, code)
      || standDowns.contains(Down(state: reviewer, year: review.year))
      || conflicts.contains(Conflict(underReview: code, reviewer: reviewer))
      || review.reviewers.contains { areApart($0, reviewer) }
  }

  /// Whether two States may not sit on one review.
  func areApart(_ one: Label, _ other: Label) -> Bool {
    exclusions.contains { [$0.reviewer, $0.other] == [one, other].sorted() }
  }

  /// The States that had no year here and have one in a later state of the cycle.
  func withoutYear(in later: PlainCycle) -> [Label] {
    later.reviews.keys.filter { later.reviews[$0]!.year > 0 && reviews[$0]?.year ?? 0 == 0 }
  }

  /// Whether some State has another year in a later state of the cycle.
  func hasOtherYears(in later: PlainCycle) -> Bool {
    later.reviews.contains { code, review in review.year != reviews[code]?.year }
  }

  /// Fills the places of a group from its list, which begins at a State.
  mutating func deal(_ group: Label, from first: Label, extra: [Int]) {
    let list = planned(0).filter { self.group($0) == group }.sorted {
      let (one, two) = (Array(record[$0]!.name.utf8), Array(record[$1]!.name.utf8))
      return one == two ? $0 < $1 : one.lexicographicallyPrecedes(two)
    }
    var next = list.firstIndex(of: first)!
    for year in 1...rulebook.selectedYears {
      for _ in 0..<(list.count / rulebook.selectedYears + (extra.contains(year) ? 1 : 0)) {
        reviews[list[next % list.count]]!.year = year
        next += 1
      }
    }
  }

  /// The years that a State which joined may get: not begun, with fewest States of its group, and
  /// among those with the fewest in all.
  func joiningBowl(of code: Label) -> [Label] {
    let years = (begunYears + 1)...max(begunYears + 1, rulebook.years)
    let sizes = years.map { year in
      let planned = planned(year)
      return (year, [planned.count { group($0) == group(code) }, planned.count])
    }
    let least = sizes.map(\.1).min { $0.lexicographicallyPrecedes($1) }
    return sizes.filter { $0.1 == least }.map { Label("\($0.0)") }.sorted()
  }
}
