import Members
import Rules

/// A new membership, rulebook or table of conflicts, or any of them together, replaces the old.
public struct Amended: Hashable, Sendable {
  /// A State that goes on under another code.
  public struct Renaming: Hashable, Comparable, Sendable {
    /// The code it had.
    public var from: Label
    /// The code it has.
    public var to: Label

    /// Makes the pair.
    public init(from: Label, to: Label) {
      self.from = from
      self.to = to
    }

    /// By the old code, in canonical order.
    public static func < (left: Renaming, right: Renaming) -> Bool {
      (left.from, left.to) < (right.from, right.to)
    }
  }

  /// The new membership; nil where it does not change.
  public var membership: Membership?
  /// The new rules; nil where they do not change.
  public var rulebook: Rulebook?
  /// The new pairs that may not be drawn, in canonical order; nil where they do not change.
  public var conflicts: [Conflict]?
  /// The new pairs that may not sit on one review, in canonical order; nil where they do not change.
  public var exclusions: [Exclusion]?
  /// The States that left, in canonical order.
  public var left: [Label]
  /// The States that joined, in canonical order.
  public var joined: [Label]
  /// The States that go on under another code, by the old one in canonical order.
  public var renamed: [Renaming]
  /// The best waiver vector from here.
  public var best: WaiverVector

  /// Whether anything changes but the best vector, which the years drawn by the selection can.
  public var changesData: Bool {
    membership != nil || rulebook != nil || conflicts != nil || exclusions != nil
      || !left.isEmpty || !joined.isEmpty || !renamed.isEmpty
  }

  /// Makes the event.
  public init(
    membership: Membership? = nil, rulebook: Rulebook? = nil, conflicts: [Conflict]? = nil,
    exclusions: [Exclusion]? = nil, left: [Label] = [], joined: [Label] = [],
    renamed: [Renaming] = [], best: WaiverVector
  ) {
    self.membership = membership
    self.rulebook = rulebook
    self.conflicts = conflicts
    self.exclusions = exclusions
    self.left = left
    self.joined = joined
    self.renamed = renamed
    self.best = best
  }
}
