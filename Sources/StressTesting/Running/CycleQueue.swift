import Foundation
import Synchronization

/// The cycles of a run: which is next, and which are drawn but wait for one before them.
///
/// The order of drawing is that of ``CycleOrder``; that of writing is always that of the cells.
final class CycleQueue: Sendable {
  private struct State {
    var writer: ResultWriter
    var order: CycleOrder
    var waiting: [Int: CycleResult] = [:]
    var failure: (any Error)?
    var isClosed = false
    /// How long the cycles of each cell took.
    var times: [Int: (count: Int, sum: Duration)] = [:]
    /// The cycles that are being drawn, by their places.
    var running: [Int: (cell: Int, start: ContinuousClock.Instant)] = [:]
  }

  private let plan: StressPlan
  private let stop: StopFlag
  private let state: Mutex<State>
  /// Holds back threads that are too far ahead of the writing.
  private let room: DispatchSemaphore

  /// - Parameter limit: How many cycles the folder holds at the end, if no more are there already.
  init(
    _ writer: sending ResultWriter, plan: StressPlan, stop: StopFlag, window: Int, limit: Int
  ) {
    self.plan = plan
    self.stop = stop
    let total = min(writer.total, limit)
    let first = writer.firstOfCells(to: total, atMost: CycleOrder.cellLimit)
    let order = CycleOrder(first: first, from: writer.done, to: total)
    state = Mutex(State(writer: writer, order: order))
    // Dispatch ends the process when a semaphore goes that stands below where it began, as after a
    // run that was stopped; so it begins at 0.
    room = DispatchSemaphore(value: 0)
    for _ in 0..<window { room.signal() }
  }

  /// Cycles done and to be done.
  var progress: (done: Int, total: Int) { state.withLock { ($0.writer.done, $0.writer.total) } }

  /// The cell whose cycles take longest; nil before the first is begun.
  var slowest: StressProgress.SlowestCell? {
    let now = ContinuousClock.now
    let (times, running) = state.withLock { ($0.times, $0.running) }
    let means = times.map { (cell: $0, time: $1.sum / $1.count) }
    let longest = (means + running.values.map { ($0.cell, now - $0.start) })
      // Of cells that take as long, the first.
      .max { ($0.time, $1.cell) < ($1.time, $0.cell) }
    return longest.map { .init(cell: $0.cell, seconds: $0.time / .seconds(1)) }
  }

  /// Draws cycles until there are no more.
  func work() {
    var prepared: (cell: PreparedCell, facts: CellFacts)?
    do {
      while let (place, cell, cycle) = take() {
        let clock = ContinuousClock()
        let start = clock.now
        if prepared?.cell.cell.number != cell {
          prepared = nil
          prepared = try prepare(cell, explains: cycleIsFirst(place, cell))
        }
        guard let (ready, facts) = prepared else { return }
        let result = try SimulatedCycle.run(
          ready, seed: plan.seed(cell: cell, cycle: cycle), stop: stop)
        let row = CycleRow(cell: cell, cycle: cycle, measures: result.measures)
        let microseconds = Int((clock.now - start) / .microseconds(1))
        try hand(
          CycleResult(row: row, pairs: result.pairs, cell: facts, microseconds: microseconds),
          at: place)
      }
    } catch {
      fail(error)
    }
  }

  /// Whether a cycle is the first of its cell in the shard: it is written first, and brings along why
  /// the rules cannot be kept, which takes long.
  private func cycleIsFirst(_ place: Int, _ cell: Int) -> Bool {
    place == 0 || state.withLock { $0.writer.numbers(of: place - 1).cell != cell }
  }

  private func prepare(_ number: Int, explains: Bool) throws -> (PreparedCell, CellFacts) {
    let cell = try PreparedCell(plan.cell(number))
    let codes = cell.countsPairs ? cell.membership.states.map(\.code.text) : []
    return (cell, CellFacts(codes: codes, causes: explains ? cell.causes() : []))
  }

  /// The next cycle; nil where there is none, or the run is to stop.
  private func take() -> (place: Int, cell: Int, cycle: Int)? {
    room.wait()
    let taken: (place: Int, cell: Int, cycle: Int, isAhead: Bool)? = state.withLock { state in
      guard !stop.isRaised, state.failure == nil,
        let (place, isAhead) = state.order.take(written: state.writer.done)
      else { return nil }
      let numbers = state.writer.numbers(of: place)
      state.running[place] = (numbers.cell, .now)
      return (place, numbers.cell, numbers.cycle, isAhead)
    }
    // Whoever waits must see too that there is nothing more; what is ahead of its turn takes no room.
    if taken?.isAhead ?? true { room.signal() }
    return taken.map { ($0.place, $0.cell, $0.cycle) }
  }

  private func hand(_ result: CycleResult, at place: Int) throws {
    let written = try state.withLock { state in
      // A thread that could not be waited for comes too late.
      if state.isClosed { throw Stopped() }
      state.running[place] = nil
      let (count, sum) = state.times[result.row.cell] ?? (0, .zero)
      state.times[result.row.cell] = (count + 1, sum + .microseconds(result.microseconds))
      state.waiting[place] = result
      var written = 0
      while let next = state.waiting.removeValue(forKey: state.writer.done) {
        let place = state.writer.done
        try state.writer.write(next)
        if !state.order.write(place) { written += 1 }
      }
      return written
    }
    for _ in 0..<written { room.signal() }
  }

  private func fail(_ error: any Error) {
    state.withLock { state in
      if !(error is Stopped) && state.failure == nil { state.failure = error }
    }
    // Threads that wait for room are let go.
    room.signal()
  }

  /// Closes the folder, and throws what ended the run before its end.
  func close() throws {
    try state.withLock { state in
      state.isClosed = true
      do {
        try state.writer.close()
      } catch { if state.failure == nil { state.failure = error } }
      if let failure = state.failure { throw failure }
    }
  }
}
