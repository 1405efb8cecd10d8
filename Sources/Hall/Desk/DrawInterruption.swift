import Drawing
import Members
import Records

/// A draw that was begun and not ended, as its lines in the ledger tell, with the note of what was
/// asked for: enough to give its command again.
struct DrawInterruption {
  /// The draw.
  let name: DrawName
  private let seeded: Seeded?
  private let ticket: TicketDraw?
  private let events: [Event]

  /// Reads the lines of the draw; nil where there are none.
  init?(_ pending: [Event]) {
    events = pending
    for event in pending {
      switch event {
      case .seeded(let seeded):
        (name, self.seeded, ticket) = (seeded.draw, seeded, nil)
        return
      case .ticket(let drawn):
        (name, seeded, ticket) = (drawn.draw, nil, drawn)
        return
      default: continue
      }
    }
    return nil
  }

  /// What must be typed to go on.
  var confirmation: String {
    switch name {
    case .selection: "selection"
    case .year(let year), .tickets(let year): String(year)
    case .redraw(let state, _), .deferral(let state, _), .standDown(let state, _): state.text
    case .amendment: "amend"
    }
  }

  /// The words after `peerlots`.
  ///
  /// - Parameters:
  ///   - folder: The folder of the cycle.
  ///   - files: The files of the desk.
  ///   - form: The form as it was noted; nil where it is not known.
  ///   - years: The years that have begun, for what a deferral must have asked.
  func words(
    folder: String, _ files: DeskFiles, noted form: DeskForm?, hasBegun: (Int) -> Bool
  ) throws(DeskForm.Fault) -> [String] {
    let seed = seedWords(files)
    if let form {
      let accepts = form.accepts && form.values["accept-waivers"] == nil
      return try form.words(folder: folder, files, hasSeed: false) + seed
        + (accepts ? ["--accept-waivers"] : [])
    }
    switch name {
    case .selection: return ["select", folder] + seed + ["--accept-waivers"]
    case .year(let year):
      if let ticket { return ["draw", folder, "--year=\(year)", "--ticket=\(ticket.ticket)"] }
      let method = seeded?.method == .uniform ? ["--method=uniform"] : []
      return ["draw", folder, "--year=\(year)"] + method + seed
    case .redraw(let state, _):
      guard let redraw = change(\.redraw) else { break }
      return ["redraw", folder, "--state=\(state)"]
        + [redraw.only.map { "--only=\($0)" }, redraw.exceptional.map { "--exceptional=\($0)" }]
        .compactMap(\.self) + seed + ["--accept-waivers"]
    case .standDown(let state, _):
      guard let standDown = change(\.standDown) else { break }
      return ["stand-down", folder, "--state=\(state)", "--year=\(standDown.year)"] + seed
        + ["--accept-waivers"]
    case .deferral(let state, _):
      guard let deferral = change(\.deferral), let replaces = replaces(deferral, hasBegun) else {
        break
      }
      return ["defer", folder, "--state=\(state)", "--from=\(deferral.from)"]
        + ["--reason=\(deferral.reason)"] + (replaces ? [] : ["--no-replacement"]) + seed
        + ["--accept-waivers"]
    case .amendment:
      guard let words = change(\.amended).flatMap({ words(of: $0, files) }) else { break }
      return ["amend", folder] + words + seed + ["--accept-waivers"]
    case .tickets: break
    }
    throw DeskForm.Fault(
      words: "the ledger does not hold all that \"\(name.text)\" was asked for: fill in its form "
        + "again, with the same seed; it goes on where it stopped")
  }

  private func seedWords(_ files: DeskFiles) -> [String] {
    guard let seeded else { return [] }
    guard let revealed = seeded.revealed else { return ["--seed=\(seeded.seed)"] }
    let secret = String(seeded.seed.text.prefix { $0 != "/" })
    return ["--secret-file=\(files.secret(secret))", "--public=\(revealed.publicText)"]
  }

  private func change<T>(_ part: (Event) -> T?) -> T? {
    for event in events { if let found = part(event) { return found } }
    return nil
  }

  /// Whether another State was to take a State's place; nil where the lines tell neither.
  private func replaces(_ deferral: Deferral, _ hasBegun: (Int) -> Bool) -> Bool? {
    for event in events {
      guard case .lot(let lot) = event else { continue }
      if case .replacement = lot.purpose { return true }
      return false
    }
    // With a seed and no seats of its own to draw, it is a replacement that is to be drawn.
    return hasBegun(deferral.to) ? nil : true
  }

  /// An amendment of the membership alone, as its table; nil for any other, or a full disk.
  private func words(of amended: Amended, _ files: DeskFiles) -> [String]? {
    guard let membership = amended.membership, amended.rulebook == nil,
      amended.conflicts == nil, amended.exclusions == nil,
      let path = files.keep(membership.table, as: "membership.csv")?.path
    else { return nil }
    func each(_ option: String, _ words: [String]) -> [String] { words.flatMap { [option, $0] } }
    return ["--membership", path] + each("--leaves", amended.left.map(\.text))
      + each("--joins", amended.joined.map(\.text))
      + each("--rename", amended.renamed.map { "\($0.from)=\($0.to)" })
  }
}

extension Membership {
  /// The States as a table that gives them again when it is read.
  fileprivate var table: [UInt8] {
    var bytes: [UInt8] = []
    DelimitedLine.append(
      [
        "state", "name", "region", "protocols", "legal_systems", "languages", "reviewed",
        "reviewer", "year", "seats", "minimum", "maximum",
      ], to: &bytes)
    func text(_ labels: [Label]) -> String { labels.map(\.text).joined(separator: " ") }
    func text(_ number: Int?) -> String { number.map(String.init) ?? "" }
    for state in states {
      DelimitedLine.append(
        [
          state.code.text, state.name, state.region.text, text(state.protocols),
          text(state.legalSystems), text(state.languages), state.isReviewed ? "yes" : "no",
          state.isReviewer ? "yes" : "no", text(state.year), text(state.own.seats),
          text(state.own.minimum), text(state.own.maximum),
        ], to: &bytes)
    }
    return bytes
  }
}

extension Event {
  fileprivate var redraw: Redraw? { if case .redraw(let redraw) = self { redraw } else { nil } }

  fileprivate var deferral: Deferral? {
    if case .deferred(let deferral) = self { deferral } else { nil }
  }

  fileprivate var standDown: StandDown? {
    if case .stoodDown(let standDown) = self { standDown } else { nil }
  }

  fileprivate var amended: Amended? {
    if case .amended(let amended) = self { amended } else { nil }
  }
}
