import Drawing
import Records

/// The command that comes next in a cycle, ready to be pasted; words in capitals are to be filled in.
struct NextCommand {
  private let cycle: Cycle
  private let folder: String

  init(_ cycle: Cycle, folder: String) {
    self.cycle = cycle
    self.folder = ShellWord.path(folder)
  }

  /// The command; where nothing is left to draw, the one that checks everything.
  ///
  /// - Parameter head: The hash of the ledger's last line.
  func text(head: String) -> String {
    if let first = cycle.announcements.first {
      return command(of: first.draw, by: first.method, seed(of: first))
    }
    if !cycle.isSelected { return command(of: .selection, by: .bowls, Self.seed) }
    if let year = cycle.nextYear {
      let method = cycle.tickets(year: year) == nil ? DrawMethod.bowls : .tickets
      return command(of: .year(year), by: method, Self.seed)
    }
    return "peerlots verify \(folder) --head \(head)"
  }

  private static let seed = "--seed SEED"

  /// A draw that was bound to a secret is drawn with it.
  private func seed(of announced: Announced) -> String {
    announced.commitment == nil
      ? Self.seed : "--secret-file SECRET-FILE --public PUBLIC-TEXT"
  }

  private func command(of draw: DrawName, by method: DrawMethod, _ seed: String) -> String {
    switch draw {
    case .selection: return "peerlots select \(folder) \(seed)"
    case .year(let year):
      let start = "peerlots draw \(folder) --year \(year)"
      switch method {
      case .bowls: return "\(start) \(seed)"
      case .uniform: return "\(start) --method uniform \(seed)"
      case .tickets: return "\(start) --ticket NUMBER"
      }
    case .tickets(let year):
      return "peerlots tickets \(folder) --year \(year) --count 1000 \(seed) "
        + "--output tickets-year-\(year).csv"
    case .redraw(let state, _): return "peerlots redraw \(folder) --state \(state) \(seed)"
    case .deferral(let state, _):
      return "peerlots defer \(folder) --state \(state) --reason REASON \(seed)"
    case .standDown(let state, _):
      let year = cycle.year(of: state).map(String.init) ?? "YEAR"
      return "peerlots stand-down \(folder) --state \(state) --year \(year) \(seed)"
    case .amendment: return "peerlots amend \(folder) --membership FILE \(seed)"
    }
  }
}
