/// Tolls: where the rule against mutual reviews itself costs a waiver, a flow without it costs too
/// little. Each review of two States then costs a toll, paid back once; a completion pays it once at
/// most, so none costs more than before, and the flow is a higher bound (Everett 1963; Held and Karp
/// 1970). The page on proofs needs no tolls: a pair's part of the bound knows the rule.
extension SeatFlow {
  /// What no completion undercuts.
  var bound: Int128 {
    tolled.reduce(cost) { sum, pair in
      let toll = self.toll(pair.state, pair.reviewer)
      let paid =
        (holds(pair.state, pair.reviewer) ? 1 : 0) + (holds(pair.reviewer, pair.state) ? 1 : 0)
      return sum + Int128(paid - 1) * toll
    }
  }

  /// Two States with a toll that nobody pays; nil where there are none.
  var unpaid: Breach? {
    tolled.first { !holds($0.state, $0.reviewer) && !holds($0.reviewer, $0.state) }
      .map { Breach(isMutual: true, pairs: [($0.state, $0.reviewer), ($0.reviewer, $0.state)]) }
  }

  /// Whether both of two States may still review the other.
  private func isOpen(_ one: Int, _ other: Int) -> Bool {
    let n = moment.count
    return moment.options[one * n + other] != 0 && moment.options[other * n + one] != 0
  }

  /// Takes away the tolls of States of whom one cannot review the other any more.
  mutating func liftVainTolls() {
    for pair in tolled where !isOpen(pair.state, pair.reviewer) {
      liftToll(pair.state, pair.reviewer)
    }
  }

  /// Takes all tolls away and moves no review.
  mutating func forgetTolls() {
    for pair in tolled { setToll(pair.state, pair.reviewer, 0) }
  }

  /// Takes the toll of two States away; a review that now spares something takes place.
  mutating func liftToll(_ one: Int, _ other: Int) {
    if toll(one, other) == 0 { return }
    // One after the other: a way is found only where nothing spares anything.
    for (state, reviewer) in [(one, other), (other, one)] {
      lowerToll(state, reviewer)
      if !holds(state, reviewer) { admit(state, reviewer) }
    }
    setToll(one, other, 0)
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
      let start = old.map { node(state, $0) } ?? node(reviewer)
      if case .found(let changes) = way(from: start, to: node(state, kind), below: spared) {
        set(state, reviewer, kind)
        apply(changes)
      }
    }
  }

  /// Raises tolls until the bound is a target, or no single toll raises it.
  mutating func raiseTolls(to target: Int128) {
    if moment.allowsMutual { return }
    for _ in 0..<Self.mostRounds {
      var isRaised = false
      for pair in mutualPairs
      where holds(pair.state, pair.reviewer)
        && holds(pair.reviewer, pair.state)
      {
        let left = target - bound
        if left <= 0 { return }
        isRaised = raiseToll(pair, by: left) || isRaised
      }
      if !isRaised { return }
    }
  }

  /// The most rounds over all mutual reviews.
  private static let mostRounds = 60

  /// Raises the toll of two States that review each other by what the cheaper of the two reviews
  /// costs to move; where that is nothing, moves it.
  private mutating func raiseToll(_ pair: (state: Int, reviewer: Int), by most: Int128) -> Bool {
    var rise = most
    for (state, reviewer) in [pair, (pair.reviewer, pair.state)] {
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
    setToll(pair.state, pair.reviewer, toll(pair.state, pair.reviewer) + rise)
    settle(pair.state, pair.reviewer)
    settle(pair.reviewer, pair.state)
    return true
  }

  /// Moves a review that costs more than another way, or raises prices until it does not.
  private mutating func settle(_ state: Int, _ reviewer: Int) {
    guard let kind = kind(state, reviewer) else { return }
    let more = value(state, kind, reviewer)
    if more <= 0 { return }
    if case .found(let changes) = way(from: node(state, kind), to: node(reviewer), below: more) {
      set(state, reviewer, nil)
      apply(changes)
    }
  }

  /// The pairs of States that review each other, each once.
  private var mutualPairs: [(state: Int, reviewer: Int)] {
    (0..<moment.count).flatMap { state in
      reviewers[state].sorted().filter { state < $0 && holds($0, state) }.map { (state, $0) }
    }
  }
}
