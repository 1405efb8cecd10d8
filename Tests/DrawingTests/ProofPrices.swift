/// The prices as they stand, of the page *Proofs*.
struct ProofPrices {
  private var asks: [Int: [Int]] = [:]
  private var offers: [ProofMoment.Pair: [Int]] = [:]
  /// What a State asks more in a year: State and year.
  private(set) var years: [ProofMoment.Pair: [Int]] = [:]
  private var sets: [Int: [[Int]: [Int]]] = [:]

  /// What a State asks for a review; nil for nothing.
  func ask(_ state: Int) -> [Int]? { asks[state] }
  /// What a State offers for a seat; nil for nothing.
  func offer(_ state: Int, _ kind: Int) -> [Int]? { offers[.init(state, kind)] }
  /// What a State asks more in a year; nil for nothing.
  func year(_ state: Int, _ year: Int) -> [Int]? { years[.init(state, year)] }
  /// The sets that have a price for the seats of a State.
  func sets(of state: Int) -> [(members: [Int], price: [Int])] {
    (sets[state] ?? [:]).map { ($0, $1) }
  }

  private func groups(_ change: [String: Any], _ name: String, _ size: Int) -> [[Int]] {
    let numbers = change[name] as? [Int] ?? []
    return stride(from: 0, to: numbers.count - size + 1, by: size).map {
      Array(numbers[$0..<($0 + size)])
    }
  }

  /// Sets the prices of a step or a leaf.
  mutating func set(
    _ change: Any?, _ vectors: [[Int]], _ members: [[Int]], _ state: (Int) -> Int
  ) {
    guard let change = change as? [String: Any] else { return }
    for one in groups(change, "asks", 2) where vectors.indices.contains(one[1]) {
      asks[state(one[0])] = vectors[one[1]]
    }
    for one in groups(change, "offers", 3) where vectors.indices.contains(one[2]) {
      offers[.init(state(one[0]), one[1])] = vectors[one[2]]
    }
    for one in groups(change, "years", 3) where vectors.indices.contains(one[2]) {
      years[.init(state(one[0]), one[1])] = vectors[one[2]]
    }
    for one in groups(change, "sets", 3)
    where vectors.indices.contains(one[2]) && members.indices.contains(one[1]) {
      sets[state(one[0]), default: [:]][members[one[1]].map { state($0) }] = vectors[one[2]]
    }
  }
}
