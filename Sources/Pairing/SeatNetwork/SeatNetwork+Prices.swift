import Rules

extension SeatNetwork {
  /// Puts prices on the pairs of rivalries.
  mutating func price(_ dual: DualPrices, _ problem: PairingProblem) {
    if dual.ofRivals.isEmpty { return }
    for rivalry in 0..<rivalries.count {
      let pairs = rivalries.pairs(of: rivalry)
      guard
        let counts = dual.price(
          of: pairs.map {
            (Int(self.pairs[Int($0)].state), Int(self.pairs[Int($0)].reviewer))
          })
      else { continue }
      let price = costs.packed(counts)
      if price <= 0 { continue }
      rivalries.isPriced[rivalry] = true
      for pair in pairs { cost[Int(self.pairs[Int(pair)].whole)] += price }
      largestPrice = max(largestPrice, counts.reduce(0) { max($0, abs($1)) })
    }
  }

  /// Whether the costs of every path fit into the fields of a packed cost.
  ///
  /// A path takes two arcs at each node that stands for no pair, and two of pairs, each of which can
  /// have a few prices, at each reviewer.
  var fits: Bool {
    let nodes = nodeCount - pairNodes
    return 4 * nodes * (costs.scale + largestPrice * 4) < costs.longestPath
  }
}
