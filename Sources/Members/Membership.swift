/// The States of a cycle, in canonical order.
///
/// States are named by their index in ``states`` everywhere inside the program, so that order of
/// indices is canonical order.
public struct Membership: Hashable, Sendable {
  /// The States, in canonical order of their codes; every code is unique.
  public let states: [State]
  /// What a copy of this membership has in common with it, and no other: whoever has many sets of
  /// its States compares them by their places.
  package let identity = Identity()

  /// See ``identity``.
  package final class Identity: Sendable {}

  /// Makes a membership from States in any order.
  ///
  /// - Precondition: No two States share a code (readers report that before they come here).
  /// - Complexity: O(n log n) for n States; O(n) where they are in canonical order.
  public init(_ states: [State]) {
    self.states =
      Self.isAscending(states) ? states : states.sorted { $0.code < $1.code }
    precondition(Self.isAscending(self.states), "two States share a code")
  }

  private static func isAscending(_ states: [State]) -> Bool {
    zip(states, states.dropFirst()).allSatisfy { $0.code < $1.code }
  }

  /// The index of the State with this code, or nil.
  ///
  /// - Complexity: O(log n) for n States; an index of a million codes would need more memory than
  ///   the States.
  public func index(of code: Label) -> Int? {
    var (low, high) = (0, states.count)
    while low < high {
      let middle = (low + high) / 2
      if states[middle].code < code { low = middle + 1 } else { high = middle }
    }
    return low < states.count && states[low].code == code ? low : nil
  }

  /// The State with this code, or nil.
  public func state(_ code: Label) -> State? { index(of: code).map { states[$0] } }

  /// How many States are to be reviewed (N in the contract).
  public var reviewedCount: Int { states.count { $0.isReviewed } }

  /// Two memberships are equal when their States are.
  public static func == (left: Membership, right: Membership) -> Bool {
    left.states == right.states
  }

  /// Hashes the States.
  public func hash(into hasher: inout Hasher) { hasher.combine(states) }
}
