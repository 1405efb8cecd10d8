import ArgumentParser
import Drawing
import Phrases
import Publishing
import Records

extension Tongue: ExpressibleByArgument {}

extension CivilDate: ExpressibleByArgument {
  /// Reads `2027-01-31`.
  public init?(argument: String) { self.init(argument) }
}

/// `peerlots publish`: what delegations take home.
struct Publish: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Makes a folder of pages that delegations take home: who reviews whom, and why.",
    discussion: """
      The folder can be put on any web server or on a stick, or be printed. Every page stands \
      alone: no script, nothing from any network. The same ledger and options give the same bytes. \
      With --start there are dates in the letters, and calendars (RFC 5545).
      """)

  @OptionGroup var folder: FolderArgument

  @Option(
    name: .customLong("output"), help: "The folder to make.", completion: .directory)
  var output: String

  @Option(
    name: .customLong("language"), parsing: .upToNextOption,
    help: "The languages: ar, zh, en, fr, ru, es; without it, English.")
  var languages: [Tongue] = [.english]

  @Option(
    help: "The day on which the first year's reviews are notified: 2027-01-31; later years follow.")
  var start: CivilDate?

  @Option(
    help: "The timetable: a YAML file; without it, the guidelines of 2010.",
    completion: .file(extensions: ["yaml", "yml"]))
  var timetable: String?

  @Option(
    help: "What pages, meetings and staff cost: a YAML file.",
    completion: .file(extensions: ["yaml", "yml"]))
  var rates: String?

  @Flag(help: "Write over files that are there with another content.")
  var replace = false

  @OptionGroup var trial: DryRunOption

  func validate() throws {
    if Set(languages).count < languages.count {
      throw ValidationError("--language names a language twice")
    }
  }

  func run() throws {
    try Exit.reporting {
      try OutputFolder.check(output)
      let (timetable, holidays) = try readTimetable()
      let rates = try rates.map { path in
        try CostRatesReader.read(
          try InputFile.read(path: path, limitInBytes: CostRatesReader.limitInBytes), file: path)
      }
      let ledger = try Ledger(folder: folder.folder)
      let replay = try LedgerReplay.run(ledger, chains: .taken)
      Patience.note("writing pages")
      let record = Record(
        ledger.events, cycle: replay.cycle, pending: replay.pending.count,
        head: ledger.lastHash.text)
      let publication = Publication(
        record, in: languages, timetable: timetable, start: start, holidays: holidays,
        rates: rates ?? CostRates())
      if start != nil || self.timetable != nil, let excess = publication.excess {
        Console.say(Self.sentence(excess))
      }
      var (count, byteCount) = (0, 0)
      if trial.dryRun {
        publication.files { file in
          (count, byteCount) = (count + 1, byteCount + file.text.utf8.count)
        }
        Console.say("\(Words.count(count, "file")), \(byteCount / 1_000) kB would be in \(output).")
        return Console.say(English(.conditional, replay.cycle.rulebook).nothingWritten)
      }
      try OutputFolder.write(output, replaces: replace) { write in
        (count, byteCount) = (0, 0)
        try publication.files { file in
          let bytes = Array(file.text.utf8)
          (count, byteCount) = (count + 1, byteCount + bytes.count)
          try write(file.path, bytes)
        }
      }
      Console.say(
        "\(Words.count(count, "file")), \(byteCount / 1_000) kB in \(output); begin at index.html.")
    }
  }

  private func readTimetable() throws -> (Timetable, Set<CivilDate>) {
    guard let timetable else { return (.guidelines, []) }
    return try TimetableReader.read(
      try InputFile.read(path: timetable, limitInBytes: TimetableReader.limitInBytes),
      file: timetable)
  }

  private static func sentence(_ excess: Timetable.Excess) -> String {
    "warning: with every allowance of the timetable used in full, the step "
      + "\(excess.step.rawValue) falls \(Words.count(excess.days, "day")) after "
      + "\(excess.next.rawValue), which should follow it"
  }
}
