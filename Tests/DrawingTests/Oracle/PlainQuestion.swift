import Members
import Rules
import TestingTools

/// What is possible from a state of a cycle, found by trying every completion (contract, section 5).
///
/// States are bits, in canonical order; a completion is tried review by review. What follows after
/// some reviews depends on the loads, on the mutual reviews that they forbid, and on the waivers
/// that are still to be had: where that much was tried in vain, it is not tried again.
final class PlainQuestion {
  typealias Bits = UInt16

  let codes: [Label]
  let states: [State]
  let rulebook: Rulebook
  let kinds: [PlainKind]
  /// The kind of seats that give up their group.
  let last: Int
  /// For each State, the seats still to be drawn, and who holds the others.
  var left: [[Int]]
  var held: [Bits]
  var loads: UInt64 = 0
  /// Bit 8·i + j: j may no longer review i, because i reviews j.
  var bans: UInt64 = 0
  /// Reviews done in each year, two bits for each year and State, up to three of them; only where a
  /// year's reviews are bounded.
  var inYear: UInt128 = 0
  /// The year of each State under review; 0 where it does not matter.
  let years: [Int]
  /// For each State, those that may not sit on one review with it: those of its group, where all
  /// must be of different groups, and those of the conflicts table.
  let mates: [Bits]
  /// By kind and State under review: who may hold the seat by every rule about two States.
  let fit: [[Bits]]
  let similar: [Bits]
  /// States under review of which the similarity of a regional reviewer is counted.
  let counted: [Bool]
  let reviewers: Bits
  /// What the waivers in force have cost.
  var settled = 0
  /// What may still be spent.
  var spent = 0

  private var failed: [Key: Int] = [:]
  /// For each State, the seats that were left when the question was put.
  private var whole: [Int] = []
  /// The completion that is being tried, by State under review: the kind and holder of each seat.
  var trial: [[Filled]]
  /// Completions known to reach the best vector from here.
  var pool: [[[Filled]]] = []
  /// How many reviews were looked at, for the statistics.
  private(set) var work = 0

  /// A seat that a completion fills.
  struct Filled: Hashable {
    let kind: Int
    let reviewer: Int
  }

  /// On what it depends whether the reviews to come can be completed.
  private struct Key: Hashable {
    let rest: Bits
    let loads: UInt64
    let bans: UInt64
    let inYear: UInt128
  }

  init(_ cycle: PlainCycle, without excluded: (state: Label, reviewers: Set<Label>)? = nil) {
    codes = cycle.record.keys.sorted()
    let states = codes.map { cycle.record[$0]! }
    precondition(states.count <= 8, "too many States to try everything")
    self.states = states
    let rulebook = cycle.rulebook
    self.rulebook = rulebook
    let kinds = rulebook.plainKinds.map(\.kind)
    self.kinds = kinds
    last = rulebook.plainLast
    let all = states.indices
    let conflicts = Set(cycle.conflicts)
    func bits(_ holds: (Int) -> Bool) -> Bits { all.reduce(0) { holds($1) ? $0 | 1 << $1 : $0 } }
    let out = codes.map { code -> Set<Label> in
      var out = excluded?.state == code ? excluded!.reviewers : []
      for down in cycle.standDowns where down.year == cycle.reviews[code]?.year {
        out.insert(down.state)
      }
      return out
    }
    fit = kinds.map { kind in
      all.map { i in
        bits { j in
          let (under, other) = (states[i], states[j])
          let isSame = !under.region.isEmpty && under.region == other.region
          let suits =
            switch kind.group {
            case .same: isSame
            case .other: !isSame
            case .any: true
            }
          return i != j && other.isReviewer && suits && !out[i].contains(other.code)
            && (rulebook.protocols == .any
              || under.protocols.allSatisfy(other.protocols.contains))
            && !conflicts.contains(Conflict(underReview: under.code, reviewer: other.code))
        }
      }
    }
    similar = all.map { i in
      bits { j in states[j].legalSystems.contains { states[i].legalSystems.contains($0) } }
    }
    counted = all.map { i in
      !states[i].legalSystems.isEmpty && rulebook.similarLegalSystem == .preferred
    }
    reviewers = bits { states[$0].isReviewer }
    let isBound = states.contains { rulebook.maximumPerYear < rulebook.most(of: $0) }
    years = codes.map { isBound ? cycle.reviews[$0]?.year ?? 0 : 0 }
    precondition(years.allSatisfy { $0 <= 8 }, "too many years to count in")
    mates = all.map { i in
      let isOfGroup = rulebook.distinctGroups && !states[i].region.isEmpty
      return bits {
        isOfGroup && states[$0].region == states[i].region
          || cycle.areApart(states[$0].code, states[i].code)
      }
    }
    left = Array(repeating: [], count: states.count)
    held = Array(repeating: 0, count: states.count)
    trial = Array(repeating: [], count: states.count)
    for (i, code) in codes.enumerated() {
      for seat in cycle.reviews[code]?.seats ?? [] {
        if seat.holder == .toDraw { left[i].append(seat.kind) }
        if let reviewer = seat.reviewer { hold(index(reviewer), i) }
      }
    }
    for (rule, _) in cycle.waived where !rule.isOfLoads && rulebook.waivers.contains(rule) {
      settled += cost(rule)
    }
    whole = left.map(\.count)
  }

  func index(_ code: Label) -> Int { codes.firstIndex(of: code)! }

  func labels(_ bits: Bits) -> [Label] {
    codes.indices.filter { bits & 1 << $0 != 0 }.map { codes[$0] }
  }

  // MARK: Costs, as one number that compares like the vector

  private static let width = 8

  /// What a waiver costs: more than can be had where the rule is never waived.
  func cost(_ rule: WaivableRule) -> Int {
    let waivers = rulebook.waivers
    let place = waivers.firstIndex(of: rule).map { waivers.count - 1 - $0 } ?? waivers.count
    return 1 << (Self.width * place)
  }

  /// The number that stands for a vector.
  func cost(of counts: [Int]) -> Int { counts.reduce(0) { $0 << Self.width + $1 } }

  /// Whether no completion costs more than this, and none less does.
  func isBest(_ counts: [Int]) -> Bool {
    guard counts.count == rulebook.waivers.count, counts.allSatisfy({ $0 < 1 << Self.width })
    else { return false }
    spent = cost(of: counts)
    pool = []
    failed = [:]
    if !canComplete(spent - 1 - settled) && canComplete(spent - settled) {
      pool = [trial]
      return true
    }
    return false
  }

  /// Whether there is a completion at all.
  var hasCompletion: Bool {
    canComplete(1 << (Self.width * rulebook.waivers.count) - 1 - settled)
  }

  // MARK: Bowls

  /// Who may draw the State's next seat, with which some completion still reaches the best vector.
  func bowl(_ i: Int) -> Bits {
    let kind = left[i][0]
    var bowl: Bits = 0
    for known in pool {
      for seat in known[i] where seat.kind == kind { bowl |= 1 << seat.reviewer }
    }
    for j in states.indices
    where bowl & 1 << j == 0 && free(kind, i, loads, bans, inYear, held[i], j) {
      let price = price(kind, i, j)
      let before = (left, held, loads, bans, inYear)
      left[i].removeFirst()
      hold(j, i)
      if canComplete(spent - settled - price, first: i) {
        trial[i].append(Filled(kind: kind, reviewer: j))
        pool.append(trial)
        // Other seats of the kind are drawn alike.
        for seat in trial[i] where seat.kind == kind { bowl |= 1 << seat.reviewer }
      }
      (left, held, loads, bans, inYear) = before
    }
    return bowl
  }

  /// Puts a reviewer into the State's next seat.
  func place(_ j: Int, _ i: Int) {
    let kind = left[i].removeFirst()
    settled += price(kind, i, j)
    hold(j, i)
    pool = pool.compactMap { known in
      guard let place = known[i].firstIndex(of: Filled(kind: kind, reviewer: j)) else {
        return nil
      }
      var known = known
      known[i].remove(at: place)
      return known
    }
  }

  /// The State's next seat, which nobody of its group may hold, is drawn as one of the last kind.
  func giveUp(_ i: Int) {
    settled += priceOfGivingUp(left[i][0], i)
    left[i][0] = last
    whole[i] = -1
  }

  /// The State's next seat stays empty.
  func leaveEmpty(_ i: Int) {
    settled += cost(.seat)
    left[i].removeFirst()
  }

  private func hold(_ j: Int, _ i: Int) {
    held[i] |= 1 << j
    loads += 1 << (8 * j)
    inYear = adding(j, i, inYear)
    if rulebook.mutualReviews == .forbidden { bans |= 1 << (8 * j + i) }
  }

  // MARK: Completions

  private func load(_ loads: UInt64, _ j: Int) -> Int { Int(loads >> (8 * j) & 255) }

  private static func place(_ j: Int, _ year: Int) -> Int { 16 * (year - 1) + 2 * j }

  /// Reviews in years after one more of a State.
  private func adding(_ j: Int, _ i: Int, _ inYear: UInt128) -> UInt128 {
    let year = years[i]
    if year == 0 || inYear >> UInt128(Self.place(j, year)) & 3 == 3 { return inYear }
    return inYear + 1 << UInt128(Self.place(j, year))
  }

  private func isFull(_ j: Int, _ year: Int, _ inYear: UInt128) -> Bool {
    year > 0 && Int(inYear >> UInt128(Self.place(j, year)) & 3) >= rulebook.maximumPerYear
  }

  private func free(
    _ kind: Int, _ i: Int, _ loads: UInt64, _ bans: UInt64, _ inYear: UInt128, _ held: Bits,
    _ j: Int
  ) -> Bool {
    if mates[j] & held != 0 || isFull(j, years[i], inYear) { return false }
    return fit[kind][i] & ~held & 1 << j != 0 && bans & 1 << (8 * i + j) == 0
      && load(loads, j) < rulebook.most(of: states[j])
  }

  /// What it costs to have this reviewer in a seat.
  private func price(_ kind: Int, _ i: Int, _ j: Int) -> Int {
    kinds[kind].prefersSimilar && counted[i] && similar[i] & 1 << j == 0 ? cost(.legalSystem) : 0
  }

  private func priceOfGivingUp(_ kind: Int, _ i: Int) -> Int {
    cost(.sameRegion) + (kinds[kind].prefersSimilar && counted[i] ? cost(.legalSystem) : 0)
  }

  /// Whether the cycle can be completed for no more than this, one review first.
  private func canComplete(_ budget: Int, first: Int? = nil) -> Bool {
    var order = states.indices.filter { !left[$0].isEmpty && $0 != first }
    if let first, !left[first].isEmpty { order.insert(first, at: 0) }
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
    let isWhole = left[i].count == whole[i]
    if isWhole, let tried = failed[key], tried >= budget { return false }
    if bound(order, loads, bans) > budget { return false }
    if fill(i, left[i][...], from: 0, held[i], order.dropFirst(), loads, bans, inYear, budget) {
      return true
    }
    if isWhole { failed[key] = budget }
    return false
  }

  /// Fills the seats of a review in every way, then goes on with the next.
  private func fill(
    _ i: Int, _ seats: ArraySlice<Int>, from first: Int, _ held: Bits, _ order: ArraySlice<Int>,
    _ loads: UInt64, _ bans: UInt64, _ inYear: UInt128, _ budget: Int
  ) -> Bool {
    guard let kind = seats.first else { return step(order, loads, bans, inYear, budget) }
    let rest = seats.dropFirst()
    // Seats of one kind are alike: their holders ascend.
    let next = rest.first == kind
    for j in states.indices where j >= first && free(kind, i, loads, bans, inYear, held, j) {
      let price = price(kind, i, j)
      if price > budget { continue }
      trial[i].append(Filled(kind: kind, reviewer: j))
      let banned = rulebook.mutualReviews == .forbidden ? bans | 1 << (8 * j + i) : bans
      if fill(
        i, rest, from: next ? j + 1 : 0, held | 1 << j, order, loads + 1 << (8 * j), banned,
        adding(j, i, inYear), budget - price)
      {
        return true
      }
      trial[i].removeLast()
    }
    if kinds[kind].group == .same {
      let price = priceOfGivingUp(kind, i)
      if price > budget { return false }
      // Seats of this kind that are left are given up as well, or the holders would not ascend;
      // the one given up is drawn as one of the last kind, so it goes with those.
      let others = rest.filter { $0 != kind }
      let more = rest.count - others.count
      return budget >= price * (1 + more)
        && fill(
          i, (others + Array(repeating: last, count: 1 + more))[...], from: 0, held,
          order, loads, bans, inYear, budget - price * (1 + more))
    }
    // This seat and those of its kind that are left stay empty.
    let alike = seats.prefix { $0 == kind }.count
    let price = cost(.seat) * alike
    return price <= budget
      && fill(i, seats.dropFirst(alike), from: 0, held, order, loads, bans, inYear, budget - price)
  }

  /// What the reviews that are missing cost, if so many more are still done where they are missing.
  private func costOfLoads(_ loads: UInt64, _ more: Int) -> Int {
    func missing(_ due: (State) -> Int) -> Int {
      states.indices.reduce(0) { sum, j in
        reviewers & 1 << j == 0 ? sum : sum + max(0, due(states[j]) - load(loads, j))
      }
    }
    let least = max(0, missing(rulebook.least) - more)
    // Where the rule is never waived, a target of 0 must cost nothing all the same.
    let wanted = max(0, missing(rulebook.wanted) - more)
    return least * cost(.minimumLoad) + wanted * cost(.targetLoad)
  }

  /// The least that the reviews to come cost, each as if it had all reviewers to itself.
  private func bound(_ order: ArraySlice<Int>, _ loads: UInt64, _ bans: UInt64) -> Int {
    var full: Bits = 0
    for j in states.indices where load(loads, j) >= rulebook.most(of: states[j]) { full |= 1 << j }
    var (cost, seatsLeft) = (0, 0)
    for i in order {
      let out = full | held[i] | Bits(bans >> (8 * i) & 255)
      var any: Bits = 0
      seatsLeft += left[i].count
      for kind in Set(left[i] + [last]) {
        let free = fit[kind][i] & ~out
        any |= free
        guard kinds[kind].group == .same else { continue }
        let seats = left[i].count { $0 == kind }
        let lacking = max(0, seats - free.nonzeroBitCount)
        cost += lacking * self.cost(.sameRegion)
        if kinds[kind].prefersSimilar && counted[i] {
          cost +=
            max(0, seats - (free & similar[i]).nonzeroBitCount) * self.cost(.legalSystem)
        }
      }
      cost += max(0, left[i].count - any.nonzeroBitCount) * self.cost(.seat)
    }
    return cost + costOfLoads(loads, seatsLeft)
  }
}
