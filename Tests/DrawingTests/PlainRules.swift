import Members
import Rules
import TestingTools

/// The rules of the contract, said plainly for two States at a time.
struct PlainRules {
  let states: [State]
  let rulebook: Rulebook
  let conflicts: Set<Conflict>

  func counts(_ i: Int) -> Bool {
    rulebook.similarLegalSystem == .preferred && !states[i].legalSystems.isEmpty
  }

  func similar(_ i: Int, _ j: Int) -> Bool {
    !Set(states[i].legalSystems).isDisjoint(with: states[j].legalSystems)
  }

  func hasRegionalSeat(_ i: Int) -> Bool {
    states[i].isReviewed && rulebook.regionalSeats == 1 && !states[i].region.isEmpty
  }

  func mayReview(_ j: Int, _ i: Int) -> Bool {
    i != j && states[j].isReviewer
      && (rulebook.protocols == .any
        || Set(states[i].protocols).isSubset(of: states[j].protocols))
      && !conflicts.contains(Conflict(underReview: states[i].code, reviewer: states[j].code))
  }

  func mayHoldRegional(_ j: Int, _ i: Int) -> Bool {
    mayReview(j, i) && hasRegionalSeat(i) && states[i].region == states[j].region
  }

  func mayHoldOpen(_ j: Int, _ i: Int) -> Bool {
    mayReview(j, i)
      && (rulebook.openSeats == .any || states[i].region.isEmpty
        || states[i].region != states[j].region)
  }

  /// What a waiver of a rule costs: a unit of its level, or one of those that nobody may have.
  func cost(_ rule: WaivableRule) -> Int {
    let level = rulebook.waivers.firstIndex(of: rule).map { $0 + 1 } ?? 0
    return 1 << SeatTables.weight(ofLevel: level)
  }

  var tables: SeatTables {
    let all = states.indices
    func table(_ may: (Int, Int) -> Bool) -> [StateSet] {
      all.map { i in StateSet.of(all.filter { j in may(j, i) }) }
    }
    // Without regional seats no group matters.
    let regions = Set(all.filter(hasRegionalSeat).map { states[$0].region })
    return SeatTables(
      regional: table(mayHoldRegional), open: table(mayHoldOpen),
      similar: table { j, i in similar(i, j) }, hasRegionalSeat: all.map(hasRegionalSeat),
      groups: regions.sorted().map { region in
        StateSet.of(all.filter { states[$0].region == region })
      },
      counted: StateSet.of(all.filter(counts)),
      reviewers: StateSet.of(all.filter { states[$0].isReviewer }),
      seats: states.map { rulebook.seatCount(of: $0) },
      minimum: states.map { rulebook.least(of: $0) }, maximum: states.map { rulebook.most(of: $0) },
      forbidsMutual: rulebook.mutualReviews == .forbidden,
      cost: Dictionary(
        uniqueKeysWithValues: WaivableRule.allCases.map { ($0, cost($0)) }))
  }
}
