import Drawing
import Members

/// A draw that was begun and not ended, as its lines in the ledger tell: enough to give its command
/// again.
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
  func words(folder: String, _ files: DeskFiles) throws(DeskForm.Fault) -> [String] {
    let seed = seedWords(files)
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
    case .deferral, .tickets, .amendment: break
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
}

extension Event {
  fileprivate var redraw: Redraw? { if case .redraw(let redraw) = self { redraw } else { nil } }

  fileprivate var standDown: StandDown? {
    if case .stoodDown(let standDown) = self { standDown } else { nil }
  }
}
