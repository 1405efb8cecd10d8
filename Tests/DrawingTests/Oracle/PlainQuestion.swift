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
  /// For each State, the holders of seats that are not supplementary.
  var seated: [Bits]
  /// For each State, what is lacking in each supplementary seat still to be drawn, by reviewers that
  /// are drawn; Protocols are bits.
  var due: [[Bits]]
  let protocols: [Bits]
  var loads: UInt64 = 0
  /// Bit 8·i + j: j may no longer review i, because i reviews j.
  var bans: UInt64 = 0
  /// Reviews done in each year, two bits for each year and State, up to three of them; only where a
  /// year's reviews are bounded.
  var inYear: UInt128 = 0
  /// The year of each State under review; 0 where it does not matter.
  let years: [Int]
  /// For each State, those that may not sit on one review with it: by the conflicts table, and those
  /// of its group, where all but supplementary reviewers must be of different groups.
  let apart: [Bits]
  let mates: [Bits]
  /// By State under review: who may hold a supplementary seat by every rule about two States, but
  /// for what is lacking.
  let fitToSupplement: [Bits]
  /// By kind and State under review: who may hold the seat by every rule about two States.
  let fit: [[Bits]]
  let similar: [Bits]
  /// States under review of which the similarity of a regional reviewer is counted.
  let counted: [Bool]
  /// How many reviews each State may do, must do and should do; the last two 0 for those that review
  /// nobody.
  let most: [Int]
  let least: [Int]
  let wanted: [Int]
  let isMutualForbidden: Bool
  let isSupplemented: Bool
  let maximumPerYear: Int
  let costs: PlainCosts
  /// By kind: whether its holders are of the State's group.
  let ofGroup: [Bool]
  /// What the waivers in force have cost.
  var settled = 0
  /// What may still be spent.
  var spent = 0

  var failed: [Key: Int] = [:]
  /// The States of whose seats any was drawn since the question was put.
  var touched: Bits = 0
  /// The completion that is being tried, by State under review: the kind and holder of each seat.
  var trial: [[Filled]]
  /// Completions known to reach the best vector from here.
  var pool: [[[Filled]]] = []
  /// How many reviews were looked at, for the statistics.
  var work = 0

  /// A seat that a completion fills.
  struct Filled: Hashable {
    /// −1 for a supplementary one.
    let kind: Int
    let reviewer: Int
    var lacking: Bits = 0
  }

  /// On what it depends whether the reviews to come can be completed.
  struct Key: Hashable {
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
            && (rulebook.protocols != .all
              || under.protocols.allSatisfy(other.protocols.contains))
            && !conflicts.contains(Conflict(underReview: under.code, reviewer: other.code))
        }
      }
    }
    fitToSupplement = all.map { i in
      bits { j in
        let (under, other) = (states[i].code, states[j].code)
        return i != j && states[j].isReviewer && !out[i].contains(other)
          && !conflicts.contains(Conflict(underReview: under, reviewer: other))
      }
    }
    let names = Set(states.flatMap(\.protocols)).sorted()
    precondition(names.count <= 16, "too many Protocols to tell apart")
    protocols = states.map { state in
      names.indices.reduce(0) { state.protocols.contains(names[$1]) ? $0 | 1 << $1 : $0 }
    }
    similar = all.map { i in
      bits { j in states[j].legalSystems.contains { states[i].legalSystems.contains($0) } }
    }
    counted = all.map { i in
      !states[i].legalSystems.isEmpty && rulebook.similarLegalSystem == .preferred
    }
    most = states.map { rulebook.most(of: $0) }
    least = states.map { $0.isReviewer ? rulebook.least(of: $0) : 0 }
    wanted = states.map { $0.isReviewer ? rulebook.wanted(of: $0) : 0 }
    isMutualForbidden = rulebook.mutualReviews == .forbidden
    isSupplemented = rulebook.protocols == .supplement
    maximumPerYear = rulebook.maximumPerYear
    costs = PlainCosts(rulebook, kinds, isCounted: counted)
    ofGroup = kinds.map { $0.group == .same }
    let isBound = states.contains { rulebook.maximumPerYear < rulebook.most(of: $0) }
    years = codes.map { isBound ? cycle.reviews[$0]?.year ?? 0 : 0 }
    precondition(years.allSatisfy { $0 <= 8 }, "too many years to count in")
    mates = all.map { i in
      let isOfGroup = rulebook.distinctGroups && !states[i].region.isEmpty
      return bits { isOfGroup && states[$0].region == states[i].region }
    }
    apart = all.map { i in bits { cycle.areApart(states[$0].code, states[i].code) } }
    left = Array(repeating: [], count: states.count)
    held = Array(repeating: 0, count: states.count)
    seated = held
    due = Array(repeating: [], count: states.count)
    trial = Array(repeating: [], count: states.count)
    for (i, code) in codes.enumerated() {
      for seat in cycle.reviews[code]?.seats ?? [] {
        if let other = seat.supplements {
          if seat.holder == .toDraw { due[i].append(lacking(index(other), i)) }
        } else if seat.holder == .toDraw {
          left[i].append(seat.kind)
        }
        if let reviewer = seat.reviewer {
          hold(index(reviewer), i, isSupplementary: seat.supplements != nil)
        }
      }
    }
    for (rule, _) in cycle.waived where !rule.isOfLoads && rulebook.waivers.contains(rule) {
      settled += costs[rule]
    }
  }

  /// The Protocols of a State that a reviewer is not party to, where that is supplemented.
  func lacking(_ j: Int, _ i: Int) -> Bits {
    isSupplemented ? protocols[i] & ~protocols[j] : 0
  }

  func index(_ code: Label) -> Int { codes.firstIndex(of: code)! }

  func labels(_ bits: Bits) -> [Label] {
    codes.indices.filter { bits & 1 << $0 != 0 }.map { codes[$0] }
  }

  // MARK: The best vector

  /// Whether no completion costs more than this, and none less does.
  func isBest(_ counts: [Int]) -> Bool {
    guard counts.count == rulebook.waivers.count, let number = costs.number(of: counts)
    else { return false }
    spent = number
    pool = []
    failed = [:]
    if !canComplete(spent - 1 - settled) && canComplete(spent - settled) {
      pool = [trial]
      return true
    }
    return false
  }

  /// Whether there is a completion at all.
  var hasCompletion: Bool { canComplete(costs.beyondAll - 1 - settled) }

  // MARK: Bowls

  /// Who may draw the State's next seat, with which some completion still reaches the best vector.
  func bowl(_ i: Int) -> Bits {
    let next = Filled(
      kind: left[i].first ?? -1, reviewer: -1, lacking: left[i].isEmpty ? due[i][0] : 0)
    func isAlike(_ seat: Filled) -> Bool {
      seat.kind == next.kind && seat.lacking == next.lacking
    }
    var bowl: Bits = 0
    for known in pool { for seat in known[i] where isAlike(seat) { bowl |= 1 << seat.reviewer } }
    for j in states.indices where bowl & 1 << j == 0 && canTakeNext(j, i) {
      let price = next.kind < 0 ? 0 : price(next.kind, i, j)
      let before = (left, held, seated, due, touched)
      let (loads, bans, inYear) = (self.loads, self.bans, self.inYear)
      take(j, i)
      if canComplete(spent - settled - price, first: i) {
        trial[i].append(Filled(kind: next.kind, reviewer: j, lacking: next.lacking))
        pool.append(trial)
        // Other seats of the kind are drawn alike.
        for seat in trial[i] where isAlike(seat) { bowl |= 1 << seat.reviewer }
      }
      (left, held, seated, due, touched) = before
      (self.loads, self.bans, self.inYear) = (loads, bans, inYear)
    }
    return bowl
  }

  private func canTakeNext(_ j: Int, _ i: Int) -> Bool {
    let seats = Seats(held: held[i], seated: seated[i])
    if let kind = left[i].first { return free(kind, i, loads, bans, inYear, seats, j) }
    return freeToSupplement(due[i][0], i, loads, bans, inYear, seats, j)
  }

  /// Puts a reviewer into the State's next seat, whatever that costs.
  private func take(_ j: Int, _ i: Int) {
    touched |= 1 << i
    if left[i].isEmpty {
      due[i].removeFirst()
      return hold(j, i, isSupplementary: true)
    }
    left[i].removeFirst()
    if lacking(j, i) != 0 { due[i].append(lacking(j, i)) }
    hold(j, i)
  }

  /// Puts a reviewer into the State's next seat.
  func place(_ j: Int, _ i: Int) {
    let filled = Filled(
      kind: left[i].first ?? -1, reviewer: j, lacking: left[i].isEmpty ? due[i][0] : 0)
    if filled.kind >= 0 { settled += price(filled.kind, i, j) }
    take(j, i)
    pool = pool.compactMap { known in
      guard let place = known[i].firstIndex(of: filled) else { return nil }
      var known = known
      known[i].remove(at: place)
      return known
    }
  }

  /// The State's next seat, which nobody of its group may hold, is drawn as one of the last kind.
  func giveUp(_ i: Int) {
    settled += priceOfGivingUp(left[i][0], i)
    left[i][0] = last
    touched |= 1 << i
  }

  /// The State's next seat stays empty.
  func leaveEmpty(_ i: Int) {
    touched |= 1 << i
    if left[i].isEmpty {
      settled += costs.supplement
      due[i].removeFirst()
    } else {
      settled += costs.seat
      left[i].removeFirst()
    }
  }

  private func hold(_ j: Int, _ i: Int, isSupplementary: Bool = false) {
    held[i] |= 1 << j
    if !isSupplementary { seated[i] |= 1 << j }
    loads += 1 << (8 * j)
    inYear = adding(j, i, inYear)
    if isMutualForbidden { bans |= 1 << (8 * j + i) }
  }
}
