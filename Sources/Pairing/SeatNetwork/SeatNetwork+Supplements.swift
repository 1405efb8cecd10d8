import Rules

/// Supplementary seats (rulebook, `protocols: supplement`).
extension SeatNetwork {
  /// Whether a problem has supplementary seats beside rules with which this network does not know
  /// them: groups of reviewers that are kept apart as rivals, which supplementary ones are not.
  static func isBeyond(_ problem: PairingProblem) -> Bool {
    problem.drawsSupplements
      && (problem.rulebook.distinctGroups && problem.rulebook.hasSeveralKinds
        || Lacks(problem).most > Lacks.limit)
  }

  /// Makes the nodes of a State's supplementary seats.
  ///
  /// - Returns: Each with the number of what is lacking.
  mutating func addSupplements(
    of state: Int, _ review: RemainingReview, _ eligibility: Eligibility, _ seats: [Seat]
  ) -> [(lack: Int, node: Int32)] {
    let count = lacks.count(of: state)
    if count == 0 { return [] }
    var isPossible = Array(repeating: false, count: count + 1)
    var canBeHeld = isPossible
    for due in lacks.due[state] { isPossible[due] = true }
    for reviewer in done.indices {
      if seats.contains(where: { eligibility.permits(reviewer, toReview: state, in: $0) }) {
        isPossible[lacks.of(reviewer, underReview: state)] = true
      }
      if eligibility.permits(reviewer, toReview: state, in: .supplementary) {
        for lack in 1...count where lacks.covers(reviewer, state, lack) { canBeHeld[lack] = true }
      }
    }
    var nodes: [(lack: Int, node: Int32)] = []
    for lack in 1...count where isPossible[lack] && canBeHeld[lack] {
      let most = review.seatsLeft + lacks.due[state].count { $0 == lack }
      let node = addNode()
      let source = addArc(0, node, most)
      let unneeded = addArc(node, 1, most)
      let empty = addArc(node, 1, most, cost: costs.supplement)
      let coupling = couplings.add(source: source, empty: empty, unneeded: unneeded)
      arcs[Int(unneeded)].coupling = Int32(truncatingIfNeeded: coupling)
      lacks.note(coupling, of: state, lack)
      nodes.append((lack, node))
    }
    return nodes
  }

  /// Makes the node of a kind of seats from which reviewers that lack the same are taken.
  mutating func addLack(of state: Int, _ lack: Int, from kind: Int32, seats: Int) -> Int32 {
    let node = addNode()
    let coupling = lacks.coupling(state, lack)
    let arc = addArc(kind, node, seats, cost: coupling == nil ? costs.supplement : 0)
    if let coupling {
      arcs[Int(arc)].coupling = Int32(truncatingIfNeeded: coupling)
      couplings.count(arc, in: coupling)
    } else {
      lonelyArcs.append(arc)
    }
    return node
  }

  /// Begins to count what flows in couplings.
  mutating func startCouplings() {
    for state in lacks.due.indices {
      for lack in 1..<lacks.count(of: state) + 1 {
        guard let coupling = lacks.coupling(state, lack) else { continue }
        let due = lacks.due[state].count { $0 == lack }
        let flow = couplings.counted[coupling].reduce(due) { $0 + Int(arcs[Int($1)].flow) }
        couplings.start(coupling, flow - Int(arcs[Int(couplings.source[coupling])].capacity))
      }
    }
  }

  /// How many supplementary seats stay empty, those due that nobody can hold included.
  var emptySupplements: Int {
    let held = couplings.empty + lonelyArcs
    let flow = held.reduce(0) { $0 + Int(arcs[Int($1)].flow) }
    return lacks.due.indices.reduce(flow) { sum, state in
      sum + lacks.due[state].count { lacks.coupling(state, $0) == nil }
    }
  }

  /// Branches on the arcs of couplings that are not balanced, until none are left: one of them takes
  /// less, or more, than it does, and those before it do not.
  mutating func balance() -> Decision {
    guard let coupling = couplings.breach else { return .yes }
    repairNodes += 1
    if repairNodes > repairLimit { return .unknown }
    let isOver = couplings.excess[coupling] > 0
    let kept = suspects
    var isSure = true
    var held: [(arc: Int, least: Int32, capacity: Int32)] = []
    defer {
      for bound in held {
        (arcs[bound.arc].least, arcs[bound.arc].capacity) = (bound.least, bound.capacity)
      }
    }
    for number in couplings.counted[coupling] {
      let arc = Int(number)
      let before = arcs[arc]
      let canMove = isOver ? before.flow > before.least : before.flow < before.capacity
      guard before.isTight && canMove else { continue }
      let mark = log.count
      held.append((arc, before.least, before.capacity))
      if turn(arc, on: !isOver) {
        if isOver { arcs[arc].capacity = arcs[arc].flow } else { arcs[arc].least = arcs[arc].flow }
        let found = repair()
        if found == .yes { return .yes }
        if found == .unknown { isSure = false }
        rollBack(to: mark)
        suspects = kept
        (arcs[arc].least, arcs[arc].capacity) = (before.least, before.capacity)
      }
      if isOver { arcs[arc].least = before.flow } else { arcs[arc].capacity = before.flow }
    }
    return isSure ? .no : .unknown
  }

  /// Notes the lot of a reviewer, or of a supplementary one.
  mutating func noteDrawn(_ reviewer: Int, in seat: Seat, underReview state: Int) {
    if lacks.most == 0 { return }
    if seat == .supplementary {
      lacks.due[state].removeFirst()
    } else {
      let lack = lacks.of(reviewer, underReview: state)
      if lack > 0 { lacks.due[state].append(lack) }
    }
  }

  /// Leaves a State's next supplementary seat empty, because its bowl is.
  mutating func leaveSupplementEmpty(of state: Int) {
    let lack = lacks.due[state].removeFirst()
    guard let coupling = lacks.coupling(state, lack) else { return }
    settle(Int(couplings.empty[coupling]))
    settle(Int(couplings.source[coupling]))
  }
}
