import Members

/// What reviews drawn already rule out, beyond the two States of a pair.
extension PairingProblem {
  /// The rules that neither a chain of uniform lots nor the faces of the flow know, as a clause; nil
  /// where there is none.
  public var rulesOfBowlsOnly: String? {
    if drawsSupplements { return "`reviewers.protocols` is supplement" }
    if rulebook.hasSeveralKinds { return "`reviewers.seats` has several kinds" }
    if !exclusions.isEmpty { return "the conflicts table has rows `reviewer,other`" }
    if rulebook.distinctGroups { return "`reviewers.distinct_groups` is true" }
    if rulebook.targetLoad > 0 { return "`loads.target` is \(rulebook.targetLoad)" }
    if boundsYears { return "`loads.per_year` is \(rulebook.maximumPerYear)" }
    return nil
  }

  /// The rules under which no reasons are looked for, because demands cannot say what seats there
  /// are, as a clause; nil where there is none.
  public var rulesBeyondReasons: String? {
    if drawsSupplements { return "`reviewers.protocols` is supplement" }
    return rulebook.hasSeveralKinds ? "`reviewers.seats` has several kinds" : nil
  }

  /// Pairs that may not be drawn any more because the reviewer may not sit beside one that is, or
  /// because of its other reviews in the year.
  package var barredByReviewsDrawn: [(state: Int, reviewer: Int)] {
    let states = membership.states
    var barred = apartFromReviewsDrawn
    guard boundsYears else { return barred }
    var done: [Int: [Int: Int]] = [:]
    for (state, review) in reviews.enumerated() where years[state] > 0 {
      for reviewer in review.reviewers {
        done[years[state], default: [:]][reviewer, default: 0] += 1
      }
    }
    for state in states.indices {
      for (reviewer, count) in done[years[state]] ?? [:] where count >= rulebook.maximumPerYear {
        barred.append((state, reviewer))
      }
    }
    return barred
  }

  /// How many more reviews of a year the rulebook lets a State do.
  package func roomInYear(_ year: Int, of reviewer: Int) -> Int {
    let done = reviews.indices.count {
      years[$0] == year && reviews[$0].reviewers.contains(reviewer)
    }
    return max(0, rulebook.maximumPerYear - done)
  }

  /// Pairs that may not be drawn any more, but for supplementary seats, because a reviewer of the
  /// group is drawn.
  package var barredByGroups: [(state: Int, reviewer: Int)] {
    if !rulebook.distinctGroups { return [] }
    let states = membership.states
    return states.indices.filter { !reviews[$0].reviewers.isEmpty }.flatMap { state in
      let groups = groupsDrawn(of: state)
      return states.indices.filter {
        !states[$0].region.isEmpty && groups.contains(states[$0].region)
      }.map { (state, $0) }
    }
  }

  /// Pairs that may not be drawn any more because the reviewer may not sit beside one that is.
  var apartFromReviewsDrawn: [(state: Int, reviewer: Int)] {
    let pairs = exclusions.compactMap { exclusion -> (Int, Int)? in
      guard let one = membership.index(of: exclusion.reviewer),
        let other = membership.index(of: exclusion.other)
      else { return nil }
      return (one, other)
    }
    if pairs.isEmpty { return [] }
    return reviews.indices.flatMap { state in
      pairs.flatMap { one, other -> [(state: Int, reviewer: Int)] in
        let drawn = reviews[state].reviewers
        return (drawn.contains(one) ? [(state, other)] : [])
          + (drawn.contains(other) ? [(state, one)] : [])
      }
    }
  }
}
