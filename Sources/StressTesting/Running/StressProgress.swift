/// How far a run is.
public struct StressProgress: Hashable, Sendable {
  /// Cycles done, earlier runs of the same folder included.
  public let done: Int
  /// Cycles to be done.
  public let total: Int
  /// Cycles done in this run.
  public let now: Int
  /// Cycles of earlier runs whose results had lost their ends, as by a power cut, and that are drawn
  /// again.
  public let lost: Int
  /// Seconds since this run began.
  public let seconds: Double

  /// Cycles a second; nil before the first.
  public var rate: Double? { now > 0 && seconds > 0 ? Double(now) / seconds : nil }

  /// Seconds that the rest will take at this rate; nil before the first cycle.
  public var remainingSeconds: Double? { rate.map { Double(total - done) / $0 } }
}
