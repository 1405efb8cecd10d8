import Members

/// The names of States for sentences: `Haiti (HTI)`, or the code alone where nobody knows a name.
public struct Names {
  private let memberships: [Membership]
  private let title: (State) -> String

  /// - Parameters:
  ///   - memberships: Where a code is looked for, in this order.
  ///   - title: Writes a State's name and code.
  public init(
    _ memberships: [Membership], title: @escaping (State) -> String = { $0.title }
  ) {
    self.memberships = memberships
    self.title = title
  }

  /// The name and code of a State.
  public func callAsFunction(_ code: Label) -> String {
    for membership in memberships {
      if let state = membership.state(code) { return title(state) }
    }
    return code.text
  }
}
