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
        if network.held(arc.row, arc.block) > 0 { tellApart(arc) }
        continue
      }
      if network.suspects.isEmpty { return true }
      do {
        if try !network.repairSuspects() { return false }
      } catch {
        guard case .tellApart(let arcs) = error else { throw error }
        for arc in arcs { tellApart(arc) }
      }
    }
  }

  /// Tells apart the States at both ends of some arcs.
  ///
  /// - Throws: `RepairStop.cut` where the rest cannot be decided.
  mutating func tellApart(_ arcs: [ClassNetwork.Arc]) throws(RepairStop) -> Bool {
    precondition(!arcs.isEmpty, "a question without an answer")
    for arc in arcs { tellApart(arc) }
    return try makeConcrete()
  }

  private mutating func tellApart(_ arc: ClassNetwork.Arc) {
    if !network.isSingle(row: arc.row) { tellApart(row: arc.row) }
    if arc.block >= 0 && !network.isSingle(block: arc.block) { tellApart(block: arc.block) }
  }

  /// Gives each State with a seat of a row, if it is of kinds, rows of its own.
  private mutating func tellApart(row: Int) {
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
      for state in waiting[kind].map(Int.init) where !isRegional || history.hasRegional[state] {
        network.singleOut(
          underReview: state, kind, hasRegional: history.hasRegional[state],
          openLeft: Int(history.openLeft[state]), except: history.exceptions(of: state))
        lots.toldApart += 1
      }
    }
  }

  /// Gives each reviewer of a block, if it is of a kind, a block of its own.
  private mutating func tellApart(block: Int) {
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
