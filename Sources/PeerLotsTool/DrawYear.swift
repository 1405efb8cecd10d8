import ArgumentParser
import Chances
import Drawing
import Records

extension LotMethod: ExpressibleByArgument {}

/// `peerlots draw`: the reviewers of a year.
struct DrawYear: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw", abstract: "Draws the reviewers of a year (para. 19).",
    discussion: """
      With the method bowls, lot after lot; with uniform, every lawful outcome of the rest of the \
      cycle is equally likely, and the year takes its part of one. With --ticket, the outcome with \
      that number in the list published by `peerlots tickets`.
      """)

  @OptionGroup var folder: WrittenFolder

  @Option(help: "The year of the cycle, from 1.")
  var year: Int

  @Option(help: "How the lots are drawn: bowls or uniform.")
  var method: LotMethod?

  @Option(help: "The number of a published ticket, as it was drawn; no seed is given with it.")
  var ticket: Int?

  @OptionGroup var seed: SeedOptions

  @Option(help: "The form of the table: text, csv or json.")
  var format = TableFormat.text

  func validate() throws {
    guard ticket != nil else { return try seed.require(unless: folder.isDryRun) }
    if seed.isGiven { throw ValidationError("--ticket takes the seed of its list; give no other") }
    if method == .bowls { throw ValidationError("tickets are drawn by the method uniform") }
  }

  func run() throws {
    try Exit.reporting {
      let namesLots = ticket != nil || seed.names(folder)
      let source = ticket == nil ? try seed.required() : nil
      try folder.session().run(
        namesLots: namesLots, show: { try AssignmentTable($0, years: [year]).write(as: format) }
      ) { drawer in
        if let source {
          try drawer.draw(year: year, source, by: method ?? .bowls)
        } else if let ticket {
          try drawer.draw(year: year, ticket: ticket)
        }
      }
    }
  }
}
