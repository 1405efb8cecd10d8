import ArgumentParser
import Lots
import Records
import StressTesting

/// `peerlots generate`: a synthetic membership.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Prints a synthetic membership that resembles the real ones.",
    discussion: """
      Regional groups, Protocols, legal systems and languages are drawn in the proportions of the \
      memberships of 2010 to 2024. The same options and seed give the same bytes on any machine.
      """)

  @Option(help: "The number of States.")
  var states: Int

  @Option(parsing: .unconditional, help: "The seed: a text, taken verbatim.")
  var seed: String

  @Option(help: "The number of regional groups, all equally likely; without it, the real five.")
  var groups: Int?

  @Option(help: "The share of signatories, in percent.")
  var signatories: Int?

  @Option(help: "How likely a State is party to each Protocol, in percent.")
  var coverage: Int?

  func run() throws {
    try Exit.reporting {
      let synthetic = SyntheticMembership(
        stateCount: states, seed: Seed(seed), groupCount: groups,
        signatoryPercent: signatories ?? 0, coveragePercent: coverage)
      do {
        try Console.write(MembershipText.bytes(of: synthetic.make()), as: .data)
      } catch let failure as SyntheticFailure { throw ValidationError("\(failure)") }
    }
  }
}
