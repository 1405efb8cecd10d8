import Drawing
import Members
import Rules

/// The slow, obviously right judge of a whole ledger: folds its events as the contract says, and
/// judges every bowl, every best vector and every waiver line by trying all completions.
struct LedgerJudge {
  /// What was judged, and the first thing that is wrong.
  struct Verdict {
    var mistake: String?
    var ledgers = 0
    var bowls = 0
    var vectors = 0
    var waivers = 0
    var work = 0
    /// How often each kind of command was judged.
    var commands: [String: Int] = [:]

    static func + (left: Verdict, right: Verdict) -> Verdict {
      Verdict(
        mistake: left.mistake ?? right.mistake, ledgers: left.ledgers + right.ledgers,
        bowls: left.bowls + right.bowls,
        vectors: left.vectors + right.vectors, waivers: left.waivers + right.waivers,
        work: left.work + right.work,
        commands: left.commands.merging(right.commands, uniquingKeysWith: +))
    }
  }

  struct Mistake: Error { let text: String }

  let events: [Event]
  let refused: [RefusedCommand]
  var next = 0
  var verdict = Verdict()
  var cycle: PlainCycle
  var question: PlainQuestion
  /// Whether the command has drawn a lot or a seat.
  var hasDrawn = false

  /// Judges a ledger, and the commands that were refused in between.
  static func judge(_ events: [Event], _ refused: [RefusedCommand] = []) -> Verdict {
    guard case .opened(let opened) = events.first else {
      return Verdict(mistake: "the first event opens no cycle")
    }
    var judge = LedgerJudge(events, refused, opened)
    do {
      try judge.checkBest(opened.best)
      for (rule, state) in judge.cycle.waived {
        guard case .waiver(let line) = judge.ahead, line.rule == rule, line.state == state else {
          throw Mistake(text: "a waiver of \(rule) for \(state) is due from before")
        }
        judge.next += 1
        judge.verdict.waivers += 1
      }
      if !opened.imported.isEmpty { judge.verdict.commands["opening that takes over"] = 1 }
      if !opened.carried.isEmpty { judge.verdict.commands["opening that carries over"] = 1 }
      while judge.next < events.count {
        try judge.judgeRefused()
        try judge.command()
      }
      try judge.judgeRefused()
    } catch let mistake as Mistake {
      judge.verdict.mistake = "event \(judge.next): \(mistake.text)"
    } catch { judge.verdict.mistake = "\(error)" }
    judge.verdict.work += judge.question.work
    return judge.verdict
  }

  private init(_ events: [Event], _ refused: [RefusedCommand], _ opened: Opened) {
    self.events = events
    self.refused = refused
    next = 1
    cycle = PlainCycle(opened)
    question = PlainQuestion(cycle)
  }

  // MARK: Events

  func check(_ isRight: Bool, _ text: @autoclosure () -> String) throws {
    if !isRight { throw Mistake(text: text()) }
  }

  var ahead: Event? { next < events.count ? events[next] : nil }

  /// The lot that is next, if it is one.
  var lotAhead: DrawnLot? {
    if case .lot(let lot) = ahead { lot } else { nil }
  }

  /// Takes the lot that is due, from this bowl, and returns what was drawn.
  mutating func lot(_ purpose: DrawnLot.Purpose, from bowl: [Label]) throws -> Label {
    guard let lot = lotAhead else { throw Mistake(text: "a lot is due: \(purpose)") }
    try check(lot.purpose == purpose, "\(lot.purpose), not \(purpose)")
    try check(lot.bowl == bowl, "\(purpose): the bowl is \(bowl), not \(lot.bowl)")
    try check(bowl.contains(lot.drawn), "\(lot.drawn) is not in the bowl")
    next += 1
    hasDrawn = true
    verdict.bowls += 1
    return lot.drawn
  }

  /// Takes the waiver line that is due, where the rule can be waived.
  mutating func waive(_ rule: WaivableRule, _ state: Label) throws {
    guard cycle.rulebook.waivers.contains(rule) else { return }
    guard case .waiver(let waiver) = ahead, waiver.rule == rule, waiver.state == state else {
      throw Mistake(text: "a waiver of \(rule) for \(state) is due, not \(ahead as Any)")
    }
    next += 1
    verdict.waivers += 1
    cycle.waived.append((rule, state))
  }

  // MARK: The best vector

  /// Looks from the cycle as it stands.
  mutating func look(without excluded: (state: Label, reviewers: Set<Label>)? = nil) {
    verdict.work += question.work
    question = PlainQuestion(cycle, without: excluded)
  }

  mutating func checkBest(_ best: WaiverVector) throws {
    verdict.vectors += 1
    try check(best.rules == cycle.rulebook.waivers, "the vector is of other rules")
    try check(question.isBest(best.counts), "\(best.counts) is not best")
  }

  // MARK: Seats

  /// Draws the seats of a State that are left, in order.
  mutating func serve(_ code: Label) throws {
    let (year, i) = (cycle.reviews[code]!.year, question.index(code))
    cycle.reviews[code]!.isServed = true
    // Supplementary seats come after the others.
    var place = 0
    while place < cycle.reviews[code]!.seats.count {
      while cycle.reviews[code]!.seats[place].holder == .toDraw {
        if let other = cycle.reviews[code]!.seats[place].supplements {
          try drawSupplement(place, for: other, code, i, year)
        } else {
          try drawSeat(place, code, i, year)
        }
      }
      place += 1
    }
  }

  private mutating func drawSupplement(
    _ place: Int, for other: Label, _ code: Label, _ i: Int, _ year: Int
  ) throws {
    let bowl = question.labels(question.bowl(i))
    hasDrawn = true
    if bowl.isEmpty {
      try waive(.supplement, code)
      cycle.reviews[code]!.seats[place].holder = .empty
      verdict.commands["supplementary seat left empty", default: 0] += 1
      return question.leaveEmpty(i)
    }
    let purpose = DrawnLot.Purpose.supplementaryReviewer(
      year: year, underReview: code, reviewer: other)
    let drawn = try lot(purpose, from: bowl)
    cycle.reviews[code]!.seats[place].holder = .held(drawn)
    verdict.commands["supplementary seat", default: 0] += 1
    question.place(question.index(drawn), i)
  }

  private mutating func drawSeat(_ place: Int, _ code: Label, _ i: Int, _ year: Int) throws {
    let kind = question.kinds[cycle.reviews[code]!.seats[place].kind]
    let bowl = question.labels(question.bowl(i))
    hasDrawn = true
    let isCounted = kind.prefersSimilar && question.counted[i]
    if !bowl.isEmpty {
      let purpose: DrawnLot.Purpose =
        kind.group == .same
        ? .regionalReviewer(year: year, underReview: code, kind: Label(kind.name))
        : .openReviewer(year: year, underReview: code, kind: Label(kind.name))
      let drawn = try lot(purpose, from: bowl)
      let j = question.index(drawn)
      cycle.reviews[code]!.seats[place].holder = .held(drawn)
      question.place(j, i)
      if question.lacking(j, i) != 0 {
        cycle.reviews[code]!.seats.append(PlainSeat(kind: -1, supplements: drawn))
      }
      if isCounted && question.similar[i] & 1 << j == 0 {
        let count = cycle.waived.count
        try waive(.legalSystem, code)
        cycle.reviews[code]!.seats[place].isDissimilar = cycle.waived.count > count
      }
    } else if kind.group == .same {
      try waive(.sameRegion, code)
      if isCounted { try waive(.legalSystem, code) }
      cycle.reviews[code]!.seats[place].kind = question.last
      question.giveUp(i)
    } else {
      try waive(.seat, code)
      cycle.reviews[code]!.seats[place].holder = .empty
      question.leaveEmpty(i)
    }
  }
}
