import Rules

/// A key of the rulebook that an amendment changes.
public struct RulebookDifference: Hashable, Sendable {
  /// The key, for instance `loads.maximum`.
  public let key: String
  /// The value before, as the rulebook writes it.
  public let from: String
  /// The value after.
  public let to: String
  /// When the key may change in the course of a cycle.
  let change: Change

  /// When a key may change in the course of a cycle (contract, section 5).
  enum Change: Sendable {
    /// At any time.
    case always
    /// Before the first year is drawn, because it holds for all years.
    case beforeAnyYear
    /// Never.
    case never
  }

  /// Whether the key may change now.
  func mayChange(beforeAnyYear: Bool) -> Bool {
    switch change {
    case .always: true
    case .beforeAnyYear: beforeAnyYear
    case .never: false
    }
  }

  /// All keys in which two rulebooks differ, in the order of the rulebook.
  static func all(from old: Rulebook, to new: Rulebook) -> [RulebookDifference] {
    var found: [RulebookDifference] = []
    func compare<Value: Equatable>(
      _ key: String, _ change: Change, _ value: (Rulebook) -> Value
    ) {
      let (before, after) = (value(old), value(new))
      if before == after { return }
      found.append(
        RulebookDifference(key: key, from: "\(before)", to: "\(after)", change: change))
    }
    compare("name", .always) { $0.name }
    compare("source", .always) { $0.source }
    compare("cycle.years", .always) { $0.years }
    compare("years without selection", .never) { $0.unselectedYears }
    compare("joining", .always) { $0.joining.rawValue }
    // A seat of the group more or less has a line of its own.
    if old.regionalSeats == new.regionalSeats {
      compare("reviewers.seats", .never) { rulebook in
        rulebook.seats.enumerated().map { place, kind in
          // What can change of the last kind has a line of its own.
          !rulebook.hasSeveralKinds || place == rulebook.openPlace
            ? kind.name.text : "\(kind.name) (\(kind.count) of group \(kind.group.rawValue))"
        }
      }
      compare("reviewers.similar_legal_system", .never) { $0.similarLegalSystem.rawValue }
    }
    compare("reviewers.per_review", .always) { $0.reviewersPerReview }
    compare("reviewers.same_region", .never) { $0.regionalSeats }
    compare("reviewers.distinct_groups", .never) { $0.distinctGroups }
    compare("reviewers.protocols", .never) { $0.protocols.rawValue }
    compare("reviewers.mutual_reviews", .never) { $0.mutualReviews.rawValue }
    compare("reviewers.open_seats", .beforeAnyYear) { $0.openSeats.rawValue }
    compare("loads.minimum", .always) { $0.minimumLoad }
    compare("loads.target", .always) { $0.targetLoad }
    compare("loads.maximum", .always) { $0.maximumLoad }
    compare("loads.per_year", .always) { $0.maximumPerYear }
    compare("selection.method", .never) { $0.selectionMethod.rawValue }
    compare("selection.proportional", .never) { $0.isSelectionProportional }
    compare("redraws.limit", .always) { $0.redrawLimit }
    compare("redraws.scope", .always) { $0.redrawScope.rawValue }
    compare("redraws.exclude_previous", .always) { $0.excludesPreviousReviewers }
    compare("waivers", .always) { $0.waivers.map(\.rawValue) }
    return found
  }
}
