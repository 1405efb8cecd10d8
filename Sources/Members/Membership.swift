/// The States of a cycle, in canonical order.
///
/// States are named by their index in ``states`` everywhere inside the program, so that order of
/// indices is canonical order.
public struct Membership: Hashable, Sendable {
  /// The States, in canonical order of their codes; every code is unique.
  public let states: [State]
  private let indices: [Label: Int]

  /// Makes a membership from States in any order.
  ///
  /// - Precondition: No two States share a code (readers report that before they come here).
  /// - Complexity: O(n log n) for n States.
  public init(_ states: [State]) {
    self.states = states.sorted { $0.code < $1.code }
    indices = Dictionary(
      uniqueKeysWithValues: self.states.enumerated().map { ($0.element.code, $0.offset) })
  }

  /// The index of the State with this code, or nil.
  public func index(of code: Label) -> Int? { indices[code] }

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
