import Drawing
import Members
import Rules

/// Why no proofs are made from here.
struct Unproven: Error {
  /// A clause.
  let reason: String
}

extension Moment {
  /// The most States of a membership whose draws are proven.
  static let mostStates = 2_000

  /// The problem of a cycle as it stands.
  ///
  /// - Parameter isFree: Whether the reviewers that a redraw leaves out are let in.
  /// - Throws: ``Unproven`` where the rulebook has rules that proofs do not know.
  init(_ cycle: Cycle, isFree: Bool = false) throws(Unproven) {
    if let reason = Self.unknown(cycle) { throw Unproven(reason: reason) }
    let (states, rulebook) = (cycle.roster.states, cycle.rulebook)
    count = states.count
    kinds = rulebook.seats.count
    same = rulebook.regionalPlace
    last = rulebook.openPlace
    let levels = CostLevels(rulebook)
    self.levels = levels
    allowsMutual = rulebook.mutualReviews == .allowed
    left = Array(repeating: 0, count: count * kinds)
    for (state, review) in cycle.reviews.enumerated() {
      for place in 0..<kinds { left[state * kinds + place] = review.left[rulebook.seat(at: place)] }
    }
    let prefers = rulebook.similarLegalSystem == .preferred
    let (n, loads) = (count, cycle.loads)
    var similar = Array(repeating: false, count: count * count)
    dissimilar = states.map {
      prefers && !$0.legalSystems.isEmpty ? levels.unit(.legalSystem) : 0
    }
    if prefers {
      for (i, state) in states.enumerated() {
        for (j, other) in states.enumerated() {
          similar[i * n + j] = state.legalSystems.contains { other.legalSystems.contains($0) }
        }
      }
    }
    self.similar = similar
    room = zip(states, loads).map { state, done in
      state.isReviewer ? max(0, rulebook.maximumLoad(of: state) - done) : 0
    }
    lacking = zip(states, loads).map { state, done in
      state.isReviewer ? max(0, (state.own.minimum ?? rulebook.minimumLoad) - done) : 0
    }
    offTarget = zip(states, loads).map { state, done in
      state.isReviewer ? max(0, rulebook.targetLoad(of: state) - done) : 0
    }
    options = Array(repeating: 0, count: count * count)
    limits = Limits(cycle)
    target = levels.packed(cycle.restOfBest)
    for state in 0..<count where cycle.reviews[state].hasSeatToDraw {
      for reviewer in 0..<count where room[reviewer] > 0 && reviewer != state {
        options[state * n + reviewer] = Self.kinds(states[reviewer], for: states[state], rulebook)
      }
      trim(state)
    }
    bar(cycle)
    // The same nodes whether or not a redraw's exclusion stands, so that prices mean the same.
    limits.layOut(self)
    if let state = cycle.redrawnWithoutReleased, !isFree {
      for reviewer in cycle.reviews[state].released { options[state * count + reviewer] = 0 }
    }
  }

  /// The kinds of seats that one State may take of another, a bit each.
  private static func kinds(_ reviewer: State, for state: State, _ rulebook: Rulebook) -> UInt8 {
    if rulebook.protocols == .all,
      !state.protocols.allSatisfy({ reviewer.protocols.contains($0) })
    {
      return 0
    }
    let isOfGroup = reviewer.region == state.region && !state.region.isEmpty
    var bits: UInt8 = 0
    for (kind, seat) in rulebook.seats.enumerated() {
      switch seat.group {
      case .any: bits |= 1 << UInt8(kind)
      case .same: if isOfGroup { bits |= 1 << UInt8(kind) }
      case .other: if !isOfGroup { bits |= 1 << UInt8(kind) }
      }
    }
    return bits
  }

  /// Takes out what conflicts, stand-downs and drawn reviews forbid.
  private mutating func bar(_ cycle: Cycle) {
    for conflict in cycle.conflicts {
      guard let state = cycle.roster.index(of: conflict.underReview),
        let reviewer = cycle.roster.index(of: conflict.reviewer)
      else { continue }
      options[state * count + reviewer] = 0
    }
    for stoodDown in cycle.standDowns {
      guard let reviewer = cycle.roster.index(of: stoodDown.state) else { continue }
      for state in 0..<count where cycle.reviews[state].year == stoodDown.year {
        options[state * count + reviewer] = 0
      }
    }
    for (state, review) in cycle.reviews.enumerated() {
      for reviewer in review.reviewers {
        options[state * count + reviewer] = 0
        if !allowsMutual { options[reviewer * count + state] = 0 }
        for other in 0..<count where limits.apart.areApart(reviewer, other) {
          options[state * count + other] = 0
        }
      }
      for reviewer in 0..<count where limits.left(reviewer, inYearOf: state) <= 0 {
        options[state * count + reviewer] = 0
      }
    }
  }

  /// What of a cycle's rules proofs do not know, as a clause.
  private static func unknown(_ cycle: Cycle) -> String? {
    let rulebook = cycle.rulebook
    if cycle.roster.states.count > mostStates {
      return "there are more than \(mostStates) States"
    }
    if rulebook.protocols == .supplement { return "`reviewers.protocols` is supplement" }
    return nil
  }
}

extension Cycle {
  /// The best vector less the waivers in force, those counted at the end aside: one entry for each
  /// waivable rule.
  var restOfBest: [Int] {
    rulebook.waivers.map { rule in
      best[rule] - (rule.countsAtTheEnd ? 0 : waivers.count { $0.rule == rule })
    }
  }
}
