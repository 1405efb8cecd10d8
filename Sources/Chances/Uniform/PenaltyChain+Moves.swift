import Lots

extension PenaltyChain {
  /// The proposals, on the chain's lists as spans, so that a sweep neither counts references nor asks
  /// whether a list is shared.
  ///
  /// What can be reckoned is not asked for by branches: half of their answers would be chance, which
  /// no processor foresees. The tests that end most proposals stay in front.
  struct Moves {
    let mostSeats: Int
    let stateCount: Int
    let forbidsMutual: Bool
    var choice: Choice
  }
}

extension PenaltyChain.Moves {
  /// One sweep over a chain's lists.
  mutating func sweep(
    _ space: OutcomeSpace, _ words: inout LotWords, _ reviews: inout [ReviewRow],
    _ states: inout [StateRow], _ sets: inout [Int32], _ served: inout [Int32]
  ) {
    var reviews = reviews.mutableSpan
    var states = states.mutableSpan
    var sets = sets.mutableSpan
    var served = served.mutableSpan
    let (candidates, kinds) = (space.candidates.span, space.kinds.span)
    for review in reviews.indices where reviews[review].candidates > 0 {
      proposeReplacement(review, &words, candidates, &reviews, &states, &sets, &served)
      proposeExchange(review, &words, candidates, kinds, &reviews, &states, &sets, &served)
    }
  }

  /// Proposes to replace, add or drop one reviewer of a review.
  ///
  /// With k seats and c candidates, one lot of k·(c + 1): the quotient by c + 1 names a member of the
  /// set, the first place after the members stands for adding, later ones for nothing; the
  /// remainder names a candidate, its last value stands for dropping.
  @inline(__always)
  mutating func proposeReplacement(
    _ review: Int, _ words: inout LotWords, _ candidates: Span<Int32>,
    _ reviews: inout MutableSpan<ReviewRow>, _ states: inout MutableSpan<StateRow>,
    _ sets: inout MutableSpan<Int32>, _ served: inout MutableSpan<Int32>
  ) {
    let row = reviews[review]
    let lot = words.index(below: row.replacements)
    let quotient = row.replacementsEach.quotient(lot)
    let (place, number) = (
      Int32(bitPattern: quotient), lot &- quotient &* row.replacementsEach.value
    )
    if place > row.size { return }
    let first = review &* mostSeats
    let old =
      place < row.size ? Member(rawValue: sets[first &+ Int(place)]) : Member.none
    let new =
      number < row.candidates
      ? Member(rawValue: candidates[Int(row.start) &+ Int(number)]) : Member.none
    if new.isNone ? old.isNone : holds(new.state, first, sets) != 0 { return }
    if Self.isBarred(row, from: old, to: new) { return }
    var change = change(row, from: old, to: new, states, sets)
    if !old.isNone {
      let state = states[Int(old.state)]
      change.missing &+= 1 &- state.minimum.isBelow(state.count)
      change.overload &-= state.maximum.isBelow(state.count)
    }
    if !new.isNone {
      let state = states[Int(new.state)]
      change.missing &-= state.count.isBelow(state.minimum)
      change.overload &+= 1 &- state.count.isBelow(state.maximum)
    }
    if choice.accepts(change, &words) {
      perform(review, from: old, to: new, &reviews, &states, &sets, &served)
    }
  }

  /// Proposes that a review takes a reviewer from another review and gives it one of its own.
  ///
  /// One lot of 4·k·c: the quotient by 4·c names a member x of the set; of the remainder, the
  /// quotient by 4 names a candidate y, and the remainder one of the reviews that y does, in
  /// canonical order. Nothing is proposed where there is no such member or review, where y is in
  /// the set, where x or y does more than 4 of the reviews still to be drawn, or where x may not
  /// review there or does so already.
  @inline(__always)
  mutating func proposeExchange(
    _ review: Int, _ words: inout LotWords, _ candidates: Span<Int32>, _ kinds: Span<UInt8>,
    _ reviews: inout MutableSpan<ReviewRow>, _ states: inout MutableSpan<StateRow>,
    _ sets: inout MutableSpan<Int32>, _ served: inout MutableSpan<Int32>
  ) {
    let row = reviews[review]
    let limit = UInt32(PenaltyChain.exchangeLimit)
    let lot = words.index(below: row.exchanges)
    let quotient = row.exchangesEach.quotient(lot)
    let (place, rest) = (Int32(bitPattern: quotient), lot &- quotient &* row.exchangesEach.value)
    if place >= row.size { return }
    let first = review &* mostSeats
    let new = Member(rawValue: candidates[Int(row.start) &+ Int(rest / limit)])
    let stateOfNew = states[Int(new.state)]
    let number = Int32(bitPattern: rest % limit)
    if number >= stateOfNew.count || stateOfNew.count > Int32(bitPattern: limit) { return }
    let old = Member(rawValue: sets[first &+ Int(place)])
    if states[Int(old.state)].count > Int32(bitPattern: limit) { return }
    let other = Int(served[stateOfNew.served &+ Int(number)])
    let kind = kinds[other &* stateCount &+ Int(old.state)]
    if kind == 0 || holds(new.state, first, sets) != 0 { return }
    if holds(old.state, other &* mostSeats, sets) != 0 { return }
    let oldThere = Member(old.state, kind: kind)
    let newThere = Member(new.state, kind: kinds[other &* stateCount &+ Int(new.state)])
    let rowThere = reviews[other]
    if Self.isBarred(row, from: old, to: new)
      || Self.isBarred(rowThere, from: newThere, to: oldThere)
    {
      return
    }
    let here = change(row, from: old, to: new, states, sets)
    let there = change(rowThere, from: newThere, to: oldThere, states, sets)
    if choice.accepts(here &+ there, &words) {
      perform(review, from: old, to: new, &reviews, &states, &sets, &served)
      perform(other, from: newThere, to: oldThere, &reviews, &states, &sets, &served)
    }
  }

  /// Whether a State is in the set that begins at a place; 0 for no.
  @inline(__always)
  private func holds(_ state: Int32, _ first: Int, _ sets: borrowing MutableSpan<Int32>) -> Int32 {
    var held: Int32 = 0
    for place in first..<first &+ mostSeats {
      held |= Member(rawValue: sets[place]).state.equals(state)
    }
    return held
  }

  /// Whether the set would hold two members for the regional seat only.
  @inline(__always)
  private static func isBarred(_ row: ReviewRow, from old: Member, to new: Member) -> Bool {
    new.regionalOnly > old.regionalOnly && row.regionalOnlys > 0
  }

  /// What changes in the counts, loads aside, when a set gives a member for another.
  @inline(__always)
  private func change(
    _ row: ReviewRow, from old: Member, to new: Member,
    _ states: borrowing MutableSpan<StateRow>, _ sets: borrowing MutableSpan<Int32>
  ) -> Surplus {
    Surplus(
      empty: new.rawValue.equals(Member.noneValue) &- old.rawValue.equals(Member.noneValue),
      withoutGroup: row.hasRegional
        &* Self.change(row.regionals, by: new.regional &- old.regional),
      dissimilar: row.isCounted &* Self.change(row.similars, by: new.similar &- old.similar),
      mutual: mutual(row, new, states, sets) &- mutual(row, old, states, sets))
  }

  /// How the answer to "is there none?" changes, 1 for yes.
  @inline(__always)
  private static func change(_ count: Int32, by one: Int32) -> Int32 {
    (count &+ one).isBelow(1) &- count.isBelow(1)
  }

  /// 1 where the State of a review reviews that member, and that is forbidden; else 0.
  @inline(__always)
  private func mutual(
    _ row: ReviewRow, _ member: Member, _ states: borrowing MutableSpan<StateRow>,
    _ sets: borrowing MutableSpan<Int32>
  ) -> Int32 {
    if member.isNone || !forbidsMutual { return 0 }
    let other = states[Int(member.state)].review
    return other < 0 ? 0 : holds(row.state, Int(other) &* mostSeats, sets)
  }

  @inline(__always)
  private func perform(
    _ review: Int, from old: Member, to new: Member,
    _ reviews: inout MutableSpan<ReviewRow>, _ states: inout MutableSpan<StateRow>,
    _ sets: inout MutableSpan<Int32>, _ served: inout MutableSpan<Int32>
  ) {
    let first = review &* mostSeats
    if !old.isNone {
      let state = states[Int(old.state)]
      Self.remove(old.rawValue, Member.noneValue, &sets, first, mostSeats)
      Self.remove(Int32(truncatingIfNeeded: review), .max, &served, state.served, state.length)
      states[Int(old.state)].count = state.count &- 1
      reviews[review].size &-= 1
    }
    if !new.isNone {
      let state = states[Int(new.state)]
      Self.insert(new.rawValue, &sets, first, mostSeats)
      Self.insert(Int32(truncatingIfNeeded: review), &served, state.served, state.length)
      states[Int(new.state)].count = state.count &+ 1
      reviews[review].size &+= 1
    }
    reviews[review].regionals &+= new.regional &- old.regional
    reviews[review].similars &+= new.similar &- old.similar
    reviews[review].regionalOnlys &+= new.regionalOnly &- old.regionalOnly
  }

  /// Takes a value out of a sorted list within a list, whose end is filled up.
  @inline(__always)
  private static func remove(
    _ value: Int32, _ end: Int32, _ list: inout MutableSpan<Int32>, _ first: Int, _ count: Int
  ) {
    var next = end
    var place = first &+ count
    while place > first {
      place &-= 1
      let here = list[place]
      let stays = 0 &- here.isBelow(value)
      list[place] = here & stays | next & ~stays
      next = here
    }
  }

  /// Puts a value into a sorted list within a list, whose end is left.
  @inline(__always)
  private static func insert(
    _ value: Int32, _ list: inout MutableSpan<Int32>, _ first: Int, _ count: Int
  ) {
    var value = value
    for place in first..<first &+ count {
      let here = list[place]
      let isBefore = 0 &- here.isBelow(value)
      list[place] = here & isBefore | value & ~isBefore
      value = value & isBefore | here & ~isBefore
    }
  }
}
