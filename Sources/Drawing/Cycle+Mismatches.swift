import Members
import Rules

extension Cycle {
  /// Why a State should review another no more, as the record shows it: it left, stood down for the
  /// year, or may not by what the membership, the rules and the conflicts say now.
  ///
  /// - Returns: nil where nothing speaks against it.
  func mismatch(of reviewer: Int, underReview state: Int) -> String? {
    let (own, other) = (roster.states[state], roster.states[reviewer])
    let review = reviews[state]
    if membership.index(of: other.code) == nil { return "\(other.title) has left" }
    if standDowns.contains(StoodDown(state: other.code, year: review.year)) {
      return "\(other.title) stands down in year \(review.year)"
    }
    let broken = Provisions(rulebook, conflicts: conflicts, exclusions: exclusions).all.first {
      breaks($0, reviewer, underReview: state)
    }
    return broken.map { provision in
      "\(other.title) no longer fits: \(own.title) \(provision.clause) (\(provision.paragraph))"
    }
  }

  /// Whether a reviewer where it sits breaks a provision on pairs, or one on who sits together.
  private func breaks(_ provision: any Provision, _ reviewer: Int, underReview state: Int) -> Bool {
    let (review, own, other) = (reviews[state], roster.states[state], roster.states[reviewer])
    let seat = review.seat(of: reviewer) ?? .open
    let beside = review.holders.filter { $0.reviewer != reviewer }
    switch provision {
    case let distinct as DistinctGroups:
      return distinct.isRequired && seat != .supplementary && !other.region.isEmpty
        && beside.contains {
          $0.seat != .supplementary && roster.states[$0.reviewer].region == other.region
        }
    case let mutual as NoMutualReview:
      return mutual.isForbidden && reviews[reviewer].reviewers.contains(state)
    case is SharedReviews:
      return beside.contains {
        exclusions.contains(Exclusion(roster.states[$0.reviewer].code, other.code))
      }
    case is SupplementaryReviewers:
      return supplementBreaks(reviewer, underReview: state)
    default: return !provision.permits(other, toReview: own, in: seat)
    }
  }

  /// States that were drawn as reviewers and no longer match, by what the record says now.
  ///
  /// - Returns: For each such seat the State under review, the reviewer, and why.
  public func mismatches() -> [(underReview: Label, reviewer: Label, why: String)] {
    reviews.enumerated().flatMap { state, review in
      review.isPlanned
        ? review.reviewers.compactMap { reviewer in
          mismatch(of: reviewer, underReview: state).map {
            (roster.states[state].code, roster.states[reviewer].code, $0)
          }
        } : []
    }
  }
}
