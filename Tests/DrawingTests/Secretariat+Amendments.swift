import Drawing
import Members
import Rules

extension Secretariat {
  /// An amendment: of the membership, the rules, the conflicts, or several of them.
  mutating func amendment(_ cycle: Cycle) -> Amendment {
    let kind = random.below(10)
    var amendment =
      kind < 6 || kind == 9 ? amendmentOfStates(cycle) : Amendment()
    if kind == 6 || kind == 9 { amendment.rulebook = changedRules(cycle) }
    if kind == 7 || kind == 8 || (kind == 9 && random.chance(50)) {
      let members = amendment.membership ?? cycle.membership
      amendment.conflicts = changedConflicts(cycle, members)
      if keepsApart { amendment.exclusions = changedExclusions(cycle, members) }
    }
    return amendment
  }

  /// One State joins, leaves, comes back, gets another code, accedes, or changes its mind.
  private mutating func amendmentOfStates(_ cycle: Cycle) -> Amendment {
    var states = cycle.membership.states
    let place = random.below(states.count)
    let old = states[place]
    var (leaves, joins): (Set<Label>, Set<Label>) = ([], [])
    var renames: [Amended.Renaming] = []
    switch random.below(6) {
    case 0 where cycle.roster.states.count < mostStates:
      let new = Label("J\(commands)")
      states.append(state(like: old, code: new))
      joins = [new]
      if random.chance(30) && states.count > 3 {
        states.remove(at: place)
        leaves = [old.code]
      }
    case 1:
      let gone = cycle.roster.states.filter { cycle.membership.index(of: $0.code) == nil }
      if gone.isEmpty { break }
      states.append(state(like: random.pick(gone), code: random.pick(gone).code))
    case 2 where states.count > 2:
      states.remove(at: place)
      leaves = [old.code]
    case 3:
      let new = Label("N\(commands)")
      states[place] = state(
        like: old, code: new, isReviewed: old.isReviewed, isReviewer: old.isReviewer)
      renames = [.init(from: old.code, to: new)]
    case 4:
      states[place] = State(
        code: old.code, name: old.name, region: old.region,
        protocols: random.chance(50) ? [] : ["P", "Q", "TIP", "FA"],
        legalSystems: old.legalSystems, isReviewed: old.isReviewed, isReviewer: true,
        year: year(like: old))
    default:
      states[place] = State(
        code: old.code, name: old.name, region: random.chance(50) ? "" : "A",
        protocols: old.protocols, legalSystems: [], isReviewed: !old.isReviewed,
        isReviewer: old.isReviewer, year: year(like: old))
    }
    return Amendment(
      membership: Membership(states), leaves: leaves, joins: joins, renames: renames)
  }

  /// The year that a new row gives a State where the years are given: mostly that of the old one.
  private mutating func year(like old: State) -> Int? {
    let cycle = drawer.cycle
    guard cycle.rulebook.selectionMethod == .given else { return nil }
    if let year = old.year, year > 0, random.chance(70) { return year }
    return random.chance(80)
      ? cycle.nextYear ?? cycle.rulebook.years : 1 + random.below(cycle.rulebook.years)
  }

  private mutating func state(
    like old: State, code: Label, isReviewed: Bool = true, isReviewer: Bool = true
  ) -> State {
    State(
      code: code, region: old.region, protocols: old.protocols, legalSystems: old.legalSystems,
      isReviewed: isReviewed, isReviewer: isReviewer, year: year(like: old))
  }

  /// Rules with other years, loads, redraws, waivers or open seats.
  private mutating func changedRules(_ cycle: Cycle) -> Rulebook {
    var rules = cycle.rulebook
    for _ in 0...random.below(2) {
      switch random.below(6) {
      case 0: rules.years = min(50, rules.years + 1)
      case 1: rules.years = max(1 + rules.unselectedYears, cycle.nextYear ?? rules.years)
      case 2:
        rules.maximumLoad = max(
          rules.minimumLoad, rules.targetLoad, rules.maximumLoad + random.pick([-1, 1, 2]))
      case 3:
        rules.minimumLoad = min(rules.maximumLoad, random.below(3))
        if rules.targetLoad > 0 { rules.targetLoad = max(rules.targetLoad, rules.minimumLoad) }
      case 4:
        rules.redrawLimit = random.below(4)
        rules.excludesPreviousReviewers.toggle()
      default:
        if random.chance(50) {
          rules.waivers = WaivableRule.allCases.reversed()
        } else {
          let others = rules.reviewersPerReview - rules.seats[rules.openPlace].count
          rules.reviewersPerReview = max(
            max(1, others), min(3, rules.reviewersPerReview + random.pick([-1, 1])))
        }
      }
    }
    return rules
  }

  /// A pair more that may not sit on one review, or one less, or none at all.
  private mutating func changedExclusions(
    _ cycle: Cycle, _ membership: Membership
  ) -> [Exclusion] {
    if random.chance(20) { return [] }
    var exclusions = cycle.exclusions.filter {
      membership.index(of: $0.reviewer) != nil && membership.index(of: $0.other) != nil
    }
    let codes = (0..<2).map { _ in random.pick(membership.states).code }
    if !exclusions.isEmpty && random.chance(30) {
      exclusions.remove(at: random.below(exclusions.count))
    } else if codes[0] != codes[1] {
      exclusions.append(Exclusion(codes[0], codes[1]))
    }
    return exclusions
  }

  /// A pair more that may not be drawn, or one less.
  private mutating func changedConflicts(_ cycle: Cycle, _ membership: Membership) -> [Conflict] {
    var conflicts = cycle.conflicts.filter {
      membership.index(of: $0.underReview) != nil && membership.index(of: $0.reviewer) != nil
    }
    if !conflicts.isEmpty && random.chance(30) {
      conflicts.remove(at: random.below(conflicts.count))
    } else {
      for _ in 0...random.below(2) {
        conflicts.append(
          Conflict(
            underReview: random.pick(membership.states).code,
            reviewer: random.pick(membership.states).code))
      }
    }
    return conflicts
  }
}
