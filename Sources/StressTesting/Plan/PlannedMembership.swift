import Members

/// A membership of a plan, and the pairs that may not be drawn in it.
public struct PlannedMembership: Hashable, Sendable {
  /// Where the States come from.
  public enum Source: Hashable, Sendable {
    /// They were read from a file.
    case file(Membership)
    /// They are made when they are needed.
    case generated(SyntheticMembership)
  }

  /// The name, for tables.
  public let name: String
  /// Where the States come from.
  public let source: Source
  /// The pairs that may not be drawn, in canonical order.
  public let conflicts: [Conflict]
  /// The pairs that may not sit on one review, in canonical order.
  public let exclusions: [Exclusion]

  /// Makes a planned membership.
  public init(
    name: String, source: Source, conflicts: [Conflict] = [], exclusions: [Exclusion] = []
  ) {
    (self.name, self.source) = (name, source)
    (self.conflicts, self.exclusions) = (conflicts, exclusions)
  }

  /// The States.
  ///
  /// - Complexity: O(n) for n generated States.
  public func make() throws -> Membership {
    switch source {
    case .file(let membership): membership
    case .generated(let synthetic): try synthetic.make()
    }
  }

  /// How many States there are.
  public var stateCount: Int {
    switch source {
    case .file(let membership): membership.states.count
    case .generated(let synthetic): synthetic.stateCount
    }
  }
}
