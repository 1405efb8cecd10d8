import Members
import Rules

/// The lots that say which year each State is reviewed in (para. 14).
struct Selection {
  let years: Int
  let groups: [(region: RegionalGroup, states: [Label])]

  /// Groups the States to be reviewed; all are one group where the rulebook does not ask for
  /// proportions.
  init(_ cycle: Cycle) {
    self.init(
      zip(cycle.roster.states, cycle.reviews).filter(\.1.isPlanned).map(\.0), cycle.rulebook)
  }

  /// Groups States to be reviewed, given in canonical order.
  init(_ planned: [State], _ rulebook: Rulebook) {
    years = rulebook.years
    var states: [RegionalGroup: [Label]] = [:]
    for state in planned {
      let region = rulebook.isSelectionProportional ? state.region : ""
      states[region, default: []].append(state.code)
    }
    groups = states.keys.sorted().map { ($0, states[$0] ?? []) }
  }

  /// Draws all lots of the selection.
  ///
  /// - Parameter lot: Draws one lot from a bowl and returns its place.
  func draw(_ lot: (DrawnLot.Purpose, [Label]) throws -> Int) throws {
    var places = ExtraPlaces(sizes: groups.map(\.states.count), years: years)
    for (region, states) in groups {
      for _ in 0..<(states.count % years) {
        // A bowl of years is a bowl of texts: 10 stands before 2.
        let bowl = places.bowl().map { (year: $0, text: Label(String($0 + 1))) }
          .sorted { $0.text < $1.text }
        let place = try lot(.extraPlace(region: region), bowl.map(\.text))
        places.place(in: bowl[place].year)
      }
      places.advance()
    }
    var waiting = groups.map(\.states)
    for year in 1...years {
      for (group, (region, states)) in groups.enumerated() {
        let extra = places.extraPlaces(of: group)[year - 1] ? 1 : 0
        for _ in 0..<(states.count / years + extra) {
          let place = try lot(.year(region: region, year: year), waiting[group])
          waiting[group].remove(at: place)
        }
      }
    }
  }
}
