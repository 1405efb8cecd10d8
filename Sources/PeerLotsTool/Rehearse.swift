import ArgumentParser
import Drawing
import Explanations
import GLPKSolver
import Pairing
import Records
import Rules

/// `peerlots rehearse`: a whole cycle in one go.
struct Rehearse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse",
    abstract: "Draws a whole cycle in one go and prints who reviews whom.",
    discussion: """
      The seeds of the draws are S/selection, S/year 1, S/year 2 and so on, so that the ledger is \
      the one that `open`, `select` and `draw` with those seeds would give. Without --output \
      nothing is written.
      """)

  @OptionGroup var data: DataOptions

  @Option(
    parsing: .unconditional, help: "The seed S: a text made public, of printable ASCII characters.")
  var seed: String

  @Option(help: "A folder for the ledger; made if it is not there.", completion: .directory)
  var output: String?

  @OptionGroup var trial: DryRunOption

  @Flag(help: "Go on where the rules cannot all be kept.")
  var acceptWaivers = false

  @Option(help: "The form of the table: text, csv or json.")
  var format = TableFormat.text

  @Flag(help: "Say on standard error how much work it was, in numbers that repeat exactly.")
  var statistics = false

  func run() throws {
    try Exit.reporting {
      let data = try data.read()
      var events: [Event] = []
      let drawer: Drawer
      Patience.note("drawing the cycle")
      do {
        drawer = try Rehearsal.run(
          data.membership, rulebook: data.rulebook, conflicts: data.conflicts,
          exclusions: data.exclusions, seed: seed,
          software: Software.name, acceptsWaivers: acceptWaivers,
          // Without a ledger nobody wants lists of bowls.
          record: output == nil ? nil : { events.append($0) })
      } catch let failure as DrawingFailure {
        try Refusal.explain(failure, data)
        throw failure
      }
      try drawer.cycle.checkRules()
      var head = ""
      if let output, trial.dryRun {
        try LedgerFile.checkAbsence(folder: output)
      } else if let output {
        head = try NewLedger.write(events, folder: output)
      }
      // Also where the table cannot be written: a ledger that is there must not go unmentioned.
      defer {
        Console.say(Summary.of(drawer.cycle))
        if statistics {
          if let proof = drawer.openingProof {
            Console.say("The best waivers are proven by \(proof.text).")
          }
          Console.say(Work.text(drawer.tally))
        }
        if let output, trial.dryRun {
          Console.say(
            "The ledger would be in \(output), with \(Words.count(events.count, "line")).")
          Console.say(Account.english(drawer.cycle, isDryRun: true).nothingWritten)
        } else if let output {
          Console.say("The ledger is in \(output); its last line has the hash\n\(head)")
        }
      }
      let table = AssignmentTable(drawer.cycle)
      if output == nil {
        try table.write(as: format)
      } else {
        try Console.show { try table.write(as: format) }
      }
    }
  }
}

/// How much work a draw was: numbers that do not depend on the machine's speed.
enum Work {
  /// A line for each stage that decides on candidates, then the searches, then GLPK.
  static func text(_ tally: BowlTally) -> String {
    let solving = tally.solving
    let kinds =
      tally.byKinds + tally.bySingles == 0
      ? ""
      : """
      Bowls over kinds of States: \(tally.byKinds) by kinds alone, \(tally.bySingles) with single \
      States; told apart: \(Words.count(tally.toldApart, "State")) under review, \
      \(Words.count(tally.reviewersToldApart, "reviewer")).

      """
    return kinds + """
      Candidates decided: \(tally.held) hold the seat, \(tally.path) by a path, \
      \(tally.repaired) by repair; out \(tally.outByFlow) by the flow, \
      \(tally.outBySearch) by search; \(tally.byProgram) by GLPK.
      Searches: \(tally.searches), with \(tally.searchSteps) nodes and \(tally.searchArcs) arcs; \
      \(tally.repairNodes) nodes of repairs.
      GLPK: \(Words.count(solving.programs, "program")), \(solving.rows) rows, \
      \(solving.columns) columns, \(solving.nonzeros) nonzeros; \(solving.iterations) simplex \
      iterations, \(Words.count(solving.nodes, "node")).
      """
  }
}

/// What is said before a command stops because the rules cannot be kept.
enum Refusal {
  /// Says why, where that is the reason.
  static func explain(_ failure: DrawingFailure, _ data: CycleData) throws {
    switch failure {
    case .impossible: Console.say(try ExplanationText(data, best: nil).text)
    case .needsWaivers(let best): Console.say(try ExplanationText(data, best: best).text)
    default: break
    }
  }

  /// Says in mid-cycle whom it concerns, where that is the reason.
  static func explain(_ failure: DrawingFailure) throws {
    guard case .worsens(let best, let before, let problem) = failure else { return }
    Patience.note("looking for whom it concerns")
    let concerns: [Explanation.Concern]
    do throws(PairingFailure) {
      concerns = try Explanation.concerns(of: problem, best: best)
    } catch { throw DrawingFailure.undecided(error) }
    let text = ConcernText(membership: problem.membership)
    Console.say("More would have to be given up than before:")
    for rule in best.rules where best[rule] > before[rule] {
      let who = text.who(concerns.filter { $0.rule == rule })
      Console.say("- \(ConcernText.sentence(rule, best[rule])) \(who)")
    }
  }
}

/// A cycle in one or two sentences.
enum Summary {
  static func of(_ cycle: Cycle) -> String {
    let drawn = cycle.assignment.reviews
    let reviews = drawn.reduce(0) { $0 + $1.reviewers.count }
    let waived = cycle.rulebook.waivers.compactMap { rule -> String? in
      let count = cycle.waivers.count { $0.rule == rule }
      return count == 0 ? nil : "\(count) × \(rule.rawValue)"
    }
    let years = cycle.rulebook.years
    return "\(Words.count(drawn.count, "State")) under review in \(Words.count(years, "year")), "
      + "\(Words.count(reviews, "review")); "
      + (waived.isEmpty ? "nothing is waived." : "waived: \(waived.joined(separator: ", ")).")
  }
}

/// Numbers with their nouns.
enum Words {
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
