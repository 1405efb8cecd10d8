/// A cell of a plan, as it is said before anything is drawn.
public struct TriedCell: Hashable, Sendable {
  /// The number, from 1.
  public let number: Int
  /// What the cell is: the values of `cells.csv` after the first two columns, in its order.
  public let settings: [CellSummary.Setting]
  /// Seconds that one cycle of it took, its preparation included; nil where none was drawn.
  public let secondsACycle: Double?
}

extension StressRun {
  /// The cells of the plan, with the time of a cycle of each, drawn for the estimate and forgotten.
  ///
  /// - Parameters:
  ///   - seconds: Once so many have passed, no further cell is tried.
  ///   - stop: Ends the trial.
  public func tryCells(
    for seconds: Double, stop: StopFlag = StopFlag()
  ) throws -> [TriedCell] {
    let start = ContinuousClock.now
    return try (1...plan.cellCount).map { number in
      let cell = plan.cell(number)
      let settings = zip(CellTable.columns, CellTable.row(of: cell, cycles: plan.cycles))
        .dropFirst(2).map { CellSummary.Setting(name: $0, value: $1) }
      let begun = ContinuousClock.now
      guard (begun - start) / .seconds(1) < seconds, !stop.isRaised else {
        return TriedCell(number: number, settings: settings, secondsACycle: nil)
      }
      do {
        _ = try SimulatedCycle.run(
          try PreparedCell(cell), seed: plan.seed(cell: number, cycle: 1), stop: stop)
      } catch is Stopped {
        return TriedCell(number: number, settings: settings, secondsACycle: nil)
      }
      return TriedCell(
        number: number, settings: settings,
        secondsACycle: (ContinuousClock.now - begun) / .seconds(1))
    }
  }
}
