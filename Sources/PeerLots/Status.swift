import ArgumentParser
import Drawing
import Members
import Records

/// `peerlots status`: where a cycle stands.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says where the cycle stands, with the hash of its last line to publish.")

  @OptionGroup var folder: FolderArgument

  @Option(help: "The form: text or json.")
  var format = TableFormat.text

  func validate() throws {
    if format == .csv { throw ValidationError("status has the formats text and json.") }
  }

  func run() throws {
    try Exit.reporting {
      let ledger = try Ledger(folder: folder.folder)
      let replay = try LedgerReplay.run(ledger, chains: .taken)
      let text = StatusText(replay.cycle)
      var lines = text.lines
      if !replay.pending.isEmpty {
        lines.append(
          "Interrupted: the draw \"\(LedgerReplay.name(of: replay.pending))\"; give the same "
            + "command with the same seed again.")
      }
      if let tail = ledger.tornTail {
        lines.append("Line \(tail.line) is torn; the next command that writes cuts it off.")
      }
      lines.append("Lines: \(ledger.entries.count). Last line: \(ledger.lastHash.text)")
      switch format {
      case .text, .csv: try Console.write(lines.joined(separator: "\n") + "\n")
      case .json: try Console.write(text.json(ledger, replay), as: .json)
      }
    }
  }
}

/// `peerlots table`: a cycle's assignment.
struct Table: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints who reviews whom, as far as it is drawn.")

  @OptionGroup var folder: FolderArgument
  @OptionGroup var sheet: SheetOptions

  func run() throws {
    try Exit.reporting {
      let ledger = try Ledger(folder: folder.folder)
      let table = AssignmentTable(try LedgerReplay.run(ledger, chains: .taken).cycle)
      if let format = sheet.format.plain {
        try table.write(as: format)
      } else if let output = sheet.output {
        try WorkbookFile.write(table.sheets(ledger), to: output, replaces: sheet.replace)
      }
    }
  }
}

/// Where a cycle stands, in lines.
struct StatusText {
  private let cycle: Cycle

  init(_ cycle: Cycle) { self.cycle = cycle }

  var lines: [String] {
    let planned = cycle.reviews.count { $0.isPlanned }
    var lines = [
      "\(cycle.rulebook.name): \(Words.count(cycle.membership.states.count, "State")), "
        + "\(planned) under review in \(Words.count(cycle.rulebook.years, "year"))."
    ]
    lines.append(
      "Best waivers: "
        + cycle.best.text + ".")
    lines += cycle.announcements.map(AnnouncementText.standing)
    for list in cycle.lapsedTickets {
      lines.append("Lapsed: the list \"\(list.draw.text)\" with the SHA-256 \(list.sha256).")
    }
    if cycle.isSelected {
      for year in 1...cycle.rulebook.years {
        let count = cycle.states(year: year).count
        lines.append(
          "Year \(year): \(Words.count(count, "State")), "
            + (cycle.hasBegun(year: year) ? "drawn." : "not drawn yet."))
      }
    } else {
      lines.append("The selection is not drawn yet.")
    }
    for waiver in cycle.waivers {
      lines.append("Waived: \(waiver.rule.rawValue) for \(waiver.state), since \(waiver.reason).")
    }
    lines += mismatches
    lines.append("Next: \(next)")
    return lines
  }

  /// What no longer matches after amendments, each with what would mend it.
  var mismatches: [String] {
    cycle.mismatches().map { mismatch in
      "No longer matches: \(mismatch.why). `peerlots redraw DIR --state \(mismatch.underReview) "
        + "--only \(mismatch.reviewer) --seed S` mends it."
    }
  }

  private var next: String {
    if let first = cycle.announcements.first {
      return "the announced draw \"\(first.draw.text)\"; nothing else may happen before it."
    }
    if !cycle.isSelected { return "`peerlots select`." }
    if let year = cycle.nextYear {
      guard let list = cycle.tickets(year: year) else { return "`peerlots draw --year \(year)`." }
      return "`peerlots draw --year \(year) --ticket NUMBER`, one of "
        + "\(Words.count(list.count, "ticket")); their list has the SHA-256 \(list.sha256)."
    }
    return "every year is drawn."
  }

  func json(_ ledger: Ledger, _ replay: Replay) -> [UInt8] {
    func number(_ value: Int) -> JSONValue { .integer(Int128(value)) }
    let years = (1...cycle.rulebook.years).map { year in
      JSONValue.object([
        JSONField("year", number(year)),
        JSONField(
          "under_review",
          .texts(
            cycle.states(year: year).map {
              cycle.roster.states[$0].code
            })),
        JSONField("drawn", .bool(cycle.hasBegun(year: year))),
      ])
    }
    let mismatches = cycle.mismatches().map { mismatch in
      JSONValue.object([
        JSONField("under_review", .text(mismatch.underReview)),
        JSONField("reviewer", .text(mismatch.reviewer)),
        JSONField("why", .text(Label(mismatch.why))),
      ])
    }
    var bytes: [UInt8] = []
    JSONValue.object([
      JSONField("lines", number(ledger.entries.count)),
      JSONField("head", .text(Label(ledger.lastHash.text))),
      JSONField("torn", .bool(ledger.tornTail != nil)),
      JSONField(
        "interrupted",
        replay.pending.isEmpty ? .null : .text(Label(LedgerReplay.name(of: replay.pending)))),
      JSONField("selected", .bool(cycle.isSelected)),
      JSONField("complete", .bool(cycle.isComplete)),
      JSONField(
        "best",
        .object(
          zip(cycle.best.rules, cycle.best.counts).map {
            JSONField(Label($0.rawValue), number($1))
          })),
      JSONField("years", .array(years)),
      JSONField("mismatches", .array(mismatches)),
    ]).write(to: &bytes)
    return bytes + [UInt8(ascii: "\n")]
  }
}
