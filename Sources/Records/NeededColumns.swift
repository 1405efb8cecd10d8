import Members
import Rules

extension MembershipReader.Column {
  /// The columns that a rulebook needs, in the order in which they are written.
  ///
  /// Without one of them a draw is lawful and seldom meant: all States are alike in what the rules
  /// ask for.
  public static func needed(by rulebook: Rulebook) -> [MembershipReader.Column] {
    let asksForGroups =
      rulebook.distinctGroups || rulebook.seats.contains { $0.group != .any }
      || rulebook.selectionMethod == .alphabetical
      || rulebook.selectionMethod == .lots && rulebook.isSelectionProportional
    let prefersSimilar = rulebook.seats.contains { $0.legalSystem == .preferred }
    return (asksForGroups ? [.region] : []) + (rulebook.protocols == .any ? [] : [.protocols])
      + (prefersSimilar ? [.legalSystems] : [])
  }

  /// The columns that a membership was written with, as far as its States show it: something stands
  /// in them that is not what a missing column says.
  public static func used(by membership: Membership) -> [MembershipReader.Column] {
    allCases.filter { column in
      membership.states.contains { column.isUsed(by: $0) }
    }
  }

  private func isUsed(by state: State) -> Bool {
    switch self {
    case .state: true
    case .name: !state.name.isEmpty
    case .region: !state.region.isEmpty
    case .protocols: !state.protocols.isEmpty
    case .legalSystems: !state.legalSystems.isEmpty
    case .languages: !state.languages.isEmpty
    case .status: state.isReviewed && !state.isReviewer && state.protocols.isEmpty
    case .reviewed: !state.isReviewed
    case .reviewer: !state.isReviewer && !(state.isReviewed && state.protocols.isEmpty)
    case .year: state.year != nil
    case .seats: state.own.seats != nil
    case .minimum: state.own.minimum != nil
    case .maximum: state.own.maximum != nil
    }
  }
}
