import GLPKSolver
import IntegerProgramming
import Pairing
import Rules
import Subjects

/// The bowls of a few seats, by the lookahead and by asking GLPK once per candidate; the program
/// over States is loaded once and each question starts from the last basis.
func timeBowls(runs: Int, states: Int) throws {
  var table = Table(
    "One exact bowl of 2024 before anything is drawn, milliseconds of the processor; the lookahead "
      + "in medians of \(runs) runs, GLPK once:",
    ["seat", "candidates", "bowl", "lookahead", "GLPK", "times"])
  let problem = try Subject.real[2].problem()
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
      let candidates = encoded.encoding.pairs.compactMap { pair in
        let variable = seat == .regional ? pair.regional : pair.open
        return encoded.encoding.blocks[pair.pair.underReview].state == members[index]
          ? variable.map { (pair.pair.reviewer, $0) } : nil
      }
      var answers: [Bool] = []
      let asked = try Watch.timing {
        for candidate in candidates {
          answers.append(try warm.isFeasible(candidate.1, atLeast: 1))
        }
      }
      let byProgram = zip(candidates, answers).filter { $0.1 }
        .map { encoded.encoding.blocks[$0.0.0].state }
      guard byProgram == bowl.map({ members[$0] }) else {
        fatalError("GLPK finds another bowl for the \(seat) seat of \(members[index].code)")
      }
      table.add(
        "\(members[index].code) \(seat)", "\(candidates.count)", "\(bowl.count)",
        milliseconds(timings.processor), milliseconds(asked.processor),
        "\(Int(asked.processor / timings.processor))")
    }
  }
  table.print()
}
