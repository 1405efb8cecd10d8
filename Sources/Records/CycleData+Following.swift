import Drawing
import Members
import Rules

extension CycleData {
  /// Reads the files of a cycle that follows a finished one: what is not given is as that left it.
  ///
  /// - Parameters:
  ///   - before: The finished cycle.
  ///   - membership: The file of the membership; nil for that of the cycle before, as amended.
  ///   - rulebook: The file of the rulebook, or the name of a preset; nil for that of the cycle
  ///     before.
  ///   - conflicts: The file of the conflicts; nil for those of the cycle before, as far as they are
  ///     of States of the membership.
  /// - Throws: ``RecordsFailure`` with the faults of the first file that has any.
  public static func read(
    after before: Cycle, membership: String?, rulebook: String?, conflicts: String?
  ) throws(RecordsFailure) -> CycleData {
    var warnings: [Warning] = []
    var rules = before.rulebook
    if let rulebook { rules = try RulebookReader.read(named: rulebook) }
    var states = before.membership
    var missing: [MissingColumn] = []
    if let membership {
      let read = try MembershipReader.read(path: membership)
      let (members, remarks) = try read.membership(under: rules, in: membership)
      states = members
      missing = MissingColumn.among(read.columns, for: rules)
      warnings += read.warnings + remarks + MissingColumn.warnings(missing, in: membership)
    } else if !rules.withoutYear(in: states).isEmpty {
      let fault = Problem.withoutYear(rules.withoutYear(in: states), years: rules.years)
      throw .data(faults: [Fault(fault, at: Place(file: "the cycle before"))], warnings: [])
    }
    func isMember(_ code: Label) -> Bool { states.index(of: code) != nil }
    var pairs = before.conflicts.filter { isMember($0.underReview) && isMember($0.reviewer) }
    var apart = before.exclusions.filter { isMember($0.reviewer) && isMember($0.other) }
    if let conflicts {
      let read = try ConflictsReader.read(path: conflicts, membership: states)
      (pairs, apart) = (read.conflicts, read.exclusions)
      warnings += read.warnings
    }
    return CycleData(
      membership: states, rulebook: rules, conflicts: pairs, exclusions: apart,
      warnings: warnings, missingColumns: missing)
  }
}
