/// A proof that no completion is as good as something.
indirect enum ProofTree: Sendable {
  /// A price for each node of a flow, whose bound is enough.
  case leaf([Int128])
  /// Two States, with the proof where the second does not review the first, and the one where the
  /// first does not review the second.
  case branch(Int, Int, ProofTree, ProofTree)

  /// Whether the bound of every leaf passes a test; options that branches take out are out there.
  func holds(_ moment: Moment, _ passes: (Bound) -> Bool) -> Bool {
    switch self {
    case .leaf(let price): return passes(Bound(moment: moment, price: price))
    case .branch(let one, let other, let first, let second):
      let n = moment.count
      var (without, back) = (moment, moment)
      without.options[one * n + other] = 0
      back.options[other * n + one] = 0
      return first.holds(without, passes) && second.holds(back, passes)
    }
  }
}
