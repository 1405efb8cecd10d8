import ArgumentParser
import Drawing
import Members
import Records

/// `peerlots select`: which year each State is reviewed in.
struct Select: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "select",
    abstract: "Draws which year each State is reviewed in (para. 14).")

  @OptionGroup var folder: WrittenFolder
  @OptionGroup var seed: SeedOptions

  @OptionGroup var accept: AcceptOptions

  @Option(help: "The form of the table: text, csv or json.")
  var format = TableFormat.text

  func validate() throws { try seed.require(unless: folder.isDryRun) }

  func run() throws {
    try Exit.reporting {
      let source = try seed.required()
      try folder.session().run(
        namesLots: seed.names(folder), show: { try AssignmentTable($0).write(as: format) }
      ) {
        try $0.select(source, acceptsWaivers: accept.acceptWaivers)
      }
    }
  }
}

/// `peerlots redraw`: new reviewers for a State.
struct RedrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redraw",
    abstract: "Releases a State's reviewers, or one of them, and draws again (para. 19).")

  @OptionGroup var folder: WrittenFolder

  @Option(help: "The State under review.")
  var state: String

  @Option(
    help: """
      The one reviewer to release. That counts as a request, unless it left, stood down, or no \
      longer may review the State.
      """)
  var only: String?

  @OptionGroup var seed: SeedOptions

  @Option(help: "The reason for a request beyond the rulebook's limit.")
  var exceptional: String?

  @OptionGroup var accept: AcceptOptions

  @Option(help: "The form of the table: text, csv or json.")
  var format = TableFormat.text

  func validate() throws { try seed.require(unless: folder.isDryRun) }

  func run() throws {
    try Exit.reporting {
      let source = try seed.required()
      let session = try folder.session()
      let roster = session.cycle.roster
      let state = try StateWord.code(state, in: roster)
      let only = try only.map { try StateWord.code($0, in: roster) }
      try session.run(
        namesLots: seed.names(folder),
        show: {
          try AssignmentTable($0, states: [state], since: session.cycle).write(as: format)
        }
      ) {
        try $0.redraw(
          state, only: only, exceptional: exceptional, source,
          acceptsWaivers: accept.acceptWaivers)
      }
    }
  }
}

/// `peerlots defer`: a State's review moves to the next year.
struct Defer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "defer",
    abstract: "Moves a State's review to the next year (para. 14).",
    discussion: """
      A State of the same group takes its place by lot, unless --no-replacement is given or there \
      is none. A seed is also needed where seats of a year already drawn must be drawn. A State of \
      the last year moves to the next cycle, without a lot.
      """)

  @OptionGroup var folder: WrittenFolder

  @Option(help: "The State under review.")
  var state: String

  @Option(
    help: """
      The year that it leaves (default: the year it stands in); so the same command twice changes \
      nothing.
      """)
  var from: Int?

  @Option(help: "Its reason, for the record.")
  var reason: String

  @Flag(help: "No State takes its place.")
  var noReplacement = false

  @OptionGroup var seed: SeedOptions
  @OptionGroup var accept: AcceptOptions

  @Option(help: "The form of the table: text, csv or json.")
  var format = TableFormat.text

  func run() throws {
    try Exit.reporting {
      let source = try seed.source(isDryRun: folder.isDryRun)
      let session = try folder.session()
      let state = try StateWord.code(state, in: session.cycle.roster)
      try session.run(
        namesLots: seed.names(folder),
        show: { try AssignmentTable($0, changedSince: session.cycle).write(as: format) }
      ) {
        try $0.deferReview(
          of: state, from: from, reason: reason, replaces: !noReplacement, source,
          acceptsWaivers: accept.acceptWaivers)
      }
    }
  }
}

/// `peerlots stand-down`: a State reviews nobody in its own year.
struct StandDownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stand-down",
    abstract: "Excuses a State under review from reviewing in that year (para. 20).",
    discussion: """
      With --own-review it is the other way round: the State reviews, and puts its own review off \
      to the next year, as by `defer`.
      """)

  @OptionGroup var folder: WrittenFolder

  @Option(help: "The State.")
  var state: String

  @Option(help: "The year it is under review in.")
  var year: Int

  @Flag(help: "Put the State's own review off instead (with --reason).")
  var ownReview = false

  @Option(help: "The State's reason, for the record (with --own-review).")
  var reason: String?

  @Flag(help: "No State takes its place (with --own-review).")
  var noReplacement = false

  @OptionGroup var seed: SeedOptions
  @OptionGroup var accept: AcceptOptions

  @Option(help: "The form of the table: text, csv or json.")
  var format = TableFormat.text

  func validate() throws {
    if ownReview && reason == nil {
      throw ValidationError("the State's reason is missing: give it with --reason TEXT")
    }
    if !ownReview && reason != nil {
      throw ValidationError("--reason goes with --own-review; a stand-down has no reason")
    }
    if noReplacement && !ownReview {
      throw ValidationError("--no-replacement goes with --own-review")
    }
  }

  func run() throws {
    try Exit.reporting {
      let source = try seed.source(isDryRun: folder.isDryRun)
      let session = try folder.session()
      let state = try StateWord.code(state, in: session.cycle.roster)
      try session.run(
        namesLots: seed.names(folder),
        show: { try AssignmentTable($0, changedSince: session.cycle).write(as: format) }
      ) { drawer in
        if ownReview {
          try drawer.putOffOwnReview(
            of: state, year: year, reason: reason ?? "", replaces: !noReplacement, source,
            acceptsWaivers: accept.acceptWaivers)
        } else {
          try drawer.standDown(
            state, year: year, source, acceptsWaivers: accept.acceptWaivers)
        }
      }
    }
  }
}
