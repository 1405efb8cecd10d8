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
  /// Every State there ever was, with its present data; one that left reviews nobody.
  var record: [Label: State]
  /// The States of the membership in force.
  var members: Set<Label>
  /// The reviews of the States that are or will be under review.
  var reviews: [Label: PlainReview] = [:]
  var waived: [(rule: WaivableRule, state: Label)] = []
  /// The reviewers that redraws released, by State under review.
  var released: [Label: Set<Label>] = [:]
  var requests: [Label: Int] = [:]
  var standDowns: Set<Down> = []
  var isSelected = false
  var begunYears = 0

  init(_ opened: Opened) {
    rulebook = opened.rulebook
    conflicts = opened.conflicts
    let states = opened.membership.states
    record = Dictionary(uniqueKeysWithValues: states.map { ($0.code, $0) })
    members = Set(record.keys)
    for state in states where state.isReviewed { lay(state.code, year: 0) }
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
    reviews[code] = PlainReview(year: year, seats: rulebook.plainSeats(of: record[code]!))
    waived.removeAll { $0.state == code && $0.rule != .minimumLoad }
  }

  /// Takes one reviewer out of a review; its seat is drawn again as what it was.
  mutating func release(_ reviewer: Label, from code: Label) {
    guard let place = reviews[code]?.seats.firstIndex(where: { $0.reviewer == reviewer }) else {
      return
    }
    reviews[code]?.seats[place].holder = .toDraw
    if let kind = reviews[code]?.seats[place].kind, rulebook.plainKinds[kind].kind.prefersSimilar {
      waived.removeAll { $0.state == code && $0.rule == .legalSystem }
    }
  }

  mutating func redraw(_ redraw: Redraw) {
    if redraw.only == nil {
      let (year, isServed) = (reviews[redraw.state]!.year, true)
      requests[redraw.state, default: 0] += 1
      lay(redraw.state, year: year)
      reviews[redraw.state]?.isServed = isServed
    } else {
      for reviewer in redraw.released { release(reviewer, from: redraw.state) }
    }
    released[redraw.state, default: []].formUnion(redraw.released)
  }

  mutating func deferReview(_ deferral: Deferral) {
    lay(deferral.state, year: deferral.to)
  }

  mutating func standDown(_ standDown: StandDown) {
    standDowns.insert(Down(state: standDown.state, year: standDown.year))
    for code in standDown.released { release(standDown.state, from: code) }
  }

  mutating func amend(_ membership: Membership) {
    for code in members where membership.state(code) == nil {
      let old = record[code]!
      record[code] = State(
        code: code, name: old.name, region: old.region, protocols: old.protocols,
        legalSystems: old.legalSystems, languages: old.languages, isReviewed: false,
        isReviewer: false)
    }
    for state in membership.states { record[state.code] = state }
    members = Set(membership.states.map(\.code))
    for (code, state) in record {
      let year = reviews[code]?.year
      if let year, year > 0, year <= begunYears { continue }
      let canJoin = !isSelected || nextYear != nil
      if state.isReviewed && (year != nil || canJoin) {
        lay(code, year: year ?? 0)
      } else {
        reviews[code] = nil
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
