import GLPKSolver
import IntegerProgramming
import Pairing
import Rules
import Fixtures

/// The bowls of a few seats, by the lookahead and by asking GLPK once per candidate; the program
/// over States is loaded once and each question starts from the last basis.
///
/// GLPK is asked about the first candidates only: about some that are not in the bowl it searches
/// for minutes. So the ratio is a lower bound.
func timeBowls(runs: Int, states: Int, asked most: Int) throws {
  var table = Table(
    "One exact bowl of 2024 before anything is drawn, milliseconds of the processor; the lookahead "
      + "in medians of \(runs) runs, GLPK once:",
    ["seat", "candidates", "in the bowl", "lookahead, all", "GLPK asked", "GLPK", "times"])
  let problem = try Fixture.real[2].problem()
  guard let lookahead = try Lookahead.from(problem) else { return }
  let encoded = PairingProgram(problem, by: .states)
  let rows = encoded.program(level: lookahead.best.rules.count, best: lookahead.best.counts)
  // Loading it, and the first basis, are not counted.
  let warm = try WarmProgram(rows)
  if let pair = encoded.encoding.pairs.first, let variable = pair.open ?? pair.regional {
    _ = try warm.isFeasible(variable, atLeast: 0)
  }
  let members = problem.membership.states
  let step = members.count / states
  for index in stride(from: step / 2, to: members.count, by: step) {
    for seat in [Seat.regional, .open] {
      if seat == .regional && problem.reviews[index].regionalSeats == 0 { continue }
      var bowl: [Int] = []
      let timings = try (0..<runs).map { _ in
        var copy = lookahead
        return try Watch.timing { bowl = try copy.bowl(of: seat, underReview: index) }
      }
      let every = encoded.encoding.pairs.compactMap { pair in
        let variable = seat == .regional ? pair.regional : pair.open
        return encoded.encoding.blocks[pair.pair.underReview].state == members[index]
          ? variable.map { (pair.pair.reviewer, $0) } : nil
      }
      let candidates = every.prefix(most)
      var answers: [Bool] = []
      let timing = try Watch.timing {
        for candidate in candidates {
          answers.append(try warm.isFeasible(candidate.1, atLeast: 1))
        }
      }
      let byProgram = zip(candidates, answers).filter { $0.1 }
        .map { encoded.encoding.blocks[$0.0.0].state }
      let asked = Set(candidates.map { encoded.encoding.blocks[$0.0].state.code })
      guard byProgram == bowl.map({ members[$0] }).filter({ asked.contains($0.code) }) else {
        fatalError("GLPK finds another bowl for the \(seat) seat of \(members[index].code)")
      }
      table.add(
        "\(members[index].code) \(seat)", "\(every.count)", "\(bowl.count)",
        milliseconds(timings.processor), "\(candidates.count)", milliseconds(timing.processor),
        "\(Int(timing.processor / timings.processor))")
    }
  }
  table.print()
}
