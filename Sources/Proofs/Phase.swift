import Drawing
import Members
import Rules

/// From one best vector to the next: what is left to draw, a completion, and prices.
struct Phase {
  /// What is left to draw.
  var moment: Moment
  /// A completion that reaches the target; its exchanges cost nothing.
  var base: SeatFlow
  /// The flow of least cost, where it costs less than the target; nil where the base is one.
  var root: SeatFlow?
  /// The prices as they stand in the file.
  var shown: [Int128]
  /// The nodes of trees that may still be looked at.
  private var nodesLeft: Int

  /// Proves a best vector.
  ///
  /// - Returns: The proof, and the phase that begins; nil where no completion is known.
  static func begin(_ cycle: Cycle, event: String, line: Int) throws -> (Start, Phase?) {
    var start = Start(event: event)
    let moment: Moment
    do throws(Unproven) {
      moment = try Moment(cycle)
    } catch {
      start.unproven = error.reason
      return (start, nil)
    }
    let target = moment.target
    if moment.levels.vector(target) != [0] + cycle.restOfBest + [0] {
      throw ProofFailure(line: line, description: "`best` counts what no completion costs")
    }
    var root = SeatFlow(cheapest: moment)
    let cost = root.cost
    if cost < target { root.raiseTolls(to: target) }
    start.prices = root.prices
    if cost > target {
      throw ProofFailure(line: line, description: "no completion reaches `best`: all cost more")
    }
    let isLeast = root.bound == target
    if isLeast {
      start.tree = .leaf(root.prices)
    } else {
      switch Branching.search(root, .atLeast, target) {
      case .proof(let tree): start.tree = tree
      case .completion:
        throw ProofFailure(line: line, description: "a completion is better than `best`")
      case .cut: start.unproven = "no proof of `best` was found"
      }
    }
    switch Branching.search(root, .above, target) {
    case .proof: throw ProofFailure(line: line, description: "no completion reaches `best`")
    case .cut:
      start.unproven = "no completion was found"
      return (start, nil)
    case .completion(var base):
      if base.cost != target {
        throw ProofFailure(line: line, description: "a completion is better than `best`")
      }
      base.restore(moment)
      start.completion = base.changes(from: SeatFlow(empty: moment))
      if isLeast { base.take(pricesOf: root) }
      return (
        start,
        Phase(
          moment: moment, base: base, root: isLeast ? nil : root, shown: root.prices,
          nodesLeft: Branching.mostNodesInAll(moment.count))
      )
    }
  }

  /// Proves a bowl.
  ///
  /// - Parameters:
  ///   - bowl: The States in it.
  ///   - line: The line of the ledger, from 1.
  /// - Returns: The proof, and what the base is with each State in the seat, where known.
  mutating func bowl(
    of state: Int, _ kind: Int, _ bowl: [Int], line: Int, name: (Int) -> String
  ) throws -> (proof: BowlProof, bases: [SeatFlow?]) {
    var proof = BowlProof()
    var bases: [SeatFlow?] = []
    var ways: [Int: (next: [Int], via: [Int])] = [:]
    for reviewer in bowl {
      let entry = moment.entry(state, kind, reviewer)
      let own = ways[entry] ?? base.exchanges(to: entry, avoidsMutual: true)
      ways[entry] = own
      if let changes = base.changes(putting: reviewer, into: state, kind, along: own),
        base.keepsApart(changes), root == nil || costsTarget(changes)
      {
        proof.inside.append(changes)
        bases.append(nil)
        continue
      }
      guard moment.may(reviewer, kind, state) else {
        throw ProofFailure(line: line, description: "\(name(reviewer)) may not be in the bowl")
      }
      switch search(reviewer, state, kind) {
      case .completion(var found):
        found.restore(moment)
        proof.inside.append(found.changes(from: base))
        bases.append(found)
      case .proof:
        throw ProofFailure(
          line: line,
          description: "with \(name(reviewer)), which is in the bowl, no completion reaches `best`")
      case .cut:
        proof.inside.append(nil)
        proof.unproven.append(reviewer)
        bases.append(nil)
      }
    }
    let isIn = Set(bowl)
    let outside = (0..<moment.count).filter {
      moment.may($0, kind, state) && !isIn.contains($0)
    }
    try exclude(outside, state, kind, &proof, line, name)
    proof.unproven.sort()
    return (proof, bases)
  }

  /// The flow of least cost.
  var cheapest: SeatFlow { root ?? base }

  /// Whether changes of the base give what costs the target.
  private func costsTarget(_ changes: [PairChange]) -> Bool {
    var changed = base
    changed.apply(changes)
    return changed.cost == moment.target
  }

  mutating func search(
    _ reviewer: Int, _ state: Int, _ kind: Int
  ) -> Branching.Outcome {
    Branching.search(cheapest, holding: reviewer, in: state, kind, moment.target, &nodesLeft)
  }

  /// Draws a State of the bowl.
  ///
  /// - Parameters:
  ///   - changes: What its proof changes in the base.
  ///   - found: The completion with it, where another one than these changes give was looked for.
  mutating func draw(
    _ reviewer: Int, _ state: Int, _ kind: Int, _ changes: [PairChange], _ found: SeatFlow?
  ) {
    if let found, root != nil { base = found } else { base.apply(changes) }
    forgetTolls()
    base.draw(state, kind, reviewer)
    moment = base.moment
    guard var flow = root else { return }
    root = nil
    flow.liftTolls(state, reviewer)
    let rivals = (0..<moment.count).filter {
      $0 != reviewer && moment.limits.apart.areApart(reviewer, $0)
    }
    if (moment.allowsMutual || flow.forbid(reviewer, state, below: nil))
      && rivals.allSatisfy({ flow.forbid(state, $0, below: nil) })
      && flow.force(state, kind, reviewer, below: nil)
    {
      flow.draw(state, kind, reviewer)
      flow.restore(moment)
      root = flow
    } else {
      root = SeatFlow(cheapest: moment)
      root?.raiseTolls(to: moment.target)
    }
  }

  /// Takes the tolls of the base away, whose reviews stand in the file and must not move. It is then
  /// the cheapest flow no more, so that one is kept beside it.
  private mutating func forgetTolls() {
    if base.tolled.isEmpty { return }
    if root == nil { root = base }
    base.forgetTolls()
  }

  /// Leaves a seat without a reviewer.
  mutating func leave(_ state: Int, _ kind: Int) {
    forgetTolls()
    base.leave(state, kind)
    moment = base.moment
    if root != nil {
      root = SeatFlow(cheapest: moment)
      root?.raiseTolls(to: moment.target)
    }
  }
}

extension SeatFlow {
  /// Takes options back that were taken out on the way.
  mutating func restore(_ moment: Moment) { self.moment = moment }

  /// How this differs from another flow, pair by pair in order.
  func changes(from other: SeatFlow) -> [PairChange] {
    (0..<moment.count).flatMap { state in
      Set(reviewers[state] + other.reviewers[state]).sorted().compactMap { reviewer in
        let kind = kind(state, reviewer)
        return kind == other.kind(state, reviewer)
          ? nil : PairChange(state: state, reviewer: reviewer, kind: kind)
      }
    }
  }
}
