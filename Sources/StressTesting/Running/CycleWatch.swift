import Drawing
import Rules

/// Watches the events of a cycle: counts lots, and what makes the best waivers worse.
final class CycleWatch {
  /// What is counted so far.
  var measures = CycleMeasures(outcome: .kept)
  private let stop: StopFlag
  private var best: WaiverVector

  /// Watches from after the opening.
  init(best: WaiverVector, stop: StopFlag) {
    (self.best, self.stop) = (best, stop)
    measures.best = WaivableRule.counted.map { best[$0] }
    measures.supplements.best = best[.supplement]
  }

  /// Takes the next event.
  func take(_ event: Event) throws {
    if stop.isRaised { throw Stopped() }
    switch event {
    case .deferred(let event): compare(event.best, .deferral)
    case .redraw(let event): compare(event.best, .redraw)
    case .stoodDown(let event): compare(event.best, .standDown)
    case .amended(let event): compare(event.best, .amendment)
    case .opened, .announced, .withdrawn, .seeded, .lot, .waiver, .uniform, .tickets, .ticket: break
    }
  }

  /// Counts a lot from a bowl of so many.
  func count(_ purpose: DrawnLot.Purpose, _ bowl: Int) {
    switch purpose {
    case .regionalReviewer: measures.countLot(bowl: bowl, in: .regional)
    case .openReviewer: measures.countLot(bowl: bowl, in: .open)
    case .supplementaryReviewer: measures.countLot(bowl: bowl, in: .supplementary)
    case .extraPlace, .first, .year, .turn, .replacement, .joining: break
    }
  }

  private func compare(_ now: WaiverVector, _ cause: Disturbance) {
    for (place, rule) in WaivableRule.counted.enumerated() where now[rule] > best[rule] {
      measures.worsened[cause.index][place] += now[rule] - best[rule]
    }
    measures.supplements.worsened[cause.index] += max(0, now[.supplement] - best[.supplement])
    best = now
  }
}
