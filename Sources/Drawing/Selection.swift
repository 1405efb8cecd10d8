import Members
import Pairing
import Rules

/// The lots that say which year each State is reviewed in (para. 14).
struct Selection {
  let years: Int
  let groups: [(region: RegionalGroup, states: [Int])]

  /// Whether places are filled from alphabetical lists; else each has a lot.
  let isAlphabetical: Bool
  private let membership: Membership

  /// Groups the States to be reviewed that have no year; all are one group where the rulebook does
  /// not ask for proportions.
  init(_ cycle: Cycle) {
    self.init(cycle.roster, cycle.rulebook) {
      cycle.reviews[$0].isPlanned && cycle.reviews[$0].year == 0
    }
  }

  /// Groups the States of a membership that are to be reviewed.
  init(_ membership: Membership, _ rulebook: Rulebook, isPlanned: (Int) -> Bool) {
    years = rulebook.selectedYears
    isAlphabetical = rulebook.selectionMethod == .alphabetical
    self.membership = membership
    var states: [RegionalGroup: [Int]] = [:]
    for (index, state) in membership.states.enumerated() where isPlanned(index) {
      let region = rulebook.groupOfSelection(of: state)
      states[region, default: []].append(index)
    }
    groups = states.keys.sorted().map { ($0, states[$0] ?? []) }
  }

  /// Draws all lots of the selection.
  ///
  /// - Parameters:
  ///   - extraPlace: Draws one lot from a bowl of years and returns its place.
  ///   - first: Draws the State of a group at which its alphabetical list begins, and returns its
  ///     place.
  ///   - lot: Draws a State of a group for a year, from those that wait, and returns its rank.
  ///   - take: Puts a State into a year.
  /// - Complexity: O(n log n) for n States.
  func draw(
    extraPlace: (DrawnLot.Purpose, [Label]) throws -> Int,
    first: (RegionalGroup, _ states: [Int]) throws -> Int,
    year lot: (RegionalGroup, Int, _ states: [Int], _ waiting: CanonicalPool) throws -> Int,
    take: (_ state: Int, _ year: Int) -> Void
  ) throws {
    var places = ExtraPlaces(sizes: groups.map(\.states.count), years: years)
    for (region, states) in groups {
      for _ in 0..<(states.count % years) {
        // A bowl of years is a bowl of texts: 10 stands before 2.
        let bowl = places.bowl().map { (year: $0, text: Label(String($0 + 1))) }
          .sorted { $0.text < $1.text }
        let place = try extraPlace(.extraPlace(region: region), bowl.map(\.text))
        places.place(in: bowl[place].year)
      }
      places.advance()
    }
    if isAlphabetical {
      for (group, (region, states)) in groups.enumerated() {
        let extra = places.extraPlaces(of: group)
        let list = Self.list(states, from: states[try first(region, states)], membership)
        for (state, year) in Self.deal(list, years: years, extra: { extra[$0 - 1] }) {
          take(state, year)
        }
      }
      return
    }
    var waiting = groups.map { CanonicalPool(count: $0.states.count) }
    for year in 1...years {
      for (group, (region, states)) in groups.enumerated() {
        let extra = places.extraPlaces(of: group)[year - 1] ? 1 : 0
        for _ in 0..<(states.count / years + extra) {
          let rank = try lot(region, year, states, waiting[group])
          take(states[waiting[group][rank]], year)
          waiting[group].remove(waiting[group][rank])
        }
      }
    }
  }

  /// States in canonical order of their names, then codes, from one of them on and round from the
  /// end to the beginning.
  static func list(_ states: [Int], from first: Int, _ membership: Membership) -> [Int] {
    // Indices are in canonical order of the codes.
    let list = states.map { (name: Label(membership.states[$0].name), state: $0) }
      .sorted { ($0.name, $0.state) < ($1.name, $1.state) }.map(\.state)
    let place = list.firstIndex(of: first) ?? 0
    return Array(list[place...] + list[..<place])
  }

  /// Fills the places of the years from a list.
  ///
  /// - Parameter extra: Whether a year, from 1, takes one State more than others.
  static func deal(
    _ list: [Int], years: Int, extra: (Int) -> Bool
  ) -> [(state: Int, year: Int)] {
    var next = list.makeIterator()
    return (1...years).flatMap { year in
      (0..<(list.count / years + (extra(year) ? 1 : 0))).compactMap { _ in
        next.next().map { ($0, year) }
      }
    }
  }
}

extension Rulebook {
  /// The group that a State is of for the selection, empty for none.
  func groupOfSelection(of state: State) -> RegionalGroup {
    isSelectionProportional ? state.region : ""
  }
}

extension Cycle {
  /// What the lot of the State does at which a group's list begins: fills the group's places.
  mutating func dealList(of region: RegionalGroup, from first: Int) {
    let states = roster.states.indices.filter {
      reviews[$0].isPlanned && reviews[$0].year == 0
        && rulebook.groupOfSelection(of: roster.states[$0]) == region
    }
    let list = Selection.list(states, from: first, roster)
    let extra = extraPlaces.removeValue(forKey: region) ?? []
    for (state, year) in Selection.deal(
      list, years: rulebook.selectedYears, extra: extra.contains)
    {
      take(state, inYear: year)
    }
  }
}
