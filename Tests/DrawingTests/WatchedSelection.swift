import Drawing
import Lots
import Members
import Rules

/// A selection of States that differ in their groups alone, to be drawn with many seeds.
struct WatchedSelection {
  let sizes: [Int]
  let years: Int
  private let cycle: Cycle

  /// Group A has so many States, group B so many, and so on.
  init(sizes: [Int], years: Int, isProportional: Bool = true) throws {
    self.sizes = sizes
    self.years = years
    var states: [State] = []
    for (group, size) in sizes.enumerated() {
      for number in 0..<size {
        states.append(State(code: Label("S\(group)-\(number)"), region: Self.region(group)))
      }
    }
    // Rules that any States keep: nothing but the selection matters here.
    var rulebook = Rulebook()
    rulebook.years = years
    rulebook.reviewersPerReview = 1
    rulebook.regionalSeats = 0
    rulebook.minimumLoad = 0
    rulebook.mutualReviews = .allowed
    rulebook.isSelectionProportional = isProportional
    cycle = try Drawer.open(
      Membership(states), rulebook: rulebook, conflicts: [], software: "tests",
      acceptsWaivers: true, record: { _ in }
    ).cycle
  }

  static func region(_ group: Int) -> RegionalGroup {
    Label(String("ABCDEFGH".dropFirst(group).prefix(1)))
  }

  /// Draws the selection.
  func draw(seed: String) throws -> Drawn {
    var lots: [DrawnLot] = []
    let drawer = Drawer(cycle) { event in
      if case .lot(let lot) = event { lots.append(lot) }
    }
    try drawer.select(.plain(Label(seed)))
    var counts = Array(repeating: Array(repeating: 0, count: years), count: sizes.count)
    for (state, review) in zip(drawer.cycle.roster.states, drawer.cycle.reviews) {
      let group = sizes.indices.first { Self.region($0) == state.region } ?? 0
      if (1...years).contains(review.year) { counts[group][review.year - 1] += 1 }
    }
    return Drawn(lots: lots, counts: counts)
  }

  struct Drawn {
    let lots: [DrawnLot]
    /// How many States of each group each year takes, one row per group.
    let counts: [[Int]]
  }
}

/// Tries every way to deal the extra places that are left.
struct PlainExtraPlaces {
  let sizes: [Int]
  let years: Int
  /// For each group, the years that have an extra place of it.
  private(set) var places: [Set<Int>]

  init(sizes: [Int], years: Int) {
    self.sizes = sizes
    self.years = years
    places = sizes.map { _ in [] }
  }

  mutating func place(_ group: Int, in year: Int) { places[group].insert(year) }

  /// The years that can take the next extra place of a group.
  func bowl(_ group: Int) -> [Int] {
    (1...years).filter { year in
      var with = self
      with.place(group, in: year)
      return !places[group].contains(year) && with.hasCompletion(group, from: 1)
    }
  }

  private var isProportionate: Bool {
    let all = sizes.reduce(0, +)
    return (1...years).allSatisfy { year in
      let total = sizes.indices.reduce(0) {
        $0 + sizes[$1] / years + (places[$1].contains(year) ? 1 : 0)
      }
      return total == all / years || total == (all + years - 1) / years
    }
  }

  private func hasCompletion(_ group: Int, from first: Int) -> Bool {
    guard group < sizes.count else { return isProportionate }
    if places[group].count == sizes[group] % years { return hasCompletion(group + 1, from: 1) }
    guard first <= years else { return false }
    return (first...years).contains { year in
      var with = self
      with.place(group, in: year)
      return !places[group].contains(year) && with.hasCompletion(group, from: year + 1)
    }
  }
}
