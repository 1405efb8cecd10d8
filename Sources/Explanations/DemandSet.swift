import Members
import Pairing

/// Which mutual bans are demanded.
enum MutualBans: Hashable, Sendable {
  /// None.
  case none
  /// Between every two States.
  case all
  /// Between the two States of each pair, the first of which has the lower index.
  case pairs(Set<PairingProblem.Pair>)
}

/// A set of demands on the States of a problem, any of which can be taken away.
struct DemandSet: Sendable {
  /// Interchangeable States of which the same is demanded.
  struct Party: Hashable, Sendable {
    let kind: Int
    /// In canonical order.
    var states: [Int]
    var asks: Asks
  }

  let field: DemandField
  var parties: [Party]
  var bans: MutualBans
  /// The pairs of the conflicts table that are kept out.
  var conflicts: Set<PairingProblem.Pair>

  /// All demands of a problem.
  init(_ field: DemandField) {
    self.field = field
    parties = field.kinds.indices.map {
      Party(kind: $0, states: field.kinds[$0], asks: field.asks(of: $0))
    }
    bans = field.problem.rulebook.mutualReviews == .forbidden ? .all : .none
    conflicts = field.conflicts
  }

  /// The set without a rule.
  func dropping(_ rule: DemandRule) -> DemandSet {
    var set = self
    switch rule {
    case .mutualReviews: set.bans = .none
    case .conflicts: set.conflicts = []
    default: for party in parties.indices { set.parties[party].asks[rule] = 0 }
    }
    return set
  }

  /// Whether anything of a rule is demanded.
  func has(_ rule: DemandRule) -> Bool {
    switch rule {
    case .mutualReviews: bans != .none && bans != .pairs([])
    case .conflicts: !conflicts.isEmpty
    default: parties.contains { $0.asks[rule] > 0 }
    }
  }

  /// Lowers what a rule asks of the last States of a party; they become a party of their own.
  mutating func lower(_ rule: DemandRule, to target: Int, of count: Int, at party: Int) {
    if count == 0 { return }
    if count == parties[party].states.count {
      parties[party].asks[rule] = target
      return
    }
    var lowered = parties[party]
    lowered.states = Array(lowered.states.suffix(count))
    lowered.asks[rule] = target
    parties[party].states.removeLast(count)
    parties.append(lowered)
  }

  /// Makes every State of some parties a party of its own.
  mutating func single(out chosen: (Party) -> Bool) {
    parties = parties.flatMap { party in
      party.states.count == 1 || !chosen(party)
        ? [party]
        : party.states.map { Party(kind: party.kind, states: [$0], asks: party.asks) }
    }
  }

  /// Whether a party may take seats of another, under the demands of this set.
  func mayReview(_ a: Party, _ b: Party) -> (regional: Bool, open: Bool) {
    let relation = field.relation(a.kind, reviewer: b.kind)
    if relation.isEmpty || (a.asks.protocols > 0 && !relation.contains(.party)) {
      return (false, false)
    }
    if a.states.count == 1 && b.states.count == 1 {
      if a.states[0] == b.states[0] { return (false, false) }
      let pair = PairingProblem.Pair(underReview: a.states[0], reviewer: b.states[0])
      if field.barred.contains(pair) || conflicts.contains(pair) { return (false, false) }
    }
    let hasRegional = field.regionalSeats(a.kind) > 0
    let open =
      relation.contains(.open) && (a.asks.openSeats == 0 || relation.contains(.openGroup))
    return (hasRegional && relation.contains(.regional), open && field.seats(a.kind) > 0)
  }

  /// The ordered pairs of States between two parties, no State with itself.
  func pairCount(_ a: Int, _ b: Int) -> Int {
    let size = parties[a].states.count
    return a == b ? size * (size - 1) : size * parties[b].states.count
  }

  /// The demands, by rule, parties of the same rule and count apart.
  var demands: [Demand] {
    var demands: [Demand] = []
    for rule in DemandRule.ofStates {
      for party in parties where party.asks[rule] > 0 {
        demands.append(
          Demand(rule: rule, states: party.states, count: party.asks[rule]))
      }
    }
    switch bans {
    case .none: break
    case .all:
      let states = parties.filter { field.seats($0.kind) > 0 && field.state($0.kind).isReviewer }
      demands.append(
        Demand(rule: .mutualReviews, states: states.flatMap(\.states).sorted(), count: 1))
    case .pairs(let pairs):
      for pair in pairs {
        demands.append(
          Demand(rule: .mutualReviews, states: [pair.underReview, pair.reviewer], count: 1))
      }
    }
    for pair in conflicts {
      demands.append(Demand(rule: .conflicts, states: [pair.underReview, pair.reviewer], count: 1))
    }
    let order = Dictionary(
      uniqueKeysWithValues: DemandRule.allCases.enumerated().map { ($0.element, $0.offset) })
    return demands.sorted { left, right in
      if left.rule != right.rule {
        return order[left.rule, default: 0] < order[right.rule, default: 0]
      }
      return left.states.lexicographicallyPrecedes(right.states)
    }
  }
}
