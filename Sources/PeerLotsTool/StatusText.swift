import Drawing
import Members
import Phrases
import Records
import Rules

/// Where a cycle stands, in lines.
struct StatusText {
  private let cycle: Cycle
  private let folder: String

  /// - Parameters:
  ///   - cycle: Where it stands.
  ///   - folder: The folder, for commands that can be pasted.
  init(_ cycle: Cycle, folder: String) {
    self.cycle = cycle
    self.folder = folder
  }

  private var english: English { English(.indicative, cycle.rulebook) }

  var lines: [String] {
    let planned = cycle.reviews.count { $0.isPlanned }
    var lines = [
      "\(cycle.rulebook.name): \(Words.count(cycle.membership.states.count, "State")), "
        + "\(planned) under review in \(Words.count(cycle.rulebook.years, "year"))."
    ]
    lines.append("Over the whole cycle, what must be waived: \(english.waivers(cycle.best)).")
    lines += takenOver
    lines += cycle.announcements.map { Narration.announcement($0, english) }
    for list in cycle.lapsedTickets {
      lines.append("Lapsed: the list \"\(list.draw.text)\" with the SHA-256 \(list.sha256).")
    }
    if cycle.isSelected {
      for year in 1...cycle.rulebook.years {
        let count = cycle.states(year: year).count
        lines.append(
          "Year \(year): " + (count == 0 ? "no review, " : "\(Words.count(count, "State")), ")
            + (cycle.hasBegun(year: year) ? "drawn." : "not drawn yet."))
      }
    } else {
      lines.append("The selection is not drawn yet.")
    }
    lines += cycle.waivers.map {
      english.waived($0.rule, for: [title($0.state)], reason: $0.reason)
    }
    return lines
  }

  /// What stood in the cycle from the opening on, and the rules that it breaks.
  private var takenOver: [String] {
    let before = cycle.takenOver
    var lines: [String] = []
    if !before.after.isEmpty {
      lines.append("It follows the cycle whose last line has the hash \(before.after).")
    }
    if !before.carried.isEmpty {
      lines.append(
        "Carried over into year 1: \(before.carried.map(title).joined(separator: ", ")).")
    }
    if !before.imported.isEmpty {
      let states = Set(before.imported.map(\.underReview)).count
      lines.append(
        "Drawn before: \(Words.count(before.imported.count, "reviewer")) of "
          + "\(Words.count(states, "State")).")
    }
    return lines
      + cycle.breachesOfTakenOver.map {
        "Drawn before and kept, though it breaks a rule: \($0.sentence) (\($0.paragraph))."
      }
  }

  /// What no longer matches after amendments, each with the command that would mend it on a line of
  /// its own.
  func mismatches(isDryRun: Bool = false) -> [String] {
    let english = English(isDryRun ? .conditional : .indicative, cycle.rulebook)
    return cycle.mismatches().map { mismatch in
      english.noLongerMatches(title(mismatch.underReview), why: mismatch.why)
        + "\n  peerlots redraw \(ShellWord.path(folder)) --state \(mismatch.underReview) "
        + "--only \(mismatch.reviewer) --seed SEED"
    }
  }

  /// How often each State asked for new reviewers.
  func redraws(_ report: LedgerReport) -> [String] {
    report.redraws.map { state, requests in
      let counted = requests.count { $0.redraw.request > 0 }
      return english.hasAsked(
        title(state), redraws: counted, others: requests.count - counted,
        limit: cycle.rulebook.redrawLimit)
    }
  }

  /// What comes next, with the command that can be pasted on a line of its own.
  func next(head: String) -> [String] {
    let command = NextCommand(cycle, folder: folder).text(head: head)
    if let first = cycle.announcements.first {
      return [
        "Next is the announced draw \"\(first.draw.text)\"; nothing else may happen before it:",
        command,
      ]
    }
    guard cycle.isSelected, let year = cycle.nextYear else {
      return [cycle.isSelected ? "Every year is drawn. To check it all:" : "Next:", command]
    }
    guard let list = cycle.tickets(year: year) else { return ["Next:", command] }
    return [
      "Next, by one of \(Words.count(list.count, "ticket")), numbered from 0; their list has the "
        + "SHA-256 \(list.sha256):", command,
    ]
  }

  /// A State with its name.
  private func title(_ code: Label) -> String {
    cycle.roster.state(code).map { Quotation.title(of: $0) } ?? code.text
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
      JSONField("after", .text(Label(cycle.takenOver.after))),
      JSONField("carried", .texts(cycle.takenOver.carried)),
      JSONField("imported", number(cycle.takenOver.imported.count)),
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
      JSONField("announced", .texts(cycle.announcements.map { Label($0.draw.text) })),
      JSONField("lapsed", .texts(cycle.lapsedTickets.map { Label($0.sha256) })),
      JSONField(
        "redraws",
        .object(
          LedgerReport(ledger.events).redraws.map { state, requests in
            JSONField(state, number(requests.count { $0.redraw.request > 0 }))
          })),
      JSONField(
        "next",
        .text(Label(NextCommand(cycle, folder: folder).text(head: ledger.lastHash.text)))),
    ]).write(to: &bytes)
    return bytes + [UInt8(ascii: "\n")]
  }
}
