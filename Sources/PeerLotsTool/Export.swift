import ArgumentParser
import Drawing
import GLPKSolver
import IntegerProgramming
import Pairing
import Records

/// `peerlots export`: the integer program, for any other solver.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Prints the integer program of the rules, for any other solver.",
    discussion: """
      The program minimises the K-th entry of the rulebook's `waivers`, with those before it held \
      at their best by rows; its optimum is the count that `check` reports.
      """)

  /// The most pairs of States that are written: 2,000 States take some 4 GB of memory.
  static let mostPairs = 4_000_000

  /// A membership for which a variable for each pair is too much.
  struct TooLarge: Error, CustomStringConvertible {
    let pairs: Int

    var description: String {
      "the program over States has \(pairs) pairs, more than the \(Export.mostPairs) that are "
        + "written\nhelp: --model classes has the same optima and hardly grows with the States"
    }
  }

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
      let states = data.membership.states
      let pairs = states.count { $0.isReviewed } * states.count { $0.isReviewer }
      if model == .states && pairs > Self.mostPairs {
        throw TooLarge(pairs: pairs)
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
      let text = format == .mps ? exported.mpsText() : exported.lpText()
      try Console.write(Array(text.utf8), as: .data)
    }
  }
}
