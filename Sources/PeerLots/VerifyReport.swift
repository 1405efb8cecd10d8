import Drawing
import Members
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

  /// The report in words, a sentence a line.
  var lines: [String] {
    var lines = report.draws.map(sentence)
    if !report.withdrawn.isEmpty {
      lines += ["", "Announcements that were taken back:"] + report.withdrawn.map(withdrawal)
    }
    if !report.standing.isEmpty {
      lines +=
        ["", "Announced and still to come:"]
        + report.standing.map {
          "line \($0.index + 1): \(AnnouncementText.standing($0.announced))"
        }
    }
    if !report.redraws.isEmpty {
      lines += ["", "Redraws, by State:"]
      for (state, requests) in report.redraws {
        lines += requests.map { "\(state), line \($0.index + 1): \(request($0.redraw))" }
      }
    }
    return lines + ["", "Not checked:"] + unchecked.map { "- \($0)" }
  }

  private func sentence(_ draw: LedgerReport.Draw) -> String {
    var text = "line \(draw.index + 1): \"\(draw.name.text)\", by \(draw.method.rawValue)"
    if draw.lots > 0 { text += ", \(Words.count(draw.lots, "lot"))" }
    if let tickets = draw.tickets { text += ", \(Words.count(tickets, "ticket"))" }
    if let seed = draw.seed { text += ", seed \"\(seed)\"" }
    if let ticket = draw.ticket { text += ", ticket \(ticket)" }
    guard let announcement = draw.announcement else { return text + ". Not announced." }
    text += ". Announced at line \(announcement.index + 1), from \(announcement.announced.source)"
    if let commitment = draw.commitment { text += ", bound to \(commitment)" }
    let between = between(draw).map { piece in
      piece.lines.count == 1
        ? "line \(piece.lines.lowerBound), \(piece.what)"
        : "lines \(piece.lines.lowerBound) to \(piece.lines.upperBound), \(piece.what)"
    }
    return text
      + (between.isEmpty
        ? "; nothing stood between." : "; between: \(between.joined(separator: "; ")).")
  }

  private func withdrawal(_ announcement: LedgerReport.Announcement) -> String {
    "line \(announcement.index + 1): \"\(announcement.announced.draw.text)\", from "
      + announcement.announced.source
      + (announcement.withdrawal.map {
        "; taken back at line \($0.index + 1): \($0.reason)"
      } ?? "")
  }

  private func request(_ redraw: Redraw) -> String {
    let released = redraw.released.map(\.text).joined(separator: ", ")
    var text = redraw.request == 0 ? "no request" : "request \(redraw.request)"
    if redraw.only != nil { text += ", of one reviewer" }
    text += "; released: \(released.isEmpty ? "nobody" : released)"
    if let reason = redraw.reason { text += "; by the record: \(reason)" }
    if let exceptional = redraw.exceptional { text += "; exceptional: \(exceptional)" }
    return text
  }
}
