import ArgumentParser
import Chances
import Drawing
import Foundation
import Lots
import Members
import Pairing
import Records
import Rules

/// `peerlots odds`: how likely every pair is, before it is drawn.
struct Odds: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "odds",
    abstract: "Says how likely every pair is, before any lot is drawn.",
    discussion: """
      Method `bowls` is the draw of this program: lot after lot from exact bowls, all orders of \
      turns and seats included. Method `uniform` makes every lawful outcome equally likely. The \
      odds are counted exactly where that can be done; else give --samples and --seed.
      """)

  @Argument(
    help: "A membership (a CSV file), or the folder of a cycle.", completion: .file())
  var source: String

  @Option(help: "Only the reviews of this year of the cycle, from 1.")
  var year: Int?

  @Option(help: "Only the pairs of this State, under review or as reviewer.")
  var state: String?

  @Flag(help: "Show every pair in the text, not only the likeliest twenty.")
  var all = false

  @Option(help: "How lots are drawn: bowls or uniform.")
  var method = LotMethod.bowls

  @Flag(help: "Count exactly, also where that takes a minute.")
  var exact = false

  @Option(help: "Estimate from so many draws, 1 to 10000000.")
  var samples: Int?

  @Option(parsing: .unconditional, help: "The seed of the draws: any text, taken verbatim.")
  var seed: String?

  @OptionGroup var rules: RuleOptions

  @OptionGroup var sheet: SheetOptions

  func validate() throws {
    if exact && (samples != nil || seed != nil) {
      throw ValidationError("give either --exact, or --samples and --seed")
    }
    if samples != nil && seed == nil {
      throw ValidationError("the seed of the samples is missing: give it with --seed S")
    }
    if samples == nil && seed != nil {
      throw ValidationError("the number of samples is missing: give it with --samples N")
    }
    if let samples, !(1...10_000_000).contains(samples) {
      throw ValidationError("--samples takes a number from 1 to 10000000")
    }
  }

  func run() throws {
    try Exit.reporting {
      let question = try question()
      let only = try state.map { try StateWord.code($0, in: question.problem.membership) }
      let lookahead: Lookahead?
      do throws(PairingFailure) {
        lookahead = try Lookahead.from(question.problem)
      } catch { throw DrawingFailure.undecided(error) }
      guard let lookahead else { throw DrawingFailure.impossible }
      if !lookahead.best.isKept {
        Console.say(
          "warning: the rules cannot all be kept; the odds are those with the best waivers: "
            + lookahead.best.text)
      }
      Patience.note(
        samples.map { "drawing \(Words.count($0, "sample"))" } ?? "counting all orders of the lots")
      var report = try report(question, lookahead)
      if let only { report = try report.only(only) }
      if FileHelp.isFolder(source) { report.head = try Ledger(folder: source).lastHash.text }
      if let format = sheet.format.plain {
        try Console.write(report.bytes(as: format, showsAll: all), as: format.medium)
      } else if let output = sheet.output {
        try WorkbookFile.write(report.sheets(facts()), to: output, replaces: sheet.replace)
      }
    }
  }

  /// Where the odds are from, for a workbook.
  private func facts() throws -> [(what: String, is: String)] {
    var facts: [(what: String, is: String)] = [("Software", Software.name)]
    if let samples, let seed { facts += [("Samples", String(samples)), ("Seed", seed)] }
    if FileHelp.isFolder(source) {
      return facts + [("Hash of the last line", try Ledger(folder: source).lastHash.text)]
    }
    let files =
      [("membership", source)]
      + [("rulebook", rules.rulebook), ("conflicts", rules.conflicts)]
      .compactMap { name, path in path.map { (name, $0) } }
    return try facts
      + files.map { ("SHA-256 of the \($0)", Commitment.hash(of: try InputFile.read(path: $1))) }
  }

  private func question() throws -> OddsQuestion {
    if FileHelp.isFolder(source) {
      if rules.rulebook != nil || rules.conflicts != nil {
        throw ValidationError("a cycle has its own rulebook and conflicts; leave the options out")
      }
      let replay = try LedgerReplay.run(try Ledger(folder: source), chains: .taken)
      if !replay.pending.isEmpty {
        Console.say(
          "warning: the draw \"\(LedgerReplay.name(of: replay.pending))\" was interrupted; the "
            + "odds are those before it")
      }
      return try OddsQuestion(replay.cycle, year: year)
    }
    let data = try CycleData.read(
      membership: source, rulebook: rules.rulebook, conflicts: rules.conflicts)
    for warning in data.warnings { Console.say("\(warning)") }
    return try OddsQuestion(data.problem, year: year)
  }

  private func report(_ question: OddsQuestion, _ lookahead: Lookahead) throws -> OddsReport {
    guard let samples, let seed else { return try exactReport(question, lookahead) }
    let text = Seed(seed)
    let drawn =
      method == .bowls
      ? try question.bowls(lookahead, samples: samples, seed: text)
      : try question.uniform(lookahead.best, samples: samples, seed: text)
    return OddsReport(question, method, drawn)
  }

  private func exactReport(_ question: OddsQuestion, _ lookahead: Lookahead) throws -> OddsReport {
    var limits = ExactOdds.Limits()
    if !exact {
      // Without being asked for, a count takes a few seconds at most.
      limits.states = 300_000
      limits.edges = 1_500_000
    }
    func count(withBowls: Bool) throws -> ExactOdds {
      try question.exact(best: lookahead.best, withBowls: withBowls, limits)
    }
    do {
      return OddsReport(question, method, try count(withBowls: true))
    } catch let failure where method == .uniform && Self.isBowlsOnly(failure) {
      Console.say("The bowls are too many to count, so the two methods are not compared.")
      do {
        return OddsReport(question, method, try count(withBowls: false))
      } catch let failure as ExactFailure { throw OddsQuestion.Failure.needsSamples(failure) }
    } catch let failure as ExactFailure { throw OddsQuestion.Failure.needsSamples(failure) }
  }

  /// Whether the even draw may be countable all the same.
  private static func isBowlsOnly(_ failure: any Error) -> Bool {
    switch failure {
    case ExactFailure.tooManyStates, ExactFailure.beyondReach: true
    case OddsQuestion.Failure.manySelections: true
    default: false
    }
  }
}
