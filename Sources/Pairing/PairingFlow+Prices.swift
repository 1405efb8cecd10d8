import Rules

extension PairingFlow {
  /// Whether a pair has a price.
  @inline(__always)
  func hasPrice(_ state: Int, _ reviewer: Int) -> Bool {
    !prices.isEmpty && priced[state, reviewer]
  }

  /// The price of a pair; 0 where it has none.
  @inline(__always)
  func price(_ state: Int, _ reviewer: Int) -> Int128 {
    hasPrice(state, reviewer) ? listedPrice(state, reviewer) : 0
  }

  private func listedPrice(_ state: Int, _ reviewer: Int) -> Int128 {
    prices[placeOfPrice(state, reviewer)].price
  }

  /// The place among the prices at which that of a pair is, or would be.
  private func placeOfPrice(_ state: Int, _ reviewer: Int) -> Int {
    var (low, high) = (0, prices.count)
    while low < high {
      let middle = (low + high) / 2
      let entry = prices[middle]
      if (entry.state, entry.reviewer) < (state, reviewer) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// Adds to the price of a pair.
  mutating func addPrice(_ state: Int, _ reviewer: Int, _ step: Int128) {
    if prices.isEmpty { priced = BitMatrix(rows: stateCount, columns: stateCount) }
    let place = placeOfPrice(state, reviewer)
    if priced[state, reviewer] {
      prices[place].price += step
      if prices[place].price != 0 { return }
      prices.remove(at: place)
      priced[state, reviewer] = false
    } else {
      prices.insert(PairPrice(state: state, reviewer: reviewer, price: step), at: place)
      priced[state, reviewer] = true
    }
  }

  /// Two States that have a price and of which neither reviews the other, each two once.
  var idlePairs: [(Int, Int)] {
    prices.compactMap { entry in
      let (a, b) = (entry.state, entry.reviewer)
      return a < b && !on[a, b] && !on[b, a] ? (a, b) : nil
    }
  }

  /// What no completion undercuts that keeps the rule against mutual reviews: first how often it
  /// breaks a rule that may not be waived, then the waivers, most serious first, what is settled
  /// included; all of it times the scale of the costs.
  var bound: [Int] {
    let (waived, broken) = vector
    var bound = ([broken] + waived.counts).map { $0 * costs.scale }
    for entry in prices where entry.state < entry.reviewer {
      let (a, b) = (entry.state, entry.reviewer)
      let times = (on[a, b] ? 1 : 0) + (on[b, a] ? 1 : 0) - 1
      if times == 0 { continue }
      for (level, count) in costs.counts(of: entry.price).enumerated() {
        bound[level] += times * count
      }
    }
    return bound
  }

  // MARK: Finding prices

  /// Raises the price of two States that review each other until one of the two reviews can be
  /// turned off at no cost, or lowers that of two of which neither reviews the other until one can
  /// be turned on. The bound rises by as much.
  ///
  /// - Returns: Whether the bound has risen; if not, nothing is changed.
  /// - Complexity: O(n²), four shortest paths.
  mutating func adjustPrice(_ a: Int, _ b: Int) -> Bool {
    var changed = self
    if on[a, b] {
      let step = min(changed.costOfDropping(a, b), changed.costOfDropping(b, a))
      guard step > 0, changed.raisePrice(a, b, step), changed.raisePrice(b, a, step) else {
        return false
      }
    } else {
      let step = min(price(a, b), costOfTaking(a, b), costOfTaking(b, a))
      guard step > 0, changed.lowerPrice(a, b, step), changed.lowerPrice(b, a, step) else {
        return false
      }
    }
    guard changed.hasFittingPrices else { return false }
    changed.markTightArcs()
    self = changed
    return true
  }

  /// Whether the costs of every path still fit into the fields of a packed cost; prices that grow
  /// beyond that are not taken, and bans decide.
  var hasFittingPrices: Bool {
    return nodeCount * (Costs.largestPriceCount + 1) < costs.longestPath
      && prices.allSatisfy { entry in
        costs.counts(of: entry.price).allSatisfy {
          abs($0) + costs.scale <= Costs.largestPriceCount
        }
      }
  }

  /// Changes the price of a breach that can be undone at no cost, but for others that come of it.
  /// The bound stays: of the two States one reviews the other then, and nothing is paid.
  ///
  /// - Returns: Whether the price could be changed by the whole step; if not, nothing is changed.
  mutating func shiftPrice(_ breach: Breach, by step: Int128, _ work: inout FlowWork) -> Bool {
    let (a, b) = breach.states
    for (state, reviewer) in [(a, b), (b, a)] {
      var changed = self
      switch breach {
      case .mutual:
        guard changed.forceOff(state, reviewer: reviewer, forbids: false, &work),
          changed.on[reviewer, state], changed.raisePrice(reviewer, state, step)
        else { continue }
        changed.addPrice(state, reviewer, step)
      case .idle:
        guard price(a, b) >= step,
          changed.forceOn(state, reviewer: reviewer, holds: false, &work),
          !changed.on[reviewer, state], changed.lowerPrice(reviewer, state, step)
        else { continue }
        changed.addPrice(state, reviewer, -step)
      }
      guard changed.hasFittingPrices else { continue }
      changed.log.removeAll(keepingCapacity: true)
      changed.markTightArcs()
      self = changed
      return true
    }
    return false
  }

  /// What the cheapest assignment without a pair that is on would cost more.
  private mutating func costOfDropping(_ state: Int, _ reviewer: Int) -> Int128 {
    let distances = distancesFromDropping(state, reviewer)
    let distance = distances.distance(2 * span + reviewer)
    return distance == .max ? .max : distance - reduced(state, reviewer)
  }

  /// The reduced cost of a pair that is on, where it is: at most 0.
  private func reduced(_ state: Int, _ reviewer: Int) -> Int128 {
    seat(of: reviewer, underReview: state) < span
      ? reducedRegional(state, reviewer) : reducedOpen(state, reviewer)
  }

  /// Distances from the seat that a reviewer holds, to the reviewer, not over its pair.
  private mutating func distancesFromDropping(_ state: Int, _ reviewer: Int) -> FlowDistances {
    let (mayRegional, mayOpen) = (allowedRegional[state, reviewer], allowedOpen[state, reviewer])
    setAllowed(state, reviewer, regional: false, open: false)
    defer { setAllowed(state, reviewer, regional: mayRegional, open: mayOpen) }
    return distances(
      from: [seat(of: reviewer, underReview: state)], to: 2 * span + reviewer)
  }

  /// Raises the price of a pair that is on, so far that the assignment stays the cheapest.
  private mutating func raisePrice(_ state: Int, _ reviewer: Int, _ step: Int128) -> Bool {
    let distances = distancesFromDropping(state, reviewer)
    let needed = max(0, step + reduced(state, reviewer))
    if distances.distance(2 * span + reviewer) < needed { return false }
    shiftPotentials(distances, atMost: needed)
    addPrice(state, reviewer, step)
    return true
  }

  /// What the cheapest assignment with a pair that is off would cost more.
  private func costOfTaking(_ state: Int, _ reviewer: Int) -> Int128 {
    cheapestSeat(state, reviewer, distances(from: [2 * span + reviewer]))
  }

  private func cheapestSeat(
    _ state: Int, _ reviewer: Int, _ distances: FlowDistances
  ) -> Int128 {
    var cheapest = Int128.max
    let regional = distances.distance(state)
    if allowedRegional[state, reviewer] && regional < .max {
      cheapest = regional + reducedRegional(state, reviewer)
    }
    let open = distances.distance(span + state)
    if allowedOpen[state, reviewer] && open < .max {
      cheapest = min(cheapest, open + reducedOpen(state, reviewer))
    }
    return cheapest
  }

  /// Lowers the price of a pair that is off, so far that the assignment stays the cheapest.
  private mutating func lowerPrice(_ state: Int, _ reviewer: Int, _ step: Int128) -> Bool {
    let distances = distances(from: [2 * span + reviewer], upTo: step)
    if cheapestSeat(state, reviewer, distances) < step { return false }
    shiftPotentials(distances, atMost: step)
    addPrice(state, reviewer, -step)
    return true
  }
}
