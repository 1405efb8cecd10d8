import Synchronization

/// The connections that are open, so that none stays for ever and nobody can take them all.
final class Connections: Sendable {
  /// What a connection is doing.
  enum Activity {
    /// Waiting for a request, or for the rest of one.
    case waiting
    /// Being answered.
    case answered
    /// Hearing the news.
    case hearing
  }

  private struct Entry {
    var task: Task<Void, Never>?
    var activity = Activity.waiting
    /// Whose it is; nil for this machine, which no limit for others shuts out.
    let guest: String?
    var deadline: ContinuousClock.Instant
  }

  private struct Book {
    var entries: [Int: Entry] = [:]
    var next = 0
  }

  private let book = Mutex(Book())
  private let limits: Limits

  init(_ limits: Limits) { self.limits = limits }

  /// Takes a connection in. Where all places are taken, the one that has waited longest goes.
  ///
  /// - Parameters:
  ///   - guest: The address of another machine; nil for this one.
  ///   - serve: Serves the connection of a number.
  /// - Returns: Whether there is room.
  func admit(from guest: String?, _ serve: @escaping @Sendable (Int) async -> Void) -> Bool {
    let evicted = book.withLock { book -> (ok: Bool, task: Task<Void, Never>?) in
      // One telephone takes at most its part, and all of them leave room for the desk.
      if let guest {
        let own = book.entries.values.count { $0.guest == guest }
        guard own < limits.ofOneGuest(limits.connections) else {
          return evict(from: &book) { $0.guest == guest }
        }
        let all = book.entries.values.count { $0.guest != nil }
        guard all < limits.ofGuests(limits.connections) else {
          return evict(from: &book) { $0.guest != nil }
        }
      }
      guard book.entries.count >= limits.connections else { return (true, nil) }
      return evict(from: &book) { _ in true }
    }
    guard evicted.ok else { return false }
    evicted.task?.cancel()
    book.withLock { book in
      let number = book.next
      book.next += 1
      let task = Task { [self] in
        await serve(number)
        self.book.withLock { _ = $0.entries.removeValue(forKey: number) }
      }
      book.entries[number] = Entry(task: task, guest: guest, deadline: .now + limits.waiting)
    }
    return true
  }

  /// Chooses the one that has waited longest.
  private func evict(
    from book: inout Book, where isMeant: (Entry) -> Bool
  ) -> (ok: Bool, task: Task<Void, Never>?) {
    let waiting = book.entries.filter { $0.value.activity == .waiting && isMeant($0.value) }
    let oldest = waiting.min { $0.value.deadline < $1.value.deadline }
    let hasRoom = book.entries.count < limits.connections + limits.leaving
    guard let oldest, hasRoom else { return (false, nil) }
    // It still counts until it has gone, but is not chosen again.
    book.entries[oldest.key]?.activity = .answered
    return (true, oldest.value.task)
  }

  /// Notes what a connection does from now on, and until when.
  func note(_ number: Int, _ activity: Activity, for duration: Duration) {
    book.withLock { book in
      book.entries[number]?.activity = activity
      book.entries[number]?.deadline = .now + duration
    }
  }

  /// Whether one more may hear the news.
  func mayHear(_ number: Int) -> Bool {
    book.withLock { book in
      let hearing = book.entries.values.filter { $0.activity == .hearing }
      guard let guest = book.entries[number]?.guest else { return hearing.count < limits.hearing }
      return hearing.count { $0.guest != nil } < limits.ofGuests(limits.hearing)
        && hearing.count { $0.guest == guest } < limits.ofOneGuest(limits.hearing)
    }
  }

  /// Ends those whose time has passed.
  func endOverdue() {
    let now = ContinuousClock.now
    let overdue = book.withLock { book in
      book.entries.values.filter { $0.deadline < now }.compactMap(\.task)
    }
    for task in overdue { task.cancel() }
  }
}

/// What a server takes from its clients.
struct Limits: Sendable {
  /// Connections at once; a process may have 1,024 files open on most systems.
  var connections = 600
  /// More, while those that were sent away are leaving.
  var leaving = 100
  /// Of them, how many hear the news.
  var hearing = 450
  /// What all guests together may take of a number; the rest is for this machine.
  func ofGuests(_ count: Int) -> Int { count - 50 }
  /// What one address may take: more than half, since a hall's network can stand behind one.
  func ofOneGuest(_ count: Int) -> Int { count * 3 / 5 }
  /// How long a request may take to come, its body not counted.
  var waiting = Duration.seconds(10)
  /// How long an answer may take to be taken.
  var answering = Duration.seconds(20)
  /// How long a body may take: so many bytes a second at least.
  var bytesPerSecond = 100_000
  /// How long nothing may be heard between two signs of life.
  var heartbeat = Duration.seconds(10)
}
