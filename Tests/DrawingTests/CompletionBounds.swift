import Rules

/// What makes the search quick; none of it changes an answer.
extension CompletionSearch {
  /// The State with the fewest candidates to spare comes next.
  func mostUrgent(_ plan: Plan) -> Int {
    let unloaded = unloaded(plan)
    var best = (state: -1, spare: Int.max)
    for i in plan.waiting.members {
      let free = unloaded & ~plan.barred(from: i)
      let open = free & tables.open[i]
      var spare = (open | free & tables.regional[i]).nonzeroBitCount * 4
      if tables.hasRegionalSeat[i] { spare += (free & tables.regional[i]).nonzeroBitCount * 4 }
      if spare < best.spare { best = (i, spare) }
    }
    return best.state
  }

  /// The plan without what makes no difference to its completions, so that more plans are equal.
  func canonical(_ plan: Plan) -> Plan {
    var plan = plan
    let unloaded = unloaded(plan)
    plan.keepBars { unloaded & (tables.open[$0] | tables.regional[$0]) }
    for j in tables.reviewers.members {
      let load = plan.load(j)
      if load < tables.minimum[j] { continue }
      // Room for more reviews than there are for this State is as good as room for all.
      var reviewable = 0
      for i in plan.waiting.members
      where (tables.open[i] | tables.regional[i]).contains(j) && !plan.barred(from: i).contains(j) {
        reviewable += 1
      }
      plan.setLoad(j, max(load, tables.maximum[j] - reviewable))
    }
    return plan
  }

  /// A cost that no completion undercuts: level by level, the waivers that are certain whoever is
  /// drawn. Where nothing is left to draw it is the cost itself.
  func leastCost(_ plan: Plan) -> Int {
    let missing = tables.reviewers.members.reduce(0) {
      $0 + max(0, tables.minimum[$1] - plan.load($1))
    }
    if plan.waiting == 0 { return missing * cost(.minimumLoad) }
    let unloaded = unloaded(plan)
    var open = Array(repeating: StateSet(0), count: tables.open.count)
    var (regional, any, similar) = (open, open, open)
    for i in plan.waiting.members {
      let free = unloaded & ~plan.barred(from: i)
      open[i] = free & tables.open[i]
      regional[i] = free & tables.regional[i]
      any[i] = open[i] | regional[i]
      similar[i] = tables.counted.contains(i) ? regional[i] & tables.similar[i] : 0
    }
    let seats = plan.waiting.members.reduce(0) { $0 + tables.seats[$1] }
    let filled = most(any, plan, plan.waiting, each: tables.seats, tables.reviewers)
    let ones = Array(repeating: 1, count: tables.open.count)
    var givenUp = 0
    var dissimilar = 0
    for group in tables.groups where plan.waiting & group != 0 {
      let states = plan.waiting & group
      givenUp += states.nonzeroBitCount - most(regional, plan, states, each: ones, group)
      let counted = states & tables.counted
      dissimilar += counted.nonzeroBitCount - most(similar, plan, counted, each: ones, group)
    }
    let helped = tables.reviewers.members.reduce(0) { sum, j in
      let need = max(0, tables.minimum[j] - plan.load(j))
      return sum + min(need, need == 0 ? 0 : plan.waiting.members.count { any[$0].contains(j) })
    }
    return (seats - filled) * cost(.seat) + givenUp * cost(.sameRegion)
      + dissimilar * cost(.legalSystem)
      + max(0, missing - min(helped, filled)) * cost(.minimumLoad)
  }

  /// The most reviews that some States can get, each at most a number, from candidates it has.
  private func most(
    _ candidates: [StateSet], _ plan: Plan, _ states: StateSet, each seats: [Int],
    _ reviewers: StateSet
  ) -> Int {
    var got = 0
    var pairs = 0
    for i in states.members {
      let count = candidates[i].nonzeroBitCount
      got += min(seats[i], count)
      pairs += count
      // Of two States only one reviews the other.
      guard tables.forbidsMutual else { continue }
      for j in (candidates[i] & states).members where j < i && candidates[j].contains(i) {
        pairs -= 1
      }
    }
    var done = 0
    for j in reviewers.members {
      let possible = states.members.count { candidates[$0].contains(j) }
      done += min(possible, tables.maximum[j] - plan.load(j))
    }
    return min(got, pairs, done)
  }
}
