import Members
import Rules

/// What is left to draw at one moment of a cycle: seats, who may take them, and what is to be reached
/// (documentation, Proofs: the problem of a moment).
///
/// States are indices into the cycle's roster, kinds of seats indices into the rulebook's.
struct Moment: Sendable {
  /// The number of States.
  let count: Int
  /// The number of kinds of seats.
  let kinds: Int
  /// The kind with seats of the same group; nil where there is none.
  let same: Int?
  /// The kind of which a seat is that gives up its group.
  let last: Int
  /// The costs.
  let levels: CostLevels
  /// Whether two States may review each other.
  let allowsMutual: Bool
  /// Seats left, at `state * kinds + kind`.
  var left: [Int]
  /// Kinds of seats that a reviewer may take, a bit each, at `state * count + reviewer`.
  var options: [UInt8]
  /// Whether a pair is counted as of a similar legal system, at `state * count + reviewer`.
  let similar: [Bool]
  /// What a regional seat costs a State if its holder is of no similar legal system.
  let dissimilar: [Int128]
  /// How many reviews each State may still do.
  var room: [Int]
  /// How many it lacks below its minimum, if it does no more.
  var lacking: [Int]
  /// How many it lacks below the target.
  var offTarget: [Int]
  /// What bounds years, and who may sit together.
  var limits: Limits
  /// What is to be reached by what is left.
  var target: Int128

  /// What one empty seat costs.
  var emptySeat: Int128 { levels.unit(.seat) }
  /// What a regional seat costs that is given up.
  var otherGroup: Int128 { levels.unit(.sameRegion) }

  /// The number of the nodes of a flow: the hub, States as reviewers, seats, limits.
  var nodeCount: Int { limits.firstNode + limits.nodes.count }
  /// The node of a State's seats of a kind.
  func node(_ state: Int, _ kind: Int) -> Int { 1 + count + state * kinds + kind }
  /// The place of the price of rivals, after those of the nodes.
  func place(ofRivals place: Int) -> Int { nodeCount + place }

  /// The node at which a reviewer takes a unit of a State.
  @inline(__always)
  func exit(_ state: Int, _ reviewer: Int) -> Int {
    limits.exit(state, reviewer) ?? 1 + reviewer
  }

  /// The node from which a reviewer takes a unit of a State in a seat of a kind.
  @inline(__always)
  func entry(_ state: Int, _ kind: Int, _ reviewer: Int) -> Int {
    limits.entry(state, reviewer) ?? node(state, kind)
  }

  /// What holding a seat of a kind spares, legal systems aside.
  func worth(_ kind: Int) -> Int128 { kind == same ? emptySeat + otherGroup : emptySeat }

  /// What a pair spares as of a similar legal system in a seat of a kind.
  func bonus(_ state: Int, _ kind: Int, _ reviewer: Int) -> Int128 {
    kind == same && similar[state * count + reviewer] ? dissimilar[state] : 0
  }

  /// Whether a reviewer may take a seat of a kind.
  func may(_ reviewer: Int, _ kind: Int, _ state: Int) -> Bool {
    options[state * count + reviewer] & (1 << UInt8(kind)) != 0
  }

  /// Draws a reviewer for a seat.
  mutating func draw(_ state: Int, _ kind: Int, _ reviewer: Int) {
    target -= kind == same ? dissimilar[state] - bonus(state, kind, reviewer) : 0
    left[state * kinds + kind] -= 1
    limits.draw(state, reviewer)
    room[reviewer] -= 1
    lacking[reviewer] = max(0, lacking[reviewer] - 1)
    offTarget[reviewer] = max(0, offTarget[reviewer] - 1)
    options[state * count + reviewer] = 0
    if !allowsMutual { options[reviewer * count + state] = 0 }
    if room[reviewer] == 0 {
      for other in 0..<count { options[other * count + reviewer] = 0 }
    }
    for other in 0..<count where limits.apart.areApart(reviewer, other) {
      options[state * count + other] = 0
    }
    if limits.left(reviewer, inYearOf: state) <= 0 { close(reviewer, inYearOf: state) }
    trim(state)
  }

  /// Takes out the options of a State in the year of another.
  private mutating func close(_ reviewer: Int, inYearOf state: Int) {
    for other in 0..<count where limits.yearOf[other] == limits.yearOf[state] {
      options[other * count + reviewer] = 0
    }
  }

  /// Leaves a seat without a reviewer: one of the same group becomes one of the last kind.
  mutating func leave(_ state: Int, _ kind: Int) {
    left[state * kinds + kind] -= 1
    if kind == same {
      left[state * kinds + last] += 1
      target -= otherGroup + dissimilar[state]
    } else {
      target -= emptySeat
    }
    trim(state)
  }

  /// The seats that a State has left.
  func seatsLeft(_ state: Int) -> Int {
    (0..<kinds).reduce(0) { $0 + left[state * kinds + $1] }
  }

  /// How many seats of a kind a State may have, those given up included.
  func capacity(_ state: Int, _ kind: Int) -> Int {
    let gives = kind == last ? same.map { left[state * kinds + $0] } ?? 0 : 0
    return left[state * kinds + kind] + gives
  }

  /// Takes out the options of seats that a State has no more.
  mutating func trim(_ state: Int) {
    var kept: UInt8 = 0
    for kind in 0..<kinds where left[state * kinds + kind] > 0 {
      kept |= 1 << UInt8(kind)
      if kind == same { kept |= 1 << UInt8(last) }
    }
    for reviewer in 0..<count { options[state * count + reviewer] &= kept }
  }

  /// What is spared by the next review of a State, after so many: as a cost, so not above 0.
  func step(_ reviewer: Int, after held: Int) -> Int128 {
    (held < lacking[reviewer] ? -levels.unit(.minimumLoad) : 0)
      - (held < offTarget[reviewer] ? levels.unit(.targetLoad) : 0)
  }

  /// What a State lacks after so many reviews.
  func shortfall(_ reviewer: Int, after held: Int) -> Int128 {
    Int128(max(0, lacking[reviewer] - held)) * levels.unit(.minimumLoad)
      + Int128(max(0, offTarget[reviewer] - held)) * levels.unit(.targetLoad)
  }
}
