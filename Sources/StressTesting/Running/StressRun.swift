import Foundation
import Synchronization

/// Draws the cycles of a plan, or of one of its shards, on several threads.
///
/// Each thread takes the next cycle, draws it from beginning to end (GLPK's problems belong to the
/// thread that made them), and hands it in. One cycle of each cell comes first, cell after cell; then
/// the rest. Cycles are written in their order, whoever draws them, and when; a thread that is far
/// ahead waits.
public struct StressRun: Sendable {
  /// The plan.
  public let plan: StressPlan
  /// The part of it to be drawn.
  public let shard: Shard
  /// The folder of the results.
  public let folder: String
  /// The program's name and version.
  public let software: String
  /// How many threads draw.
  public let threads: Int

  /// How many cycles for each thread may be begun and not yet written.
  private static let window = 16
  private static let stackInBytes = 1 << 24
  /// How long a run that is to stop waits for its threads.
  private static let patience = Duration.seconds(2)

  /// Makes a run; nothing is drawn yet.
  public init(
    _ plan: StressPlan, shard: Shard = .whole, folder: String, software: String, threads: Int
  ) {
    (self.plan, self.shard, self.folder) = (plan, shard, folder)
    (self.software, self.threads) = (software, threads)
  }

  /// Draws what is not drawn yet, until all is done or the flag is raised.
  ///
  /// - Parameters:
  ///   - stop: Ends the run; cycles in flight are given up, what is done stays.
  ///   - report: Called now and then, and at the end.
  /// - Returns: How far the results are now.
  /// - Throws: ``StressFailure``, and any failure that ends a cycle for no reason of its own.
  @discardableResult
  public func run(
    stop: StopFlag = StopFlag(), report: (StressProgress) -> Void = { _ in }
  ) throws -> StressProgress {
    try run(until: .max, stop: stop, report: report)
  }

  /// The same, but ends once the folder holds a number of cycles: a stop that does not depend on how
  /// fast the machine is.
  @discardableResult
  package func run(
    until limit: Int, stop: StopFlag = StopFlag(), report: (StressProgress) -> Void = { _ in }
  ) throws -> StressProgress {
    let writer = try ResultWriter(
      folder: folder, plan: plan, shard: shard, software: software)
    let start = ContinuousClock.now
    let (before, lost) = (writer.done, writer.lost)
    let queue = CycleQueue(
      writer, plan: plan, stop: stop, window: Self.window * max(threads, 1), limit: limit)
    func progress() -> StressProgress {
      let (done, total) = queue.progress
      return StressProgress(
        done: done, total: total, now: done - before, lost: lost,
        seconds: (ContinuousClock.now - start) / .seconds(1), slowest: queue.slowest)
    }
    let ended = DispatchSemaphore(value: 0)
    for _ in 0..<max(threads, 1) {
      let thread = Thread {
        queue.work()
        ended.signal()
      }
      thread.stackSize = Self.stackInBytes
      thread.start()
    }
    waiting: for _ in 0..<max(threads, 1) {
      var stopped: ContinuousClock.Instant?
      while ended.wait(timeout: .now() + .milliseconds(100)) == .timedOut {
        report(progress())
        // GLPK cannot be interrupted; a thread inside it is left behind.
        if stop.isRaised && stopped == nil { stopped = ContinuousClock.now }
        if let stopped, ContinuousClock.now - stopped > Self.patience { break waiting }
      }
    }
    report(progress())
    try queue.close()
    return progress()
  }
}
