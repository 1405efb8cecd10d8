/// A proof that no completion is as good as something.
indirect enum ProofTree: Sendable {
  /// A price for each node of a flow and each set of rivals, whose bound is enough.
  case leaf([Int128])
  /// Two cases of which every completion is one, with the proof of each.
  case branch(Branch, ProofTree, ProofTree)

  /// Whether the bound of every leaf passes a test; options that branches take out are out there.
  func holds(_ moment: Moment, _ passes: (Bound) -> Bool) -> Bool {
    switch self {
    case .leaf(let price): return passes(Bound(moment: moment, price: price))
    case .branch(let branch, let first, let second):
      return zip([first, second], branch.cases).allSatisfy { tree, pairs in
        var moment = moment
        for (state, reviewer) in pairs { moment.options[state * moment.count + reviewer] = 0 }
        return tree.holds(moment, passes)
      }
    }
  }

  /// The pairs of States on whose mutual reviews it branches.
  var mutualPairs: [(Int, Int)] {
    guard case .branch(let branch, let first, let second) = self else { return [] }
    let further = first.mutualPairs + second.mutualPairs
    guard case .mutual(let one, let other) = branch else { return further }
    return [(one, other)] + further
  }
}

/// Two sets of reviews of which none can take place together: one set at least does not.
enum Branch: Sendable {
  /// A State and a reviewer, and the same the other way round.
  case mutual(Int, Int)
  /// Reviews of a State, by States of whom each of the first is apart from each of the second.
  case apart(Int, [Int], [Int])

  /// The reviews that do not take place, case by case: State, reviewer.
  var cases: [[(Int, Int)]] {
    switch self {
    case .mutual(let one, let other): [[(one, other)], [(other, one)]]
    case .apart(let state, let first, let second):
      [first.map { (state, $0) }, second.map { (state, $0) }]
    }
  }
}
