import ArgumentParser
import Drawing
import Members
import Records

/// `peerlots tickets`: a numbered list of lawful outcomes.
struct Tickets: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Publishes a numbered list of lawful outcomes of a year, to draw one from.",
    discussion: """
      The outcomes are drawn by the method uniform. The list is a CSV file: one line a ticket, from \
      0, one column for each State under review, with its reviewers. Its SHA-256 goes into the \
      ledger. Publish both before the meeting; in the hall, three ten-sided dice name one of a \
      thousand, and `peerlots draw --ticket` draws it. The same command with the same seed writes \
      the file again.
      """)

  @OptionGroup var folder: FolderArgument

  @Option(help: "The year of the cycle, from 1.")
  var year: Int

  @Option(help: "How many tickets, 2 to 10000.")
  var count = 1000

  @OptionGroup var seed: SeedOptions

  @Option(help: "The file of the list, for instance tickets.csv.", completion: .file())
  var output: String

  @Option(
    name: .customLong("print"), help: "A page to print (HTML) with the same list.",
    completion: .file())
  var page: String?

  func validate() throws {
    try seed.require()
    if !Drawer.ticketCounts.contains(count) {
      throw ValidationError("--count takes \(Words.range(Drawer.ticketCounts))")
    }
    if page == output { throw ValidationError("--print and --output need different files") }
  }

  func run() throws {
    try Exit.reporting {
      let draw = DrawName.tickets(year)
      let source = try seed.required()
      try Session(folder: folder.folder).run { drawer in
        var failure: DrawingFailure?
        do {
          try drawer.publishTickets(year, count: count, source)
        } catch DrawingFailure.nothingToDo(let what) {
          failure = .nothingToDo(what)
        }
        guard let list = drawer.cycle.tickets(year: year) else {
          if let failure { throw failure }
          return
        }
        let tickets = try drawer.tickets(list)
        let file = TicketFile(tickets)
        guard file.sha256 == list.sha256 else { throw DrawingFailure.unlawfulOutcome(draw) }
        try OutputFile.write(Array(file.text.utf8), to: output)
        if let page {
          let text = TicketPage(
            list, tickets, seed: drawer.cycle.seed(of: list), name: drawer.cycle.rulebook.name
          ).text
          try OutputFile.write(Array(text.utf8), to: page)
        }
        Console.say("\(output): \(Words.count(count, "ticket")), SHA-256 \(list.sha256)")
        if let failure { throw failure }
      }
    }
  }
}

extension Words {
  /// The ends of a range.
  static func range(_ range: ClosedRange<Int>) -> String {
    "\(range.lowerBound) to \(range.upperBound)"
  }
}
