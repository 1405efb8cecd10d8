import Drawing
import Members
import Phrases
import Records

/// What `verify` says of a ledger that it has verified: how each draw came about, and what nobody can
/// check from a ledger.
struct VerifyReport {
  let ledger: Ledger
  let replay: Replay
  /// The published hash of the last line, where it was given.
  let head: String?
  let report: LedgerReport

  init(_ ledger: Ledger, _ replay: Replay, head: String?) {
    self.ledger = ledger
    self.replay = replay
    self.head = head
    report = LedgerReport(ledger.events)
  }

  /// How many lots were drawn again.
  var lotCount: Int {
    ledger.entries.count { entry in
      if case .lot = entry.event { true } else { false }
    }
  }

  /// What stood between the announcement of a draw and the draw: other announcements, withdrawals,
  /// and the draws that were announced before it, each with its lines.
  func between(_ draw: LedgerReport.Draw) -> [(lines: ClosedRange<Int>, what: String)] {
    var pieces: [(lines: ClosedRange<Int>, what: String)] = []
    for index in draw.between {
      let event = ledger.entries[index].event
      switch event {
      case .announced, .withdrawn: pieces.append((index + 1...index + 1, event.kind))
      case .seeded(let seeded):
        pieces.append((index + 1...index + 1, "the draw \"\(seeded.draw.text)\""))
      case .ticket(let drawn):
        pieces.append((index + 1...index + 1, "the draw \"\(drawn.draw.text)\""))
      default:
        guard let last = pieces.popLast() else { continue }
        pieces.append((last.lines.lowerBound...index + 1, last.what))
      }
    }
    return pieces
  }

  /// What was not checked, and why.
  var unchecked: [String] {
    var unchecked = [
      "where public texts and the numbers of tickets came from, and that a draw was announced before "
        + "its text was known: a ledger holds no times",
      "what people chose: members, rules, conflicts, who asked for what and why",
      "that \(ledger.opened.software) wrote it, as its first line says",
    ]
    if !ledger.opened.after.isEmpty {
      unchecked.append(
        "the cycle before: that its last line has the hash \(ledger.opened.after), and that it left "
          + "those who are carried over")
    }
    if !ledger.opened.imported.isEmpty {
      unchecked.append(
        "that the \(Words.count(ledger.opened.imported.count, "reviewer")) taken over from before "
          + "were drawn so")
    }
    if report.draws.contains(where: { $0.announcement == nil }) {
      unchecked.append(
        "how the seeds of draws that were not announced were chosen: whoever chose them could have "
          + "tried others first")
    }
    if head == nil {
      unchecked.append(
        "the end: lines can have been changed or cut off there; give the published hash of the last "
          + "line with --head")
    }
    return unchecked
  }

  /// The report in words, by the same sentences as `log`.
  var lines: [String] {
    var lines = report.draws.map(sentence)
    if !report.withdrawn.isEmpty {
      lines += ["", "Announcements that were taken back:"] + report.withdrawn.map(withdrawal)
    }
    if !report.standing.isEmpty {
      lines +=
        ["", "Announced and still to come:"]
        + report.standing.map {
          "line \($0.index + 1): \(Narration.announcement($0.announced, english))"
        }
    }
    if !report.redraws.isEmpty {
      lines += ["", "Redraws, by State:"]
      for (_, requests) in report.redraws { lines += requests.map(request) }
    }
    return lines + ["", "Not checked:"] + unchecked.map { "- \($0)" }
  }

  /// How many redraws a State could ask for when a line was written.
  private func redrawLimit(at index: Int) -> Int {
    for event in ledger.events.prefix(index).reversed() {
      if case .amended(let amended) = event, let rulebook = amended.rulebook {
        return rulebook.redrawLimit
      }
    }
    return ledger.opened.rulebook.redrawLimit
  }

  private var english: English { English(.indicative, replay.cycle.rulebook) }

  /// The names of all States there ever were, as they were last written.
  private var names: Names {
    let amended = ledger.events.compactMap { event in
      if case .amended(let amended) = event { amended.membership } else { nil }
    }
    let memberships = [replay.cycle.roster] + amended.reversed() + [ledger.opened.membership]
    return Names(memberships) { Quotation.title(of: $0) }
  }

  private func sentence(_ draw: LedgerReport.Draw) -> String {
    let means = english.means(
      draw.method, lots: draw.lots, tickets: draw.tickets, ticket: draw.ticket)
    let heading = "line \(draw.index + 1): \(english.heading(draw.name, names)), \(means)."
    let seed = draw.seed.map { english.seed($0.text, of: draw.name.text) }
    let announced = english.wasAnnounced(atLine: draw.announcement.map { $0.index + 1 })
    let source = draw.announcement.map { announcement in
      english.source(
        announcement.announced.source, bound: draw.commitment,
        between: between(draw).map { piece in
          let (first, last) = (piece.lines.lowerBound, piece.lines.upperBound)
          return "\(piece.what) (\(first == last ? "line \(first)" : "lines \(first) to \(last)"))"
        })
    }
    return [heading, seed, announced, source].compactMap(\.self).joined(separator: " ")
  }

  private func withdrawal(_ announcement: LedgerReport.Announcement) -> String {
    let announced = Narration.announcement(announcement.announced, english)
    let withdrawn = announcement.withdrawal.map { index, reason in
      "\nline \(index + 1): \(english.withdraws(announcement.announced.draw.text, reason: reason))"
    }
    return "line \(announcement.index + 1): \(announced)" + (withdrawn ?? "")
  }

  private func request(_ request: LedgerReport.Request) -> String {
    let sentences = Narration.request(
      request.redraw, limit: redrawLimit(at: request.index), english, names)
    return "line \(request.index + 1): \(sentences.joined(separator: " "))"
  }
}
