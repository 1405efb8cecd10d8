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
  /// The cell whose cycles take longest in this run, and the seconds of one of them: their mean, or
  /// what the one that is being drawn has taken so far; nil before the first.
  public let slowest: SlowestCell?

  /// A cell and how long a cycle of it takes.
  public struct SlowestCell: Hashable, Sendable {
    /// The number of the cell, from 1.
    public let cell: Int
    /// Seconds a cycle.
    public let seconds: Double
  }

  /// Cycles a second; nil before the first.
  public var rate: Double? { now > 0 && seconds > 0 ? Double(now) / seconds : nil }

  /// Seconds that the rest will take at this rate; nil before the first cycle.
  public var remainingSeconds: Double? { rate.map { Double(total - done) / $0 } }
}
