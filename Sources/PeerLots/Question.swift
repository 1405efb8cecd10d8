internal import Members
internal import Pairing
internal import Records
internal import Rules

/// What a cycle is drawn from, once it is known to fit together.
struct Question {
  let membership: Members.Membership
  let rulebook: Rules.Rulebook
  let conflicts: [Conflict]
  let exclusions: [Members.Exclusion]
  /// What is lawful but probably not meant.
  let warnings: [String]

  init(
    _ membership: Membership, _ rulebook: Rulebook, _ conflicts: Conflicts
  ) throws(PeerLotsFailure) {
    let rules = try rulebook.checked()
    do throws(RecordsFailure) {
      let (base, remarks) = try membership.reading.membership(under: rules, in: membership.file)
      self.membership = base
      let missing = MissingColumn.among(membership.reading.columns, for: rules)
      warnings =
        membership.warnings
        + (remarks + MissingColumn.warnings(missing, in: membership.file)).map(\.description)
        + conflicts.warnings
    } catch { throw PeerLotsFailure(error) }
    let faults = CycleData.fewSeats(of: self.membership, rules, membership.file)
    if !faults.isEmpty { throw PeerLotsFailure(.data(faults: faults, warnings: [])) }
    self.rulebook = rules
    self.conflicts = conflicts.pairs(of: self.membership)
    self.exclusions = conflicts.exclusions(of: self.membership)
  }

  /// What the first lots ask.
  var problem: PairingProblem {
    PairingProblem(
      membership: membership, rulebook: rulebook, conflicts: conflicts, exclusions: exclusions)
  }
}
