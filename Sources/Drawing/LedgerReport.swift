import Members

/// What a ledger says of its draws, event by event: read off, not checked.
public struct LedgerReport: Sendable {
  /// One draw that was begun.
  public struct Draw: Sendable {
    /// Its name.
    public var name: DrawName
    /// The index of its first event.
    public var index: Int
    /// Its seed; nil where a ticket was drawn.
    public var seed: Label?
    /// The ticket that was drawn.
    public var ticket: Int?
    /// How it was made.
    public var method: DrawMethod
    /// The secret's hash that it was bound to.
    public var commitment: String?
    /// How many lots it had.
    public var lots: Int
    /// How many tickets the list had that it published.
    public var tickets: Int?
    /// Where it was announced; nil where it was not.
    public var announcement: Announcement?
    /// The indices of the events between the announcement and the draw.
    public var between: Range<Int> {
      announcement.map { $0.index + 1..<index } ?? index..<index
    }
  }

  /// An announcement.
  public struct Announcement: Sendable {
    /// What was announced.
    public var announced: Announced
    /// The index of its event.
    public var index: Int
    /// Where it was taken back, and why; nil where it was not.
    public var withdrawal: (index: Int, reason: String)?
  }

  /// A redraw.
  public struct Request: Sendable {
    /// The index of its event.
    public var index: Int
    /// The event.
    public var redraw: Redraw
  }

  /// The draws, in order.
  public private(set) var draws: [Draw] = []
  /// Announcements that were taken back, in the order announced.
  public private(set) var withdrawn: [Announcement] = []
  /// Announcements that stand at the end.
  public private(set) var standing: [Announcement] = []
  /// The redraws of each State, States in canonical order.
  public private(set) var redraws: [(state: Label, requests: [Request])] = []

  /// Reads the events of a ledger.
  public init(_ events: some Sequence<Event>) {
    var requests: [Label: [Request]] = [:]
    for (index, event) in events.enumerated() {
      switch event {
      case .announced(let announced):
        standing.append(Announcement(announced: announced, index: index))
      case .withdrawn(let withdrawn): take(withdrawn, index)
      case .seeded(let seeded): begin(seeded, index)
      case .ticket(let drawn):
        draws.append(
          Draw(
            name: drawn.draw, index: index, ticket: drawn.ticket, method: .tickets, lots: 0,
            announcement: redeem(drawn.draw)))
      case .lot: if !draws.isEmpty { draws[draws.count - 1].lots += 1 }
      case .tickets(let list): if !draws.isEmpty { draws[draws.count - 1].tickets = list.count }
      case .redraw(let redraw):
        requests[redraw.state, default: []].append(Request(index: index, redraw: redraw))
      default: break
      }
    }
    redraws = requests.keys.sorted().map { ($0, requests[$0] ?? []) }
  }

  private mutating func begin(_ seeded: Seeded, _ index: Int) {
    draws.append(
      Draw(
        name: seeded.draw, index: index, seed: seeded.seed, method: seeded.method,
        commitment: seeded.revealed?.commitment, lots: 0, announcement: redeem(seeded.draw)))
  }

  private mutating func redeem(_ draw: DrawName) -> Announcement? {
    guard let place = standing.firstIndex(where: { $0.announced.draw == draw }) else { return nil }
    return standing.remove(at: place)
  }

  private mutating func take(_ withdrawn: Withdrawn, _ index: Int) {
    guard var announcement = redeem(withdrawn.draw) else { return }
    announcement.withdrawal = (index, withdrawn.reason)
    self.withdrawn.append(announcement)
  }
}
