import Synchronization

/// Tells everybody who listens that there is something new.
final class Bell: Sendable {
  private struct Ears {
    var all: [Int: AsyncStream<Void>.Continuation] = [:]
    var next = 0
  }

  private let ears = Mutex(Ears())

  /// A sequence that has an element after each ring; rings that nobody took are one.
  func listen() -> AsyncStream<Void> {
    let (stream, ear) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let number = ears.withLock { ears in
      defer { ears.next += 1 }
      ears.all[ears.next] = ear
      return ears.next
    }
    ear.onTermination = { [weak self] _ in
      self?.ears.withLock { _ = $0.all.removeValue(forKey: number) }
    }
    return stream
  }

  /// Rings.
  func ring() {
    let all = ears.withLock { Array($0.all.values) }
    for ear in all { ear.yield() }
  }
}
