import Drawing
import Members
import Publishing
import Records

/// The delegations' pages: what `publish` writes, made when it is asked for.
actor PagesFace {
  private let stage: Stage
  private var made: (head: String, odds: Int, publication: Publication)?
  private var time = ContinuousClock.now
  private var styles: [String: String] = [:]

  /// How long pages stand before they are made anew.
  private static let life = Duration.seconds(1)

  init(_ stage: Stage) { self.stage = stage }

  /// The publication as the lines that are shown give it; nil before a cycle is opened.
  ///
  /// - Parameter isFresh: Whether it must hold every line that is shown.
  func publication(isFresh: Bool = false) -> Publication? {
    let now = stage.now
    guard now.shown > 0, let opened = now.opened else { return nil }
    let entries = now.entries[..<now.shown]
    let head = entries.last?.hash.text ?? ""
    if let made, made.head == head, made.odds == now.oddsNumber { return made.publication }
    let isYoung = ContinuousClock.now - time < Self.life
    if let made, isYoung, !isFresh { return made.publication }
    let events = entries.map(\.event)
    let cycle =
      now.shown == now.entries.count
      ? now.writer?.cycle : Cycle(opening: opened).following(events.dropFirst())
    guard let cycle else { return nil }
    let record = Record(events, cycle: cycle, pending: 0, head: head)
    let publication = Publication(record, in: Tongue.allCases, odds: now.odds)
    (made, time) = ((head, now.oddsNumber, publication), .now)
    return publication
  }

  /// The names in a language; nil before a cycle is opened.
  func names(in tongue: Tongue) -> SpokenNames? { publication(isFresh: true)?.names(in: tongue) }

  /// Why a State was not in a bowl.
  func absence(of code: String, line: Int, in tongue: Tongue) -> [String]? {
    publication(isFresh: true)?.absence(of: Label(code), atLine: line, in: tongue)
  }

  /// A page, with its style beside it and a script that keeps it new.
  func answer(_ path: String) -> Answer {
    if let style = styles[path] { return Answer(style, type: "text/css; charset=utf-8") }
    guard let file = publication()?.file(at: path) else { return .notFound }
    if path.hasSuffix(".html") { return .html(live(file.text)) }
    return Answer(
      file.text, type: path.hasSuffix(".csv") ? "text/csv; charset=utf-8" : "text/calendar")
  }

  /// Takes the page's own style and policy out, since nothing inline is allowed here.
  private func live(_ text: String) -> String {
    var text = text
    if let policy = text.firstRange(of: "<meta http-equiv=\"Content-Security-Policy\""),
      let end = text[policy.lowerBound...].firstRange(of: ">\n")
    {
      text.removeSubrange(policy.lowerBound..<end.upperBound)
    }
    if let start = text.firstRange(of: "<style>\n"),
      let end = text[start.upperBound...].firstRange(of: "</style>\n")
    {
      let style = String(text[start.upperBound..<end.lowerBound])
      let name = "style-\(LineHash(of: style.utf8).text.prefix(16)).css"
      styles[name] = style
      text.replaceSubrange(
        start.lowerBound..<end.upperBound,
        with: """
          <link rel="stylesheet" href="/pages/\(name)">
          <link rel="stylesheet" href="/live.css">
          <script src="/stream.js" defer></script>
          <script src="/show.js" defer></script>
          <script src="/pages.js" defer></script>

          """)
    }
    return text
  }

  /// Everything that `publish` writes for these languages, in one archive.
  func archive(of tongues: [Tongue]) -> [UInt8]? {
    guard let whole = publication(isFresh: true) else { return nil }
    var chosen = whole.inLanguages(tongues)
    // As far as the pages go, though more may have been drawn since.
    var now = stage.now
    if let last = now.entries.lastIndex(where: { $0.hash.text == made?.head }) {
      now.shown = last + 1
    }
    chosen.ledger = String(decoding: now.ledger, as: UTF8.self)
    var archive = Archive()
    chosen.files { archive.add($0.path, Array($0.text.utf8)) }
    return archive.end()
  }
}
