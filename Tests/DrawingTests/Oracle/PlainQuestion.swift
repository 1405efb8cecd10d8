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

  var failed: [Key: Int] = [:]
  /// For each State, the seats that were left when the question was put.
  var whole: [Int] = []
  /// The completion that is being tried, by State under review: the kind and holder of each seat.
  var trial: [[Filled]]
  /// Completions known to reach the best vector from here.
  var pool: [[[Filled]]] = []
  /// How many reviews were looked at, for the statistics.
  var work = 0

  /// A seat that a completion fills.
  struct Filled: Hashable {
    let kind: Int
    let reviewer: Int
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
}
