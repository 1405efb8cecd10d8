import Pairing
import Rules

/// A set of demands as a circulation over parties of States, in whole numbers.
///
/// It answers the same question as ``DemandProgram`` without a solver, far faster, or says that it
/// cannot. Per party a under review and party b of reviewers:
///
/// | arc | carries at least | at most |
/// | --- | --- | --- |
/// | hub → a | its demand for reviewers | its seats |
/// | a → group a | its demand for the group | its regional seats |
/// | group a → similar a | its demand for a similar legal system | |
/// | a → open a | | |
/// | group a, similar a or open a → pair (a, b) → b | | the pairs of States |
/// | b → hub | its minimum | its maximum |
///
/// The reviews of group a by similar parties run through similar a. Pairs are not nodes: how many
/// reviews they carry stands in two tables. Mutual bans are no part of a circulation. Every flow
/// held here keeps them; a search that finds a way only by breaking one leaves the question open.
///
/// A flow stays from one question to the next: demands only change what an arc must carry.
struct DemandFlow {
  /// What an arc carries, must and may.
  struct Arc {
    var flow = 0
    var least = 0
    var most = 0
    var canGrow: Bool { flow < most }
    var canShrink: Bool { flow > least }
  }

  /// More than any arc carries.
  static let unlimited = 1 << 40

  /// The demands.
  private(set) var set: DemandSet
  /// How many parties there are.
  let count: Int
  /// Words of a row of bits.
  let words: Int

  var seats: [Arc]
  var groups: [Arc]
  var similars: [Arc]
  var opens: [Arc]
  var loads: [Arc]

  // Tables over pairs: under review, then reviewer.
  var regional: [Int32]
  var open: [Int32]
  var pairLeast: [Int32]
  var pairMost: [Int32]
  /// What two parties may review of each other in all; −1 for any number.
  var banMost: [Int32]
  var hasBans = false
  /// What a review of each pair costs besides, to keep bans; empty for nothing.
  var tolls: [Int128] = []
  /// Pairs of parties of which one must review the other, because their ban has a toll.
  var ties: [(Int, Int)] = []

  // Rows of bits: the parties that a pair allows, by party under review.
  var mayRegional: [UInt64]
  var mayOpen: [UInt64]
  var isSimilar: [UInt64]
  // What can change, by party under review, and for less by reviewer.
  var moreRegional: [UInt64]
  var moreOpen: [UInt64]
  var toOpen: [UInt64]
  var toRegional: [UInt64]
  var banned: [UInt64]
  var lessRegional: [UInt64]
  var lessOpen: [UInt64]

  var search: DemandSearch
  /// The arc that could not be mended last: it is looked at first.
  var hardest = 0

  /// Lays out a set of demands; nobody reviews.
  ///
  /// - Complexity: O(m²) for m parties.
  init(_ set: DemandSet) {
    self.set = set
    count = set.parties.count
    words = (count + 63) / 64
    seats = Array(repeating: Arc(), count: count)
    (groups, similars, opens, loads) = (seats, seats, seats, seats)
    regional = Array(repeating: 0, count: count * count)
    (open, pairLeast, pairMost, banMost) = (regional, regional, regional, regional)
    mayRegional = Array(repeating: 0, count: count * words)
    (mayOpen, isSimilar) = (mayRegional, mayRegional)
    (moreRegional, moreOpen) = (mayRegional, mayRegional)
    (toOpen, toRegional, banned) = (mayRegional, mayRegional, mayRegional)
    (lessRegional, lessOpen) = (mayRegional, mayRegional)
    search = DemandSearch(parties: count)
    layOutPairs()
    setBounds()
  }

  // MARK: Bits

  @inline(__always)
  static func bit(_ column: Int) -> UInt64 { 1 << UInt64(column & 63) }

  @inline(__always)
  func has(_ rows: [UInt64], _ row: Int, _ column: Int) -> Bool {
    rows[row * words + column >> 6] & Self.bit(column) != 0
  }

  @inline(__always)
  static func write(_ rows: inout [UInt64], _ place: Int, _ column: Int, _ isOn: Bool) {
    if isOn { rows[place] |= bit(column) } else { rows[place] &= ~bit(column) }
  }

  // MARK: Demands

  /// Takes other demands of the same parties.
  mutating func take(_ new: DemandSet) {
    let isRelaid = !Self.hasSamePairs(set, new)
    set = new
    if isRelaid { layOutPairs() }
    setBounds()
  }

  /// Whether a set has the same parties.
  func fits(_ new: DemandSet) -> Bool {
    guard new.parties.count == count else { return false }
    for (one, other) in zip(set.parties, new.parties)
    where one.states.count != other.states.count || one.states.first != other.states.first {
      return false
    }
    return true
  }

  private static func hasSamePairs(_ one: DemandSet, _ other: DemandSet) -> Bool {
    if one.bans != other.bans || one.conflicts != other.conflicts { return false }
    for (left, right) in zip(one.parties, other.parties)
    where (left.asks.protocols > 0) != (right.asks.protocols > 0)
      || (left.asks.openSeats > 0) != (right.asks.openSeats > 0)
    {
      return false
    }
    return true
  }

  /// What each arc must and may carry under the demands.
  private mutating func setBounds() {
    for (place, party) in set.parties.enumerated() {
      let size = party.states.count
      let asks = party.asks
      seats[place].least = asks.seats * size
      seats[place].most = set.field.seats(party.kind) * size
      groups[place].least = asks.sameRegion * size
      groups[place].most = set.field.regionalSeats(party.kind) * size
      similars[place].least = asks.legalSystem * size
      similars[place].most = Self.unlimited
      opens[place].most = Self.unlimited
      loads[place].least = asks.minimumLoad * size
      loads[place].most =
        asks.maximumLoad > 0 ? set.field.left(party.kind) * size : Self.unlimited
    }
  }

  /// Takes reviews out of the flow as far as two parties have more of each other than they may.
  mutating func clearBan(_ a: Int, _ b: Int) {
    let over = banExcess(a, b)
    if over <= 0 { return }
    takeOut(min(over, reviews(a, b)), a, b)
  }

  /// Takes so many reviews of a pair out of the flow.
  mutating func takeOut(_ amount: Int, _ a: Int, _ b: Int) {
    let fromOpen = min(amount, Int(open[a * count + b]))
    add(a, b, isRegional: false, -fromOpen)
    add(a, b, isRegional: true, fromOpen - amount)
  }

  func banExcess(_ a: Int, _ b: Int) -> Int {
    let most = Int(banMost[a * count + b])
    if most < 0 { return 0 }
    return a == b ? reviews(a, b) - most : reviews(a, b) + reviews(b, a) - most
  }

  @inline(__always)
  func reviews(_ a: Int, _ b: Int) -> Int {
    Int(regional[a * count + b]) + Int(open[a * count + b])
  }

  /// Puts whole reviews of a pair into the flow, or takes them out.
  mutating func add(_ a: Int, _ b: Int, isRegional: Bool, _ amount: Int) {
    let cell = a * count + b
    if isRegional {
      regional[cell] += Int32(amount)
      groups[a].flow += amount
      if has(isSimilar, a, b) { similars[a].flow += amount }
    } else {
      open[cell] += Int32(amount)
      opens[a].flow += amount
    }
    seats[a].flow += amount
    loads[b].flow += amount
  }
}
