import Drawing
import Members
import QRCodes
import Reports

/// The seeds, announcements and hash of the ledger, and how anyone can check the draw.
extension PageWriter {
  var check: Page {
    let folder = publication.ledgerFolder
    var body = [
      paragraph(.checkNeeds), heading(2, .hashOfLastLine), paragraph(.headIs),
      .element("p", [.element("code", ["dir": "ltr"], [.text(record.head)])]),
    ]
    if let code = QRCode(record.head) { body += [picture(code), note(.qrHolds)] }
    body.append(paragraph(.linesOfLedger(record.events.count)))
    if publication.ledger != nil {
      body += [say(.ledgerHere), link("../\(folder)/ledger.jsonl", .ledgerFile)]
    }
    if publication.verifier != nil {
      body += [
        .element("h2", [language.text(EvidenceSentence.inABrowser).markup]),
        say(.howVerifierWorks), link("../\(Publication.verifierPath)", .verifierPage),
        say(.compareTheHash),
      ]
    }
    body += [
      .element("h2", [language.text(EvidenceSentence.withAProgram).markup]),
      paragraph(.checkWithProgram),
      commandLine("peerlots verify \(folder) --head \(record.head)"), paragraph(.checkApart),
      commandLine("python3 verify.py \(folder) --head \(record.head)"), heading(2, .byHand),
      paragraph(.checkByHand), heading(2, .draws), drawTable,
    ]
    body += record.report.withdrawn.map { announcement in
      let draw = draw(announcement.announced.draw)
      let reason = announcement.withdrawal?.reason ?? ""
      return paragraph(.withdrawn(draw: draw, reason: Quoted(reason)))
    }
    body += expertsAnnounced
    body.append(note(.textsAsWritten))
    return page("check.html", language.word(.howToCheck), body)
  }

  func commandLine(_ line: String) -> Markup {
    .element("p", ["dir": "ltr"], [.element("code", [.text(line)])])
  }

  /// A QR code with its quiet zone, each row's runs of dark modules as rectangles of one path.
  private func picture(_ code: QRCode) -> Markup {
    let quiet = 4
    var path = ""
    for row in 0..<code.side {
      for run in code.runs(ofRow: row) {
        path += "M\(run.lowerBound + quiet) \(row + quiet)h\(run.count)v1h-\(run.count)z"
      }
    }
    let side = String(code.side + 2 * quiet)
    return .element(
      "svg",
      [
        "class": "qr", "viewBox": "0 0 \(side) \(side)",
        "role": "img", "aria-label": language.text(.hashOfLastLine),
        "shape-rendering": "crispEdges",
      ],
      [
        .element("rect", ["width": side, "height": side, "fill": "#fff"]),
        .element("path", ["d": path, "fill": "#000"]),
      ])
  }

  private var drawTable: Markup {
    var grid = Grid(
      language.word(.draws),
      [
        .init(title: language.word(.draw)), .init(title: language.word(.line), isNumber: true),
        .init(title: language.word(.seed), isBroad: true),
        .init(title: language.word(.announcement), isBroad: true),
      ])
    for drawn in record.report.draws {
      var announcement = [say(.notAnnounced)]
      if let announced = drawn.announcement {
        announcement = [
          say(.announcedInLine(announced.index + 1, Quoted(announced.announced.source)))
        ]
        if let commitment = announced.announced.commitment {
          announcement += [.element("br", [:]), say(.commitment(Quoted(commitment)))]
        }
        if let experts = announced.announced.experts {
          announcement += [.element("br", [:]), say(.experts(Quoted(experts)))]
        }
      }
      grid.append([
        draw(drawn.name).markup, Wording(drawn.index + 1).markup,
        drawn.seed.map { .element("code", ["dir": "auto"], [.text($0.text)]) }
          ?? drawn.ticket.map { say(.drawnByTicket($0)) } ?? word(.none),
        .all(announcement),
      ])
    }
    return grid.markup
  }

  /// A draw in words.
  func draw(_ draw: DrawName) -> Wording {
    switch draw {
    case .selection: language.word(.drawSelection)
    case .year(let year): language.text(.drawOfYear(year))
    case .tickets(let year): language.text(.drawOfTickets(year))
    case .redraw(let state, let number): language.text(.drawOfRedraw(name(state), number))
    case .deferral(let state, let number): language.text(.drawOfDeferral(name(state), number))
    case .standDown(let state, let number): language.text(.drawOfStandDown(name(state), number))
    case .amendment(let number): language.text(.drawOfAmendment(number))
    }
  }
}
