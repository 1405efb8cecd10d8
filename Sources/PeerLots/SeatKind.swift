internal import Members
internal import Rules

/// A kind of seat of a review, as a rulebook lists them.
public struct SeatKind: Hashable, Sendable {
  /// Whom the group of a reviewer is compared with: the State under review.
  public enum Group: String, CaseIterable, Sendable {
    /// Of its group; a State without a group has no such seat.
    case same
    /// Not of its group.
    case other
    /// Of any group, or none.
    case any
  }

  /// The name: a small letter, then small letters, digits and `_`.
  public var name: String
  /// How many seats of the kind a review has.
  public var count: Int
  /// Which group a reviewer is of.
  public var group: Group
  /// Whether a similar legal system is preferred; only with ``Group/same``.
  public var prefersSimilarLegalSystem: Bool

  /// Makes a kind.
  public init(
    _ name: String, count: Int = 1, group: Group = .any, prefersSimilarLegalSystem: Bool = false
  ) {
    self.name = name
    self.count = count
    self.group = group
    self.prefersSimilarLegalSystem = prefersSimilarLegalSystem
  }

  init(_ base: Rules.SeatKind) {
    self.init(
      base.name.text, count: base.count, group: Group(rawValue: base.group.rawValue) ?? .any,
      prefersSimilarLegalSystem: base.legalSystem == .preferred)
  }

  var base: Rules.SeatKind {
    Rules.SeatKind(
      name: Label(name), count: count,
      group: Rules.SeatKind.Group(rawValue: group.rawValue) ?? .any,
      legalSystem: prefersSimilarLegalSystem ? .preferred : .ignored)
  }
}

extension Rulebook {
  /// What reviewers must be party to.
  public enum ProtocolRule: String, CaseIterable, Sendable {
    /// Every Protocol that the State under review is party to.
    case all
    /// No requirement.
    case any
    /// No requirement; what a reviewer lacks, a supplementary reviewer makes up for.
    case supplement
  }

  /// How it is found in which year a State is reviewed.
  public enum Selection: String, CaseIterable, Sendable {
    /// By one lot for each place.
    case lots
    /// By one lot for each group, which says where its alphabetical list begins.
    case alphabetical
    /// By the years that the membership gives.
    case given
  }
}
