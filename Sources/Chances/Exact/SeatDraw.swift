/// How likely each set of reviewers is when the seats of one review are drawn in order from exact
/// bowls: the regional seat, then the open seats.
///
/// Which sets are lawful decides every bowl: a State is in the bowl of a seat if, with it there,
/// some lawful set is left.
struct SeatDraw {
  /// For each lawful set, in the order given, its weight; the chance is weight / total.
  private(set) var weights: [UInt64]
  /// What the weights add up to.
  private(set) var total: UInt64 = 1

  /// Draws the seats of a review.
  ///
  /// - Parameters:
  ///   - lawful: The sets with which a lawful outcome is left; not empty.
  /// - Returns: nil where the chances do not fit into words of 64 bits.
  init?(_ lawful: [ReviewerSet]) {
    weights = Array(repeating: 0, count: lawful.count)
    let holders = lawful.reduce(0) { $0 | $1.regionalHolders }
    if lawful.allSatisfy({ $0.reviewers.count <= 1 }) {
      drawOneSeat(lawful, holders)
      return
    }
    // Drawn so far, in open seats, with the regional holder given by the family.
    var families: [(holder: UInt64, sets: [Int])] = []
    if holders == 0 {
      families = [(0, Array(lawful.indices))]
    } else {
      total = UInt64(holders.nonzeroBitCount)
      var rest = holders
      while rest != 0 {
        let holder = rest & (0 &- rest)
        rest &= rest - 1
        families.append(
          (holder, lawful.indices.filter { lawful[$0].regionalHolders & holder != 0 }))
      }
    }
    var nodes = families.map {
      Node(holder: $0.holder, open: 0, weight: 1, sets: $0.sets)
    }
    while !nodes.isEmpty {
      guard let next = advance(nodes, lawful) else { return nil }
      nodes = next
    }
    reduce()
  }

  /// Has drawn nothing yet; that has weight 1.
  init(empty count: Int) { weights = Array(repeating: 0, count: count) }

  /// Multiplies all weights.
  ///
  /// - Returns: false where they do not fit into words of 64 bits.
  mutating func multiply(by scale: UInt64) -> Bool {
    let (scaled, overflow) = total.multipliedReportingOverflow(by: scale)
    if overflow { return false }
    total = scaled
    for index in weights.indices { weights[index] *= scale }
    return true
  }

  /// Adds to the weight of a set.
  mutating func add(_ weight: UInt64, to set: Int) { weights[set] += weight }

  /// Draws a single seat: one bowl decides.
  private mutating func drawOneSeat(_ lawful: [ReviewerSet], _ holders: UInt64) {
    let bowl = holders != 0 ? holders : lawful.reduce(0) { $0 | $1.mask }
    total = UInt64(max(1, bowl.nonzeroBitCount))
    for (place, set) in lawful.enumerated()
    where bowl == 0 || (holders != 0 ? set.regionalHolders : set.mask) != 0 {
      weights[place] = 1
    }
  }

  private struct Node {
    let holder: UInt64
    let open: UInt64
    var weight: UInt64
    let sets: [Int]

    func bowl(_ lawful: [ReviewerSet]) -> UInt64 {
      sets.reduce(0) { $0 | lawful[$1].mask } & ~(holder | open)
    }
  }

  /// Draws one open seat of every node; where the bowl is empty, the set is complete.
  private mutating func advance(_ nodes: [Node], _ lawful: [ReviewerSet]) -> [Node]? {
    let bowls = nodes.map { $0.bowl(lawful) }
    var scale: UInt64 = 1
    for bowl in bowls where bowl != 0 {
      let size = UInt64(bowl.nonzeroBitCount)
      let (product, overflow) = scale.multipliedReportingOverflow(by: size / gcd(scale, size))
      if overflow { return nil }
      scale = product
    }
    let (scaled, overflow) = total.multipliedReportingOverflow(by: scale)
    if overflow { return nil }
    total = scaled
    for index in weights.indices { weights[index] *= scale }
    var places: [NodeKey: Int] = [:]
    var next: [Node] = []
    for (node, bowl) in zip(nodes, bowls) {
      if bowl == 0 {
        // A set that holds everything drawn and nothing more.
        weights[node.sets[0]] += node.weight * scale
        continue
      }
      let weight = node.weight * (scale / UInt64(bowl.nonzeroBitCount))
      var rest = bowl
      while rest != 0 {
        let drawn = rest & (0 &- rest)
        rest &= rest - 1
        let key = NodeKey(holder: node.holder, open: node.open | drawn)
        if let place = places[key] {
          next[place].weight += weight
        } else {
          places[key] = next.count
          next.append(
            Node(
              holder: key.holder, open: key.open, weight: weight,
              sets: node.sets.filter { lawful[$0].mask & drawn != 0 }))
        }
      }
    }
    return next
  }

  private struct NodeKey: Hashable {
    let holder: UInt64
    let open: UInt64
  }

  /// Divides by what all weights have in common.
  mutating func reduce() {
    let divisor = weights.reduce(total) { $0 == 1 ? 1 : gcd($0, $1) }
    if divisor == 1 { return }
    total /= divisor
    for index in weights.indices { weights[index] /= divisor }
  }
}

/// The greatest common divisor (Euclid).
func gcd(_ first: UInt64, _ second: UInt64) -> UInt64 {
  var (a, b) = (first, second)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
