import Members

/// Who is out of a bowl.
extension Phase {
  /// Shows that States are out: by the prices that stand, by others that serve all of them, with tolls
  /// where only mutual reviews would let one in, or one by one.
  mutating func exclude(
    _ outside: [Int], _ state: Int, _ kind: Int, _ proof: inout BowlProof, _ line: Int,
    _ name: (Int) -> String
  ) throws {
    let before = Bound(moment: moment, price: shown)
    let left = stillOpen(outside, state, kind, before)
    if left.isEmpty { return }
    var prices = priced(left, outside, state, kind)
    var tried: Set<[Int]> = []
    var refuted: Set<Int> = []
    while let reviewer = (prices?.left ?? left).first(where: { !refuted.contains($0) }) {
      switch search(reviewer, state, kind) {
      case .completion:
        throw ProofFailure(
          line: line,
          description:
            "\(name(reviewer)) is missing in the bowl: with it a completion reaches `best`")
      case .cut: proof.unproven.append(reviewer)
      case .proof(let tree):
        var isNew = false
        for (one, other) in tree.mutualPairs
        where tried.insert([min(one, other), max(one, other)]).inserted {
          isNew = toll(one, other) || isNew
        }
        if isNew {
          prices = priced(left, outside, state, kind)
          continue
        }
        let open = (prices?.left ?? left).filter { !refuted.contains($0) }
        let entries = Set(open.map { moment.entry(state, kind, $0) })
        let best = [serving(entries, tree, cheapest), tree]
          .map { (states: shown($0, to: open, state, kind), tree: $0) }
          .filter { $0.states.contains(reviewer) }
          .max { $0.states.count < $1.states.count }
        if let best {
          proof.outside.append(best)
          refuted.formUnion(best.states)
        } else {
          proof.unproven.append(reviewer)
        }
      }
      refuted.insert(reviewer)
    }
    if let prices { (proof.prices, shown) = (prices.bound.price, prices.bound.price) }
    let needed = Set(prices?.left ?? left)
    proof.outside = proof.outside.compactMap { states, tree in
      let still = states.filter { needed.contains($0) }
      return still.isEmpty ? nil : (still, tree)
    }
    proof.unproven.removeAll { refuted.contains($0) && !needed.contains($0) }
  }

  /// Prices that show more to be out than those that stand, and whom they leave; nil where they do
  /// not.
  private func priced(
    _ left: [Int], _ outside: [Int], _ state: Int, _ kind: Int
  ) -> (bound: Bound, left: [Int])? {
    guard !left.isEmpty && cheapest.bound == moment.target else { return nil }
    let entries = Set(left.map { moment.entry(state, kind, $0) })
    let bound = Bound(moment: moment, price: cheapest.prices(closedTo: entries))
    if stillOpen(left, state, kind, bound).count == left.count { return nil }
    // What the prices before showed need not be shown by these.
    return (bound, stillOpen(outside, state, kind, bound))
  }

  /// Lets two States' reviews of each other cost a toll, so that what would need both costs it, too.
  ///
  /// - Returns: Whether the flow still costs as little.
  private mutating func toll(_ one: Int, _ other: Int) -> Bool {
    var flow = cheapest
    guard flow.bound == moment.target, flow.toll(one, other), flow.bound == moment.target else {
      return false
    }
    root = flow
    return true
  }

  /// A tree with the branches of another, whose leaves serve all States at some entries of a seat.
  private func serving(_ entries: Set<Int>, _ tree: ProofTree, _ flow: SeatFlow) -> ProofTree {
    guard case .branch(let branch, let first, let second) = tree else {
      return .leaf(flow.prices(closedTo: entries))
    }
    let trees = zip([first, second], branch.cases).map { (tree, reviews) -> ProofTree in
      var next = flow
      for (state, reviewer) in reviews {
        let limit = max(0, moment.target - next.bound) + moment.levels.least
        guard next.forbid(state, reviewer, below: limit) else { return .leaf(next.prices) }
      }
      next.liftVainTolls()
      return serving(entries, tree, next)
    }
    return .branch(branch, trees[0], trees[1])
  }

  /// Of some States those that a tree shows to be out.
  private func shown(
    _ tree: ProofTree, to states: [Int], _ state: Int, _ kind: Int
  ) -> [Int] {
    var left = states
    _ = tree.holds(moment) { bound in
      let total = bound.total
      left = left.filter {
        !bound.moment.may($0, kind, state) || total + bound.more(state, kind, $0) > moment.target
      }
      return true
    }
    return left
  }

  /// Those that prices do not show to be out.
  func stillOpen(_ states: [Int], _ state: Int, _ kind: Int, _ bound: Bound) -> [Int] {
    let total = bound.total
    return states.filter { total + bound.more(state, kind, $0) <= moment.target }
  }
}

extension SeatFlow {
  /// Prices that show to be out whatever has no exchange to one of a seat's entries.
  func prices(closedTo entries: Set<Int>) -> [Int128] {
    var lowered = Array(repeating: Int128(0), count: price.count)
    for entry in entries.sorted() {
      let next = exchanges(to: entry, avoidsMutual: false).next
      for node in next.indices where next[node] >= 0 { lowered[node] += moment.levels.least }
    }
    // The hub has the price 0.
    let hub = lowered[0]
    return prices.enumerated().map { place, price in
      place < lowered.count ? price - lowered[place] + hub : price
    }
  }
}
