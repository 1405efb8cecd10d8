import Members

/// The name of a draw: what a seed is for.
///
/// The k-th of its kind for a State, or of the cycle for amendments; k counts from 1.
public enum DrawName: Hashable, Sendable {
  /// Which year each State is reviewed in (para. 14).
  case selection
  /// The reviewers of a year (para. 19).
  case year(Int)
  /// The list of tickets of a year.
  case tickets(Int)
  /// New reviewers for a State (para. 19).
  case redraw(Label, Int)
  /// A State that moves to the next year (para. 14).
  case deferral(Label, Int)
  /// A State that stands down as a reviewer of its year (para. 20).
  case standDown(Label, Int)
  /// A changed membership.
  case amendment(Int)

  /// The text in the ledger, for instance `year 1` or `redraw KEN 1`.
  public var text: String {
    switch self {
    case .selection: "selection"
    case .year(let year): "year \(year)"
    case .tickets(let year): "tickets year \(year)"
    case .redraw(let state, let count): "redraw \(state) \(count)"
    case .deferral(let state, let count): "deferral \(state) \(count)"
    case .standDown(let state, let count): "stand-down \(state) \(count)"
    case .amendment(let count): "amendment \(count)"
    }
  }

  /// Reads the text of the ledger; nil where it names no draw.
  public init?(text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    func number(_ text: String) -> Int? {
      guard let value = Int(text), value > 0, String(value) == text else { return nil }
      return value
    }
    switch (parts.first, parts.count) {
    case ("selection", 1): self = .selection
    case ("year", 2):
      guard let year = number(parts[1]) else { return nil }
      self = .year(year)
    case ("tickets", 3):
      guard parts[1] == "year", let year = number(parts[2]) else { return nil }
      self = .tickets(year)
    case ("amendment", 2):
      guard let count = number(parts[1]) else { return nil }
      self = .amendment(count)
    case ("redraw", 3), ("deferral", 3), ("stand-down", 3):
      guard let count = number(parts[2]), !parts[1].isEmpty else { return nil }
      let state = Label(parts[1])
      self =
        parts[0] == "redraw"
        ? .redraw(state, count)
        : parts[0] == "deferral" ? .deferral(state, count) : .standDown(state, count)
    default: return nil
    }
  }
}
