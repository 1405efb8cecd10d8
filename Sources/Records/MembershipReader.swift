import Members

/// Reads memberships (contract, section 3).
public enum MembershipReader {
  /// The columns of a membership, in the order in which they are written.
  public enum Column: String, CaseIterable, Sendable {
    /// The code.
    case state
    /// The display name.
    case name
    /// The regional group.
    case region
    /// The codes of the Protocols.
    case protocols
    /// The labels of the legal systems.
    case legalSystems = "legal_systems"
    /// The codes of the working languages.
    case languages
    /// Whether the State is a party or a signatory.
    case status
    /// Whether the State is to be reviewed.
    case reviewed
    /// Whether the State may review others.
    case reviewer
    /// The year of the review, where the years are given.
    case year
    /// How many reviewers the State has in all, in place of the rulebook's number.
    case seats
    /// The least reviews that the State does, in place of the rulebook's minimum.
    case minimum
    /// The most reviews that the State does, in place of the rulebook's maximum.
    case maximum

    /// The place of the column among all cases, which the rows of a large table ask for often.
    var index: Int {
      switch self {
      case .state: 0
      case .name: 1
      case .region: 2
      case .protocols: 3
      case .legalSystems: 4
      case .languages: 5
      case .status: 6
      case .reviewed: 7
      case .reviewer: 8
      case .year: 9
      case .seats: 10
      case .minimum: 11
      case .maximum: 12
      }
    }
  }

  /// A membership that was read.
  public struct Reading: Hashable, Sendable {
    /// The States.
    public let membership: Membership
    /// The columns that the table has.
    public let columns: Set<Column>
    /// What is lawful but probably not meant.
    public let warnings: [Warning]
  }

  /// Reads a membership from a file.
  ///
  /// - Throws: ``RecordsFailure`` with every fault of the file.
  /// - Complexity: O(n log n) for n States; O(n) where the rows are in canonical order.
  public static func read(path: String) throws(RecordsFailure) -> Reading {
    try read(InputFile.read(path: path, limitInBytes: Table.limitInBytes), file: path)
  }

  /// Reads a membership from the bytes of a file; `file` is its name in messages.
  ///
  /// - Throws: ``RecordsFailure`` with every fault of the file.
  public static func read(_ bytes: [UInt8], file: String) throws(RecordsFailure) -> Reading {
    var rows = MembershipRows(bytes, file: file)
    rows.readAll()
    return try rows.finish()
  }
}
