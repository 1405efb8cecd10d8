import Members

/// Asks what became of each State that is missing from a new membership, so that a slip in a table
/// is met before it counts.
struct AmendmentCheck {
  private let amendment: Amendment
  private let new: Membership
  private let old: Membership
  private let roster: Membership
  /// The States that are missing, but for those that go on under another code.
  private let missing: [State]
  /// The States that were not in force before, but for those that are known by another code.
  private let added: [State]

  init(_ amendment: Amendment, _ new: Membership, _ cycle: Cycle) {
    self.amendment = amendment
    self.new = new
    (old, roster) = (cycle.membership, cycle.roster)
    let renamed = Set(amendment.renames.map(\.from))
    let renames = Set(amendment.renames.map(\.to))
    missing = cycle.membership.states.filter {
      new.index(of: $0.code) == nil && !renamed.contains($0.code)
    }
    added = new.states.filter {
      cycle.membership.index(of: $0.code) == nil && !renames.contains($0.code)
    }
  }

  func check() throws {
    try checkRenames()
    for code in amendment.leaves.sorted() where !missing.contains(where: { $0.code == code }) {
      throw DrawingFailure.amending(
        old.index(of: code) == nil ? .unknownState(code) : .doesNotLeave(code))
    }
    for code in amendment.joins.sorted() where !added.contains(where: { $0.code == code }) {
      throw DrawingFailure.amending(.doesNotJoin(code, isKnown: old.index(of: code) != nil))
    }
    let looksLike = added.filter { !amendment.joins.contains($0.code) }.compactMap { state in
      alike(state).map { old in
        AmendmentFailure.Alike(
          old: old.title, new: state.title, codes: (old.code, state.code))
      }
    }
    if !looksLike.isEmpty { throw DrawingFailure.amending(.alike(looksLike)) }
    let unexplained = missing.filter { !amendment.leaves.contains($0.code) }
    if !unexplained.isEmpty {
      throw DrawingFailure.amending(.missing(unexplained.map(\.title), of: old.states.count))
    }
  }

  /// The missing State of the same name, or else of the same row.
  private func alike(_ state: State) -> State? {
    // A State that comes back is known by its code.
    if roster.index(of: state.code) != nil { return nil }
    return missing.first { !$0.name.isEmpty && $0.name == state.name }
      ?? missing.first { isSameRow($0, state) }
  }

  /// Whether all but the code and the name of two States is the same.
  private func isSameRow(_ one: State, _ other: State) -> Bool {
    one.region == other.region && one.protocols == other.protocols
      && one.legalSystems == other.legalSystems && one.languages == other.languages
      && one.isReviewed == other.isReviewed && one.isReviewer == other.isReviewer
      && one.own == other.own
  }

  private func checkRenames() throws {
    var seen: Set<Label> = []
    for renaming in amendment.renames {
      let (from, to) = (renaming.from, renaming.to)
      let failure: AmendmentFailure? =
        if old.index(of: from) == nil {
          .unknownState(from)
        } else if new.index(of: from) != nil {
          .stillThere(from)
        } else if new.index(of: to) == nil {
          .notInTable(to)
        } else if roster.index(of: to) != nil {
          .codeUsed(to)
        } else if !seen.insert(from).inserted || !seen.insert(to).inserted {
          .renamedTwice(from, to)
        } else {
          nil
        }
      if let failure { throw DrawingFailure.amending(failure) }
    }
  }
}
