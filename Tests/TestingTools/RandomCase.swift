import Members
import Rules

/// A random tiny cycle: a membership, a rulebook and conflicts of every kind the contract knows.
package struct RandomCase {
  package let membership: Membership
  package let rulebook: Rulebook
  package let conflicts: [Conflict]

  package init(_ number: Int, sizes: ClosedRange<Int> = 4...9) {
    var random = SplitMix(UInt64(number) &* 0x5851_F42D_4C95_7F2D)
    let count = sizes.lowerBound + random.below(sizes.count)
    let regions: [Label] = Array(["A", "B", "C"].prefix(1 + random.below(3)))
    let codes: [Label] = Array(["P", "Q", "R"].prefix(random.below(4)))
    let systems: [Label] = ["civil", "common", "islamic"]
    let (lacksRegion, isParty, isSimilar) = (
      random.pick([0, 10, 40]), random.pick([40, 70, 90]), random.pick([30, 60])
    )
    var states: [State] = []
    for index in 0..<count {
      let isSignatory = random.chance(8)
      states.append(
        State(
          code: Label("S\(index)"), region: random.chance(lacksRegion) ? "" : random.pick(regions),
          protocols: isSignatory ? [] : codes.filter { _ in random.chance(isParty) },
          legalSystems: systems.filter { _ in random.chance(isSimilar) },
          isReviewed: random.chance(92), isReviewer: !isSignatory && random.chance(92)))
    }
    if !states.contains(where: \.isReviewed) {
      states[0] = State(code: "S0", region: states[0].region)
    }
    membership = Membership(states).withRandomNumbers(number)
    rulebook = Self.rulebook(&random)
    var conflicts: Set<Conflict> = []
    if random.chance(40) {
      for _ in 0..<random.below(5) {
        conflicts.insert(
          Conflict(underReview: random.pick(states).code, reviewer: random.pick(states).code))
      }
    }
    self.conflicts = conflicts.sorted()
  }

  private static func rulebook(_ random: inout SplitMix) -> Rulebook {
    var rulebook = Rulebook()
    rulebook.years = random.pick([1, 2, 3, 5, 7, 12])
    rulebook.reviewersPerReview = random.pick([1, 2, 2, 2, 2, 3])
    rulebook.regionalSeats = random.chance(80) ? 1 : 0
    rulebook.protocols = random.chance(80) ? .all : .any
    rulebook.mutualReviews = random.chance(80) ? .forbidden : .allowed
    rulebook.openSeats = random.chance(70) ? .any : .otherRegion
    rulebook.similarLegalSystem = random.chance(75) ? .preferred : .ignored
    rulebook.minimumLoad = random.pick([0, 1, 1, 1, 2])
    rulebook.maximumLoad = rulebook.minimumLoad + random.pick([0, 1, 2, 2, 3])
    rulebook.isSelectionProportional = random.chance(80)
    if random.chance(50) {
      var left = WaivableRule.allCases
      rulebook.waivers = []
      while !left.isEmpty && (random.chance(75) || rulebook.waivers.isEmpty) {
        rulebook.waivers.append(left.remove(at: random.below(left.count)))
      }
      if random.chance(5) { rulebook.waivers = [] }
    }
    return rulebook
  }
}
