import Members
import Rules

/// Sets of pairs of which at most one may be drawn: two States that would review each other, two
/// that may not sit on one review, and the States of one group, where reviewers are of different
/// groups and nodes cannot say so.
struct Rivalries: Sendable {
  /// The pairs of each, one after the other, and where each one's begin.
  private(set) var members: [Int32] = []
  private(set) var firstMember: [Int32] = [0]
  /// The rivalries of each pair, one pair after the other, and where each one's begin.
  private var ofPair: [Int32] = []
  private var firstOfPair: [Int32] = []
  /// How many pairs of each are on.
  var on: [Int32] = []
  /// Whether each has a price, so that exactly one of its pairs is to be drawn.
  var isPriced: [Bool] = []
  /// How often a way turns pairs of each on less how often off, while it is looked at.
  var change: [Int32] = []

  init() {}

  /// Lists the rivalries of a problem.
  init(_ problem: PairingProblem, _ network: SeatNetwork) {
    if problem.rulebook.mutualReviews == .forbidden {
      for (number, pair) in network.pairs.enumerated() where pair.state < pair.reviewer {
        if let other = network.place(Int(pair.state), underReview: Int(pair.reviewer)) {
          add([number, other])
        }
      }
    }
    for exclusion in problem.exclusions {
      guard let one = problem.membership.index(of: exclusion.reviewer),
        let other = problem.membership.index(of: exclusion.other)
      else { continue }
      for state in problem.reviews.indices {
        let found = [one, other].compactMap { network.place($0, underReview: state) }
        if found.count == 2 { add(found) }
      }
    }
    if problem.rulebook.distinctGroups && problem.rulebook.hasSeveralKinds {
      addGroups(problem, network)
    }
    list(network.pairs.count)
  }

  private mutating func addGroups(_ problem: PairingProblem, _ network: SeatNetwork) {
    for state in problem.reviews.indices {
      let places = network.firstPair[state]..<network.firstPair[state + 1]
      let groups = Dictionary(grouping: places) {
        problem.membership.states[Int(network.pairs[$0].reviewer)].region
      }
      for (group, places) in groups.sorted(by: { $0.key < $1.key })
      where !group.isEmpty && places.count > 1 {
        add(places)
      }
    }
  }

  private mutating func add(_ pairs: [Int]) {
    members += pairs.map { Int32(truncatingIfNeeded: $0) }
    firstMember.append(Int32(truncatingIfNeeded: members.count))
  }

  private mutating func list(_ pairCount: Int) {
    firstOfPair = Array(repeating: 0, count: pairCount + 1)
    for pair in members { firstOfPair[Int(pair) + 1] += 1 }
    for pair in 0..<pairCount { firstOfPair[pair + 1] += firstOfPair[pair] }
    ofPair = Array(repeating: 0, count: members.count)
    var next = firstOfPair
    for rivalry in 0..<count {
      for pair in pairs(of: rivalry) {
        ofPair[Int(next[Int(pair)])] = Int32(truncatingIfNeeded: rivalry)
        next[Int(pair)] += 1
      }
    }
    on = Array(repeating: 0, count: count)
    change = on
    isPriced = Array(repeating: false, count: count)
  }

  /// How many there are.
  var count: Int { firstMember.count - 1 }

  /// The pairs of a rivalry.
  @inline(__always)
  func pairs(of rivalry: Int) -> ArraySlice<Int32> {
    members[Int(firstMember[rivalry])..<Int(firstMember[rivalry + 1])]
  }

  /// The rivalries of a pair.
  @inline(__always)
  func all(of pair: Int) -> ArraySlice<Int32> {
    ofPair[Int(firstOfPair[pair])..<Int(firstOfPair[pair + 1])]
  }

  /// Whether a pair that is off has a rival that is on.
  @inline(__always)
  func forbids(_ pair: Int) -> Bool {
    var place = Int(firstOfPair[pair])
    let end = Int(firstOfPair[pair + 1])
    while place < end {
      if on[Int(ofPair[place])] > 0 { return true }
      place += 1
    }
    return false
  }

  /// Whether a pair that is on must not be turned off alone.
  @inline(__always)
  func asksFor(_ pair: Int) -> Bool { all(of: pair).contains { isPriced[Int($0)] } }

  /// Whether a rivalry is in breach with so many pairs on.
  @inline(__always)
  func isBreach(_ rivalry: Int, _ count: Int32) -> Bool {
    count > 1 || count == 0 && isPriced[rivalry]
  }

  /// Ends the rivalries of a pair that is drawn for good.
  mutating func end(_ pair: Int) {
    for rivalry in all(of: pair) {
      isPriced[Int(rivalry)] = false
      on[Int(rivalry)] = 0
    }
  }
}
