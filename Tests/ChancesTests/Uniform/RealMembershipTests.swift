import Chances
import Foundation
import Lots
import Pairing
import Records
import Rules
import Testing

@Suite struct `Uniform outcomes of a real membership` {
  @Test func `are lawful, and say what they rest on`() throws {
    let environment = ProcessInfo.processInfo.environment
    let name = environment["PEERLOTS_UNIFORM"] ?? "untoc-2010"
    let count = Int(environment["PEERLOTS_COUNT"] ?? "") ?? 3
    let path = #filePath.components(separatedBy: "/Tests/")[0] + "/Instances/\(name).csv"
    let data = try CycleData.read(membership: path, rulebook: nil, conflicts: nil)
    let problem = PairingProblem(
      membership: data.membership, rulebook: data.rulebook, conflicts: data.conflicts)
    let best = try #require(try Lookahead.from(problem)).best
    var sampler = try ChainSampler(problem, best: best, seed: "times")
    #expect(sampler.report.spacing > 10)
    var outcomes: Set<[[Int]]> = []
    for _ in 0..<count { outcomes.insert(try sampler.next()) }
    #expect(outcomes.count == count)
    for outcome in outcomes { #expect(waivers(of: outcome, problem) == best) }
    if environment["PEERLOTS_UNIFORM"] != nil { print(sampler.report) }
  }

  /// The waivers of an outcome of the built-in rulebook; nil where it breaks another rule.
  private func waivers(of outcome: [[Int]], _ problem: PairingProblem) -> WaiverVector? {
    let states = problem.membership.states
    let reviews = outcome.enumerated().map { state, reviewers in
      let group = reviewers.filter { states[$0].region == states[state].region }
      let similar = group.filter { SimilarLegalSystem.similar(states[state], states[$0]) }
      let regional = states[state].region.isEmpty ? nil : similar.first ?? group.first
      return Review(
        underReview: state, year: 1, regionalReviewer: regional,
        openReviewers: reviewers.filter { $0 != regional })
    }
    let draw = FinishedDraw(
      membership: problem.membership, rulebook: problem.rulebook,
      assignment: Assignment(reviews: reviews))
    let (vector, unlawful) = Provisions(problem.rulebook).judge(draw)
    return unlawful.allSatisfy { $0.rule == "proportional" } ? vector : nil
  }
}
