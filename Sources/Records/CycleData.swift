import Members
import Rules

/// What a cycle is drawn from: a membership, a rulebook and the pairs that may not be drawn.
public struct CycleData: Hashable, Sendable {
  /// The States.
  public let membership: Membership
  /// The rules.
  public let rulebook: Rulebook
  /// The pairs that may not be drawn, in canonical order.
  public let conflicts: [Conflict]
  /// The pairs that may not sit on one review, in canonical order.
  public let exclusions: [Exclusion]
  /// What is lawful in the files but probably not meant.
  public let warnings: [Warning]
  /// The columns that the rulebook needs and the membership's table does not have.
  public let missingColumns: [MissingColumn]

  /// Reads up to three files and reports what is wrong with all of them at once.
  ///
  /// - Parameters:
  ///   - membership: The file of the membership.
  ///   - rulebook: The file of the rulebook, or the name of a preset; nil for the built-in one.
  ///   - conflicts: The file of the conflicts; nil for none.
  /// - Throws: ``RecordsFailure`` with every fault of every file.
  public static func read(
    membership file: String, rulebook: String? = nil, conflicts: String? = nil
  ) throws(RecordsFailure) -> CycleData {
    var faults: [Fault] = []
    var warnings: [Warning] = []
    func collect<Value>(_ read: () throws(RecordsFailure) -> Value) -> Value? {
      do {
        return try read()
      } catch {
        faults += error.faults
        warnings += error.warnings
        return nil
      }
    }
    let members = collect { () throws(RecordsFailure) in
      try MembershipReader.read(path: file)
    }
    warnings += members?.warnings ?? []
    let rules = collect { () throws(RecordsFailure) in
      if let rulebook { try RulebookReader.read(named: rulebook) } else { Rulebook() }
    }
    let pairs = collect { () throws(RecordsFailure) -> ConflictsReader.Reading? in
      guard let conflicts else { return nil }
      let read = try ConflictsReader.read(path: conflicts, membership: members?.membership)
      warnings += read.warnings
      return read
    }
    var membership = members?.membership
    if let members, let rules {
      faults += Self.fewSeats(of: members.membership, rules, file)
      let read = collect { () throws(RecordsFailure) in
        try members.membership(under: rules, in: file)
      }
      membership = read?.0
      warnings += read?.1 ?? []
    }
    guard let members, let membership, let rules, let pairs, faults.isEmpty else {
      throw .data(faults: faults, warnings: warnings)
    }
    let missing = MissingColumn.among(members.columns, for: rules)
    return CycleData(
      membership: membership, rulebook: rules, conflicts: pairs?.conflicts ?? [],
      exclusions: pairs?.exclusions ?? [],
      warnings: warnings + MissingColumn.warnings(missing, in: file),
      missingColumns: missing)
  }

  /// States whose own seats are fewer than those of the same group.
  package static func fewSeats(
    of membership: Membership, _ rulebook: Rulebook, _ file: String
  ) -> [Fault] {
    let same = rulebook.regionalSeats
    if same < 2 { return [] }
    return membership.states.compactMap { state in
      guard let own = state.own.seats, own < same, !state.region.isEmpty else { return nil }
      return Fault(
        .fewerSeats(Quotation(state.code.text), own: own, same: same),
        at: Place(file: file, field: .column("seats")))
    }
  }
}
