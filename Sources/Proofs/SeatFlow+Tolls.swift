/// Tolls: where a rule that the flow does not know, of mutual reviews or of rivals, itself costs a
/// waiver, a flow without it costs too little. Each of the reviews then costs a toll, paid back once; a
/// completion pays it once at most, so none costs more than before, and the flow is a higher bound
/// (Everett 1963; Held and Karp 1970). The page on proofs needs no tolls of mutual reviews: a pair's
/// part of the bound knows the rule. Those of rivals are the prices of their limit.
extension SeatFlow {
  /// The toll of a review.
  @inline(__always)
  func toll(_ state: Int, _ reviewer: Int) -> Int128 {
    tolls.isEmpty ? 0 : tolls[state * moment.count + reviewer]
  }

  /// The toll of a set of rivals.
  func toll(ofRivals place: Int) -> Int128 { tolled.first { $0.rivals == place }?.toll ?? 0 }

  /// What no completion undercuts.
  var bound: Int128 {
    tolled.reduce(cost) { sum, one in
      sum + Int128(one.pairs.count { holds($0.state, $0.reviewer) } - 1) * one.toll
    }
  }

  /// Reviews with a toll that nobody pays; nil where there are none.
  var unpaid: Tolled? {
    tolled.first { !$0.pairs.contains { holds($0.state, $0.reviewer) } }
  }

  /// Takes away the tolls of reviews of which one at most can still take place.
  mutating func liftVainTolls() {
    for one in tolled {
      let isVain =
        one.pairs.count { moment.options[$0.state * moment.count + $0.reviewer] != 0 } < 2
      if isVain { lift(one) }
    }
  }

  /// Takes all tolls away and moves no review.
  mutating func forgetTolls() { (tolls, tolled) = ([], []) }

  /// Takes the tolls of a review away; a review that now spares something takes place.
  mutating func liftTolls(_ state: Int, _ reviewer: Int) {
    for one in tolled where one.pairs.contains(where: { $0 == (state, reviewer) }) { lift(one) }
  }

  /// Takes a toll away; a review that now spares something takes place.
  private mutating func lift(_ one: Tolled) {
    // One after the other: a way is found only where nothing spares anything.
    for (state, reviewer) in one.pairs {
      tolls[state * moment.count + reviewer] -= one.toll
      if !holds(state, reviewer) { admit(state, reviewer) }
    }
    tolled.removeAll { $0.isSame(as: one) }
    if tolled.isEmpty { tolls = [] }
  }

  /// Raises a toll; what that changes is up to the caller.
  private mutating func raise(_ one: Tolled, by rise: Int128) {
    if tolls.isEmpty { tolls = Array(repeating: 0, count: moment.count * moment.count) }
    for (state, reviewer) in one.pairs { tolls[state * moment.count + reviewer] += rise }
    if let place = tolled.firstIndex(where: { $0.isSame(as: one) }) {
      tolled[place].toll += rise
    } else {
      var one = one
      one.toll = rise
      tolled.append(one)
    }
  }

  /// Lets a review take place that costs less than before, if that spares something, kind by kind.
  private mutating func admit(_ state: Int, _ reviewer: Int) {
    let place = state * moment.count + reviewer
    let bits = moment.options[place]
    moment.options[place] = 0
    for kind in 0..<moment.kinds where bits & (1 << UInt8(kind)) != 0 {
      moment.options[place] |= 1 << UInt8(kind)
      let old = self.kind(state, reviewer)
      let spared = (old.map { value(state, $0, reviewer) } ?? 0) - value(state, kind, reviewer)
      if spared <= 0 { continue }
      let start = old.map { moment.entry(state, $0, reviewer) } ?? moment.exit(state, reviewer)
      let end = moment.entry(state, kind, reviewer)
      if case .found(let changes) = way(from: start, to: end, below: spared) {
        set(state, reviewer, kind)
        apply(changes)
      }
    }
  }

  /// Raises the toll of two States' reviews of each other by the least there is, if every flow that
  /// holds neither costs more.
  ///
  /// - Returns: Whether it was raised.
  mutating func toll(_ one: Int, _ other: Int) -> Bool {
    let least = moment.levels.least
    let mutual = Tolled.mutual(one, other)
    let held = mutual.pairs.filter { holds($0.state, $0.reviewer) }
    if held.isEmpty { return false }
    if held.count > 1 {
      let isMoved = held.contains { state, reviewer in
        var moved = self
        guard moved.forbid(state, reviewer, below: least) else { return false }
        moved.moment = moment
        self = moved
        return true
      }
      if !isMoved { return false }
    }
    var without = self
    let isNeeded = (held + mutual.pairs).contains { state, reviewer in
      !without.forbid(state, reviewer, below: least)
    }
    if !isNeeded { return false }
    raise(mutual, by: least)
    for (state, reviewer) in mutual.pairs { settle(state, reviewer) }
    return true
  }

  /// Raises tolls until the bound is a target, or no single toll raises it.
  mutating func raiseTolls(to target: Int128) {
    for _ in 0..<Self.mostRounds {
      var isRaised = false
      for one in breaches where one.pairs.count(where: { holds($0.state, $0.reviewer) }) > 1 {
        let left = target - bound
        if left <= 0 { return }
        isRaised = raiseToll(one, by: left) || isRaised
      }
      if !isRaised { return }
    }
  }

  /// The most rounds over all breaches.
  private static let mostRounds = 60

  /// Raises the toll of reviews of which too many take place by what the cheapest of them costs to
  /// move; where that is nothing, moves it.
  private mutating func raiseToll(_ one: Tolled, by most: Int128) -> Bool {
    var rise = most
    for (state, reviewer) in one.pairs where holds(state, reviewer) {
      var moved = self
      let isMoved = moved.forbid(state, reviewer, below: most)
      let more = isMoved ? moved.bound - bound : most
      if more == 0 {
        moved.moment = moment
        self = moved
        return true
      }
      rise = min(rise, more)
    }
    raise(one, by: rise)
    for (state, reviewer) in one.pairs { settle(state, reviewer) }
    return true
  }

  /// Moves a review that costs more than another way, or raises prices until it does not.
  private mutating func settle(_ state: Int, _ reviewer: Int) {
    guard let kind = kind(state, reviewer) else { return }
    let more = value(state, kind, reviewer)
    if more <= 0 { return }
    let (start, end) = (moment.entry(state, kind, reviewer), moment.exit(state, reviewer))
    if case .found(let changes) = way(from: start, to: end, below: more) {
      set(state, reviewer, nil)
      apply(changes)
    }
  }

  /// The sets of reviews of which too many take place.
  var breaches: [Tolled] {
    var found: [Tolled] = []
    if !moment.allowsMutual {
      for state in 0..<moment.count {
        for reviewer in reviewers[state].sorted() where state < reviewer && holds(reviewer, state) {
          found.append(.mutual(state, reviewer))
        }
      }
    }
    return found
      + moment.limits.rivals.indices.map { rivals($0) }
      .filter { $0.pairs.count { holds($0.state, $0.reviewer) } > 1 }
  }
}
