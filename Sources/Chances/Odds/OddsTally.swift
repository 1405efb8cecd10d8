/// What many sampled outcomes add up to.
struct OddsTally: Sendable {
  /// For each State under review that is looked at, how often each State was its reviewer.
  private(set) var pairs: [[Int]]
  /// For each State, how often it did 0, 1, 2 … of the reviews looked at.
  private(set) var reviews: [[Int]]
  /// How many outcomes there were.
  private(set) var count = 0
  private let rows: [Int: Int]

  /// Counts nothing yet.
  ///
  /// - Parameters:
  ///   - underReview: The States whose reviews are looked at.
  ///   - states: The number of States.
  init(_ underReview: [Int], states: Int) {
    pairs = underReview.map { _ in Array(repeating: 0, count: states) }
    reviews = Array(repeating: [0], count: states)
    rows = Dictionary(uniqueKeysWithValues: zip(underReview, underReview.indices))
  }

  /// Counts an outcome, given as reviewers by States under review; others than those looked at are
  /// left out.
  mutating func count(_ outcome: some Sequence<(state: Int, reviewers: [Int])>) {
    var loads = Array(repeating: 0, count: reviews.count)
    for (state, reviewers) in outcome {
      guard let row = rows[state] else { continue }
      for reviewer in reviewers {
        pairs[row][reviewer] += 1
        loads[reviewer] += 1
      }
    }
    for (state, load) in loads.enumerated() {
      while reviews[state].count <= load { reviews[state].append(0) }
      reviews[state][load] += 1
    }
    count += 1
  }

  /// Adds what another tally of the same States counted.
  mutating func add(_ other: OddsTally) {
    for row in pairs.indices {
      for state in pairs[row].indices { pairs[row][state] += other.pairs[row][state] }
    }
    for state in reviews.indices {
      for (load, count) in other.reviews[state].enumerated() {
        while reviews[state].count <= load { reviews[state].append(0) }
        reviews[state][load] += count
      }
    }
    count += other.count
  }
}
