import Drawing
import Members
import Rules

extension LedgerJudge {
  /// Judges one command: its seed, what it does, and what is due when all is drawn.
  mutating func command() throws {
    hasDrawn = false
    var draw: DrawName?
    if case .seeded(let seeded) = ahead {
      draw = seeded.draw
      next += 1
    }
    let kind: String
    switch (draw, ahead) {
    case (.selection, _):
      try select()
      kind = "selection"
    case (.year(let year), _):
      try self.year(year)
      kind = "year"
    case (_, .redraw(let redraw)): kind = try self.redraw(redraw)
    case (_, .deferred(let deferral)): kind = try deferReview(deferral)
    case (_, .stoodDown(let standDown)): kind = try self.standDown(standDown)
    case (_, .amended(let membership, let best)):
      try amend(membership, best)
      kind = "amendment"
    default: throw Mistake(text: "no command begins here")
    }
    verdict.commands[kind, default: 0] += 1
    try close()
    try check((draw != nil) == hasDrawn, "a seed and nothing drawn, or no seed")
  }

  private mutating func select() throws {
    while let lot = lotAhead {
      switch lot.purpose {
      case .extraPlace:
        next += 1
        hasDrawn = true
      case .year(let region, let year):
        let waiting = cycle.planned(0).filter { cycle.group($0) == region }
        cycle.reviews[try self.lot(lot.purpose, from: waiting)]!.year = year
      default: throw Mistake(text: "\(lot.purpose) is no lot of the selection")
      }
    }
    try check(cycle.planned(0).isEmpty, "\(cycle.planned(0)) have no year")
    cycle.isSelected = true
    look()
    // The years do not change what is possible, but the question must be put before bowls.
    try check(question.isBest(bestCounts), "the best vector changed with the selection")
  }

  private mutating func year(_ year: Int) throws {
    try check(year == cycle.nextYear, "year \(year) is not the next")
    cycle.begunYears = year
    hasDrawn = true
    var waiting = cycle.planned(year).filter { !cycle.reviews[$0]!.isServed }
    while !waiting.isEmpty {
      let state = try lot(.turn(year: year), from: waiting)
      waiting.removeAll { $0 == state }
      try serve(state)
    }
  }

  private mutating func redraw(_ redraw: Redraw) throws -> String {
    next += 1
    let review = cycle.reviews[redraw.state]!
    let released = redraw.only.map { [$0] } ?? review.reviewers.sorted()
    try check(review.isServed, "\(redraw.state) has no reviewers yet")
    try check(redraw.released == released, "released: \(redraw.released), not \(released)")
    try check(released.allSatisfy(review.reviewers.contains), "\(released) do not review it")
    cycle.redraw(redraw)
    cycle.waived.removeAll { $0.rule == .minimumLoad }
    look()
    try checkBest(redraw.best)
    var kind = redraw.only == nil ? "redraw" : "redraw of one"
    if cycle.rulebook.excludesPreviousReviewers {
      let out = (state: redraw.state, reviewers: cycle.released[redraw.state]!)
      look(without: out)
      let costsNothing = question.isBest(redraw.best.counts)
      try check(redraw.exclusion == costsNothing, "exclusion is not \(costsNothing)")
      if !costsNothing {
        kind += " without its exclusion"
        look()
        try checkBest(redraw.best)
      }
    } else {
      try check(!redraw.exclusion, "the rulebook excludes nobody")
    }
    try serve(redraw.state)
    return kind
  }

  private mutating func deferReview(_ deferral: Deferral) throws -> String {
    next += 1
    let review = cycle.reviews[deferral.state]!
    try check(deferral.from == review.year, "it is not in year \(deferral.from)")
    try check(deferral.to == deferral.from + 1, "it moves to the next year")
    try check(deferral.released == review.reviewers.sorted(), "others are released")
    cycle.deferReview(deferral)
    cycle.waived.removeAll { $0.rule == .minimumLoad }
    var kind = "deferral"
    var replacement: Label?
    if let lot = lotAhead, case .replacement(let state) = lot.purpose {
      let bowl = cycle.planned(deferral.to).filter {
        $0 != deferral.state && cycle.group($0) == cycle.group(deferral.state)
      }
      try check(state == deferral.state, "the replacement is another's")
      replacement = try self.lot(lot.purpose, from: bowl)
      cycle.reviews[replacement!]!.year = deferral.from
      kind += cycle.reviews[replacement!]!.isServed ? " with a drawn replacement" : " replaced"
    }
    look()
    try checkBest(deferral.best)
    for state in [replacement, deferral.state] {
      guard let state, let review = cycle.reviews[state], !review.isServed else { continue }
      guard review.year <= cycle.begunYears else { continue }
      kind += state == replacement ? ", drawn at once" : " into a drawn year"
      try serve(state)
    }
    return kind
  }

  private mutating func standDown(_ standDown: StandDown) throws -> String {
    next += 1
    try check(cycle.reviews[standDown.state]?.year == standDown.year, "another year")
    let released = cycle.planned(standDown.year).filter {
      cycle.reviews[$0]!.reviewers.contains(standDown.state)
    }
    try check(standDown.released == released, "released: \(released)")
    cycle.standDown(standDown)
    cycle.waived.removeAll { $0.rule == .minimumLoad }
    look()
    try checkBest(standDown.best)
    for state in released { try serve(state) }
    return released.isEmpty ? "stand-down" : "stand-down from reviews"
  }

  private mutating func amend(_ membership: Membership, _ best: WaiverVector) throws {
    next += 1
    cycle.amend(membership)
    cycle.waived.removeAll { $0.rule == .minimumLoad }
    for state in cycle.isSelected ? cycle.planned(0) : [] {
      let drawn = try lot(.joining(state: state), from: cycle.joiningBowl(of: state))
      cycle.reviews[state]!.year = Int(drawn.text)!
    }
    look()
    try checkBest(best)
  }

  /// Once nothing is left to draw: the reviews that are missing, and that all lines add up.
  private mutating func close() throws {
    guard cycle.isComplete else { return }
    for code in cycle.record.keys.sorted() where cycle.record[code]!.isReviewer {
      for _ in 0..<max(0, cycle.rulebook.minimumLoad - cycle.load(code)) {
        try waive(.minimumLoad, code)
      }
    }
    let lines = cycle.rulebook.waivers.map { rule in cycle.waived.count { $0.rule == rule } }
    try check(lines == bestCounts, "the lines add up to \(lines), not \(bestCounts)")
  }

  /// The best vector as the ledger last said it.
  private var bestCounts: [Int] {
    for event in events[..<next].reversed() {
      switch event {
      case .opened(let opened): return opened.best.counts
      case .redraw(let redraw): return redraw.best.counts
      case .deferred(let deferral): return deferral.best.counts
      case .stoodDown(let standDown): return standDown.best.counts
      case .amended(_, let best): return best.counts
      default: continue
      }
    }
    return []
  }
}
