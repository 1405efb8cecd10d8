import Drawing

/// The events of one command, as they stand in a ledger one after another.
public struct Chapter: Sendable {
  /// The events; at least one.
  public let events: [Event]
  /// The place of the first one in the ledger, from 0.
  public let index: Int

  /// Takes events that one command gave.
  public init(_ events: [Event], index: Int = 0) {
    self.events = events
    self.index = index
  }

  /// Divides a ledger.
  public static func all(of events: [Event]) -> [Chapter] {
    var chapters: [Chapter] = []
    var first = 0
    for (place, event) in events.enumerated()
    where place > first && begins(event, after: events[first..<place]) {
      chapters.append(Chapter(Array(events[first..<place]), index: first))
      first = place
    }
    if first < events.count { chapters.append(Chapter(Array(events[first...]), index: first)) }
    return chapters
  }

  private static func begins(_ event: Event, after command: ArraySlice<Event>) -> Bool {
    switch event {
    case .opened, .announced, .withdrawn, .seeded, .ticket: return true
    case .redraw, .deferred, .stoodDown, .amended:
      // Its seed, where it has one, stands right before it.
      guard command.count == 1, case .seeded(let seeded)? = command.first else { return true }
      return !seeded.draw.isOfAChange
    case .lot, .waiver, .uniform, .tickets: return false
    }
  }

  /// The seed; nil where nothing was drawn from one.
  public var seeded: Seeded? {
    for event in events { if case .seeded(let seeded) = event { return seeded } }
    return nil
  }

  /// The lots, in order.
  public var lots: [DrawnLot] {
    events.compactMap { event in
      if case .lot(let lot) = event { lot } else { nil }
    }
  }

  /// The waivers, in order.
  public var waivers: [Waiver] {
    events.compactMap { event in
      if case .waiver(let waiver) = event { waiver } else { nil }
    }
  }

  /// What the command is about: its first event that is neither a seed nor a lot nor a waiver; nil
  /// for lots alone.
  public var subject: Event? {
    events.first { event in
      switch event {
      case .seeded, .lot, .waiver: false
      default: true
      }
    }
  }
}

extension DrawName {
  /// Whether it belongs to a redraw, a deferral, a stand-down or an amendment.
  fileprivate var isOfAChange: Bool {
    switch self {
    case .redraw, .deferral, .standDown, .amendment: true
    case .selection, .year, .tickets: false
    }
  }
}
