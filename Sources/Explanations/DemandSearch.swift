/// The room in which one search of a circulation works, kept so that it is made once.
///
/// Nodes, for m parties: a, m + a (its group), 2m + a (the similar of its group), 3m + a (its open
/// seats), 4m + b (as reviewer), then the hub as where seats come from and as where reviews go to.
struct DemandSearch {
  /// The node before each on the way from the start.
  var before: [Int32]
  /// The reviewer's party, where a review only changes between kinds of seat.
  var through: [Int32]
  /// In which search a node was last reached.
  var reached: [Int32]
  var turn: Int32 = 0
  var queue: [Int32] = []
  /// Reviewers that have not been reached.
  var left: [UInt64]
  private let parties: Int

  init(parties: Int) {
    self.parties = parties
    before = Array(repeating: -1, count: 5 * parties + 2)
    (through, reached) = (before, Array(repeating: 0, count: 5 * parties + 2))
    left = Array(repeating: 0, count: (parties + 63) / 64)
    queue.reserveCapacity(5 * parties + 2)
  }

  mutating func begin(at start: Int) {
    turn += 1
    queue.removeAll(keepingCapacity: true)
    for word in left.indices { left[word] = ~0 }
    if parties & 63 != 0 { left[left.count - 1] = 1 << UInt64(parties & 63) - 1 }
    reach(start, from: -1)
  }

  @inline(__always)
  mutating func reach(_ node: Int, from: Int, through party: Int = -1) {
    if reached[node] == turn { return }
    reached[node] = turn
    before[node] = Int32(from)
    through[node] = Int32(party)
    if node >= 4 * parties && node < 5 * parties {
      let b = node - 4 * parties
      left[b >> 6] &= ~(1 << UInt64(b & 63))
    }
    queue.append(Int32(node))
  }
}

extension DemandFlow {
  var source: Int { 5 * count }
  var sink: Int { 5 * count + 1 }

  /// Which kind of node, in the order of their numbers; 5 for the hub.
  @inline(__always)
  private func kind(_ node: Int) -> Int { min(node / count, 5) }

  /// Looks for a way on which the flow can grow.
  ///
  /// - Parameters:
  ///   - start: The node to begin with.
  ///   - goal: The node to reach.
  ///   - isCareful: Whether no review may be added that a mutual ban keeps out.
  ///   - isRound: Whether the two sides of the hub are one.
  /// - Complexity: O(m²/64) for m parties.
  mutating func finds(
    _ goal: Int, from start: Int, isCareful: Bool, isRound: Bool = true
  ) -> Bool {
    search.begin(at: start)
    var head = 0
    while head < search.queue.count {
      let node = Int(search.queue[head])
      head += 1
      switch kind(node) {
      case 0: leaveParty(node)
      case 1: leaveGroup(node - count, isCareful)
      case 2: leaveSimilar(node - 2 * count, isCareful)
      case 3: leaveOpen(node - 3 * count, isCareful)
      case 4: leaveReviewer(node - 4 * count)
      default: leaveHub(node, isRound)
      }
      if search.reached[goal] == search.turn { return true }
    }
    return false
  }

  private mutating func leaveParty(_ a: Int) {
    if groups[a].canGrow { search.reach(count + a, from: a) }
    if opens[a].canGrow { search.reach(3 * count + a, from: a) }
    if seats[a].canShrink { search.reach(source, from: a) }
  }

  private mutating func leaveGroup(_ a: Int, _ isCareful: Bool) {
    let node = count + a
    if similars[a].canGrow { search.reach(2 * count + a, from: node) }
    if groups[a].canShrink { search.reach(a, from: node) }
    leaveRegional(a, node, isCareful, isSimilar: false)
  }

  private mutating func leaveSimilar(_ a: Int, _ isCareful: Bool) {
    let node = 2 * count + a
    if similars[a].canShrink { search.reach(count + a, from: node) }
    leaveRegional(a, node, isCareful, isSimilar: true)
  }

  private mutating func leaveRegional(
    _ a: Int, _ node: Int, _ isCareful: Bool, isSimilar wantsSimilar: Bool
  ) {
    let open = 3 * count + a
    for word in 0..<words {
      let place = a * words + word
      let kin = wantsSimilar ? isSimilar[place] : ~isSimilar[place]
      var bits = moreRegional[place] & kin & search.left[word]
      if isCareful && hasBans { bits &= ~banned[place] }
      while bits != 0 {
        let b = word << 6 + bits.trailingZeroBitCount
        bits &= bits - 1
        search.reach(4 * count + b, from: node)
      }
      let swaps = toOpen[place] & kin
      if swaps != 0 && search.reached[open] != search.turn {
        search.reach(open, from: node, through: word << 6 + swaps.trailingZeroBitCount)
      }
    }
  }

  private mutating func leaveOpen(_ a: Int, _ isCareful: Bool) {
    let node = 3 * count + a
    if opens[a].canShrink { search.reach(a, from: node) }
    for word in 0..<words {
      let place = a * words + word
      var bits = moreOpen[place] & search.left[word]
      if isCareful && hasBans { bits &= ~banned[place] }
      while bits != 0 {
        let b = word << 6 + bits.trailingZeroBitCount
        bits &= bits - 1
        search.reach(4 * count + b, from: node)
      }
      let swaps = toRegional[place]
      if swaps == 0 { continue }
      let (kin, others) = (swaps & isSimilar[place], swaps & ~isSimilar[place])
      if kin != 0 {
        search.reach(
          2 * count + a, from: node, through: word << 6 + kin.trailingZeroBitCount)
      }
      if others != 0 {
        search.reach(count + a, from: node, through: word << 6 + others.trailingZeroBitCount)
      }
    }
  }

  private mutating func leaveReviewer(_ b: Int) {
    let node = 4 * count + b
    if loads[b].canGrow { search.reach(sink, from: node) }
    for word in 0..<words {
      var bits = lessRegional[b * words + word]
      while bits != 0 {
        let a = word << 6 + bits.trailingZeroBitCount
        bits &= bits - 1
        search.reach((has(isSimilar, a, b) ? 2 : 1) * count + a, from: node)
      }
      bits = lessOpen[b * words + word]
      while bits != 0 {
        let a = word << 6 + bits.trailingZeroBitCount
        bits &= bits - 1
        search.reach(3 * count + a, from: node)
      }
    }
  }

  private mutating func leaveHub(_ node: Int, _ isRound: Bool) {
    if node == source || isRound {
      for a in 0..<count where seats[a].canGrow { search.reach(a, from: node) }
    }
    if node == sink || isRound {
      for b in 0..<count where loads[b].canShrink { search.reach(4 * count + b, from: node) }
    }
    if isRound { search.reach(node == source ? sink : source, from: node) }
  }

  // MARK: Along the way

  /// Sends as much as the way that was found can carry.
  ///
  /// - Parameter wanted: The most to send.
  /// - Returns: How much; 0 where that would break a mutual ban.
  mutating func send(to goal: Int, atMost wanted: Int) -> Int {
    var amount = wanted
    eachStep(to: goal) { flow, from, to in amount = min(amount, flow.room(from, to)) }
    shift(to: goal, by: amount)
    if isBroken(to: goal) {
      shift(to: goal, by: -amount)
      if amount == 1 { return 0 }
      shift(to: goal, by: 1)
      if isBroken(to: goal) {
        shift(to: goal, by: -1)
        return 0
      }
      return 1
    }
    return amount
  }

  /// Sends as much as the way that was found can carry, whatever bans it breaks.
  mutating func sendFreely(to goal: Int) -> Int {
    var amount = Self.unlimited
    eachStep(to: goal) { flow, from, to in amount = min(amount, flow.room(from, to)) }
    shift(to: goal, by: amount)
    return amount
  }

  private func eachStep(to goal: Int, _ look: (DemandFlow, Int, Int) -> Void) {
    var node = goal
    while search.before[node] >= 0 {
      let from = Int(search.before[node])
      look(self, from, node)
      node = from
    }
  }

  /// Whether the way added a review that a ban keeps out.
  private func isBroken(to goal: Int) -> Bool {
    if !hasBans { return false }
    var node = goal
    while search.before[node] >= 0 {
      let from = Int(search.before[node])
      if kind(node) == 4 && from < 4 * count && banExcess(from % count, node - 4 * count) > 0 {
        return true
      }
      node = from
    }
    return false
  }

  /// How much a step can carry.
  private func room(_ from: Int, _ to: Int) -> Int {
    let (a, b) = (from % count, to % count)
    switch (kind(from), kind(to)) {
    case (0, 1): return groups[a].most - groups[a].flow
    case (0, 3): return opens[a].most - opens[a].flow
    case (0, 5): return seats[a].flow - seats[a].least
    case (1, 2): return similars[a].most - similars[a].flow
    case (1, 0): return groups[a].flow - groups[a].least
    case (2, 1): return similars[a].flow - similars[a].least
    case (3, 0): return opens[a].flow - opens[a].least
    case (1, 4), (2, 4), (3, 4): return Int(pairMost[a * count + b]) - reviews(a, b)
    case (1, 3), (2, 3): return Int(open[a * count + Int(search.through[to])])
    case (3, 1), (3, 2): return Int(regional[a * count + Int(search.through[to])])
    case (4, 1), (4, 2):
      let cell = b * count + a
      return min(Int(regional[cell]), reviews(b, a) - Int(pairLeast[cell]))
    case (4, 3):
      let cell = b * count + a
      return min(Int(open[cell]), reviews(b, a) - Int(pairLeast[cell]))
    case (4, 5): return loads[a].most - loads[a].flow
    case (5, 0): return seats[b].most - seats[b].flow
    case (5, 4): return loads[b].flow - loads[b].least
    default: return Self.unlimited
    }
  }

  private mutating func shift(to goal: Int, by amount: Int) {
    var node = goal
    while search.before[node] >= 0 {
      let from = Int(search.before[node])
      shift(from, node, amount)
      node = from
    }
  }

  private mutating func shift(_ from: Int, _ to: Int, _ amount: Int) {
    let (a, b) = (from % count, to % count)
    switch (kind(from), kind(to)) {
    case (0, 1): groups[a].flow += amount
    case (0, 3): opens[a].flow += amount
    case (0, 5): seats[a].flow -= amount
    case (1, 2): similars[a].flow += amount
    case (1, 0): groups[a].flow -= amount
    case (2, 1): similars[a].flow -= amount
    case (3, 0): opens[a].flow -= amount
    case (1, 4), (2, 4): change(a, b, regional: amount, open: 0)
    case (3, 4): change(a, b, regional: 0, open: amount)
    case (1, 3), (2, 3): change(a, Int(search.through[to]), regional: amount, open: -amount)
    case (3, 1), (3, 2): change(a, Int(search.through[to]), regional: -amount, open: amount)
    case (4, 1), (4, 2): change(b, a, regional: -amount, open: 0)
    case (4, 3): change(b, a, regional: 0, open: -amount)
    case (4, 5): loads[a].flow += amount
    case (5, 0): seats[b].flow += amount
    case (5, 4): loads[b].flow -= amount
    default: break
    }
  }

  mutating func change(_ a: Int, _ b: Int, regional byGroup: Int, open byOpen: Int) {
    regional[a * count + b] += Int32(byGroup)
    open[a * count + b] += Int32(byOpen)
    update(a, b)
  }
}
