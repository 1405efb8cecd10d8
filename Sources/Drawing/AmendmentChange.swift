import Members
import Rules

/// What an amendment changes, worked out before anything is written.
public struct AmendmentChange: Hashable, Sendable {
  /// A State that is party to other Protocols than before.
  public struct Accession: Hashable, Sendable {
    /// The State, by its code from now on.
    public let state: Label
    /// The Protocols it acceded to, in canonical order.
    public let acceded: [ProtocolCode]
    /// The Protocols it left, in canonical order.
    public let denounced: [ProtocolCode]
  }

  /// A State that is of another regional group than before.
  public struct Move: Hashable, Sendable {
    /// The State, by its code from now on.
    public let state: Label
    /// The group it was of; empty for none.
    public let from: RegionalGroup
    /// The group it is of; empty for none.
    public let to: RegionalGroup
  }

  /// The States that joined, those that came back included, in canonical order.
  public private(set) var joined: [Label] = []
  /// The States that left, in canonical order.
  public private(set) var left: [Label] = []
  /// The States that go on under another code, by the old one in canonical order.
  public private(set) var renamed: [Amended.Renaming] = []
  /// The States that are party to other Protocols, in canonical order.
  public private(set) var acceded: [Accession] = []
  /// The States that moved to another group, in canonical order.
  public private(set) var moved: [Move] = []
  /// The States with other legal systems, in canonical order.
  public private(set) var otherLegalSystems: [Label] = []
  /// The States with another name or other languages, in canonical order.
  public private(set) var otherNames: [Label] = []
  /// The States that are to be reviewed and were not, in canonical order.
  public private(set) var nowReviewed: [Label] = []
  /// The States that are no more to be reviewed, in canonical order.
  public private(set) var noLongerReviewed: [Label] = []
  /// The States that review and did not, in canonical order.
  public private(set) var nowReviewing: [Label] = []
  /// The States that review no more, in canonical order.
  public private(set) var noLongerReviewing: [Label] = []
  /// The States with other seats or limits of their own, in canonical order.
  public private(set) var otherNumbers: [Label] = []
  /// The pairs that may not be drawn any more, in canonical order.
  public private(set) var newConflicts: [Conflict] = []
  /// The pairs that may be drawn again, in canonical order.
  public private(set) var droppedConflicts: [Conflict] = []
  /// The pairs that may not sit on one review any more, in canonical order.
  public private(set) var newExclusions: [Exclusion] = []
  /// The pairs that may sit on one review again, in canonical order.
  public private(set) var droppedExclusions: [Exclusion] = []
  /// What changes in the rulebook, key by key.
  public private(set) var rules: [RulebookDifference] = []

  /// Compares what was asked for with what is in force.
  ///
  /// - Throws: `DrawingFailure.amending` where it is not clear what became of a State, or where the
  ///   rulebook may not change so.
  public init(_ amendment: Amendment, of cycle: Cycle) throws {
    if let membership = amendment.membership {
      try AmendmentCheck(amendment, membership, cycle).check()
      renamed = amendment.renames.sorted()
      compare(cycle.membership, membership)
    } else if !amendment.leaves.isEmpty || !amendment.joins.isEmpty || !amendment.renames.isEmpty {
      throw DrawingFailure.amending(.membershipMissing)
    }
    if let rulebook = amendment.rulebook {
      rules = RulebookDifference.all(from: cycle.rulebook, to: rulebook)
      try check(rulebook, cycle)
    }
    let old = cycle.renaming(renamed)
    if let conflicts = amendment.conflicts {
      newConflicts = Set(conflicts).subtracting(old.conflicts).sorted()
      droppedConflicts = Set(old.conflicts).subtracting(conflicts).sorted()
    }
    if let exclusions = amendment.exclusions {
      newExclusions = Set(exclusions).subtracting(old.exclusions).sorted()
      droppedExclusions = Set(old.exclusions).subtracting(exclusions).sorted()
    }
  }

  private mutating func compare(_ old: Membership, _ new: Membership) {
    let codes = Dictionary(uniqueKeysWithValues: renamed.map { ($0.from, $0.to) })
    var known: Set<Label> = []
    for before in old.states {
      let code = codes[before.code] ?? before.code
      guard let after = new.state(code) else {
        left.append(before.code)
        continue
      }
      known.insert(code)
      compare(before, after)
    }
    joined = new.states.map(\.code).filter { !known.contains($0) }
  }

  private mutating func compare(_ before: State, _ after: State) {
    let code = after.code
    if before.protocols != after.protocols {
      acceded.append(
        Accession(
          state: code, acceded: after.protocols.filter { !before.protocols.contains($0) },
          denounced: before.protocols.filter { !after.protocols.contains($0) }))
    }
    if before.region != after.region {
      moved.append(Move(state: code, from: before.region, to: after.region))
    }
    if before.legalSystems != after.legalSystems { otherLegalSystems.append(code) }
    if before.name != after.name || before.languages != after.languages { otherNames.append(code) }
    if before.own != after.own { otherNumbers.append(code) }
    if before.isReviewed != after.isReviewed {
      if after.isReviewed { nowReviewed.append(code) } else { noLongerReviewed.append(code) }
    }
    if before.isReviewer != after.isReviewer {
      if after.isReviewer { nowReviewing.append(code) } else { noLongerReviewing.append(code) }
    }
  }

  private func check(_ rulebook: Rulebook, _ cycle: Cycle) throws {
    let drawn = cycle.takenOver.imported.map(\.year).max() ?? 0
    let begun = max(drawn, cycle.nextYear.map { $0 - 1 } ?? cycle.rulebook.years)
    let fixed = rules.filter { !$0.mayChange(beforeAnyYear: begun == 0) }
    if !fixed.isEmpty { throw DrawingFailure.amending(.fixedRules(fixed)) }
    if rulebook.years < begun {
      throw DrawingFailure.amending(.tooFewYears(rulebook.years, begun: begun))
    }
  }
}
