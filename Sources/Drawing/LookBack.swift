import Members
import Rules

/// Reviewers that were drawn elsewhere, looked at with a rulebook.
public struct LookBack: Sendable {
  /// The reviews as they were drawn.
  public let draw: FinishedDraw
  /// The States under review, as indices, ascending.
  public let underReview: [Int]
  private let provisions: Provisions

  /// Looks at reviewers.
  ///
  /// - Parameters:
  ///   - membership: The States; those that were drawn are of it.
  ///   - rulebook: The rules; every seat is of one of its kinds.
  ///   - conflicts: The pairs that may not be drawn.
  ///   - exclusions: The pairs that may not sit on one review.
  ///   - drawn: The reviewers.
  public init(
    membership: Membership, rulebook: Rulebook, conflicts: [Conflict], exclusions: [Exclusion],
    drawn: [ImportedReviewer]
  ) {
    var reviews: [Int: Review] = [:]
    // In the order of the table: those in seats of a kind, and supplementary ones.
    var (seated, supplementary): ([Int: [Int]], [Int: [Int]]) = ([:], [:])
    for entry in drawn {
      guard let state = membership.index(of: entry.underReview),
        let reviewer = membership.index(of: entry.reviewer)
      else { continue }
      var review = reviews[state] ?? Review(underReview: state, year: entry.year)
      if entry.seat == SupplementsTakenOver.seat {
        reviews[state] = review
        supplementary[state, default: []].append(reviewer)
        continue
      }
      seated[state, default: []].append(reviewer)
      let holder = SeatHolder(rulebook.seat(named: entry.seat) ?? .open, reviewer)
      // Those of the group stand first.
      let place =
        holder.seat == .regional
        ? review.holders.count { $0.seat == .regional } : review.holders.count
      review.holders.insert(holder, at: place)
      reviews[state] = review
    }
    for (state, extra) in supplementary {
      let found = SupplementsTakenOver(
        of: state, seated[state] ?? [], extra, membership
      ).supplements
      // One that supplements nobody stands there for nobody.
      reviews[state]?.holders += extra.map { reviewer in
        found.first { $0.value == reviewer }.map { SeatHolder(reviewer, supplementing: $0.key) }
          ?? SeatHolder(.supplementary, reviewer)
      }
    }
    underReview = reviews.keys.sorted()
    draw = FinishedDraw(
      membership: membership, rulebook: rulebook, conflicts: conflicts, exclusions: exclusions,
      assignment: Assignment(reviews: underReview.compactMap { reviews[$0] }))
    provisions = Provisions(rulebook, conflicts: conflicts, exclusions: exclusions)
  }

  /// What the reviews break of each rule that can be asked of some reviews alone, rule by rule: not
  /// that every State is reviewed, in proportion, and reviews at least so often.
  public var breaches: [Breach] {
    let ofWholeCycles: Set = ["reviewed_once", "proportional", "minimum_load", "target_load"]
    return provisions.breaches(in: draw).filter { !ofWholeCycles.contains($0.rule) }
  }

  /// What they break of the rules of whole cycles.
  public var breachesOfWholeCycle: [Breach] {
    let part = Set(breaches)
    return provisions.breaches(in: draw).filter { !part.contains($0) }
  }

  /// How many reviews each State does, one entry per State.
  public var loads: [Int] {
    var loads = Array(repeating: 0, count: draw.membership.states.count)
    for review in draw.assignment.reviews {
      for reviewer in review.reviewers { loads[reviewer] += 1 }
    }
    return loads
  }
}
