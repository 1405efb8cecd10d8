import GLPKSolver
import Pairing
import Fixtures

/// The best vector by GLPK on the program over classes, at 192 States and at more.
func timeClassPrograms(runs: Int) throws {
  var table = Table(
    "The best vector by GLPK on the program over classes, medians of \(runs) runs, milliseconds "
      + "of the processor:",
    ["membership", "States", "writing the rows", "GLPK", "times 2024"])
  var first: Double?
  for fixture in [Fixture.real[2], .generated(10_000), .generated(100_000)] {
    let problem = try fixture.problem()
    var writing: [Timing] = []
    var solving: [Timing] = []
    for _ in 0..<runs {
      let watch = Watch()
      let program = PairingProgram(problem, by: .classes)
      writing.append(watch.read())
      solving.append(try Watch.timing { _ = try program.best(using: GLPK()) })
    }
    let base = first ?? solving.processor
    first = base
    let ratio = (solving.processor / base * 10).rounded() / 10
    table.add(
      fixture.name, "\(fixture.stateCount)", milliseconds(writing.processor),
      milliseconds(solving.processor), "\(ratio)")
  }
  table.print()
}
