import Drawing
import Members
import Phrases
import Reports
import Rules

/// What was waived, and what happened after the lots: redraws, deferrals, stand-downs, amendments.
extension PageWriter {
  var changes: Page {
    var body = [heading(2, .waivers)]
    body.append(
      cycle.waivers.isEmpty
        ? paragraph(.nothingWaived) : paragraph(.waivedInAll(cycle.waivers.count)))
    if !cycle.waivers.isEmpty { body.append(waiverTable) }
    let sections: [(Term, [Markup])] = [
      (.redraws, changeList { if case .redraw = $0 { true } else { false } }),
      (.deferrals, changeList { if case .deferred = $0 { true } else { false } }),
      (.standDowns, changeList { if case .stoodDown = $0 { true } else { false } }),
      (.amendments, changeList { if case .amended = $0 { true } else { false } }),
    ]
    for (term, items) in sections {
      body.append(heading(2, term))
      body.append(items.isEmpty ? paragraph(.nothingChanged) : .element("ul", items))
    }
    body.append(note(.textsAsWritten))
    return page("changes.html", language.word(.changes), body)
  }

  private var waiverTable: Markup {
    var grid = Grid(
      language.word(.waivers),
      [
        .init(title: language.word(.state)), .init(title: language.word(.rule)),
        .init(title: language.word(.reason)),
      ])
    for waiver in cycle.waivers {
      let state = record.index(waiver.state).map(link) ?? Markup.text(waiver.state.text)
      grid.append([state, word(term(waiver.rule)), reason(waiver)])
    }
    return grid.markup
  }

  func term(_ rule: WaivableRule) -> Term {
    switch rule {
    case .seat: .ruleSeat
    case .supplement: .ruleSupplement
    case .sameRegion: .ruleSameRegion
    case .minimumLoad: .ruleMinimumLoad
    case .legalSystem: .ruleLegalSystem
    case .targetLoad: .ruleTargetLoad
    }
  }

  /// A waiver's reason in the language, or as it stands in the ledger where the program that wrote
  /// it had other words.
  private func reason(_ waiver: Waiver) -> Markup {
    guard let reason = WaiverReason(waiver.reason) else {
      return .element("q", ["dir": "auto"], [.text(waiver.reason)])
    }
    switch reason {
    case .nobody: return say(.waivedNobody)
    case .nobodyOfGroup: return say(.waivedNobodyOfGroup)
    case .regionalSeat: return say(.waivedRegionalSeat)
    case .outcomeEmpty: return say(.waivedOutcomeEmpty)
    case .outcomeNoGroup: return say(.waivedOutcomeNoGroup)
    case .sharesNoLegalSystem(let code): return say(.waivedSharesNoLegalSystem(name(Label(code))))
    case .load(let done, let due): return say(.waivedLoad(done: done, due: due))
    }
  }

  // MARK: What happened after the lots

  /// What happened to one State, an item each.
  func changeList(of state: Int) -> [Markup] {
    changeList { event in
      switch event {
      case .redraw(let redraw): record.index(redraw.state) == state
      case .deferred(let deferral): record.index(deferral.state) == state
      case .stoodDown(let standDown): record.index(standDown.state) == state
      default: false
      }
    }
  }

  /// The changes that fit, an item each, in the order of the ledger.
  private func changeList(_ fits: (Event) -> Bool) -> [Markup] {
    record.chapters.compactMap { chapter in
      guard let subject = chapter.subject, fits(subject) else { return nil }
      let sentences = sentences(subject, chapter)
      if sentences.isEmpty { return nil }
      var pieces: [Markup] = []
      for sentence in sentences {
        if !pieces.isEmpty { pieces.append(.element("br", [:])) }
        pieces.append(say(sentence))
      }
      return .element("li", [subjectState(subject), .all(pieces)])
    }
  }

  private func subjectState(_ event: Event) -> Markup {
    let code: Label
    switch event {
    case .redraw(let redraw): code = redraw.state
    case .deferred(let deferral): code = deferral.state
    case .stoodDown(let standDown): code = standDown.state
    default: return .all([])
    }
    let state = record.index(code).map(link) ?? Markup.text(code.text)
    return .all([.element("strong", [state]), .element("br", [:])])
  }

  private func sentences(_ event: Event, _ chapter: Chapter) -> [Sentence] {
    var sentences: [Sentence] = []
    let drawn = chapter.lots.filter { $0.purpose.seat != nil }.map(\.drawn)
    switch event {
    case .redraw(let redraw):
      sentences.append(
        redraw.request > 0
          ? .redraw(request: redraw.request, limit: cycle.rulebook.redrawLimit) : .redrawByRule)
      if !redraw.released.isEmpty { sentences.append(.released(list(redraw.released))) }
      sentences += reason(of: redraw)
      if let reason = redraw.exceptional { sentences.append(.reasonGiven(Quoted(reason))) }
    case .deferred(let deferral):
      sentences.append(
        deferral.to == 0
          ? .deferralToNextCycle(from: deferral.from)
          : .deferral(from: deferral.from, to: deferral.to))
      sentences.append(.reasonGiven(Quoted(deferral.reason)))
      if !deferral.released.isEmpty { sentences.append(.released(list(deferral.released))) }
      for lot in chapter.lots {
        if case .replacement = lot.purpose { sentences.append(.takesPlace(name(lot.drawn))) }
      }
    case .stoodDown(let standDown):
      sentences.append(.standDown(year: standDown.year))
      if !standDown.released.isEmpty { sentences.append(.released(list(standDown.released))) }
    case .amended(let amended): return self.sentences(amended)
    default: return []
    }
    if !drawn.isEmpty { sentences.append(.drawnAnew(list(drawn))) }
    return sentences
  }

  /// Why the record itself asked for a redraw; none where a State did.
  private func reason(of redraw: Redraw) -> [Sentence] {
    guard let text = redraw.reason else { return [] }
    switch RedrawReason(text) {
    case .left: return [.left(list(redraw.released))]
    case .standsDown(let year): return [.releasedStandsDown(year: year)]
    case .noLongerFits: return [.releasedNoLongerFits]
    case nil: return [.reasonGiven(Quoted(text))]
    }
  }

  private func sentences(_ amended: Amended) -> [Sentence] {
    var sentences: [Sentence] = []
    if !amended.joined.isEmpty { sentences.append(.joined(list(amended.joined))) }
    if !amended.left.isEmpty { sentences.append(.left(list(amended.left))) }
    sentences += amended.renamed.map { .renamed(from: Name($0.from.text), to: Name($0.to.text)) }
    if amended.membership != nil { sentences.append(.membershipChanged) }
    if amended.rulebook != nil { sentences.append(.rulebookChanged) }
    if amended.conflicts != nil { sentences.append(.conflictsChanged) }
    if amended.exclusions != nil { sentences.append(.exclusionsChanged) }
    return sentences
  }
}
