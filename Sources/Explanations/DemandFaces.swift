import GLPKSolver
import Pairing
import Rules

/// All completions that need the fewest waivers, as several sets of bounds of which each has its
/// own: where mutual bans cost waivers, one set of bounds does not describe them.
///
/// Of two parties that a cheapest flow has review each other too often, one is kept from it, or the
/// other is: branch and bound (Land and Doig 1960), the cheapest first.
struct DemandFaces {
  /// Sets of bounds that are looked at; a program over few parties is quicker than many sets.
  private var most: Int { self.set.field.kinds.count > ConflictSearch.fewStates ? 120 : 8 }
  /// States that are told apart because of what bans cost among them.
  private static let mostSingles = 60

  /// The fewest waivers, by level; nil where they were not found.
  private(set) var vector: [Int]?
  /// All demands, some States told apart.
  private(set) var set: DemandSet
  private var faces: [DemandFace] = []
  /// Sets of bounds that were looked at.
  private(set) var looked = 0
  /// Bounds that between them hold every completion: they prove that none needs fewer waivers.
  private var proofs: [DemandFace] = []
  /// Two States, and by how much a review of one by the other is made dearer: what the search found,
  /// or begins with.
  private(set) var tolls: [(states: (Int, Int), toll: Int128)]?
  /// What GLPK's dual values suggest; nil until they are asked for.
  private var dual: [(states: (Int, Int), toll: Int128)]?

  /// Two parties one of which may not review the other now.
  struct Pair {
    let underReview: Int
    let reviewer: Int
    let isRegional: Bool
    let isOpen: Bool
  }

  /// Looks at all demands of a problem.
  ///
  /// - Parameters:
  ///   - field: The States.
  ///   - rules: The rules that may be waived, most serious first.
  init(_ field: DemandField, _ rules: [WaivableRule]) { self.init(DemandSet(field), rules) }

  /// Looks at a set of demands.
  ///
  /// - Parameters:
  ///   - set: The demands.
  ///   - rules: The rules that may be waived, most serious first.
  ///   - tolls: Where to begin, from a search among demands like these, before GLPK is asked for the
  ///     dual values of the bans.
  init(
    _ set: DemandSet, _ rules: [WaivableRule],
    beginningWith tolls: [(states: (Int, Int), toll: Int128)]? = nil
  ) {
    self.set = set
    self.tolls = tolls
    var singles = 0
    while let mixed = search(rules), set.field.kinds.count > ConflictSearch.fewStates {
      // Bans cost waivers within a kind: its States are told apart.
      let chosen = Set(mixed.map { self.set.parties[$0].kind })
      singles += self.set.parties.reduce(0) {
        $0 + (chosen.contains($1.kind) ? $1.states.count : 0)
      }
      if singles > Self.mostSingles { break }
      self.set.single { chosen.contains($0.kind) }
      faces = []
    }
  }

  /// Looks for every set of bounds with the fewest waivers.
  ///
  /// - Returns: Parties of several States that would have to be told apart; nil for none.
  private mutating func search(_ rules: [WaivableRule]) -> [Int]? {
    let first = root(rules)
    var waiting = [first.node]
    var seen = first.seen
    defer { looked += seen }
    (vector, proofs) = (nil, [])
    while let place = waiting.indices.min(by: { waiting[$0].face.value < waiting[$1].face.value }) {
      let node = waiting.remove(at: place)
      if let first = faces.first, node.face.value != first.value {
        proofs += [node.face] + waiting.map(\.face)
        break
      }
      switch node.face.answer {
      case .yes:
        if node.face.unlawful > 0 { return nil }
        if faces.isEmpty {
          tolls = node.tolls.map {
            ((set.parties[$0.a].states[0], set.parties[$0.b].states[0]), $0.toll)
          }
        }
        faces.append(node.face)
        proofs.append(node.face)
      // Whatever else it holds needs more waivers.
      case .no where !faces.isEmpty:
        proofs.append(node.face)
        continue
      case .no, .unknown:
        if seen >= most { return nil }
        let mixed = node.face.broken.first { set.pairCount($0.0, $0.1) > 1 || $0.0 == $0.1 }
        if let (a, b) = mixed {
          // One of several States: which one cannot be said of all.
          if a != b || set.field.kinds.count > ConflictSearch.fewStates {
            return [a, b].filter { set.parties[$0].states.count > 1 }
          }
          let limits = node.limits + [(a, a, set.banMost(a, a))]
          waiting.append(Node(set, rules, limits, node.tolls))
          seen += 1
          continue
        }
        guard let next = follow(node, rules) else { return nil }
        waiting += next.nodes
        seen += next.seen
      }
    }
    vector = faces.first?.vector
    return nil
  }

  /// The bounds to begin with: with the tolls that are known, without any, or with those that dual
  /// values suggest, whichever first shows a completion; else the dearest. Tolls are a place to
  /// begin: what bounds prove holds whatever they are.
  private mutating func root(_ rules: [WaivableRule]) -> (node: Node, seen: Int) {
    var nodes = priced(tolls, rules)
    if nodes.first?.face.answer == .yes { return (nodes[0], 1) }
    nodes.insert(Node(set, rules, [], []), at: 0)
    if nodes[0].face.answer == .yes { return (nodes[0], nodes.count) }
    if dual == nil { dual = dualTolls(rules) }
    nodes += priced(dual, rules)
    var root = nodes[0]
    for node in nodes where node.face.answer == .yes || node.face.value > root.face.value {
      root = node
    }
    return (root, nodes.count)
  }

  /// The bounds with tolls on those of some States that are told apart; none where there are none.
  private func priced(
    _ tolls: [(states: (Int, Int), toll: Int128)]?, _ rules: [WaivableRule]
  ) -> [Node] {
    var single: [Int: Int] = [:]
    for (place, party) in set.parties.enumerated() where party.states.count == 1 {
      single[party.states[0]] = place
    }
    let placed = (tolls ?? []).compactMap { toll -> (a: Int, b: Int, toll: Int128)? in
      guard let a = single[toll.states.0], let b = single[toll.states.1],
        set.banMost(a, b) >= 0
      else { return nil }
      return (a, b, toll.toll)
    }
    return placed.isEmpty ? [] : [Node(set, rules, [], placed)]
  }

  /// What GLPK's dual values of the bans say (``DualPrices``).
  private func dualTolls(_ rules: [WaivableRule]) -> [(states: (Int, Int), toll: Int128)] {
    var statistics = Statistics()
    guard set.has(.mutualReviews), let dual = DualPrices(set.field.problem, &statistics) else {
      return []
    }
    let prices = DemandFlow.Prices(rules)
    return dual.prices.compactMap { price in
      let toll = zip(dual.rules, price.counts).reduce(Int128(0)) { sum, level in
        WaivableRule.counted.contains(level.0) ? sum + prices[level.0] * Int128(level.1) : sum
      }
      return toll > 0 ? (price.states, toll / Int128(dual.scale)) : nil
    }
  }

  /// A set of bounds, and what it leaves out.
  private struct Node {
    var limits: [(a: Int, b: Int, most: Int)] = []
    var tolls: [(a: Int, b: Int, toll: Int128)] = []
    let face: DemandFace

    init(face: DemandFace) { self.face = face }

    init(
      _ set: DemandSet, _ rules: [WaivableRule], _ limits: [(a: Int, b: Int, most: Int)],
      _ tolls: [(a: Int, b: Int, toll: Int128)]
    ) {
      (self.limits, self.tolls) = (limits, tolls)
      face = DemandFace(set, rules, within: limits, tolls: tolls)
    }
  }

  /// The bounds that take the place of some that break a ban: the same with a toll on two States'
  /// reviews of each other, where keeping the ban costs something whichever is kept from it (a
  /// Lagrange multiplier; Everett 1963), or else one for each of the two that is.
  private func follow(_ node: Node, _ rules: [WaivableRule]) -> (nodes: [Node], seen: Int)? {
    var ways: [Node]?
    var seen = 0
    for (a, b) in node.face.broken.prefix(4) {
      let both = [(a, b), (b, a)].map { pair in
        Node(set, rules, node.limits + [(pair.0, pair.1, 0)], node.tolls)
      }
      seen += 2
      ways = ways ?? both
      let cost = min(both[0].face.value, both[1].face.value) - node.face.value
      if cost <= 0 { continue }
      var tolls = node.tolls
      let place = tolls.firstIndex { $0.a == a && $0.b == b }
      if let place { tolls[place].toll += cost } else { tolls.append((a, b, cost)) }
      let next = Node(set, rules, node.limits, tolls)
      seen += 1
      if next.face.value > node.face.value { return ([next], seen) }
    }
    return ways.map { ($0, seen) }
  }

  /// Whether the best vector might be better if some pairs could be drawn; if not, it is not.
  func mightGain(lettingIn pairs: [Pair]) -> Bool {
    guard vector != nil, let best = faces.first?.value else { return true }
    return proofs.contains { $0.value(lettingIn: pairs) < best }
  }

  /// Whether the best vector might be better if some demands of a State of a party were given up.
  func mightGain(givingUp rules: [WaivableRule], of party: Int) -> Bool {
    guard vector != nil, let best = faces.first?.value else { return true }
    return proofs.contains { $0.value(givingUp: rules, of: party) < best }
  }

  /// Whether demands, all of the problem's but for some that are given up, hold with the fewest
  /// waivers in all.
  mutating func holds(_ set: DemandSet) -> DemandFlow.Answer {
    var answer = DemandFlow.Answer.no
    for place in faces.indices {
      switch faces[place].holds(set) {
      case .yes: return .yes
      case .no: break
      case .unknown: answer = .unknown
      }
    }
    return answer
  }

  /// Between how many waivers of a rule the States of each party may have, parties in canonical
  /// order of their first States.
  ///
  /// - Returns: nil where that was not found.
  mutating func ranges(_ rule: WaivableRule) -> [(states: [Int], least: Int, most: Int)]? {
    var ranges: [(states: [Int], least: Int, most: Int)] = []
    for (party, whose) in set.parties.enumerated() where whose.asks[rule.demand] > 0 {
      var (least, most) = (Int.max, 0)
      for place in faces.indices {
        guard let range = faces[place].range(rule, party) else { return nil }
        (least, most) = (min(least, range.least), max(most, range.most))
      }
      ranges.append((whose.states, least, most))
    }
    return ranges.sorted { $0.states[0] < $1.states[0] }
  }
}
