import Rules

/// Which States are told apart.
extension ClassLookahead {
  /// Changes the flow, and tells States apart, until single States can carry it out.
  ///
  /// - Returns: Whether they can; if not, no completion is as good as the flow.
  mutating func makeConcrete() throws(RepairStop) -> Bool {
    while true {
      if network.updateSturdiness() { continue }
      if let arc = network.frail.popLast() {
        if network.held(arc.row, arc.block) == 0 || network.isConcrete(arc.row, arc.block) {
          continue
        }
        network.clear(arc)
        if network.held(arc.row, arc.block) > 0 { try tellApart(arc) }
        continue
      }
      if network.suspects.isEmpty { return true }
      do {
        if try !network.repairSuspects() { return false }
      } catch {
        guard case .tellApart(let arcs) = error else { throw error }
        for arc in arcs { try tellApart(arc) }
      }
    }
  }

  /// Tells apart the States at both ends of some arcs.
  ///
  /// - Throws: `RepairStop.cut` where the rest cannot be decided.
  mutating func tellApart(_ arcs: [ClassNetwork.Arc]) throws(RepairStop) -> Bool {
    precondition(!arcs.isEmpty, "a question without an answer")
    for arc in arcs { try tellApart(arc) }
    return try makeConcrete()
  }

  private mutating func tellApart(_ arc: ClassNetwork.Arc) throws(RepairStop) {
    if !network.isSingle(row: arc.row) { try tellApart(row: arc.row) }
    if arc.block >= 0 && !network.isSingle(block: arc.block) { try tellApart(block: arc.block) }
  }

  /// Gives each State with a seat of a row, if it is of kinds, rows of its own.
  private mutating func tellApart(row: Int) throws(RepairStop) {
    let layout = network.layout
    let isRegional = layout.isRegional(row)
    let kinds =
      isRegional
      ? [layout.kindOfRegionalRow[row]]
      : layout.kindsOfOpenRow[row - layout.kindOfRegionalRow.count]
    for kind in kinds {
      waiting[kind].removeAll {
        !history.hasSeat(Int($0)) || network.supplyOf[Int($0)] != nil
      }
      let states = waiting[kind].map(Int.init).filter { !isRegional || history.hasRegional[$0] }
      try check(network.supplyOf.count + states.count)
      for state in states {
        network.singleOut(
          underReview: state, kind, hasRegional: history.hasRegional[state],
          openLeft: Int(history.openLeft[state]), except: history.exceptions(of: state))
        lots.toldApart += 1
      }
    }
  }

  private func check(_ singles: Int) throws(RepairStop) {
    if singles > singleLimit { throw .tooMany(singles) }
  }

  /// Gives each reviewer of a block, if it is of a kind, a block of its own.
  private mutating func tellApart(block: Int) throws(RepairStop) {
    var words = Array(repeating: UInt64(0), count: (network.layout.blockCount + 63) / 64)
    words.insert(block)
    let mask = BlockMask(words)
    let members = (0..<total[block]).map { counts.select($0, in: mask) }
      .filter { network.blockOf[$0] == nil }
      .map { state in
        (
          state: state, done: Int(history.done[state]),
          exceptions: history.exceptions(ofReviewer: state)
        )
      }
    if members.isEmpty { return }
    try check(network.blockOf.count + members.count)
    network.singleOut(block, members)
    noteSingle(block, members.count)
    lots.reviewersToldApart += members.count
  }
}

extension ClassNetwork {
  /// The single States that a single reviewer holds seats of.
  func singleStates(reviewedBy block: Int) -> [Int] { singleStates(usedBy, block) }

  /// The single States that a single reviewer may hold seats of.
  func singleStates(tightFor block: Int) -> [Int] { singleStates(tightRows, block) }

  private func singleStates(_ matrix: [UInt64], _ block: Int) -> [Int] {
    var states: Set<Int> = []
    for word in 0..<rowWordsInUse {
      var bits = matrix[block * rowWords + word] & singleRows[word]
      while bits != 0 {
        states.insert(rows[word << 6 + bits.trailingZeroBitCount].state)
        bits &= bits - 1
      }
    }
    return states.sorted()
  }
}
