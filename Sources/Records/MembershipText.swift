import Members

/// Writes memberships as the CSV of the contract (section 3).
public enum MembershipText {
  /// The bytes of a membership: the States in canonical order, lines ended by `\n`. Reading them
  /// back gives the same membership.
  ///
  /// The columns `reviewed`, `reviewer`, `year`, `seats`, `minimum` and `maximum` stand there where
  /// some State needs them. A State that is
  /// reviewed, reviews nobody and has no Protocols is written as a signatory; what is not told apart
  /// in a membership is not told apart here.
  ///
  /// - Precondition: Protocols, legal systems and languages are codes, and no name holds a control
  ///   character, which a table cannot express; so it is in memberships that were read.
  public static func bytes(of membership: Membership) -> [UInt8] {
    var columns: [MembershipReader.Column] = [
      .state, .name, .region, .protocols, .legalSystems, .languages, .status,
    ]
    if membership.states.contains(where: { !$0.isReviewed }) { columns.append(.reviewed) }
    if membership.states.contains(where: { !$0.isReviewer && !isSignatory($0) }) {
      columns.append(.reviewer)
    }
    columns += [.year, .seats, .minimum, .maximum].filter { column in
      membership.states.contains { number(of: $0, in: column) != nil }
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64 * (membership.states.count + 1))
    DelimitedLine.append(columns.map(\.rawValue), to: &bytes)
    for state in membership.states {
      DelimitedLine.append(columns.map { text(of: state, in: $0) }, to: &bytes)
    }
    return bytes
  }

  private static func isSignatory(_ state: State) -> Bool {
    state.isReviewed && !state.isReviewer && state.protocols.isEmpty
  }

  private static func text(of state: State, in column: MembershipReader.Column) -> String {
    switch column {
    case .state: state.code.text
    case .name: state.name
    case .region: state.region.text
    case .protocols: list(state.protocols)
    case .legalSystems: list(state.legalSystems)
    case .languages: list(state.languages)
    case .status: isSignatory(state) ? "signatory" : "party"
    case .reviewed: state.isReviewed ? "yes" : "no"
    case .reviewer: state.isReviewer ? "yes" : "no"
    case .year, .seats, .minimum, .maximum: number(of: state, in: column).map { "\($0)" } ?? ""
    }
  }

  private static func number(of state: State, in column: MembershipReader.Column) -> Int? {
    switch column {
    case .year: state.year
    case .seats: state.own.seats
    case .minimum: state.own.minimum
    case .maximum: state.own.maximum
    default: nil
    }
  }

  private static func list(_ labels: [Label]) -> String {
    labels.count == 1 ? labels[0].text : labels.map(\.text).joined(separator: " ")
  }
}
