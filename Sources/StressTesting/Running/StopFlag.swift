import Synchronization

/// Tells all threads of a run to stop.
public final class StopFlag: Sendable {
  private let isSet = Atomic<Bool>(false)

  /// Makes a flag that is not raised.
  public init() {}

  /// Raises the flag.
  public func raise() { isSet.store(true, ordering: .relaxed) }

  /// Whether it is raised.
  public var isRaised: Bool { isSet.load(ordering: .relaxed) }
}

/// What ends a cycle in flight when the flag is raised.
struct Stopped: Error {}
