import Members
import Pairing
import Rules

/// The lots that say which year each State is reviewed in (para. 14).
struct Selection {
  let years: Int
  let groups: [(region: RegionalGroup, states: [Int])]

  /// Groups the States to be reviewed; all are one group where the rulebook does not ask for
  /// proportions.
  init(_ cycle: Cycle) {
    self.init(cycle.roster, cycle.rulebook) { cycle.reviews[$0].isPlanned }
  }

  /// Groups the States of a membership that are to be reviewed.
  init(_ membership: Membership, _ rulebook: Rulebook, isPlanned: (Int) -> Bool) {
    years = rulebook.selectedYears
    var states: [RegionalGroup: [Int]] = [:]
    for (index, state) in membership.states.enumerated() where isPlanned(index) {
      let region = rulebook.isSelectionProportional ? state.region : ""
      states[region, default: []].append(index)
    }
    groups = states.keys.sorted().map { ($0, states[$0] ?? []) }
  }

  /// Draws all lots of the selection.
  ///
  /// - Parameters:
  ///   - extraPlace: Draws one lot from a bowl of years and returns its place.
  ///   - lot: Draws a State of a group for a year, from those that wait, and returns its rank.
  /// - Complexity: O(n log n) for n States.
  func draw(
    extraPlace: (DrawnLot.Purpose, [Label]) throws -> Int,
    year lot: (RegionalGroup, Int, _ states: [Int], _ waiting: CanonicalPool) throws -> Int
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
    var waiting = groups.map { CanonicalPool(count: $0.states.count) }
    for year in 1...years {
      for (group, (region, states)) in groups.enumerated() {
        let extra = places.extraPlaces(of: group)[year - 1] ? 1 : 0
        for _ in 0..<(states.count / years + extra) {
          let rank = try lot(region, year, states, waiting[group])
          waiting[group].remove(waiting[group][rank])
        }
      }
    }
  }
}
