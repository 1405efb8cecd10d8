import Drawing
import Members
import Rules

extension CycleMeasures {
  /// Measures a cycle that is drawn to its end.
  ///
  /// - Complexity: O(n log n) for n States.
  mutating func measure(_ cycle: Cycle) {
    waived = WaivableRule.counted.map { rule in cycle.waivers.count { $0.rule == rule } }
    let isKept = cycle.waivers.allSatisfy { $0.rule.isPreference }
    outcome = isKept ? .kept : .waived
    measureLoads(cycle)
    measureSupplements(cycle)
    measureLegalSystems(cycle)
    measureLanguages(cycle)
    measureYears(cycle)
  }

  private mutating func measureLoads(_ cycle: Cycle) {
    let all = cycle.loads
    reviews = all.reduce(0, +)
    var groups: [RegionalGroup: [Int]] = [:]
    var protocols: [Int: [Int]] = [:]
    let none = Array(repeating: 0, count: loads.count)
    for (state, load) in zip(cycle.roster.states, all) where state.isReviewer {
      let place = min(load, Self.largestLoadShown)
      loads[place] += 1
      largestLoad = max(largestLoad, load)
      groups[state.region, default: none][place] += 1
      protocols[state.protocols.count, default: none][place] += 1
    }
    loadsByGroup = groups.keys.sorted().map {
      NamedCounts(name: $0.text, counts: Self.trimmed(groups[$0] ?? []))
    }
    loadsByProtocols = protocols.keys.sorted().map {
      NamedCounts(name: String($0), counts: Self.trimmed(protocols[$0] ?? []))
    }
  }

  /// Without zeros at the end, but for the first entry.
  private static func trimmed(_ counts: [Int]) -> [Int] {
    let last = counts.lastIndex { $0 != 0 } ?? 0
    return Array(counts[...last])
  }

  private mutating func measureSupplements(_ cycle: Cycle) {
    guard cycle.rulebook.protocols == .supplement else { return }
    supplements.waived = cycle.waivers.count { $0.rule == .supplement }
    let states = cycle.roster.states
    for (state, review) in cycle.reviews.enumerated() {
      for holder in review.holders where holder.seat != .supplementary {
        let reviewer = states[holder.reviewer]
        if SupplementaryReviewers.lacking(reviewer, toReview: states[state]).isEmpty { continue }
        supplements.counted += 1
        if review.supplement(for: holder.reviewer) != nil { supplements.held += 1 }
      }
    }
  }

  private mutating func measureLegalSystems(_ cycle: Cycle) {
    guard cycle.rulebook.similarLegalSystem == .preferred else { return }
    let states = cycle.roster.states
    for (state, review) in cycle.reviews.enumerated()
    where review.isPlanned && review.regional != .absent && !states[state].legalSystems.isEmpty {
      legalCounted += 1
      if case .held(let reviewer) = review.regional,
        SimilarLegalSystem.similar(states[state], states[reviewer])
      {
        legalMatched += 1
      }
    }
  }

  private mutating func measureLanguages(_ cycle: Cycle) {
    let languages = cycle.roster.states.map { Set($0.languages) }
    for (state, review) in cycle.reviews.enumerated() where !languages[state].isEmpty {
      for reviewer in review.reviewers where !languages[reviewer].isEmpty {
        languagesCounted += 1
        if !languages[state].isDisjoint(with: languages[reviewer]) { languagesShared += 1 }
      }
    }
  }

  private mutating func measureYears(_ cycle: Cycle) {
    let years = cycle.rulebook.years
    statesByYear = Array(repeating: 0, count: years)
    var groups: [RegionalGroup: [Int]] = [:]
    for (state, review) in zip(cycle.roster.states, cycle.reviews)
    where review.isPlanned && review.year > 0 {
      statesByYear[review.year - 1] += 1
      groups[state.region, default: Array(repeating: 0, count: years)][review.year - 1] += 1
    }
    groupsByYear = groups.keys.sorted().map {
      NamedCounts(name: $0.text, counts: groups[$0] ?? [])
    }
    for group in groupsByYear {
      let size = group.counts.reduce(0, +)
      for count in group.counts {
        proportionGapInThousandths = max(
          proportionGapInThousandths, 1000 * abs(count * years - size) / years)
      }
    }
  }
}
