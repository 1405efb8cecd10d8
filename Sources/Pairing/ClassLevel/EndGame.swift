import Members
import Rules

/// The rest of a cycle, decided State by State where kinds of States no longer can.
///
/// Where many States are left, those that others can stand for are left out. The seats left are of
/// some *rows*, q seats of each. For a row, the States that may hold its seats fall into
/// *categories*: whether they lack reviews of the minimum, and whether they are similar. A category
/// is *full* where q States of it, the *stand-ins*, are kept that are under no exception with a seat
/// left, stand in for no other category, and belong to no category that is not full. Of a category
/// that is not full all States are kept.
///
/// A completion is as good with the States that are kept alone: all seats that stand-ins and States
/// left out hold are given anew, each category's to its own stand-ins, one each. No rule forbids
/// it, and no waiver is added: a stand-in is as similar, and lacks a review where the other did.
/// So a State that is left out is in a bowl exactly if a stand-in of its category is. When it is
/// drawn, a stand-in takes the seat in its place; the completions are the same as before, since a
/// State left out can still do all that its stand-in does from then on.
struct EndGame: Sendable {
  /// What single States found for a bowl.
  struct Answer {
    /// States in the bowl.
    var states: [Int]
    /// The blocks whose States that were left out are in the bowl; nil where none was left out.
    var blocks: [UInt64]?
    /// States of these blocks that are not.
    var out: [Int] = []
  }

  private(set) var lookahead: Lookahead
  /// The States kept, in canonical order.
  private let states: [Int]
  private let places: [Int: Int]
  private let roster: EndGameRoster

  /// The stand-ins not used yet, by category.
  private var standIns: [[Int]]
  /// The category that a State stands in for.
  private var categoryOf: [Int: Int]
  /// States that hold a seat in place of another here, and none themselves.
  private var shadows: Set<Int> = []

  /// Takes up what is left of a cycle.
  ///
  /// - Throws: `PairingFailure` where that is too large for single States.
  /// - Complexity: O(n + k²) for k States kept.
  init(_ ahead: ClassLookahead) throws(PairingFailure) {
    var ahead = ahead
    roster = EndGameRoster(&ahead)
    states = roster.kept
    if states.count > ahead.options.endGameLimit {
      throw .tooLarge(states: states.count, limit: ahead.options.endGameLimit)
    }
    var places: [Int: Int] = [:]
    for (place, state) in states.enumerated() { places[state] = place }
    self.places = places
    standIns = roster.standIns
    var categoryOf: [Int: Int] = [:]
    for (category, list) in standIns.enumerated() {
      for state in list { categoryOf[state] = category }
    }
    self.categoryOf = categoryOf
    var options = Lookahead.Options()
    options.provesByFlow = true
    let problem = Self.problem(ahead, states, places)
    guard let lookahead = try Lookahead.from(problem, options) else {
      throw .lostCompletion(state: ahead.membership.states[states[0]].code.text)
    }
    self.lookahead = lookahead
  }

  /// The problem of the States kept. Reviews done for States that are not in it are told by States
  /// that review nobody and have nothing left to draw.
  private static func problem(
    _ ahead: ClassLookahead, _ states: [Int], _ places: [Int: Int]
  ) -> PairingProblem {
    let history = ahead.history
    var members = states.map { index in
      let state = ahead.membership.states[index]
      return State(
        code: state.code, region: state.region, protocols: state.protocols,
        legalSystems: state.legalSystems, isReviewed: history.hasSeat(index),
        isReviewer: ahead.counts.blockOf[index] >= 0)
    }
    var reviews = states.map { state in
      guard history.hasSeat(state) else { return RemainingReview() }
      return RemainingReview(
        regionalSeats: history.hasRegional[state] ? 1 : 0,
        openSeats: Int(history.openLeft[state]),
        reviewers: history.reviewers(of: state).compactMap { places[$0] })
    }
    var told = Array(repeating: 0, count: states.count)
    for review in reviews {
      for reviewer in review.reviewers { told[reviewer] += 1 }
    }
    var round = 0
    while true {
      let reviewers = states.indices.filter {
        members[$0].isReviewer && Int(history.done[states[$0]]) - told[$0] > round
      }
      if reviewers.isEmpty { break }
      // "~" follows every character of a code, and four digits keep the order.
      let number = String(10_000 + round)
      members.append(State(code: Label("~\(number)"), isReviewed: false, isReviewer: false))
      reviews.append(RemainingReview(reviewers: reviewers))
      round += 1
    }
    var problem = PairingProblem(membership: Membership(members), rulebook: ahead.rulebook)
    problem.reviews = reviews
    for (place, state) in states.enumerated() where history.hasSeat(state) {
      for other in history.exceptions(of: state) where other != state {
        if let reviewer = places[other] {
          problem.excluded.insert(.init(underReview: place, reviewer: reviewer))
        }
      }
    }
    return problem
  }

  /// The bowl of a State's next seat.
  mutating func bowl(of seat: Seat, underReview state: Int) throws(PairingFailure) -> Answer {
    guard let place = places[state] else { preconditionFailure("a State with seats is kept") }
    let found = try lookahead.bowl(of: seat, underReview: place).map { states[$0] }
    if roster.isWhole { return Answer(states: found) }
    let row = roster.row(of: seat, underReview: state)
    let isIn = Set(found)
    var blocks = Array(repeating: UInt64(0), count: roster.blockWords)
    for category in roster.categories(of: row) where roster.isFull(category) {
      guard let first = standIns[category].first, isIn.contains(first) else { continue }
      for (word, bits) in roster.blocks[category].enumerated() { blocks[word] |= bits }
    }
    let own = found.filter { !shadows.contains($0) }
    let out = states.filter { !isIn.contains($0) && !shadows.contains($0) }
    return Answer(states: own, blocks: blocks, out: out)
  }

  /// Draws a State for a seat, before anybody else knows.
  ///
  /// - Returns: Whether the answers from here on are right; if not, the rest is to be taken up anew.
  mutating func place(
    _ reviewer: Int, in seat: Seat, underReview state: Int, row: Int, _ block: Int
  ) throws(PairingFailure) -> Bool {
    guard let underReview = places[state] else { preconditionFailure("a State is lost") }
    var standIn = reviewer
    if !roster.isWhole {
      let category = roster.category(of: row, block)
      if places[reviewer] != nil && !shadows.contains(reviewer) {
        if let own = categoryOf[reviewer] {
          if own != category { return false }
          standIns[category].removeAll { $0 == reviewer }
        }
      } else {
        guard roster.isFull(category), roster.mayMoveOn(from: block),
          let other = standIns[category].popLast()
        else { return false }
        standIn = other
        shadows.insert(other)
      }
    }
    guard let place = places[standIn] else { preconditionFailure("a State is lost") }
    try lookahead.place(place, in: seat, underReview: underReview)
    return true
  }

  /// Gives up the regional seat of a State.
  mutating func giveUpRegionalSeat(of state: Int) {
    if let place = places[state] { lookahead.giveUpRegionalSeat(of: place) }
  }

  /// Leaves empty an open seat of a State.
  mutating func leaveSeatEmpty(of state: Int) {
    if let place = places[state] { lookahead.leaveSeatEmpty(of: place) }
  }
}
