import Drawing
import GLPKSolver
import Members
import Pairing
import Rules
import Testing
import TestingTools

/// Real memberships in which a State may do two reviews at most, so that hardly any has one to spare
/// and the rule against mutual reviews costs waivers.
@Suite(.serialized) struct `Real memberships at two reviews at most` {
  /// A cycle in which every fifth State asks for other reviewers; each bowl's lookahead is shown.
  static func draw(
    _ name: String, years: Int, _ inspect: @escaping (inout Lookahead) throws -> Void
  ) throws {
    var rulebook = Rulebook()
    rulebook.maximumLoad = 2
    let drawer = try Drawer.open(
      Real.membership(name), rulebook: rulebook, conflicts: [], software: "tests",
      acceptsWaivers: true, record: nil)
    try drawer.select(.plain("selection"))
    for year in 1...years {
      if year == years { drawer.inspect = inspect }
      try drawer.draw(year: year, .plain(Label("year \(year)")))
      for (place, state) in drawer.cycle.states(year: year).enumerated() where place % 5 == 0 {
        let code = drawer.cycle.roster.states[state].code
        try drawer.redraw(
          code, .plain(Label("redraw \(code.text)")), acceptsWaivers: true)
      }
    }
  }

  private typealias Real = `Real memberships`

  /// A seat that is still to be drawn, regional ones first.
  static func seat(
    _ problem: PairingProblem, _ random: inout SplitMix
  ) -> (state: Int, seat: Seat)? {
    let waiting = problem.reviews.indices.filter {
      problem.reviews[$0].regionalSeats + problem.reviews[$0].openSeats > 0
    }
    guard !waiting.isEmpty else { return nil }
    let state = random.pick(waiting)
    return (state, problem.reviews[state].regionalSeats > 0 ? .regional : .open)
  }

  /// Whether the integer program over States has a completion as good with a State in a seat.
  static func isReachable(
    _ candidate: Int, _ seat: Seat, _ state: Int, _ lookahead: Lookahead
  ) throws -> Bool {
    var placed = lookahead.problem
    placed.place(candidate, underReview: state, in: seat)
    let best = lookahead.best.counts
    let program = PairingProgram(placed, by: .states).program(level: best.count, best: best)
    return try GLPK().minimise(program) != .infeasible
  }

  @Test(arguments: [("untoc-2010", 4, 12), ("untoc-2024-estimate", 4, 8)])
  func `give bowls that the integer program and bans without prices confirm`(
    name: String, years: Int, questions: Int
  ) throws {
    var random = SplitMix(8)
    var (lots, priced, compared, asked) = (0, 0, 0, 0)
    var mistakes: [String] = []
    try Self.draw(name, years: years) { lookahead in
      lots += 1
      priced += lookahead.priceCount > 0 ? 1 : 0
      guard lots % 5 == 0, let (state, seat) = Self.seat(lookahead.problem, &random) else { return }
      // What is known must not help: both begin anew.
      var options = Lookahead.Options()
      options.provesByFlow = true
      options.leafLimit = 1_000
      options.prices = false
      var copy = lookahead
      let bowl = try copy.bowl(of: seat, underReview: state)
      guard var bans = try Lookahead.from(lookahead.problem, options) else { return }
      if bans.best != lookahead.best { mistakes.append("\(bans.best), not \(lookahead.best)") }
      if !bans.asksProgram {
        compared += 1
        let other = try bans.bowl(of: seat, underReview: state)
        if other != bowl { mistakes.append("\(state) \(seat): \(bowl), by bans alone \(other)") }
      }
      guard asked < questions else { return }
      asked += 1
      let eligible = lookahead.problem.eligibleReviewers[state].filter {
        seat == .regional ? $0.mayTakeRegional : $0.mayTakeOpen
      }
      let candidate =
        random.chance(50) && !bowl.isEmpty ? random.pick(bowl) : random.pick(eligible).state
      let isReachable = try Self.isReachable(candidate, seat, state, lookahead)
      if isReachable != bowl.contains(candidate) {
        mistakes.append("\(candidate) for \(state) \(seat): GLPK says \(isReachable)")
      }
    }
    #expect(mistakes.isEmpty, "\(mistakes.count): \(mistakes.prefix(3))")
    #expect(priced > 0 && compared > 3 && asked > 3)
    print("\(name): \(lots) lots, \(priced) with prices; \(compared) bowls by bans, \(asked) asked")
  }
}
