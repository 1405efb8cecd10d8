import ArgumentParser
import Drawing
import Lots
import Phrases
import Publishing
import Records
import Reports

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

  @Option(
    parsing: .upToNextOption,
    help: """
      Odds of a year before its first lot, one file a year: `peerlots odds CYCLE --year N --format \
      json`.
      """,
    completion: .file(extensions: ["json"]))
  var odds: [String] = []

  @Option(
    help: """
      Estimate the odds of the other years from so many draws, 0 to 1000000; 0 for none. Without \
      it, 400 up to 250 States, none above.
      """)
  var samples: Int?

  @Option(
    help: "A list of experts (CSV: `state,expert`, …) for letters and statistics (para. 21).",
    completion: .file(extensions: ["csv"]))
  var experts: String?

  @Option(
    help: """
      Proofs that `peerlots prove --output F` wrote: a page that checks the draw in a browser is \
      added.
      """,
    completion: .file())
  var proofs: String?

  @Flag(
    help: """
      Also make each blueprint a document for word processors (DOCX), by the program pandoc: some \
      tenths of a second each.
      """)
  var docx = false

  @Flag(
    help: """
      The same as OpenDocument text (ODT), but not in Arabic: pandoc does not write it from right \
      to left.
      """)
  var odt = false

  @Flag(help: "Write over files that are there with another content.")
  var replace = false

  @OptionGroup var trial: DryRunOption

  func validate() throws {
    if let samples, !(0...1_000_000).contains(samples) {
      throw ValidationError("--samples takes a number from 0 to 1000000")
    }
    if Set(languages).count < languages.count {
      throw ValidationError("--language names a language twice")
    }
  }

  func run() throws {
    try Exit.reporting {
      try OutputFolder.check(output)
      let ledger = try Ledger(folder: folder.folder)
      let replay = try LedgerReplay.run(ledger, chains: .taken)
      var publication = try publication(ledger, replay)
      let kinds = (docx ? [BlueprintKind.docx] : []) + (odt ? [.odt] : [])
      let pandoc = kinds.isEmpty ? nil : Pandoc()
      if !kinds.isEmpty && pandoc == nil {
        Console.say(
          "warning: the program pandoc is not there; the blueprints are made as HTML alone\n"
            + "help: on Debian, `apt install pandoc`")
      }
      publication.blueprintKinds = pandoc == nil ? [] : kinds
      if start != nil || self.timetable != nil, let excess = publication.excess {
        Console.say(Self.sentence(excess))
      }
      Patience.note("writing pages")
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
          for kind in publication.blueprintKinds {
            guard let document = try pandoc?.document(kind, of: file) else { continue }
            (count, byteCount) = (count + 1, byteCount + document.bytes.count)
            try write(document.path, document.bytes)
          }
        }
      }
      Console.say(
        "\(Words.count(count, "file")), \(byteCount / 1_000) kB in \(output); begin at index.html.")
    }
  }

  /// What is published, from the files that the options name.
  private func publication(_ ledger: Ledger, _ replay: Replay) throws -> Publication {
    let (timetable, holidays) = try readTimetable()
    let rates = try rates.map { path in
      try CostRatesReader.read(
        try InputFile.read(path: path, limitInBytes: CostRatesReader.limitInBytes), file: path)
    }
    let isLarge = replay.cycle.roster.states.count > PublishOdds.mostStates
    let odds = try PublishOdds.all(
      YearMoment.all(of: ledger, replay.cycle, pending: replay.pending.count),
      samples: samples ?? (isLarge ? 0 : PublishOdds.samples),
      files: odds.map { try OddsFile(path: $0) })
    let record = Record(
      ledger.events, cycle: replay.cycle, pending: replay.pending.count,
      head: ledger.lastHash.text)
    let text = try LedgerText.of(ledger, in: folder.folder)
    var publication = Publication(
      record, in: languages, timetable: timetable, start: start, holidays: holidays,
      rates: rates ?? CostRates(), odds: odds)
    publication.ledger = text
    publication.verifier = try proofs.map {
      try page(of: text, head: ledger.lastHash.text, $0)
    }
    publication.experts = try experts.map { path in
      let list = try ExpertLists.read(path, replay.cycle.membership)
      if !list.without.isEmpty { Console.say("warning: \(list.remark)") }
      return ExpertList(list.experts, hash: Commitment.hash(of: try InputFile.read(path: path)))
    }
    return publication
  }

  /// The page that checks a ledger with the proofs of a file.
  private func page(of ledger: String, head: String, _ path: String) throws -> String {
    let bytes = try InputFile.read(path: path, limitInBytes: Self.mostBytesOfProofs)
    guard let proofs = String(validating: bytes, as: UTF8.self),
      proofs.prefix(1_000).contains("\"\(head)\"")
    else { throw OtherProofs(path: path) }
    return VerifierPage(ledger: ledger, proofs: proofs).text
  }

  private static let mostBytesOfProofs = 256 << 20

  /// Proofs of another ledger.
  struct OtherProofs: Error, CustomStringConvertible {
    let path: String

    var description: String {
      "\(Quotation(path)) holds no proofs of this ledger as it stands\n"
        + "help: write them with `peerlots prove CYCLE --output proofs.jsonl`"
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
