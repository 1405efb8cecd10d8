import Members
import Rules

/// A column that is not in a table and should be.
public struct MissingColumn: Hashable, Sendable {
  /// Why it should be there.
  public enum Reason: Hashable, Sendable {
    /// The rulebook asks for what it holds.
    case rulebook
    /// The membership in force has it.
    case before
  }

  /// The column.
  public let column: MembershipReader.Column
  /// Why it should be there.
  public let reason: Reason

  /// The columns of a table that are missing.
  ///
  /// - Parameters:
  ///   - columns: Those that the table has.
  ///   - rulebook: The rules that are drawn by.
  ///   - before: The membership in force, where the table takes its place.
  public static func among(
    _ columns: Set<MembershipReader.Column>, for rulebook: Rulebook, before: Membership? = nil
  ) -> [MissingColumn] {
    let needed = MembershipReader.Column.needed(by: rulebook)
    let used = before.map { Set(MembershipReader.Column.used(by: $0)) } ?? []
    return MembershipReader.Column.allCases.compactMap { column in
      if columns.contains(column) { return nil }
      if needed.contains(column) { return MissingColumn(column: column, reason: .rulebook) }
      return used.contains(column) ? MissingColumn(column: column, reason: .before) : nil
    }
  }

  /// Refuses columns that are missing and not said to be meant.
  ///
  /// - Parameters:
  ///   - missing: What is missing.
  ///   - meant: The columns that need not be there.
  ///   - file: The name of the table in messages.
  /// - Throws: ``RecordsFailure`` with a fault for each.
  public static func refuse(
    _ missing: [MissingColumn], without meant: [MembershipReader.Column], in file: String
  ) throws(RecordsFailure) {
    let faults = missing.filter { !meant.contains($0.column) }
      .map { Fault(.neededColumn($0), at: Place(file: file)) }
    if let failure = RecordsFailure.of(faults) { throw failure }
  }

  /// The warnings of what is missing.
  public static func warnings(_ missing: [MissingColumn], in file: String) -> [Warning] {
    missing.map { Warning(.missingColumn($0), at: Place(file: file)) }
  }
}

extension MissingColumn: CustomStringConvertible {
  /// What is missing and what follows from it, as a sentence without its full stop.
  public var description: String {
    let start = "there is no column `\(column.rawValue)`"
    return switch (reason, column) {
    case (.before, _):
      "\(start), but the membership in force has it; what stood there would be gone"
    case (_, .region):
      "\(start): no State has a regional group, but the rulebook asks for groups"
    case (_, .protocols):
      "\(start): no State is party to a Protocol, but the rulebook asks for reviewers party to "
        + "those of the State under review"
    case (_, .legalSystems):
      "\(start): no two States have similar legal systems, but the rulebook prefers such reviewers"
    default: "\(start), but the rulebook needs it"
    }
  }
}
