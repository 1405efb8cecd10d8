import Members
import Rules

/// What somebody wants to be taken over between years.
public struct Amendment: Hashable, Sendable {
  /// The new membership; nil to keep the old.
  public var membership: Membership?
  /// The new rules; nil to keep the old.
  public var rulebook: Rulebook?
  /// The new pairs that may not be drawn; nil to keep the old.
  public var conflicts: [Conflict]?
  /// The new pairs that may not sit on one review; nil to keep the old.
  public var exclusions: [Exclusion]?
  /// States that are missing from the new membership because they left.
  public var leaves: Set<Label>
  /// States of the new membership that are others than those missing, though they look alike.
  public var joins: Set<Label>
  /// States that go on under another code.
  public var renames: [Amended.Renaming]

  /// Makes the request.
  public init(
    membership: Membership? = nil, rulebook: Rulebook? = nil, conflicts: [Conflict]? = nil,
    exclusions: [Exclusion]? = nil, leaves: Set<Label> = [], joins: Set<Label> = [],
    renames: [Amended.Renaming] = []
  ) {
    self.membership = membership
    self.rulebook = rulebook
    self.conflicts = conflicts
    self.exclusions = exclusions
    self.leaves = leaves
    self.joins = joins
    self.renames = renames
  }

  /// What was asked for, as the event of a ledger says it.
  public init(_ amended: Amended) {
    self.init(
      membership: amended.membership, rulebook: amended.rulebook, conflicts: amended.conflicts,
      exclusions: amended.exclusions, leaves: Set(amended.left), joins: Set(amended.joined),
      renames: amended.renamed)
  }
}
