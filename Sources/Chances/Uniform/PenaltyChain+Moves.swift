extension PenaltyChain {
  /// Proposes to replace, add or drop one reviewer of a review.
  ///
  /// With k seats and c candidates, one lot of k·(c + 1): the quotient by c + 1 names a member of the
  /// set, the first place after the members stands for adding, later ones for nothing; the
  /// remainder names a candidate, its last value stands for dropping.
  @inline(__always)
  mutating func proposeReplacement(_ review: Int, _ candidates: Int) {
    let lot = Int(words.index(below: UInt32(space.seats[review] * (candidates + 1))))
    let (place, candidate) = lot.quotientAndRemainder(dividingBy: candidates + 1)
    let size = sizes[review]
    if place > size { return }
    let old = place < size ? Int(sets[review * space.mostSeats + place]) : -1
    let new =
      candidate < candidates ? Int(space.candidates[space.starts[review] + candidate]) : -1
    if old < 0 && new < 0 || new >= 0 && holds(new, review) { return }
    guard var change = change(review, from: old, to: new) else { return }
    if old >= 0 {
      if loads[old] <= space.minimum[old] { change[OutcomeSpace.missing] += 1 }
      if loads[old] > space.maximum[old] { change[OutcomeSpace.overload] -= 1 }
    }
    if new >= 0 {
      if loads[new] < space.minimum[new] { change[OutcomeSpace.missing] -= 1 }
      if loads[new] >= space.maximum[new] { change[OutcomeSpace.overload] += 1 }
    }
    if accepts(change) { perform(review, from: old, to: new) }
  }

  /// Proposes that a review takes a reviewer from another review and gives it one of its own.
  ///
  /// One lot of 4·k·c: the quotient by 4·c names a member x of the set; of the remainder, the
  /// quotient by 4 names a candidate y, and the remainder one of the reviews that y does, in
  /// canonical order. Nothing is proposed where there is no such member or review, where y is in
  /// the set, where x or y does more than 4 of the reviews still to be drawn, or where x may not
  /// review there or does so already.
  @inline(__always)
  mutating func proposeExchange(_ review: Int, _ candidates: Int) {
    let limit = Self.exchangeLimit
    let lot = Int(words.index(below: UInt32(limit * space.seats[review] * candidates)))
    let (place, rest) = lot.quotientAndRemainder(dividingBy: limit * candidates)
    if place >= sizes[review] { return }
    let old = Int(sets[review * space.mostSeats + place])
    let new = Int(space.candidates[space.starts[review] + rest / limit])
    let reviewsOfNew = loads[new] - space.drawnLoads[new]
    if rest % limit >= reviewsOfNew || reviewsOfNew > limit { return }
    if loads[old] - space.drawnLoads[old] > limit || holds(new, review) { return }
    let other = self.review(rest % limit, of: new)
    if space.kinds[other * space.stateCount + old] == 0 || holds(old, other) { return }
    guard let here = change(review, from: old, to: new),
      let there = change(other, from: new, to: old)
    else { return }
    if accepts(here &+ there) {
      perform(review, from: old, to: new)
      perform(other, from: new, to: old)
    }
  }

  /// Whether a State is in the set of a review.
  @inline(__always)
  private func holds(_ reviewer: Int, _ review: Int) -> Bool {
    let first = review * space.mostSeats
    for place in first..<first + sizes[review] where sets[place] == Int32(reviewer) {
      return true
    }
    return false
  }

  /// The k-th review that a State does, counted from 0.
  @inline(__always)
  private func review(_ number: Int, of reviewer: Int) -> Int {
    var left = number
    for word in 0..<wordsPerReviewer {
      var bits = reviewBits[reviewer * wordsPerReviewer + word]
      let count = bits.nonzeroBitCount
      if left >= count {
        left -= count
        continue
      }
      for _ in 0..<left { bits &= bits - 1 }
      return word << 6 + bits.trailingZeroBitCount
    }
    preconditionFailure("a State does fewer reviews than its load says")
  }

  /// What changes in the counts, loads aside, when a set gives a member for another; −1 is none.
  ///
  /// - Returns: nil where the set would hold two members for the regional seat only.
  @inline(__always)
  private func change(_ review: Int, from old: Int, to new: Int) -> OutcomeSpace.Counts? {
    var change = OutcomeSpace.Counts()
    let row = review * space.stateCount
    let was = old < 0 ? Kind() : Kind(rawValue: space.kinds[row + old])
    let becomes = new < 0 ? Kind() : Kind(rawValue: space.kinds[row + new])
    if becomes.contains(.regionalOnly) && !was.contains(.regionalOnly)
      && regionalOnlys[review] > 0
    {
      return nil
    }
    if old < 0 { change[OutcomeSpace.empty] -= 1 }
    if new < 0 { change[OutcomeSpace.empty] += 1 }
    if space.hasRegional[review] {
      change[OutcomeSpace.withoutGroup] = Self.change(
        regionals[review], was.contains(.regional), becomes.contains(.regional))
    }
    if space.isCounted[review] {
      change[OutcomeSpace.dissimilar] = Self.change(
        similars[review], was.contains(.similar), becomes.contains(.similar))
    }
    if space.forbidsMutual {
      if old >= 0 && isMutual(review, old) { change[OutcomeSpace.mutual] -= 1 }
      if new >= 0 && isMutual(review, new) { change[OutcomeSpace.mutual] += 1 }
    }
    return change
  }

  /// How the answer to "is there none?" changes.
  @inline(__always)
  private static func change(_ count: Int, _ leaves: Bool, _ comes: Bool) -> Int32 {
    let after = count - (leaves ? 1 : 0) + (comes ? 1 : 0)
    return (after == 0 ? 1 : 0) - (count == 0 ? 1 : 0)
  }

  /// Whether the State of a review reviews that reviewer.
  @inline(__always)
  private func isMutual(_ review: Int, _ reviewer: Int) -> Bool {
    let other = Int(space.reviewOf[reviewer])
    return other >= 0 && holds(space.states[review], other)
  }

  private mutating func perform(_ review: Int, from old: Int, to new: Int) {
    let row = review * space.stateCount
    let (word, bit) = (review >> 6, UInt64(1) << UInt64(review & 63))
    if old >= 0 {
      remove(old, review)
      loads[old] -= 1
      reviewBits[old * wordsPerReviewer + word] &= ~bit
      tally(Kind(rawValue: space.kinds[row + old]), review, by: -1)
    }
    if new >= 0 {
      insert(new, review)
      loads[new] += 1
      reviewBits[new * wordsPerReviewer + word] |= bit
      tally(Kind(rawValue: space.kinds[row + new]), review, by: 1)
    }
  }

  private mutating func tally(_ kind: Kind, _ review: Int, by one: Int) {
    if kind.contains(.regional) { regionals[review] += one }
    if kind.contains(.similar) { similars[review] += one }
    if kind.contains(.regionalOnly) { regionalOnlys[review] += one }
  }

  private mutating func remove(_ reviewer: Int, _ review: Int) {
    let first = review * space.mostSeats
    var place = first
    while sets[place] != Int32(reviewer) { place += 1 }
    let last = first + sizes[review] - 1
    while place < last {
      sets[place] = sets[place + 1]
      place += 1
    }
    sets[last] = -1
    sizes[review] -= 1
  }

  private mutating func insert(_ reviewer: Int, _ review: Int) {
    let first = review * space.mostSeats
    var place = first + sizes[review]
    while place > first && sets[place - 1] > Int32(reviewer) {
      sets[place] = sets[place - 1]
      place -= 1
    }
    sets[place] = Int32(reviewer)
    sizes[review] += 1
  }
}
