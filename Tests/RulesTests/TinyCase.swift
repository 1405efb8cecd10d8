import Members
import Rules
import TestingTools

/// A membership so small that every assignment of its seats can be looked at.
struct TinyCase {
  let membership: Membership
  var rulebook: Rulebook
  let conflicts: [Conflict]
  let exclusions: [Exclusion]

  var states: [State] { membership.states }

  func hasRegionalSeat(_ state: Int) -> Bool {
    states[state].isReviewed && rulebook.regionalSeats == 1 && !states[state].region.isEmpty
  }

  /// The year of a State's review: States take turns where a year's reviews are bounded.
  func year(of state: Int) -> Int { rulebook.maximumPerYear < 1_000 ? 1 + state % 2 : 1 }

  func draw(_ reviews: [Review]) -> FinishedDraw {
    FinishedDraw(
      membership: membership, rulebook: rulebook, conflicts: conflicts,
      exclusions: exclusions, assignment: Assignment(reviews: reviews))
  }

  /// Every way to fill the seats of one State, lawful or not: who holds the regional seat, if
  /// there is one, and which States hold open seats.
  ///
  /// - Parameter isWild: With the State itself, and with the same reviewer twice.
  func reviews(of state: Int, isWild: Bool) -> [Review] {
    let others = states.indices.filter { isWild || $0 != state }
    var holders: [Int?] = [nil]
    if hasRegionalSeat(state) { holders += others.map { $0 } }
    return holders.flatMap { regional -> [Review] in
      let candidates = others.filter { isWild || $0 != regional }
      let seats = rulebook.seatCount(of: states[state]) - (regional == nil ? 0 : 1)
      let reviews = Self.lists(of: candidates, upTo: seats, isWild).map {
        Review(
          underReview: state, year: year(of: state), regionalReviewer: regional, openReviewers: $0)
      }
      return isWild ? reviews : reviews.flatMap { supplemented($0) }
    }
  }

  /// A review with its supplementary seats filled in every way, or left empty, by States that are
  /// party to what is lacking.
  private func supplemented(_ review: Review) -> [Review] {
    guard rulebook.protocols == .supplement else { return [review] }
    let own = states[review.underReview].protocols
    var reviews = [review]
    for reviewer in review.reviewers {
      let lacking = own.filter { !states[reviewer].protocols.contains($0) }
      if lacking.isEmpty { continue }
      reviews = reviews.flatMap { review in
        let free = states.indices.filter { other in
          other != review.underReview && !review.reviewers.contains(other)
            && lacking.allSatisfy { states[other].protocols.contains($0) }
        }
        return [review]
          + free.map { other in
            var filled = review
            filled.holders.append(SeatHolder(other, supplementing: reviewer))
            return filled
          }
      }
    }
    return reviews
  }

  /// Ascending lists of some States, with repetition if wild.
  private static func lists(of states: [Int], upTo length: Int, _ isWild: Bool) -> [[Int]] {
    guard length > 0 else { return [[]] }
    return [[]]
      + states.indices.flatMap { place in
        lists(of: Array(states[(isWild ? place : place + 1)...]), upTo: length - 1, isWild)
          .map { [states[place]] + $0 }
      }
  }

  /// Visits every assignment of all seats.
  func forEachAssignment(isWild: Bool = false, _ visit: ([Review]) -> Void) {
    let choices = states.indices.filter { states[$0].isReviewed }.map {
      reviews(of: $0, isWild: isWild)
    }
    func extend(_ chosen: [Review]) {
      guard chosen.count < choices.count else { return visit(chosen) }
      for review in choices[chosen.count] { extend(chosen + [review]) }
    }
    extend([])
  }
}

extension TinyCase {
  /// What a State can be like, all combinations.
  static let kinds: [State] = {
    var states: [State] = []
    for region in ["", "A", "B"] as [Label] {
      for protocols in [[], ["TIP"]] as [[Label]] {
        for systems in [[], ["civil"], ["common"]] as [[Label]] {
          for (isReviewed, isReviewer) in [(true, true), (true, false), (false, true)] {
            states.append(
              State(
                code: "X", region: region, protocols: protocols, legalSystems: systems,
                isReviewed: isReviewed, isReviewer: isReviewer))
          }
        }
      }
    }
    return states
  }()

  /// A case of the given kinds of States, its rulebook and conflicts drawn from a number.
  init(kinds: [Int], number: Int, mostSeats: Int) {
    var random = SplitMix(UInt64(number) &+ 0x1EE7)
    membership = Membership(
      kinds.enumerated().map { index, kind in
        let like = Self.kinds[kind]
        return State(
          code: Label("S\(index)"), region: like.region, protocols: like.protocols,
          legalSystems: like.legalSystems, isReviewed: like.isReviewed,
          isReviewer: like.isReviewer)
      }
    ).withRandomNumbers(number)
    rulebook = Rulebook()
    rulebook.reviewersPerReview = 1 + random.below(mostSeats)
    rulebook.regionalSeats = random.chance(80) ? 1 : 0
    rulebook.protocols = random.chance(80) ? .all : .any
    rulebook.mutualReviews = random.chance(80) ? .forbidden : .allowed
    rulebook.openSeats = random.chance(60) ? .any : .otherRegion
    rulebook.similarLegalSystem = random.chance(85) ? .preferred : .ignored
    rulebook.minimumLoad = random.below(3)
    rulebook.maximumLoad = rulebook.minimumLoad + random.below(3)
    rulebook.waivers = WaivableRule.allCases.filter { _ in random.chance(70) }
    var more = SplitMix(UInt64(number) &+ 0xBEEF)
    rulebook.distinctGroups = more.chance(25)
    if more.chance(25) { rulebook.maximumPerYear = more.below(3) }
    if more.chance(40) {
      rulebook.targetLoad =
        rulebook.minimumLoad
        + more.below(
          rulebook.maximumLoad - rulebook.minimumLoad + 1)
    }
    let codes = membership.states.map(\.code)
    conflicts =
      random.chance(50)
      ? [Conflict(underReview: random.pick(codes), reviewer: random.pick(codes))] : []
    let (one, other) = (more.pick(codes), more.pick(codes))
    exclusions = one != other && more.chance(60) ? [Exclusion(one, other)] : []
    if more.chance(20) { rulebook.protocols = .supplement }
  }

  /// A random case of so many States, of few enough kinds for some to be alike.
  init(random number: Int, states count: Int, mostSeats: Int) {
    var random = SplitMix(UInt64(number) &* 0x2545_F491_4F6C_DD1D)
    let common = (0..<2).map { _ in random.below(Self.kinds.count) }
    let chosen = (0..<count).map { _ in
      random.chance(70) ? random.pick(common) : random.below(Self.kinds.count)
    }
    self.init(kinds: chosen, number: number, mostSeats: mostSeats)
  }

  /// Every two States; random threes with up to three seats, random fours with one or two.
  static let all: [TinyCase] = {
    let indices = kinds.indices
    let pairs = indices.flatMap { first in
      indices.map { TinyCase(kinds: [first, $0], number: first * 100 + $0, mostSeats: 2) }
    }
    return pairs + (0..<1_500).map { TinyCase(random: $0, states: 3, mostSeats: 3) }
      + (0..<200).map { TinyCase(random: $0, states: 4, mostSeats: 1) }
      + (0..<20).map { TinyCase(random: $0, states: 4, mostSeats: 2) }
  }()

  static let threes = all.filter { $0.states.count == 3 }
}
