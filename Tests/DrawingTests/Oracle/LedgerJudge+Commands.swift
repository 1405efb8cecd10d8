import Drawing
import Members
import Rules
import TestingTools

extension LedgerJudge {
  /// Judges one command: its seed, what it does, and what is due when all is drawn.
  mutating func command() throws {
    hasDrawn = false
    var draw: DrawName?
    if case .seeded(let seeded) = ahead {
      draw = seeded.draw
      next += 1
    }
    let kinds: [String]
    switch (draw, ahead) {
    case (.selection, _):
      // There is no lot where the years of all States are known from before.
      hasDrawn = cycle.planned(0).isEmpty
      kinds = try select()
    case (.year(let year), _):
      try self.year(year)
      kinds = ["year"]
    case (_, .redraw(let redraw)): kinds = try self.redraw(redraw)
    case (_, .deferred(let deferral)): kinds = try deferReview(deferral)
    case (_, .stoodDown(let standDown)): kinds = [try self.standDown(standDown)]
    case (_, .amended(let amended)): kinds = try amend(amended)
    default: throw Mistake(text: "no command begins here")
    }
    for kind in kinds { verdict.commands[kind, default: 0] += 1 }
    try close()
    try check((draw != nil) == hasDrawn, "a seed and nothing drawn, or no seed")
  }

  private mutating func select() throws -> [String] {
    var extra: [Label: [Int]] = [:]
    let isByLists = cycle.rulebook.selectionMethod == .alphabetical
    while let lot = lotAhead {
      switch lot.purpose {
      case .extraPlace(let region):
        next += 1
        hasDrawn = true
        extra[region, default: []].append(Int(lot.drawn.text)!)
      case .first(let region):
        try check(isByLists, "the years are drawn by lot")
        let group = cycle.planned(0).filter { cycle.group($0) == region }
        let first = try self.lot(lot.purpose, from: group)
        cycle.deal(region, from: first, extra: extra[region] ?? [])
      case .year(let region, let year):
        try check(!isByLists, "the years are filled from lists")
        try check(year <= cycle.rulebook.selectedYears, "year \(year) is not selected")
        let waiting = cycle.planned(0).filter { cycle.group($0) == region }
        cycle.reviews[try self.lot(lot.purpose, from: waiting)]!.year = year
      default: throw Mistake(text: "\(lot.purpose) is no lot of the selection")
      }
    }
    try check(cycle.planned(0).isEmpty, "\(cycle.planned(0)) have no year")
    cycle.isSelected = true
    look()
    // Only where the reviews of a year are bounded, or a State stands down in one, do the years
    // change what is possible.
    if question.isBest(bestCounts) { return [isByLists ? "selection from lists" : "selection"] }
    guard case .amended(let amended) = ahead,
      amended == Amended(best: amended.best),
      question.years.contains(where: { $0 > 0 }) || !cycle.standDowns.isEmpty
    else { throw Mistake(text: "the best vector changed with the selection") }
    next += 1
    try checkBest(amended.best)
    return ["selection that costs waivers"]
  }

  private mutating func year(_ year: Int) throws {
    try check(year == cycle.nextYear, "year \(year) is not the next")
    cycle.begunYears = year
    cycle.begunRules[year] = cycle.rulebook
    hasDrawn = true
    var waiting = cycle.planned(year).filter { !cycle.reviews[$0]!.isServed }
    while !waiting.isEmpty {
      let state = try lot(.turn(year: year), from: waiting)
      waiting.removeAll { $0 == state }
      try serve(state)
    }
  }

  private mutating func redraw(_ redraw: Redraw) throws -> [String] {
    next += 1
    let review = cycle.reviews[redraw.state]!
    let released =
      redraw.only.map { only in
        // A supplementary reviewer goes with the one that it is for.
        ([only] + review.seats.filter { $0.supplements == only }.compactMap(\.reviewer)).sorted()
      } ?? review.reviewers.sorted()
    try check(review.isServed, "\(redraw.state) has no reviewers yet")
    try check(
      redraw.only != nil || cycle.rulebook.redrawScope == .review, "one reviewer a request")
    try check(redraw.released == released, "released: \(redraw.released), not \(released)")
    try check(released.allSatisfy(review.reviewers.contains), "\(released) do not review it")
    let mustGo = redraw.only.map { cycle.mustGo($0, from: redraw.state) } ?? false
    let request = mustGo ? 0 : cycle.requests[redraw.state, default: 0] + 1
    try check(redraw.request == request, "the request is \(request)")
    try check((redraw.reason != nil) == mustGo, "a reason stands where the record shows one")
    try check(
      (redraw.exceptional != nil) == (request > cycle.rulebook.redrawLimit), "exceptional")
    cycle.redraw(redraw)
    cycle.waived.removeAll { $0.rule.isOfLoads }
    look()
    try checkBest(redraw.best)
    var kinds = [
      redraw.only == nil ? "redraw" : mustGo ? "redraw of one that must go" : "redraw of one"
    ]
    if redraw.exceptional != nil { kinds.append("redraw beyond the limit") }
    if cycle.rulebook.excludesPreviousReviewers {
      let out = (state: redraw.state, reviewers: cycle.released[redraw.state]!)
      look(without: out)
      let costsNothing = question.isBest(redraw.best.counts)
      try check(redraw.exclusion == costsNothing, "exclusion is not \(costsNothing)")
      if !costsNothing {
        kinds.append("redraw without its exclusion")
        look()
        try checkBest(redraw.best)
      }
    } else {
      try check(!redraw.exclusion, "the rulebook excludes nobody")
    }
    try serve(redraw.state)
    return kinds
  }

  private mutating func deferReview(_ deferral: Deferral) throws -> [String] {
    next += 1
    let review = cycle.reviews[deferral.state]!
    try check(deferral.from == review.year, "it is not in year \(deferral.from)")
    let isLast = deferral.from == cycle.rulebook.years
    try check(deferral.to == (isLast ? 0 : deferral.from + 1), "it moves to the next year")
    try check(deferral.released == review.reviewers.sorted(), "others are released")
    cycle.deferReview(deferral)
    cycle.waived.removeAll { $0.rule.isOfLoads }
    var kinds = [isLast ? "deferral to the next cycle" : "deferral"]
    var replacement: Label?
    if let lot = lotAhead, case .replacement(let state) = lot.purpose {
      let bowl = cycle.planned(deferral.to).filter {
        $0 != deferral.state && cycle.group($0) == cycle.group(deferral.state)
      }
      try check(state == deferral.state, "the replacement is another's")
      let drawn = try self.lot(lot.purpose, from: bowl)
      cycle.replace(drawn, year: deferral.from)
      replacement = drawn
      kinds.append(
        cycle.reviews[drawn]!.isServed ? "replacement that is drawn" : "replacement to be drawn")
    }
    look()
    try checkBest(deferral.best)
    for state in [replacement, deferral.state] {
      guard let state, let review = cycle.reviews[state], !review.isServed else { continue }
      guard review.year <= cycle.begunYears else { continue }
      kinds.append(
        state == replacement ? "replacement drawn at once" : "deferral into a drawn year")
      try serve(state)
    }
    return kinds
  }

  private mutating func standDown(_ standDown: StandDown) throws -> String {
    next += 1
    try check(cycle.reviews[standDown.state]?.year == standDown.year, "another year")
    let released = cycle.planned(standDown.year).filter {
      cycle.reviews[$0]!.reviewers.contains(standDown.state)
    }
    try check(standDown.released == released, "released: \(released)")
    cycle.standDown(standDown)
    cycle.waived.removeAll { $0.rule.isOfLoads }
    look()
    try checkBest(standDown.best)
    for state in released { try serve(state) }
    if !cycle.isSelected { return "stand-down before the selection" }
    return released.isEmpty ? "stand-down" : "stand-down from reviews"
  }

  private mutating func amend(_ amended: Amended) throws -> [String] {
    next += 1
    let before = cycle
    cycle.amend(amended)
    let from = Set(amended.renamed.map(\.from)), to = Set(amended.renamed.map(\.to))
    try check(
      Set(amended.left) == before.members.subtracting(cycle.members).subtracting(from), "left")
    try check(
      Set(amended.joined) == cycle.members.subtracting(before.members).subtracting(to), "joined")
    cycle.waived.removeAll { $0.rule.isOfLoads }
    let joining = cycle.isSelected ? cycle.planned(0) : []
    let isLast = cycle.rulebook.joining == .lastYear
    try check(!isLast || joining.isEmpty, "\(joining) join the last year without a lot")
    let isGiven = cycle.rulebook.selectionMethod == .given
    try check(!isGiven || joining.isEmpty, "\(joining) have no year")
    let late = isLast && !isGiven ? before.withoutYear(in: cycle) : []
    for state in joining {
      let drawn = try lot(.joining(state: state), from: cycle.joiningBowl(of: state))
      cycle.reviews[state]!.year = Int(drawn.text)!
    }
    look()
    try checkBest(amended.best)
    var kinds = ["amendment"]
    func add(_ kind: String, _ isSo: Bool) { if isSo { kinds.append("amendment: " + kind) } }
    let back = before.record.keys.filter(Set(amended.joined).contains)
    add("leaves", !amended.left.isEmpty)
    add("comes back", !back.isEmpty)
    add("a year by lot", !joining.isEmpty)
    add("the last year", !late.isEmpty)
    add("a year of its table", isGiven && before.hasOtherYears(in: cycle))
    add("renames", !amended.renamed.isEmpty)
    add("rules", amended.rulebook != nil)
    add("years", amended.rulebook.map { $0.years != before.rulebook.years } ?? false)
    add("waivers", amended.rulebook.map { $0.waivers != before.rulebook.waivers } ?? false)
    add("conflicts", amended.conflicts != nil)
    add("exclusions", amended.exclusions != nil)
    add("before the selection", !cycle.isSelected)
    add("after the last year", cycle.isSelected && before.nextYear == nil)
    return kinds
  }

  /// Once nothing is left to draw: the reviews that are missing, and that all lines add up.
  private mutating func close() throws {
    guard cycle.isComplete else { return }
    for rule in cycle.rulebook.waivers where rule.isOfLoads {
      for code in cycle.record.keys.sorted() where cycle.record[code]!.isReviewer {
        let state = cycle.record[code]!
        let due =
          rule == .minimumLoad
          ? cycle.rulebook.least(of: state) : cycle.rulebook.wanted(of: state)
        for _ in 0..<max(0, due - cycle.load(code)) { try waive(rule, code) }
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
      case .amended(let amended): return amended.best.counts
      default: continue
      }
    }
    return []
  }
}
