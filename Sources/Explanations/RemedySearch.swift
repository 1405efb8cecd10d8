import Members
import Pairing
import Rules

/// Looks for every single change that helps, and proves each by making it and computing the best
/// vector anew.
///
/// What cannot help is left out without computing: the heights of the cheapest flow prove for most
/// changes that they would make nothing cheaper (reduced costs; Dantzig 1951).
struct RemedySearch {
  /// States up to which the best vector of a changed problem is computed over single States;
  /// beyond, over classes of them, which bounds it.
  static let mostStatesExactly = 500
  /// Changes of one kind that are tried where there are many classes of States.
  static let mostTried = 6
  /// Sets of bounds that are looked at for them, after which none is tried any more: a measure of
  /// the work that is the same on every machine.
  static let mostLooked = 12

  private let problem: PairingProblem
  private let explained: ConflictSearch
  private let before: WaiverVector
  private let field: DemandField
  private let faces: DemandFaces
  private let isExact: Bool
  private let hasFew: Bool

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - problem: The problem, with every rule that was given up among its waivers.
  ///   - search: Its conflicts.
  ///   - best: Its best vector.
  ///   - faces: Its completions with that vector.
  init(
    _ problem: PairingProblem, _ search: ConflictSearch, best: WaiverVector, _ faces: DemandFaces
  ) {
    self.problem = problem
    explained = search
    before = best
    self.faces = faces
    field = faces.set.field
    isExact = problem.membership.states.count <= Self.mostStatesExactly
    hasFew = field.kinds.count <= ConflictSearch.fewStates
  }

  /// The changes.
  func all() throws -> Remedies {
    var found = Remedies()
    try lift(&found)
    try accede(&found)
    try raiseMaximum(&found)
    try waive(&found)
    return found
  }

  // MARK: Trying

  /// The best vector of demands, if it is better than without the change.
  ///
  /// - Parameters:
  ///   - changed: The changed problem.
  ///   - given: Rules that are given up for one State besides, one unit each.
  private func better(
    _ changed: PairingProblem, _ found: inout Remedies,
    givingUp given: (rules: [WaivableRule], state: Int)? = nil
  ) throws -> WaiverVector? {
    func demands(_ isFine: Bool) -> DemandSet {
      var set = DemandSet(DemandField(changed, isFine: isFine))
      if let given { set.giveUp(given.rules, of: given.state) }
      return set
    }
    // Over classes the vector can only seem better than it is. Few States are looked at at once.
    let bound = hasFew && isExact ? nil : vector(demands(false), &found)
    if let bound, !bound.lexicographicallyPrecedes(before.counts) { return nil }
    var counts = bound
    if isExact {
      let fine = demands(true)
      counts =
        try vector(fine, &found) ?? ConflictSearch.vector(fine, before.rules)
    } else if counts == nil {
      counts = try ConflictSearch.vector(demands(false), before.rules)
    }
    guard let counts, counts.lexicographicallyPrecedes(before.counts) else { return nil }
    return WaiverVector(rules: before.rules, counts: counts)
  }

  private func vector(_ set: DemandSet, _ found: inout Remedies) -> [Int]? {
    let faces = DemandFaces(set, before.rules, beginningWith: faces.tolls)
    found.looked += faces.looked
    return faces.vector
  }

  /// Tries changes that might help, and notes those that do.
  private func tryAll(
    _ changes: [(change: Change, alike: [Change])], _ found: inout Remedies
  ) throws {
    var tried = 0
    for (change, alike) in changes {
      if !hasFew && (tried >= Self.mostTried || found.looked >= Self.mostLooked) {
        found.untried += alike.count
        continue
      }
      tried += 1
      guard let best = try better(problem.changed(by: change), &found) else { continue }
      found.all += alike.map { Remedy(change: $0, best: best) }
    }
  }

  // MARK: Kinds of changes

  /// The party of each State; −1 for none.
  private var partyOf: [Int] {
    var partyOf = Array(repeating: -1, count: problem.membership.states.count)
    for (place, party) in faces.set.parties.enumerated() {
      for state in party.states { partyOf[state] = place }
    }
    return partyOf
  }

  private func lift(_ found: inout Remedies) throws {
    let partyOf = partyOf
    let pairs = field.conflicts.sorted {
      ($0.underReview, $0.reviewer) < ($1.underReview, $1.reviewer)
    }
    let changes = pairs.filter { pair in
      let (a, b) = (partyOf[pair.underReview], partyOf[pair.reviewer])
      guard a >= 0, b >= 0, a != b else { return false }
      var set = faces.set
      set.conflicts.remove(pair)
      let may = set.mayReview(set.parties[a], set.parties[b])
      return faces.mightGain(lettingIn: [
        .init(underReview: a, reviewer: b, isRegional: may.regional, isOpen: may.open)
      ])
    }.map { Change.lift(underReview: $0.underReview, reviewer: $0.reviewer) }
    try tryAll(changes.map { ($0, [$0]) }, &found)
  }

  private func raiseMaximum(_ found: inout Remedies) throws {
    let states = problem.membership.states
    let change = Change.raiseMaximum(problem.rulebook.maximumLoad + 1)
    let own = faces.set.parties.compactMap { party -> (Change, [Change])? in
      guard let most = states[party.states[0]].own.maximum, most < OwnNumbers.loadRange.upperBound
      else { return nil }
      let alike = party.states.map { Change.raiseOwnMaximum(state: $0, most + 1) }
      return (alike[0], alike)
    }
    try tryAll([(change, [change])], &found)
    try tryAll(own, &found)
  }

  private func accede(_ found: inout Remedies) throws {
    if problem.rulebook.protocols != .all { return }
    let states = problem.membership.states
    var changes: [(Change, [Change])] = []
    for (b, party) in faces.set.parties.enumerated() where states[party.states[0]].isReviewer {
      let own = Set(states[party.states[0]].protocols)
      var pairs: [ProtocolCode: [DemandFaces.Pair]] = [:]
      for (a, under) in faces.set.parties.enumerated() where field.seats(under.kind) > 0 {
        let missing = states[under.states[0]].protocols.filter { !own.contains($0) }
        guard missing.count == 1, party.states != under.states else { continue }
        let relation = field.relation(under.kind, reviewer: party.kind)
        let isOpen =
          relation.contains(.open)
          && (under.asks.openSeats == 0 || relation.contains(.openGroup))
        pairs[missing[0], default: []].append(
          .init(
            underReview: a, reviewer: b,
            isRegional: field.regionalSeats(under.kind) > 0 && relation.contains(.regional),
            isOpen: isOpen))
      }
      for (code, pairs) in pairs.sorted(by: { $0.key < $1.key })
      where faces.mightGain(lettingIn: pairs) {
        let alike = party.states.map { Change.accede(state: $0, code) }
        changes.append((alike[0], alike))
      }
    }
    try tryAll(changes, &found)
  }

  // MARK: Waivers

  private func waive(_ found: inout Remedies) throws {
    let waivers = explained.conflicts.enumerated().map { index, conflict in
      var best = before
      func subtract(_ rule: WaivableRule, _ count: Int) {
        if let level = best.rules.firstIndex(of: rule) {
          best.counts[level] = max(0, best.counts[level] - count)
        }
      }
      subtract(conflict.rule, conflict.times)
      subtract(.legalSystem, conflict.withSimilarity)
      let states =
        conflict.times == 1
        ? conflict.options : Set(conflict.options + conflict.setAside + conflict.alike).sorted()
      let change = Change.waive(conflict.rule, count: conflict.times, of: states)
      return Remedy(change: change, best: best, conflict: index)
    }
    found.all += waivers.merged()
    var faces = faces
    for rule in before.rules {
      let sure = hasFew ? nil : faces.ranges(rule)
      found.waivers[rule] = try whomToSpare(rule, sure ?? [], &found)
    }
  }

  /// Rules that are given up together: who has no reviewer of its group has none with a similar
  /// legal system.
  private func together(_ rule: WaivableRule) -> [WaivableRule] {
    guard rule == .sameRegion, let own = before.rules.firstIndex(of: rule),
      let other = before.rules.firstIndex(of: .legalSystem), other > own
    else { return [rule] }
    return [rule, .legalSystem]
  }

  /// The States for any one of which giving a rule up once helps.
  ///
  /// - Parameter sure: Between how many waivers parties may have in the best completions, where
  ///   that is known.
  private func whomToSpare(
    _ rule: WaivableRule, _ sure: [(states: [Int], least: Int, most: Int)],
    _ found: inout Remedies
  ) throws -> [Int] {
    var helped: [Int] = []
    let certain = Set(sure.filter { $0.most > 0 }.map(\.states))
    let rules = together(rule)
    for (place, party) in faces.set.parties.enumerated() where party.asks[rule.demand] > 0 {
      if certain.contains(party.states) {
        helped += party.states
      } else if faces.mightGain(givingUp: rules, of: place) {
        if !hasFew {
          found.untried += party.states.count
          continue
        }
        let given = (rules: rules, state: party.states[0])
        if try better(problem, &found, givingUp: given) != nil { helped += party.states }
      }
    }
    return helped.sorted()
  }
}
