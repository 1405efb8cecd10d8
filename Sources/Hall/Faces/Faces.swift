import Drawing
import Members
import Publishing
import QRCodes
import Records
import Synchronization

/// The three faces of the hall: which path gives what, and to whom.
final class Faces: Sendable {
  let stage: Stage
  private let gate: Gate
  private let pages: PagesFace
  private let desk: DeskFace
  private let link = Mutex<(@Sendable (String) -> Void)?>(nil)

  init(_ plan: HallPlan, _ stage: Stage, _ gate: Gate, _ desk: Desk) {
    (self.stage, self.gate) = (stage, gate)
    pages = PagesFace(stage)
    self.desk = DeskFace(plan, stage, desk, pages)
  }

  /// Says the link of the next desk, now and whenever it was used.
  func saysLink(_ say: @escaping @Sendable (String) -> Void) {
    link.withLock { $0 = say }
    say(gate.link)
  }

  /// Why the body of a request is not even read; nil where it is.
  func refusal(ofBodyOf request: Request) -> Answer? {
    guard request.method == "POST", request.path.hasPrefix("/desk/") else {
      return Answer(status: 405, "Nothing is taken here.\n")
    }
    if let refusal = gate.refusal(of: request, isEntry: request.path == "/desk/enter") {
      return refusal
    }
    let most = request.path == "/desk/upload" ? InputFile.tableLimitInBytes : Desk.mostFormBytes
    return request.bodyLength > most ? Request.Fault.longBody.answer : nil
  }

  /// The answer to a request.
  func answer(_ request: Request) async -> Answer {
    if request.path == "/desk" || request.path.hasPrefix("/desk/") {
      return await deskAnswer(request)
    }
    guard request.method != "POST" else { return Answer(status: 405, "Nothing is taken here.\n") }
    if let file = Templates.file(request.path) { return file }
    switch request.path {
    case "/": return screen(request)
    case "/events": return request.method == "HEAD" ? Answer("") : .stream
    case "/scenes": return .json(stage.story)
    case "/why": return await why(request)
    case "/odds": return odds(request)
    case "/qr.svg": return picture
    case "/ledger.jsonl": return ledger
    case "/pages": return Self.moved("/pages/index.html")
    case "/pages/": return Self.moved("/pages/index.html")
    default: break
    }
    if request.path.hasPrefix("/words/") {
      let parts = request.path.dropFirst("/words/".count).split(
        separator: "/", omittingEmptySubsequences: false)
      guard let tongue = Tongue(rawValue: String(parts[0])) else { return .notFound }
      if parts.count == 2, parts[1] == "desk" {
        return .json(HallWords.json(tongue, nil, isForDesk: true))
      }
      guard parts.count == 1 else { return .notFound }
      return .json(HallWords.json(tongue, await pages.names(in: tongue)))
    }
    if request.path.hasPrefix("/pages/") {
      return await pages.answer(String(request.path.dropFirst("/pages/".count)))
    }
    return .notFound
  }

  private static func moved(_ path: String) -> Answer {
    var answer = Answer(status: 303, "")
    answer.headers.append(("Location", path))
    return answer
  }

  private func screen(_ request: Request) -> Answer {
    let wanted = (request.query["lang"] ?? "en").split(separator: ",").prefix(2)
      .compactMap { Tongue(rawValue: String($0)) }
    let tongues = wanted.isEmpty ? [Tongue.english] : wanted
    return Templates.screen([
      "language": tongues[0].rawValue,
      "direction": tongues[0].isRightToLeft ? "rtl" : "ltr",
      "languages": tongues.map(\.rawValue).joined(separator: ","),
      "look": request.query["look"] == "light" ? "light" : "dark",
      "title": tongues[0].hallTerm(.screen),
    ])
  }

  private func why(_ request: Request) async -> Answer {
    guard let line = request.query["line"].flatMap({ Int($0) }), let code = request.query["state"],
      let tongue = Tongue(rawValue: request.query["lang"] ?? "en"),
      let reasons = await pages.absence(of: code, line: line, in: tongue)
    else { return .notFound }
    return .json(JSONValue.object([JSONField("reasons", .texts(reasons.map { Label($0) }))]).bytes)
  }

  /// How likely each pair was, before the first lot of a year, that its lots drew.
  private func odds(_ request: Request) -> Answer {
    let now = stage.now
    guard let odds = now.odds.first(where: { String($0.year) == request.query["year"] }) else {
      return .notFound
    }
    var chances: [[Label]: Int] = [:]
    for pair in odds.pairs { chances[[pair.underReview, pair.reviewer]] = pair.chance.millionths }
    let pairs = now.entries[..<now.shown].compactMap { entry -> JSONValue? in
      guard case .lot(let lot) = entry.event, lot.draw == .year(odds.year),
        let state = lot.purpose.reviewed, let chance = chances[[state, lot.drawn]]
      else { return nil }
      return .object([
        JSONField("state", .text(state)), JSONField("reviewer", .text(lot.drawn)),
        JSONField("millionths", .integer(Int128(chance))),
      ])
    }
    var samples = 0
    if case .sampled(let count) = odds.origin { samples = count }
    return .json(
      JSONValue.object([
        JSONField("year", .integer(Int128(odds.year))),
        JSONField("samples", .integer(Int128(samples))), JSONField("pairs", .array(pairs)),
      ]).bytes)
  }

  /// The hash of the last line that is shown, as a QR code.
  private var picture: Answer {
    let now = stage.now
    guard now.shown > 0, let code = QRCode(now.entries[now.shown - 1].hash.text) else {
      return .notFound
    }
    var path = ""
    for row in 0..<code.side {
      for run in code.runs(ofRow: row) {
        path += "M\(run.lowerBound + 4) \(row + 4)h\(run.count)v1h-\(run.count)z"
      }
    }
    let side = code.side + 8
    return Answer(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" \
      shape-rendering="crispEdges"><rect width="\(side)" height="\(side)" fill="#fff"/>\
      <path d="\(path)" fill="#000"/></svg>

      """, type: "image/svg+xml")
  }

  /// The whole lines of the ledger that are shown.
  private var ledger: Answer {
    let now = stage.now
    guard now.shown > 0 else { return .notFound }
    return Answer(now.ledger, type: "application/jsonl; charset=utf-8")
  }

  // MARK: The desk

  private func deskAnswer(_ request: Request) async -> Answer {
    guard request.isLocal else { return .notFound }
    if request.path == "/desk" {
      return request.method == "POST"
        ? Answer(status: 405, "Nothing is taken here.\n")
        : desk.frame(in: request.query["lang"].flatMap { Tongue(rawValue: $0) } ?? .english)
    }
    if request.path == "/desk/enter" {
      guard request.method == "POST" else { return Answer(status: 405, "") }
      if let refusal = gate.refusal(of: request, isEntry: true) { return refusal }
      guard let key = gate.open(with: request.headers[Gate.header] ?? "") else {
        return Answer(status: 403, "This link was used, or is none; the terminal shows the next.\n")
      }
      link.withLock { $0 }?(gate.link)
      return .json(JSONValue.object([JSONField("key", .text(Label(key)))]).bytes)
    }
    if let refusal = gate.refusal(of: request) { return refusal }
    return await desk.answer(request)
  }
}
