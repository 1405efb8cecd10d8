import Drawing
import Members
import Rules

/// What bounds how many seats go together beside the seats and loads themselves: reviews of one State
/// in one year, and reviewers of one review who may not sit together (documentation, Proofs: limits).
///
/// A limit through which every unit of a flow passes is a node of it: a year of a reviewer, and a
/// group of a State under review where one kind of its seats alone is open to the group. All others
/// are rivals, and a flow may break them.
struct Limits: Sendable {
  /// What a node stands for.
  enum Node: Sendable {
    /// The reviews of a State in a year.
    case year(reviewer: Int, year: Int)
    /// The seats of a kind of a State that the States of a group may hold.
    case group(state: Int, group: Int, kind: Int)
  }

  /// States of whom one at most may review a State.
  struct Rivals: Sendable {
    let state: Int
    /// Pairwise apart, in order.
    let members: [Int]
  }

  /// The node of the first limit; those of States and seats are before it.
  let firstNode: Int
  /// The limits that are nodes.
  private(set) var nodes: [Node] = []
  /// The others.
  private(set) var rivals: [Rivals] = []
  /// Those of whom one is drawn.
  private(set) var closedRivals: Set<Int> = []
  /// Who may not sit together.
  let apart: Apart
  /// The year of each State under review, as an index; −1 for none.
  let yearOf: [Int]
  /// How many reviews a State may still do in a year, at `reviewer * years + year`.
  private(set) var yearLeft: [Int]

  private let count: Int
  private let years: Int
  private var yearNodes: [Int]
  private var groupNodes: [Int]
  /// The nodes of each reviewer's years, and of the groups of each State's kinds of seats.
  private var nodesOfYears: [[Int]] = []
  private var nodesOfGroups: [[Int]] = []
  /// The rivals that a pair is among, at `state * count + reviewer`; empty where there are none.
  private var rivalsOf: [[Int]] = []

  /// The limits of a cycle without those that its options make.
  init(_ cycle: Cycle) {
    count = cycle.roster.states.count
    firstNode = 1 + count + count * cycle.rulebook.seats.count
    apart = Apart(cycle)
    years = cycle.reviews.map(\.year).max() ?? 0
    yearOf = cycle.reviews.map { $0.year - 1 }
    yearLeft = Array(repeating: cycle.rulebook.maximumPerYear, count: count * years)
    for review in cycle.reviews where review.year > 0 {
      for reviewer in review.reviewers { yearLeft[reviewer * years + review.year - 1] -= 1 }
    }
    yearNodes = Array(repeating: -1, count: count * years)
    groupNodes = Array(repeating: -1, count: count * apart.groupCount)
  }

  /// Lays out the nodes and rivals of a moment's options.
  mutating func layOut(_ moment: Moment) {
    for reviewer in 0..<count {
      var open = Array(repeating: 0, count: years)
      for state in 0..<count
      where yearOf[state] >= 0 && moment.options[state * count + reviewer] != 0 {
        open[yearOf[state]] += 1
      }
      for year in 0..<years
      where yearLeft[reviewer * years + year] < min(moment.room[reviewer], open[year]) {
        yearNodes[reviewer * years + year] = firstNode + nodes.count
        nodes.append(.year(reviewer: reviewer, year: year))
      }
    }
    nodesOfYears = (0..<count).map { reviewer in
      yearNodes[(reviewer * years)..<((reviewer + 1) * years)].filter { $0 >= 0 }
    }
    if apart.isEmpty { return }
    nodesOfGroups = Array(repeating: [], count: count * moment.kinds)
    rivalsOf = Array(repeating: [], count: count * count)
    for state in 0..<count where moment.seatsLeft(state) > 1 {
      for (group, members) in apart.groups.enumerated() { layOut(state, group, members, moment) }
      for (one, other) in apart.excluded where !apart.areOfOneGroup(one, other) {
        let pairs = [one, other].map { state * count + $0 }
        if pairs.allSatisfy({ moment.options[$0] != 0 }) { add(state, [one, other]) }
      }
    }
  }

  private mutating func layOut(_ state: Int, _ group: Int, _ members: [Int], _ moment: Moment) {
    let open = members.filter { moment.options[state * count + $0] != 0 }
    if open.count < 2 { return }
    let bits = open.reduce(0) { $0 | moment.options[state * count + $1] }
    let kinds = (0..<moment.kinds).filter { bits & (1 << UInt8($0)) != 0 }
    if kinds.count > 1 { return add(state, open) }
    if moment.capacity(state, kinds[0]) < 2 { return }
    groupNodes[state * apart.groupCount + group] = firstNode + nodes.count
    nodesOfGroups[state * moment.kinds + kinds[0]].append(firstNode + nodes.count)
    nodes.append(.group(state: state, group: group, kind: kinds[0]))
  }

  private mutating func add(_ state: Int, _ members: [Int]) {
    for member in members { rivalsOf[state * count + member].append(rivals.count) }
    rivals.append(Rivals(state: state, members: members))
  }

  /// The node at which a reviewer takes a unit of a State; nil where it is the reviewer's own.
  @inline(__always)
  func exit(_ state: Int, _ reviewer: Int) -> Int? {
    if nodes.isEmpty || yearOf[state] < 0 { return nil }
    let node = yearNodes[reviewer * years + yearOf[state]]
    return node < 0 ? nil : node
  }

  /// The node of a group from which a reviewer takes a unit of a State; nil where it is the seat's.
  @inline(__always)
  func entry(_ state: Int, _ reviewer: Int) -> Int? {
    if nodes.isEmpty || apart.groupCount == 0 { return nil }
    let group = apart.groupOf[reviewer]
    if group < 0 { return nil }
    let node = groupNodes[state * apart.groupCount + group]
    return node < 0 ? nil : node
  }

  /// The nodes of the years of a reviewer.
  @inline(__always)
  func yearNodes(of reviewer: Int) -> [Int] {
    nodesOfYears.isEmpty ? [] : nodesOfYears[reviewer]
  }

  /// The nodes of the groups of a State under review, for a kind of its seats.
  @inline(__always)
  func groupNodes(of state: Int, _ kind: Int, of kinds: Int) -> [Int] {
    nodesOfGroups.isEmpty ? [] : nodesOfGroups[state * kinds + kind]
  }

  /// The rivals that a pair is among.
  @inline(__always)
  func rivals(of state: Int, _ reviewer: Int) -> [Int] {
    rivalsOf.isEmpty ? [] : rivalsOf[state * count + reviewer]
  }

  /// How many reviews a State may still do in the year of another.
  func left(_ reviewer: Int, inYearOf state: Int) -> Int {
    yearOf[state] < 0 ? .max : yearLeft[reviewer * years + yearOf[state]]
  }

  /// How many reviews a State may still do in a year.
  func left(_ reviewer: Int, _ year: Int) -> Int { yearLeft[reviewer * years + year] }

  /// Whether a limit lets nobody through any more, because one of its States is drawn.
  func isClosed(_ node: Int) -> Bool {
    guard case .group(let state, let group, _) = nodes[node - firstNode] else { return false }
    return groupNodes[state * apart.groupCount + group] != node
  }

  /// Takes a review as drawn.
  mutating func draw(_ state: Int, _ reviewer: Int) {
    if yearOf[state] >= 0 { yearLeft[reviewer * years + yearOf[state]] -= 1 }
    if apart.groupCount > 0 && apart.groupOf[reviewer] >= 0 {
      let place = state * apart.groupCount + apart.groupOf[reviewer]
      if groupNodes[place] >= 0, case .group(_, _, let kind) = nodes[groupNodes[place] - firstNode]
      {
        nodesOfGroups[state * (nodesOfGroups.count / count) + kind].removeAll {
          $0 == groupNodes[place]
        }
      }
      groupNodes[place] = -1
    }
    closedRivals.formUnion(rivals(of: state, reviewer))
  }
}
