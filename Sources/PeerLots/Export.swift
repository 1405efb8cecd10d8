import ArgumentParser
import Drawing
import GLPKSolver
import IntegerProgramming
import Pairing
import Records

/// `peerlots export`: the integer program, for any other solver.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the integer program of the rules, for any other solver.",
    discussion: """
      The program minimises the K-th entry of the rulebook's `waivers`, with those before it held \
      at their best by rows; its optimum is the count that `check` reports.
      """)

  enum Model: String, CaseIterable, ExpressibleByArgument { case states, classes }
  enum FileFormat: String, CaseIterable, ExpressibleByArgument { case mps, lp }

  @OptionGroup var data: DataOptions

  @Option(help: "A variable for each pair of States, or of classes of interchangeable States.")
  var model: Model

  @Option(help: "Free MPS, or CPLEX LP.")
  var format: FileFormat

  @Option(help: "Which entry of the rulebook's `waivers` to minimise, from 1.")
  var level = 1

  func run() throws {
    try Exit.reporting {
      let data = try data.read()
      let rules = data.rulebook.waivers
      guard (1...max(1, rules.count)).contains(level) else {
        throw ValidationError(
          "--level takes a number from 1 to \(max(1, rules.count)), the length of `waivers`.")
      }
      let program = PairingProgram(data.problem, by: model == .states ? .states : .classes)
      var counts: [Int] = []
      if level > 1 {
        do {
          // The class program is held at its own best, which is never above that of the States.
          let best =
            model == .states
            ? try Lookahead.from(data.problem)?.best : try program.best(using: GLPK())
          guard let best else { throw DrawingFailure.impossible }
          counts = Array(best.counts.prefix(level - 1))
        } catch let failure as PairingFailure { throw DrawingFailure.undecided(failure) }
      }
      let exported = program.program(level: level - 1, best: counts)
      try Console.write(format == .mps ? exported.mpsText() : exported.lpText())
    }
  }
}
