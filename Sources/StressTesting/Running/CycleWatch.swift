import Drawing
import Rules

/// Watches the events of a cycle: counts lots and what makes the best waivers worse.
final class CycleWatch {
  /// What is counted so far.
  var measures = CycleMeasures(outcome: .kept)
  private let stop: StopFlag
  private var best: WaiverVector?

  init(stop: StopFlag) { self.stop = stop }

  /// Takes the next event.
  func take(_ event: Event) throws {
    if stop.isRaised { throw Stopped() }
    switch event {
    case .opened(let opened):
      best = opened.best
      measures.best = WaivableRule.allCases.map { opened.best[$0] }
    case .lot(let lot):
      switch lot.purpose {
      case .regionalReviewer: measures.countLot(bowl: lot.bowl.count, isRegional: true)
      case .openReviewer: measures.countLot(bowl: lot.bowl.count, isRegional: false)
      case .extraPlace, .year, .turn, .replacement, .joining: break
      }
    case .deferred(let event): compare(event.best, .deferral)
    case .redraw(let event): compare(event.best, .redraw)
    case .stoodDown(let event): compare(event.best, .standDown)
    case .amended(_, let best): compare(best, .amendment)
    // A rehearsal draws with bowls.
    case .uniform, .tickets, .ticket: break
    case .committed, .seeded, .waiver: break
    }
  }

  private func compare(_ now: WaiverVector, _ cause: Disturbance) {
    defer { best = now }
    guard let before = best else { return }
    for (place, rule) in WaivableRule.allCases.enumerated() where now[rule] > before[rule] {
      measures.worsened[cause.index][place] += now[rule] - before[rule]
    }
  }
}
