import Drawing
import Members
import Rules

/// What one command did, or would do, in sentences.
public struct Narration {
  /// What the command was, as a heading.
  public let heading: String
  /// The sentences, in the order in which they are said.
  public internal(set) var sentences: [String] = []
  /// A line for each review, or for each year and group, that ``sentences`` only counts.
  public internal(set) var details: [String] = []

  let chapter: Chapter
  let before: Cycle?
  let after: Cycle
  let english: English
  let names: Names
  /// Whether lots are named: without a seed, nobody knows them.
  let namesLots: Bool

  /// Puts a command into sentences.
  ///
  /// - Parameters:
  ///   - chapter: Its events.
  ///   - before: The state before it; nil where it opened the cycle.
  ///   - after: The state after it.
  ///   - english: The language and the mood.
  ///   - namesLots: Whether what the lots gave is said.
  ///   - saysDifference: Whether an amendment says what changes: its command has said it before.
  ///   - title: Writes a State's name and code.
  public init(
    _ chapter: Chapter, from before: Cycle?, to after: Cycle, _ english: English,
    namesLots: Bool = true, saysDifference: Bool = true,
    title: @escaping (State) -> String = { $0.title }
  ) {
    self.chapter = chapter
    self.before = before
    self.after = after
    self.english = english
    self.namesLots = namesLots
    names = Names([after.roster] + (before.map { [$0.roster] } ?? []), title: title)
    heading = Self.heading(chapter, before, english, names)
    tell(saysDifference)
    if namesLots { tellWaivers() }
    tellWhatFollows()
  }

  private mutating func tell(_ saysDifference: Bool) {
    switch chapter.subject {
    case .opened(let opened): tell(opened)
    case .announced(let announced): tell(announced)
    case .withdrawn(let withdrawn):
      say(english.withdraws(withdrawn.draw.text, reason: withdrawn.reason))
      if let first = after.announcements.first { say(english.freezes(first.draw.text)) }
    case .redraw(let redraw): tell(redraw)
    case .deferred(let deferral): tell(deferral)
    case .stoodDown(let standDown): tell(standDown)
    case .amended(let amended): tell(amended, saysDifference)
    case .tickets(let list):
      let hash = namesLots ? list.sha256 : nil
      say(english.listIsPublished(list.count, year: list.year, sha256: hash))
    case .uniform(let drawn):
      tell(
        drawn.outcome, year: drawn.year,
        english.uniformly(drawn.way))
    case .ticket(let drawn):
      guard case .year(let year) = drawn.draw else { return }
      let count = before?.tickets(year: year)?.count
      tell(drawn.outcome, year: year, english.byTicket(drawn.ticket, of: count))
    case .seeded, .lot, .waiver, nil: tellLots()
    }
  }

  /// Changes without a seed are numbered like those with one.
  private static func heading(
    _ chapter: Chapter, _ before: Cycle?, _ english: English, _ names: Names
  ) -> String {
    if let draw = chapter.seeded?.draw { return english.heading(draw, names) }
    switch chapter.subject {
    case .announced(let announced): return english.announcement(announced.draw, names)
    case .withdrawn(let withdrawn): return english.withdrawal(withdrawn.draw, names)
    case .redraw(let redraw):
      return english.heading(.redraw(redraw.state, number(.redraw(redraw.state, 1))), names)
    case .deferred(let deferral):
      return english.heading(.deferral(deferral.state, number(.deferral(deferral.state, 1))), names)
    case .stoodDown(let stood):
      return english.heading(.standDown(stood.state, number(.standDown(stood.state, 1))), names)
    case .amended: return english.heading(.amendment(number(.amendment(1))), names)
    case .ticket(let drawn): return english.heading(drawn.draw, names)
    default: return english.opening()
    }
    func number(_ draw: DrawName) -> Int { (before?.number(of: draw) ?? 0) + 1 }
  }

  mutating func say(_ sentence: String) { sentences.append(sentence) }

  // MARK: Openings and announcements

  private mutating func tell(_ opened: Opened) {
    say(
      english.opens(
        states: opened.membership.states.count, reviewed: opened.membership.reviewedCount,
        years: opened.rulebook.years, rulebook: opened.rulebook.name))
    if !opened.conflicts.isEmpty { say(english.barred(opened.conflicts.count)) }
    if opened.rulebook.selectionMethod == .given { say(english.yearsAreGiven()) }
    if !opened.after.isEmpty { say(english.follows(opened.after)) }
    if !opened.carried.isEmpty { say(english.carries(opened.carried.map { names($0) })) }
    if !opened.imported.isEmpty {
      let sources = Set(opened.imported.map { Label($0.source) }).subtracting([""]).sorted()
      say(
        english.takesOver(
          opened.imported.count, of: Set(opened.imported.map(\.underReview)).count,
          sources: sources.map(\.text)))
      for breach in after.breachesOfTakenOver {
        say(english.keepsBreach(breach.sentence, breach.paragraph))
      }
    }
    say(english.bestAtFirst(english.waivers(opened.best)))
  }

  /// That a draw is announced, how, and with what it is bound.
  public static func announcement(_ announced: Announced, _ english: English) -> String {
    english.announces(
      announced.draw.text, method: announced.method.rawValue, source: announced.source,
      commitment: announced.commitment, experts: announced.experts)
  }

  private mutating func tell(_ announced: Announced) {
    say(Self.announcement(announced, english))
    if let first = after.announcements.first { say(english.freezes(first.draw.text)) }
  }

  // MARK: The selection and the years

  private mutating func tellLots() {
    switch chapter.seeded?.draw {
    case .selection: tellSelection()
    case .year(let year): tell(year: year)
    default: break
    }
  }

  private mutating func tellSelection() {
    func withYear(_ cycle: Cycle?) -> Int {
      cycle?.reviews.count { $0.isPlanned && $0.year > 0 } ?? 0
    }
    let selected = withYear(after) - withYear(before)
    say(english.selects(selected))
    guard namesLots else {
      return say(english.eachYearHas(selected, of: after.rulebook.selectedYears))
    }
    for lot in chapter.lots {
      if case .first(let region) = lot.purpose {
        say(english.listBegins(region.text, at: names(lot.drawn), bowlCount: lot.choices.count))
      }
    }
    for year in 1...after.rulebook.years {
      let states = after.states(year: year).map { after.roster.states[$0] }
      var groups: [RegionalGroup: [State]] = [:]
      for state in states { groups[state.region, default: []].append(state) }
      let ordered = groups.keys.sorted()
      let counts = ordered.map { (name: $0.text, count: groups[$0]?.count ?? 0) }
      let isOneGroup = counts.allSatisfy(\.name.isEmpty)
      say(english.yearHas(year, states.count, isOneGroup ? [] : counts))
      details += ordered.map { group in
        english.yearOf(year, group.text, (groups[group] ?? []).map { names($0.code) })
      }
    }
  }

  private mutating func tell(year: Int) {
    let states = after.states(year: year).count
    guard namesLots else { return say(english.yearWouldBeDrawn(year, states: states)) }
    let reviews = drawnReviews
    say(
      english.yearIsDrawn(
        year, states: states, reviewers: reviews.reduce(0) { $0 + $1.seats.count },
        how: english.byLots(chapter.lots.count)))
    details += reviews.map { english.review(of: names($0.state), $0.seats) }
  }

  private mutating func tell(_ outcome: [DrawnReviewers], year: Int, _ how: String) {
    let states = after.states(year: year).count
    guard namesLots else { return say(english.yearWouldBeDrawn(year, states: states)) }
    say(
      english.yearIsDrawn(
        year, states: states, reviewers: outcome.reduce(0) { $0 + $1.reviewers.count }, how: how))
    details += outcome.map { drawn in
      english.review(of: names(drawn.underReview), reviewers: drawn.reviewers.map { names($0) })
    }
  }

  // MARK: Seats

  /// The reviewers drawn, by State under review, in the order of its first lot.
  var drawnReviews: [(state: Label, seats: [English.Seat])] {
    var order: [Label] = []
    var seats: [Label: [English.Seat]] = [:]
    for lot in chapter.lots {
      let (state, kind): (Label, String)
      switch lot.purpose {
      case .turn: (state, kind) = (lot.drawn, "")
      case .regionalReviewer(_, let underReview, let name),
        .openReviewer(_, let underReview, let name):
        (state, kind) = (underReview, name.text)
      case .supplementaryReviewer(_, let underReview, _):
        (state, kind) = (underReview, "supplementary")
      case .extraPlace, .first, .year, .replacement, .joining: continue
      }
      if seats[state] == nil {
        order.append(state)
        seats[state] = []
      }
      if kind.isEmpty { continue }
      seats[state]?.append(
        English.Seat(kind: kind, reviewer: names(lot.drawn), bowlCount: lot.choices.count))
    }
    return order.map { ($0, seats[$0] ?? []) }
  }

  /// Says for whom reviewers were drawn, and whom.
  mutating func tellDrawnReviews(anew: (Label) -> Bool) {
    let reviews = drawnReviews
    if namesLots {
      for review in reviews {
        say(
          english.isDrawn(for: names(review.state), review.seats, anew: anew(review.state)))
      }
      return
    }
    // Who takes a place is a lot itself.
    let known = reviews.map(\.state).filter { state in
      !chapter.lots.contains { $0.drawn == state && $0.isReplacement }
    }
    if !known.isEmpty { say(english.lotsWouldName(for: known.map { names($0) })) }
  }

  // MARK: What it costs

  /// The rules that were given up: those that matter with their reason, preferences together.
  private mutating func tellWaivers() {
    for rule in after.rulebook.waivers {
      let waivers = chapter.waivers.filter { $0.rule == rule }
      if waivers.isEmpty { continue }
      if rule.isPreference || waivers.count > english.longestList {
        say(english.waived(rule, for: waivers.map { names($0.state) }, reason: nil))
        continue
      }
      for waiver in waivers {
        say(english.waived(rule, for: [names(waiver.state)], reason: waiver.reason))
      }
    }
  }

  private mutating func tellWhatFollows() {
    guard let before else { return }
    if before.best != after.best { say(english.best(after.best, before: before.best)) }
    for list in after.lapsedTickets.dropFirst(before.lapsedTickets.count) {
      say(english.lapses(year: list.year, sha256: list.sha256))
    }
  }
}

extension DrawnLot {
  /// Whether it names who takes the place of a State that defers.
  var isReplacement: Bool {
    if case .replacement = purpose { true } else { false }
  }
}
