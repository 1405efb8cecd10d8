import Members
import Rules
import TestingTools

/// Completions, tried review by review.
extension PlainQuestion {
  private func load(_ loads: UInt64, _ j: Int) -> Int { Int(loads >> (8 * j) & 255) }

  private static func place(_ j: Int, _ year: Int) -> Int { 16 * (year - 1) + 2 * j }

  /// Reviews in years after one more of a State.
  func adding(_ j: Int, _ i: Int, _ inYear: UInt128) -> UInt128 {
    let year = years[i]
    if year == 0 || inYear >> UInt128(Self.place(j, year)) & 3 == 3 { return inYear }
    return inYear + 1 << UInt128(Self.place(j, year))
  }

  private func isFull(_ j: Int, _ year: Int, _ inYear: UInt128) -> Bool {
    year > 0 && Int(inYear >> UInt128(Self.place(j, year)) & 3) >= maximumPerYear
  }

  /// Who reviews a State: all, and those in seats that are not supplementary.
  struct Seats {
    var held: Bits
    var seated: Bits
  }

  private func isFree(
    _ i: Int, _ loads: UInt64, _ bans: UInt64, _ inYear: UInt128, _ seats: Seats, _ j: Int
  ) -> Bool {
    if apart[j] & seats.held != 0 || isFull(j, years[i], inYear) { return false }
    return seats.held & 1 << j == 0 && bans & 1 << (8 * i + j) == 0
      && load(loads, j) < most[j]
  }

  func free(
    _ kind: Int, _ i: Int, _ loads: UInt64, _ bans: UInt64, _ inYear: UInt128, _ seats: Seats,
    _ j: Int
  ) -> Bool {
    fit[kind][i] & 1 << j != 0 && mates[j] & seats.seated == 0
      && isFree(i, loads, bans, inYear, seats, j)
  }

  func freeToSupplement(
    _ lacking: Bits, _ i: Int, _ loads: UInt64, _ bans: UInt64, _ inYear: UInt128, _ seats: Seats,
    _ j: Int
  ) -> Bool {
    fitToSupplement[i] & 1 << j != 0 && lacking & ~protocols[j] == 0
      && isFree(i, loads, bans, inYear, seats, j)
  }

  /// What it costs to have this reviewer in a seat.
  func price(_ kind: Int, _ i: Int, _ j: Int) -> Int {
    similar[i] & 1 << j == 0 ? costs.dissimilar[kind][i] : 0
  }

  func priceOfGivingUp(_ kind: Int, _ i: Int) -> Int {
    costs.sameRegion + costs.dissimilar[kind][i]
  }

  /// Whether the cycle can be completed for no more than this, one review first.
  func canComplete(_ budget: Int, first: Int? = nil) -> Bool {
    func isOpen(_ i: Int) -> Bool { !left[i].isEmpty || !due[i].isEmpty }
    var order = states.indices.filter { isOpen($0) && $0 != first }
    if let first, isOpen(first) { order.insert(first, at: 0) }
    for i in states.indices { trial[i] = [] }
    return step(order[...], loads, bans, inYear, budget)
  }

  private func step(
    _ order: ArraySlice<Int>, _ loads: UInt64, _ bans: UInt64, _ inYear: UInt128, _ budget: Int
  ) -> Bool {
    if budget < 0 { return false }
    work += 1
    guard let i = order.first else { return costOfLoads(loads, 0) <= budget }
    var rest: Bits = 0
    var rows: UInt64 = 0
    for other in order {
      rest |= 1 << other
      rows |= 255 << (8 * other)
    }
    let key = Key(rest: rest, loads: loads, bans: bans & rows, inYear: inYear)
    // The State whose seat is drawn now is looked at once: its seats are no part of the key.
    let isWhole = touched & 1 << i == 0
    if isWhole, let tried = failed[key], tried >= budget { return false }
    if bound(order, loads, bans) > budget { return false }
    let seats = Seats(held: held[i], seated: seated[i])
    if fill(
      i, left[i][...], from: 0, seats, due[i], order.dropFirst(), loads, bans, inYear, budget)
    {
      return true
    }
    if isWhole { failed[key] = budget }
    return false
  }

  /// Fills the seats of a review in every way, then goes on with the next.
  private func fill(
    _ i: Int, _ seats: ArraySlice<Int>, from first: Int, _ taken: Seats, _ due: [Bits],
    _ order: ArraySlice<Int>, _ loads: UInt64, _ bans: UInt64, _ inYear: UInt128, _ budget: Int
  ) -> Bool {
    guard let kind = seats.first else {
      return supplement(i, due[...], taken, order, loads, bans, inYear, budget)
    }
    let rest = seats.dropFirst()
    // Seats of one kind are alike: their holders ascend.
    let next = rest.first == kind
    for j in states.indices where j >= first && free(kind, i, loads, bans, inYear, taken, j) {
      let price = price(kind, i, j)
      if price > budget { continue }
      trial[i].append(Filled(kind: kind, reviewer: j))
      let banned = isMutualForbidden ? bans | 1 << (8 * j + i) : bans
      let lacking = lacking(j, i)
      if fill(
        i, rest, from: next ? j + 1 : 0,
        Seats(held: taken.held | 1 << j, seated: taken.seated | 1 << j),
        lacking == 0 ? due : due + [lacking], order, loads + 1 << (8 * j), banned,
        adding(j, i, inYear), budget - price)
      {
        return true
      }
      trial[i].removeLast()
    }
    if ofGroup[kind] {
      let price = priceOfGivingUp(kind, i)
      if price > budget { return false }
      // Seats of this kind that are left are given up as well, or the holders would not ascend;
      // the one given up is drawn as one of the last kind, so it goes with those.
      let others = rest.filter { $0 != kind }
      let more = rest.count - others.count
      return budget >= price * (1 + more)
        && fill(
          i, (others + Array(repeating: last, count: 1 + more))[...], from: 0, taken, due,
          order, loads, bans, inYear, budget - price * (1 + more))
    }
    // This seat and those of its kind that are left stay empty.
    let alike = seats.prefix { $0 == kind }.count
    let price = costs.seat * alike
    return price <= budget
      && fill(
        i, seats.dropFirst(alike), from: 0, taken, due, order, loads, bans, inYear, budget - price)
  }

  /// Fills the supplementary seats of a review in every way, then goes on with the next.
  private func supplement(
    _ i: Int, _ due: ArraySlice<Bits>, _ taken: Seats, _ order: ArraySlice<Int>, _ loads: UInt64,
    _ bans: UInt64, _ inYear: UInt128, _ budget: Int
  ) -> Bool {
    guard let lacking = due.first else { return step(order, loads, bans, inYear, budget) }
    for j in states.indices where freeToSupplement(lacking, i, loads, bans, inYear, taken, j) {
      trial[i].append(Filled(kind: -1, reviewer: j, lacking: lacking))
      let banned = isMutualForbidden ? bans | 1 << (8 * j + i) : bans
      if supplement(
        i, due.dropFirst(), Seats(held: taken.held | 1 << j, seated: taken.seated), order,
        loads + 1 << (8 * j), banned, adding(j, i, inYear), budget)
      {
        return true
      }
      trial[i].removeLast()
    }
    let price = costs.supplement
    return price <= budget
      && supplement(i, due.dropFirst(), taken, order, loads, bans, inYear, budget - price)
  }

  /// What the reviews that are missing cost, if so many more are still done where they are missing.
  private func costOfLoads(_ loads: UInt64, _ more: Int) -> Int {
    var (least, wanted) = (0, 0)
    for j in states.indices {
      let load = load(loads, j)
      least += max(0, self.least[j] - load)
      wanted += max(0, self.wanted[j] - load)
    }
    // Where the rule is never waived, a target of 0 must cost nothing all the same.
    return max(0, least - more) * costs.minimumLoad + max(0, wanted - more) * costs.targetLoad
  }

  /// The least that the reviews to come cost, each as if it had all reviewers to itself.
  private func bound(_ order: ArraySlice<Int>, _ loads: UInt64, _ bans: UInt64) -> Int {
    var full: Bits = 0
    for j in states.indices where load(loads, j) >= most[j] { full |= 1 << j }
    var (cost, seatsLeft) = (0, 0)
    for i in order {
      let out = full | held[i] | Bits(bans >> (8 * i) & 255)
      var any: Bits = 0
      // Each seat can ask for a supplementary one.
      seatsLeft += due[i].count + left[i].count * (isSupplemented ? 2 : 1)
      for kind in kinds.indices where kind == last || left[i].contains(kind) {
        let free = fit[kind][i] & ~out
        any |= free
        guard ofGroup[kind] else { continue }
        let seats = left[i].count { $0 == kind }
        let lacking = max(0, seats - free.nonzeroBitCount)
        cost += lacking * costs.sameRegion
        cost += max(0, seats - (free & similar[i]).nonzeroBitCount) * costs.dissimilar[kind][i]
      }
      cost += max(0, left[i].count - any.nonzeroBitCount) * costs.seat
    }
    return cost + costOfLoads(loads, seatsLeft)
  }
}
