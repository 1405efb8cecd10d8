import Drawing
import Members
import Rules

/// The problem of a moment as the page *Proofs* states it, with what a completion costs and the bound
/// of prices; plainly.
struct ProofMoment {
  typealias Vector = [Int]

  /// A State under review and a reviewer, or a State and a kind of seat.
  struct Pair: Hashable {
    let state: Int
    let other: Int
    init(_ state: Int, _ other: Int) { (self.state, self.other) = (state, other) }
  }

  /// The kinds of seats that a reviewer may take of a State.
  var options: [Pair: Set<Int>] = [:]
  let target: Vector
  let allowsMutual: Bool
  private let cycle: Cycle
  private let same: Int?
  private let last: Int
  private let kinds: Int
  private var left: [[Int]] = []

  init(_ cycle: Cycle, isFree: Bool = false) {
    self.cycle = cycle
    let rulebook = cycle.rulebook
    (same, last, kinds) = (rulebook.regionalPlace, rulebook.openPlace, rulebook.seats.count)
    allowsMutual = rulebook.mutualReviews == .allowed
    target =
      [0]
      + rulebook.waivers.map { rule in
        cycle.best[rule]
          - (rule.countsAtTheEnd ? 0 : cycle.waivers.filter { $0.rule == rule }.count)
      } + [0]
    left = cycle.seatsLeft
    for own in cycle.roster.states.indices {
      for reviewer in cycle.roster.states.indices {
        let kinds = (0..<kinds).filter { may(reviewer, $0, own, isFree) }
        if !kinds.isEmpty { options[Pair(own, reviewer)] = Set(kinds) }
      }
    }
  }

  private func most(_ state: Int) -> Int {
    min(
      cycle.roster.states[state].own.maximum ?? cycle.rulebook.maximumLoad,
      cycle.rulebook.maximumPerYear * cycle.rulebook.years)
  }

  private func may(_ reviewer: Int, _ kind: Int, _ own: Int, _ isFree: Bool) -> Bool {
    let (state, other) = (cycle.roster.states[own], cycle.roster.states[reviewer])
    let review = cycle.reviews[own]
    let hasSeat = left[own][kind] > 0 || kind == last && same.map { left[own][$0] > 0 } ?? false
    let isSame = state.region == other.region && !state.region.isEmpty
    let group = cycle.rulebook.seats[kind].group
    return hasSeat && other.isReviewer && own != reviewer
      && (cycle.rulebook.protocols == .any || Set(state.protocols).isSubset(of: other.protocols))
      && (group != .same || isSame) && (group != .other || !isSame)
      && !cycle.conflicts.contains(Conflict(underReview: state.code, reviewer: other.code))
      && !cycle.standDowns.contains { $0.state == other.code && $0.year == review.year }
      && (isFree || cycle.redrawnWithoutReleased != own || !review.released.contains(reviewer))
      && !review.reviewers.contains(reviewer)
      && (allowsMutual || !cycle.reviews[reviewer].reviewers.contains(own))
      && cycle.loads[reviewer] < most(reviewer)
      && !review.reviewers.contains { areApart($0, reviewer) }
      && (review.year == 0 || done(reviewer, in: review.year) < cycle.rulebook.maximumPerYear)
  }

  /// Whether two States may not sit on one review.
  func areApart(_ one: Int, _ other: Int) -> Bool {
    let states = cycle.roster.states
    return cycle.rulebook.distinctGroups && !states[one].region.isEmpty
      && states[one].region == states[other].region
      || cycle.exclusions.contains {
        Set([$0.reviewer, $0.other]) == Set([states[one].code, states[other].code])
      }
  }

  private func done(_ reviewer: Int, in year: Int) -> Int {
    cycle.reviews.count { $0.year == year && $0.reviewers.contains(reviewer) }
  }

  private func unit(_ rule: WaivableRule, _ count: Int = 1) -> Vector {
    var vector = target.map { _ in 0 }
    vector[cycle.rulebook.waivers.firstIndex(of: rule).map { $0 + 1 } ?? 0] = count
    return vector
  }

  private var zero: Vector { target.map { _ in 0 } }

  private func dissimilar(_ own: Int, _ count: Int = 1) -> Vector {
    guard let same, cycle.rulebook.seats[same].legalSystem == .preferred,
      !cycle.roster.states[own].legalSystems.isEmpty
    else { return zero }
    return unit(.legalSystem, count)
  }

  private func bonus(_ own: Int, _ kind: Int, _ reviewer: Int) -> Vector {
    let states = cycle.roster.states
    let share = !Set(states[own].legalSystems).isDisjoint(with: states[reviewer].legalSystems)
    return kind == same && share ? dissimilar(own) : zero
  }

  private func seatsCost(_ own: Int, _ held: [Int]) -> Vector {
    var cost = unit(.seat, left[own].reduce(0, +) - held.reduce(0, +))
    if let same {
      cost =
        cost .+ unit(.sameRegion, left[own][same] - held[same]) .+ dissimilar(own, left[own][same])
    }
    return cost
  }

  private func loadCost(_ state: Int, _ held: Int) -> Vector {
    let own = cycle.roster.states[state]
    if !own.isReviewer { return zero }
    let done = cycle.loads[state] + held
    let least = own.own.minimum ?? cycle.rulebook.minimumLoad
    let target = min(
      cycle.rulebook.targetLoad, own.own.maximum ?? cycle.rulebook.maximumLoad)
    return unit(.minimumLoad, max(0, least - done)) .+ unit(.targetLoad, max(0, target - done))
  }

  /// What a completion costs; nil where it is none.
  func cost(_ completion: [Pair: Int]) -> Vector? {
    let count = cycle.roster.states.count
    var held = Array(repeating: Array(repeating: 0, count: kinds), count: count)
    var done = Array(repeating: 0, count: count)
    var cost = zero
    var years: [Pair: Int] = [:]
    for (pair, kind) in completion {
      guard options[pair]?.contains(kind) ?? false else { return nil }
      if !allowsMutual && completion[Pair(pair.other, pair.state)] != nil { return nil }
      for (other, _) in completion where other.state == pair.state {
        if other.other != pair.other && areApart(other.other, pair.other) { return nil }
      }
      let year = cycle.reviews[pair.state].year
      years[Pair(pair.other, year), default: 0] += 1
      if year > 0
        && years[Pair(pair.other, year)]! + self.done(pair.other, in: year)
          > cycle.rulebook.maximumPerYear
      {
        return nil
      }
      held[pair.state][kind] += 1
      done[pair.other] += 1
      cost = cost .- bonus(pair.state, kind, pair.other)
    }
    for state in 0..<count {
      let isSpare = (0..<kinds).allSatisfy { $0 == last || held[state][$0] <= left[state][$0] }
      let regional = same.map { left[state][$0] - held[state][$0] } ?? 0
      guard isSpare, held[state][last] <= left[state][last] + regional,
        done[state] == 0 || cycle.loads[state] + done[state] <= most(state)
      else { return nil }
      cost = cost .+ seatsCost(state, held[state]) .+ loadCost(state, done[state])
    }
    return cost
  }

  private func value(_ prices: ProofPrices, _ own: Int, _ kind: Int, _ reviewer: Int) -> Vector {
    let value =
      (prices.ask(reviewer) ?? zero) .- (prices.offer(own, kind) ?? zero)
      .- bonus(own, kind, reviewer) .+ (prices.year(reviewer, cycle.reviews[own].year) ?? zero)
    return prices.sets(of: own).filter { $0.members.contains(reviewer) }
      .reduce(value) { $0 .+ $1.price }
  }

  /// The parts of limits; nil where a set is none.
  private func limits(_ prices: ProofPrices) -> Vector? {
    var sum = zero
    for (pair, price) in prices.years where pair.other > 0 {
      let left = max(0, cycle.rulebook.maximumPerYear - done(pair.state, in: pair.other))
      sum = sum .+ least(zero, scaled(price, -left))
    }
    for own in cycle.roster.states.indices {
      for (members, price) in prices.sets(of: own) {
        for one in members {
          if members.contains(where: { $0 != one && !areApart($0, one) }) { return nil }
        }
        if cycle.reviews[own].reviewers.contains(where: { members.contains($0) }) { continue }
        sum = sum .+ least(zero, scaled(price, -1))
      }
    }
    return sum
  }

  private func pair(_ prices: ProofPrices, _ one: Int, _ other: Int) -> Vector {
    let ways = allowsMutual ? [(one, other)] : [(one, other), (other, one)]
    return ways.flatMap { own, reviewer in
      (options[Pair(own, reviewer)] ?? []).map { value(prices, own, $0, reviewer) }
    }.reduce(zero, least)
  }

  /// The bound of prices; with a reviewer in a seat, that of what holds it.
  func bound(
    _ prices: ProofPrices, holding own: Int = -1, _ kind: Int = 0, _ reviewer: Int = 0
  ) -> Vector {
    let count = cycle.roster.states.count
    guard var sum = limits(prices) else { return scaled(unit(.seat), -1_000_000) }
    for state in 0..<count {
      var corners: [[Int]] = []
      for bits in 0..<(1 << kinds) {
        var held = (0..<kinds).map { bits & (1 << $0) == 0 ? 0 : left[state][$0] }
        corners.append(held)
        if let same {
          held[last] = held[same] > 0 ? 0 : left[state][same] + left[state][last]
          corners.append(held)
        }
      }
      sum =
        sum
        .+ corners.map { held in
          (0..<kinds).reduce(seatsCost(state, held)) {
            $0 .+ scaled(prices.offer(state, $1) ?? zero, held[$1])
          }
        }.reduce(nil) { $0.map { [one = $1] in least($0, one) } ?? $1 }!
      let most = max(0, self.most(state) - cycle.loads[state])
      let isReviewer = cycle.roster.states[state].isReviewer
      sum =
        sum
        .+ (0...(isReviewer ? most : 0)).map {
          loadCost(state, $0) .- scaled(prices.ask(state) ?? zero, $0)
        }.reduce(nil) { $0.map { [one = $1] in least($0, one) } ?? $1 }!
      for other in (allowsMutual ? 0 : state + 1)..<max(count, state + 1) where other != state {
        sum = sum .+ pair(prices, state, other)
      }
    }
    if own < 0 { return sum }
    return sum .+ value(prices, own, kind, reviewer) .- pair(prices, own, reviewer)
  }

  private func least(_ one: Vector, _ other: Vector) -> Vector {
    other.lexicographicallyPrecedes(one) ? other : one
  }

  private func scaled(_ vector: Vector, _ count: Int) -> Vector { vector.map { $0 * count } }
}

extension Cycle {
  /// The seats of each State that are left, kind by kind.
  var seatsLeft: [[Int]] {
    reviews.map { review in
      rulebook.seats.indices.map { review.left[rulebook.seat(at: $0)] }
    }
  }
}

infix operator .+ : AdditionPrecedence
infix operator .- : AdditionPrecedence

/// The sum of two vectors.
private func .+ (one: [Int], other: [Int]) -> [Int] { zip(one, other).map { $0 + $1 } }
/// The difference of two vectors.
private func .- (one: [Int], other: [Int]) -> [Int] { zip(one, other).map { $0 - $1 } }
