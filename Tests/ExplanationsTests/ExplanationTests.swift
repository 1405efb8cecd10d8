import Explanations
import Members
import Pairing
import Rules
import Testing
import TestingTools

@Suite struct `An explanation` {
  @Test func `names the States that every best completion leaves without a reviewer`() throws {
    let states = ["A", "B", "C"].map {
      State(code: Label($0), protocols: $0 == "A" ? [Label("P")] : [])
    }
    let problem = PairingProblem(membership: Membership(states), rulebook: Rulebook())
    let best = try #require(try Lookahead.from(problem)?.best)
    let explanation = try Explanation(problem, best: best)
    #expect(explanation.concerns.contains { $0.rule == .seat && $0.states == [0] && $0.least == 2 })
  }
}
