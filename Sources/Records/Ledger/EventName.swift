import Drawing
import Members

/// The names of events in a ledger, in the order of the contract's table.
enum EventName: String, CaseIterable {
  case opened
  case announced
  case withdrawn
  case seeded
  case lot
  case waiver
  case redraw
  case deferred
  case stoodDown = "stood down"
  case amended
  case uniform
  case tickets
  case ticket

  var label: Label { Label(rawValue) }
}

/// The names of purposes in a ledger but those of seats, which the rulebook names, in the order of
/// the contract's table.
enum PurposeName: String, CaseIterable {
  case extraPlace = "extra place"
  case first
  case year
  case turn
  case supplementary = "supplementary reviewer"
  case replacement
  case joining

  var label: Label { Label(rawValue) }
}

extension Event {
  /// The name of the event in a ledger.
  var name: EventName {
    switch self {
    case .opened: .opened
    case .announced: .announced
    case .withdrawn: .withdrawn
    case .seeded: .seeded
    case .lot: .lot
    case .waiver: .waiver
    case .redraw: .redraw
    case .deferred: .deferred
    case .stoodDown: .stoodDown
    case .amended: .amended
    case .uniform: .uniform
    case .tickets: .tickets
    case .ticket: .ticket
    }
  }
}
