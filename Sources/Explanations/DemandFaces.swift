import Rules

/// All completions that need the fewest waivers, as several sets of bounds of which each has its
/// own: where mutual bans cost waivers, one set of bounds does not describe them.
///
/// Of two parties that a cheapest flow has review each other too often, one is kept from it, or the
/// other is: branch and bound (Land and Doig 1960), the cheapest first.
struct DemandFaces {
  /// Sets of bounds that are looked at.
  private static let most = 60
  /// States that are told apart because of what bans cost among them.
  private static let mostSingles = 60

  /// The fewest waivers, by level; nil where they were not found.
  private(set) var vector: [Int]?
  /// All demands, some States told apart.
  private(set) var set: DemandSet
  private var faces: [DemandFace] = []

  /// Looks at all demands of a problem.
  ///
  /// - Parameters:
  ///   - field: The States.
  ///   - rules: The rules that may be waived, most serious first.
  init(_ field: DemandField, _ rules: [WaivableRule]) {
    set = DemandSet(field)
    var singles = 0
    while let mixed = search(rules), field.kinds.count > ConflictSearch.fewStates {
      // Bans cost waivers within a kind: its States are told apart.
      let chosen = Set(mixed.map { set.parties[$0].kind })
      singles += set.parties.reduce(0) { $0 + (chosen.contains($1.kind) ? $1.states.count : 0) }
      if singles > Self.mostSingles { break }
      set.single { chosen.contains($0.kind) }
      faces = []
    }
  }

  /// Looks for every set of bounds with the fewest waivers.
  ///
  /// - Returns: Parties of several States that would have to be told apart; nil for none.
  private mutating func search(_ rules: [WaivableRule]) -> [Int]? {
    var waiting: [(limits: [(a: Int, b: Int, most: Int)], face: DemandFace)] = [
      ([], DemandFace(set, rules, within: []))
    ]
    var seen = 1
    vector = nil
    while let place = Self.cheapest(waiting.map(\.face)) {
      let (limits, face) = waiting.remove(at: place)
      if let vector, face.vector != vector { break }
      if face.unlawful > 0 { break }
      // Whatever else it holds needs more waivers.
      if vector != nil && face.answer == .no { continue }
      if face.answer == .yes {
        vector = face.vector
        faces.append(face)
        continue
      }
      vector = nil
      guard let (a, b) = face.broken, seen < Self.most else { return nil }
      var ways = [(a, b, 0), (b, a, 0)]
      if a == b || set.pairCount(a, b) > 1 {
        // One of several States: which one cannot be said of all.
        if a != b || set.field.kinds.count > ConflictSearch.fewStates {
          return [a, b].filter { set.parties[$0].states.count > 1 }
        }
        ways = [(a, a, set.banMost(a, a))]
      }
      for way in ways {
        waiting.append((limits + [way], DemandFace(set, rules, within: limits + [way])))
      }
      seen += ways.count
    }
    return nil
  }

  /// The first of those that need the fewest waivers.
  private static func cheapest(_ faces: [DemandFace]) -> Int? {
    faces.indices.min { left, right in
      ([faces[left].unlawful] + faces[left].vector).lexicographicallyPrecedes(
        [faces[right].unlawful] + faces[right].vector)
    }
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
