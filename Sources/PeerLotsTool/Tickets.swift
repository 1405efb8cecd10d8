import ArgumentParser
import Drawing
import Members
import Records

/// `peerlots tickets`: a numbered list of lawful outcomes.
struct Tickets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tickets",
    abstract: "Publishes a numbered list of lawful outcomes of a year, to draw one from.",
    discussion: """
      The outcomes are drawn by the method uniform. The list is a CSV file: one line a ticket, from \
      0, one column for each State under review, with its reviewers. Its SHA-256 goes into the \
      ledger. Publish both before the meeting; in the hall, three ten-sided dice name one of a \
      thousand, and `peerlots draw --ticket` draws it. The seed of the list is the draw `tickets year N`, \
      which can be announced and bound to a secret. The same command with the same seed writes the \
      file again.
      """)

  @OptionGroup var folder: WrittenFolder

  @Option(help: "The year of the cycle, from 1.")
  var year: Int

  @Option(help: "How many tickets, 2 to 10000.")
  var count = 1000

  @Flag(help: "Take fewer than 100 tickets, of which many may say the same of a State.")
  var few = false

  @OptionGroup var seed: SeedOptions

  @Option(help: "The file of the list, for instance tickets.csv.", completion: .file())
  var output: String

  @Option(
    name: .customLong("print"), help: "A page to print (HTML) with the same list.",
    completion: .file())
  var page: String?

  @Flag(help: "Write over files that are there with another content.")
  var replace = false

  func validate() throws {
    try seed.require(unless: folder.isDryRun)
    if !Drawer.ticketCounts.contains(count) {
      throw ValidationError("--count takes \(Words.range(Drawer.ticketCounts))")
    }
    if count < 100 && !few {
      throw ValidationError(
        "\(count) tickets are few, and all may say the same of a State; --few says that it is meant"
      )
    }
    if page == output { throw ValidationError("--print and --output need different files") }
  }

  func run() throws {
    try Exit.reporting {
      let source = try seed.required()
      for path in [output, page].compactMap(\.self) { try OutputFile.check(path) }
      try folder.session().run(namesLots: seed.names(folder)) { drawer in
        let name = drawer.cycle.rulebook.name
        Patience.note("drawing \(Words.count(count, "ticket"))")
        // The files come first: what can fail without the ledger must not leave a line in it.
        do {
          try drawer.publishTickets(year, count: count, source) { list, tickets in
            try write(list, tickets, source.seed, name)
          }
        } catch DrawingFailure.nothingToDo(let what) {
          if let list = drawer.cycle.tickets(year: year) {
            try write(list, try drawer.tickets(list), drawer.cycle.seed(of: list), name)
          }
          throw DrawingFailure.nothingToDo(what)
        }
      }
    }
  }

  private func write(
    _ list: TicketList, _ tickets: [[DrawnReviewers]], _ seed: Label, _ name: String
  ) throws {
    if folder.isDryRun { return }
    let file = TicketFile(tickets)
    guard file.sha256 == list.sha256 else { throw DrawingFailure.unlawfulOutcome(list.draw) }
    try OutputFile.write(Array(file.text.utf8), to: output, replaces: replace)
    if let page {
      let text = TicketPage(list, tickets, seed: seed, name: name).text
      try OutputFile.write(Array(text.utf8), to: page, replaces: replace)
    }
    Console.say("\(output): \(Words.count(list.count, "ticket")), SHA-256 \(list.sha256)")
  }
}

extension Words {
  /// The ends of a range.
  static func range(_ range: ClosedRange<Int>) -> String {
    "\(range.lowerBound) to \(range.upperBound)"
  }
}
