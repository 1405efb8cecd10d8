import Rules

/// All completions that need the fewest waivers, as several sets of bounds of which each has its
/// own: where mutual bans cost waivers, one set of bounds does not describe them.
///
/// Of two States that a cheapest flow has review each other, one is kept from it, or the other is:
/// branch and bound (Land and Doig 1960), the cheapest first.
struct DemandFaces {
  /// Sets of bounds that are looked at.
  private static let most = 60

  /// The fewest waivers, by level; nil where they were not found.
  private(set) var vector: [Int]?
  private var faces: [DemandFace] = []

  /// Looks at all demands of a problem.
  ///
  /// - Parameters:
  ///   - field: The States.
  ///   - rules: The rules that may be waived, most serious first.
  init(_ field: DemandField, _ rules: [WaivableRule]) {
    let set = DemandSet(field)
    var waiting: [(barred: [(Int, Int)], face: DemandFace)] = [
      ([], DemandFace(set, rules, without: []))
    ]
    var seen = 1
    while let place = Self.cheapest(waiting.map(\.face)) {
      let (barred, face) = waiting.remove(at: place)
      if let vector, face.vector != vector { break }
      if face.unlawful > 0 { break }
      // Whatever else it holds needs more waivers.
      if vector != nil && face.answer == .no { continue }
      if face.answer == .yes {
        vector = face.vector
        faces.append(face)
        continue
      }
      guard let (a, b) = face.broken, seen < Self.most, set.parties[a].states.count == 1,
        set.parties[b].states.count == 1
      else {
        vector = nil
        return
      }
      for pair in [(a, b), (b, a)] {
        waiting.append((barred + [pair], DemandFace(set, rules, without: barred + [pair])))
      }
      seen += 2
    }
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

  /// Between how many waivers of a rule some kind of State may have.
  ///
  /// - Returns: nil where that was not found.
  mutating func range(_ rule: WaivableRule, _ kind: Int) -> (least: Int, most: Int)? {
    var all: (least: Int, most: Int)?
    for place in faces.indices {
      guard let range = faces[place].range(rule, kind) else { return nil }
      all = (min(range.least, all?.least ?? range.least), max(range.most, all?.most ?? range.most))
    }
    return all
  }
}
