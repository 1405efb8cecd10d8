import ArgumentParser
import Records

/// The command `peerlots`.
@main
struct PeerLotsCommand: ParsableCommand {
  static func main() {
    StandardDescriptors.open()
    Console.outlivesReaders()
    Arguments.refuseOthersThanUTF8()
    var found: (any ParsableCommand.Type)?
    do {
      var command = try parseAsRoot()
      found = type(of: command)
      try command.run()
    } catch { Usage.end(error, found) }
  }

  static let configuration = CommandConfiguration(
    commandName: "peerlots",
    abstract: "Draws by lot who reviews whom, under rules, so that no draw ever dead-ends.",
    discussion: """
      Before any lot PeerLots computes whether the rules can be kept; each lot is then drawn from \
      exactly those States with which the whole cycle can still be completed. Every lot can be \
      drawn again by anyone from the public seed.

      Exit codes: 0 done, and the answer is yes; 1 the answer is no (the rules cannot all be kept, \
      verification failed); 64 wrong usage; 65 the data given is wrong; 70 a defect of PeerLots.
      """,
    version: Software.builtFrom,
    subcommands: [
      Check.self, Rehearse.self, Open.self, Announce.self, Withdraw.self, Select.self, Tickets.self,
      DrawYear.self, RedrawCommand.self, Defer.self, StandDownCommand.self, Amend.self, Status.self,
      LogCommand.self, Table.self, StatesCommand.self, HallCommand.self, Publish.self,
      Verify.self, Prove.self, Audit.self, Why.self, Odds.self, Export.self, Generate.self,
      Stress.self,
      RulebookCommand.self,
    ])
}
