import Drawing
import Members
import Rules
import TestingTools

/// The slow, obviously right judge of a cycle in which anything may have happened: tries every
/// assignment of every seat that is left.
///
/// ``BruteForceJudge`` is much faster but knows only cycles in which States are served one by one.
final class MidCycleJudge {
  /// What is left of one review.
  struct Left {
    var regional = 0
    var open = 0
    var reviewers: [Int] = []
  }

  let states: [State]
  let rulebook: Rulebook
  let conflicts: Set<Conflict>
  var left: [Left]
  var settled: [Int]
  /// For each State, those that redraws and stand-downs keep out of its bowls.
  let excluded: [Set<Int>]
  let rank: [WaivableRule: Int]

  init(_ cycle: Cycle) {
    let states = cycle.roster.states
    self.states = states
    rulebook = cycle.rulebook
    conflicts = Set(cycle.conflicts)
    left = cycle.reviews.map { review in
      Left(
        regional: review.regional == .toDraw ? 1 : 0, open: review.openLeft,
        reviewers: review.reviewers)
    }
    excluded = cycle.reviews.enumerated().map { state, review in
      let stoodDown = cycle.standDowns.filter { $0.year == review.year }.compactMap { down in
        states.firstIndex { $0.code == down.state }
      }
      return Set(stoodDown + (state == cycle.redrawnWithoutReleased ? review.released : []))
    }
    rank = Dictionary(
      uniqueKeysWithValues: cycle.rulebook.waivers.enumerated().map { ($0.element, $0.offset) })
    settled = cycle.rulebook.waivers.map { rule in
      rule == .minimumLoad ? 0 : cycle.waivers.count { $0.rule == rule }
    }
  }

  // MARK: The rules

  func counts(_ i: Int) -> Bool {
    rulebook.similarLegalSystem == .preferred && !states[i].legalSystems.isEmpty
  }

  func similar(_ i: Int, _ j: Int) -> Bool {
    !Set(states[i].legalSystems).isDisjoint(with: states[j].legalSystems)
  }

  func mayReview(_ j: Int, _ i: Int) -> Bool {
    i != j && states[j].isReviewer
      && (rulebook.protocols == .any
        || Set(states[i].protocols).isSubset(of: states[j].protocols))
      && !conflicts.contains(Conflict(underReview: states[i].code, reviewer: states[j].code))
      && !excluded[i].contains(j)
  }

  func mayHoldRegional(_ j: Int, _ i: Int) -> Bool {
    mayReview(j, i) && !states[i].region.isEmpty && states[i].region == states[j].region
  }

  func mayHoldOpen(_ j: Int, _ i: Int) -> Bool {
    mayReview(j, i)
      && (rulebook.openSeats == .any || states[i].region.isEmpty
        || states[i].region != states[j].region)
  }

  // MARK: What is drawn

  func settle(_ rule: WaivableRule) { if let level = rank[rule] { settled[level] += 1 } }

  func place(_ j: Int, _ i: Int, regional: Bool) {
    left[i].reviewers.append(j)
    if regional {
      left[i].regional -= 1
      if counts(i) && !similar(i, j) { settle(.legalSystem) }
    } else {
      left[i].open -= 1
    }
  }

  func unplace(_ i: Int, regional: Bool, _ before: [Int]) {
    left[i].reviewers.removeLast()
    if regional { left[i].regional += 1 } else { left[i].open += 1 }
    settled = before
  }

  // MARK: Questions

  /// The best vector of all completions; nil where there is none.
  func best() -> [Int]? {
    var best: [Int]?
    var isImproved = true
    while isImproved {
      isImproved = false
      explore(limit: best, isStrict: true) { vector, _ in
        best = vector
        isImproved = true
        return .stop
      }
    }
    return best
  }

  /// The bowl of a seat: each candidate is tried by searching for a completion as good as the best.
  func bowl(_ i: Int, regional: Bool, best: [Int]) -> [Int] {
    var known: Set<Int> = []
    let candidates = states.indices.filter { j in
      (regional ? mayHoldRegional(j, i) : mayHoldOpen(j, i)) && !left[i].reviewers.contains(j)
        && isFree(j, i)
        // A dissimilar reviewer costs a waiver, which the rulebook may not grant.
        && (!regional || !counts(i) || similar(i, j) || rank[.legalSystem] != nil)
    }
    for j in candidates where !known.contains(j) {
      let before = settled
      place(j, i, regional: regional)
      var found: [Int: (regional: Int?, open: [Int])]?
      explore(limit: best, isStrict: false) { _, completion in
        found = completion
        return .stop
      }
      unplace(i, regional: regional, before)
      if let found {
        known.insert(j)
        // Open seats are alike: who holds another open seat of the review can hold this one.
        if !regional { known.formUnion(found[i]?.open ?? []) }
      }
    }
    return known.sorted()
  }

  private func isFree(_ j: Int, _ i: Int) -> Bool {
    let load = left.reduce(0) { $0 + $1.reviewers.count { $0 == j } }
    let mutual = rulebook.mutualReviews == .forbidden && left[j].reviewers.contains(i)
    return load < rulebook.most(of: states[j]) && !mutual
  }

  // MARK: The search

  /// Who holds the seats that were left, by State under review.
  typealias Completion = [Int: (regional: Int?, open: [Int])]

  /// What a visitor wants next.
  enum Wish {
    case stop
    case goOn
  }

  /// Visits completions whose vector is not above a limit (below it, if strict), until the visitor
  /// has enough.
  private func explore(
    limit: [Int]?, isStrict: Bool, _ visit: @escaping ([Int], Completion) -> Wish
  ) {
    var search = MidCycleSearch(self, limit: limit, visit)
    search.isStrict = isStrict
    search.step(0)
  }
}
