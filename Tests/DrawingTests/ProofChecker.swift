import Drawing
import Foundation
import Members
import Rules

/// A checker of proofs written from the page *Proofs* alone, plainly: everything is computed anew at
/// every step, with vectors as lists.
struct ProofChecker {
  typealias Vector = [Int]

  /// What is wrong: the lines of the ledger, from 1, each with what it is.
  private(set) var wrong: [(line: Int, what: String)] = []
  /// The lots of reviewers whose bowls are proven.
  private(set) var proven: Set<Int> = []

  private var cycle: Cycle
  private let codes: [String]
  private let vectors: [Vector]
  private let sets: [[Int]]
  private var steps: [Int: [String: Any]] = [:]
  private var prices = ProofPrices()
  private var base: [ProofMoment.Pair: Int]?
  private var startIsProven = false
  /// The State whose regional seat was given up last.
  private var gaveUp: Label?

  /// Checks proofs of events.
  init?(_ events: [Event], head: String, _ text: String) throws {
    let lines = try text.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
    guard case .opened(let opened) = events.first, let first = lines.first,
      first["proofs"] as? Int == 1, first["ledger"] as? String == head,
      let codes = first["states"] as? [String], let vectors = first["vectors"] as? [Vector]
    else { return nil }
    (self.codes, self.vectors) = (codes, vectors)
    sets = first["sets"] as? [[Int]] ?? []
    cycle = Cycle(opening: opened)
    for step in lines.dropFirst() { steps[step["line"] as? Int ?? -1] = step }
    try run(events)
  }

  private mutating func run(_ events: [Event]) throws {
    checkStart(0, nil)
    var (index, due) = (1, Int?.none)
    var isOutcome = true
    while index < events.count || due != nil {
      let event = index < events.count ? events[index] : nil
      if let start = due, !(event.map { belongs($0, to: events[start]) } ?? false) {
        checkStart(start, events[start])
        due = nil
        continue
      }
      guard let event else { break }
      switch event {
      case .lot(let lot):
        checkLot(lot, index)
        if endsSelection(lot, events, index) { due = index }
      case .waiver(let waiver) where !isOutcome: checkEmpty(waiver, index)
      case .redraw, .deferred, .stoodDown, .amended, .uniform, .ticket: due = index
      default: break
      }
      if case .waiver = event {} else { isOutcome = event.isOutcome }
      cycle.fold(event)
      index += 1
    }
  }

  /// Whether a lot is the last of the selection, after which the years bind.
  private func endsSelection(_ lot: DrawnLot, _ events: [Event], _ index: Int) -> Bool {
    guard lot.draw == .selection else { return false }
    if index + 1 < events.count {
      if case .amended = events[index + 1] { return false }
      if case .lot(let next) = events[index + 1], next.draw == .selection { return false }
    }
    return cycle.roster.states.contains {
      $0.isReviewer
        && cycle.rulebook.maximumLoad(of: $0) > cycle.rulebook.maximumPerYear
    }
  }

  private func belongs(_ event: Event, to start: Event) -> Bool {
    switch (start, event) {
    case (.deferred, .lot(let lot)), (.amended, .lot(let lot)):
      switch lot.purpose {
      case .replacement, .joining: true
      default: false
      }
    case (.uniform, .waiver), (.ticket, .waiver): true
    default: false
    }
  }

  private func state(_ index: Int) -> Int {
    codes.indices.contains(index) ? cycle.roster.index(of: Label(codes[index])) ?? -1 : -1
  }

  private mutating func checkStart(_ index: Int, _ event: Event?) {
    (base, prices, startIsProven) = (nil, ProofPrices(), false)
    guard let step = steps[index], let numbers = step["completion"] as? [Int] else { return }
    let moment = ProofMoment(cycle)
    let completion = apply(numbers, to: [:])
    prices.set(step["prices"], vectors, sets, state)
    base = completion
    if moment.cost(completion) != moment.target {
      return wrong.append((index + 1, "the completion does not reach the best"))
    }
    guard step["unproven"] == nil, let tree = step["tree"] else { return }
    startIsProven = true
    if !holds(tree, moment, { !$0.bound($1).lexicographicallyPrecedes(moment.target) }) {
      wrong.append((index + 1, "the best is not proven"))
    }
    guard case .redraw(let redraw) = event, cycle.rulebook.excludesPreviousReviewers else {
      return
    }
    if redraw.exclusion {
      let free = ProofMoment(cycle, isFree: true)
      if !holds(step["free"], free, { !$0.bound($1).lexicographicallyPrecedes(free.target) }) {
        wrong.append((index + 1, "the exclusion may cost something"))
      }
      return
    }
    var barred = moment
    let own = cycle.roster.index(of: redraw.state) ?? -1
    for reviewer in cycle.reviews[own].released { barred.options[.init(own, reviewer)] = nil }
    if !holds(step["worse"], barred, { moment.target.lexicographicallyPrecedes($0.bound($1)) }) {
      wrong.append((index + 1, "the exclusion may cost nothing"))
    }
  }

  private mutating func checkLot(_ lot: DrawnLot, _ index: Int) {
    let (code, name): (Label, Label)
    switch lot.purpose {
    case .regionalReviewer(_, let state, let kind): (code, name) = (state, kind)
    case .openReviewer(_, let state, let kind): (code, name) = (state, kind)
    default: return
    }
    gaveUp = nil
    let kind = cycle.rulebook.seats.firstIndex { $0.name == name } ?? -1
    let own = cycle.roster.index(of: code) ?? -1
    let bowl = lot.bowl.map { cycle.roster.index(of: $0) ?? -1 }
    let completions = checkBowl(own, kind, bowl, index)
    base = nil
    guard var next = completions?[lot.index] else { return }
    next[.init(own, bowl[lot.index])] = nil
    base = next
  }

  /// The first kind of seats left of a State, those of the same group aside.
  private func nextOther(of state: Label) -> Int? {
    let left = cycle.seatsLeft[cycle.roster.index(of: state) ?? 0]
    return left.indices.first { left[$0] > 0 && cycle.rulebook.seats[$0].group != .same }
  }

  private mutating func checkEmpty(_ waiver: Waiver, _ index: Int) {
    let kind: Int? =
      switch waiver.rule {
      case .sameRegion: cycle.rulebook.regionalPlace
      case .seat: gaveUp == waiver.state ? cycle.rulebook.openPlace : nextOther(of: waiver.state)
      default: nil
      }
    guard let kind else { return }
    gaveUp = waiver.rule == .sameRegion ? waiver.state : nil
    let kept = base
    _ = checkBowl(cycle.roster.index(of: waiver.state) ?? -1, kind, [], index)
    base = kept
  }

  /// Checks a bowl; the completions of its States, where there are proofs.
  private mutating func checkBowl(
    _ own: Int, _ kind: Int, _ bowl: [Int], _ index: Int
  ) -> [[ProofMoment.Pair: Int]?]? {
    guard let base, let step = steps[index], let inside = step["in"] as? [Any] else { return nil }
    let moment = ProofMoment(cycle)
    if inside.count != bowl.count {
      wrong.append((index + 1, "the proof is of another bowl"))
      return nil
    }
    let completions = inside.map { ($0 as? [Int]).map { apply($0, to: base) } }
    for (reviewer, completion) in zip(bowl, completions) {
      guard let completion else { continue }
      if completion[.init(own, reviewer)] != kind || moment.cost(completion) != moment.target {
        wrong.append((index + 1, "no completion has \(reviewer) in the seat"))
      }
    }
    prices.set(step["prices"], vectors, sets, state)
    let open = Set((step["unproven"] as? [Int] ?? []).map(state))
    var trees: [Int: Any] = [:]
    for pair in step["out"] as? [[Any]] ?? [] {
      for one in pair[0] as? [Int] ?? [] { trees[state(one)] = pair[1] }
    }
    for reviewer in cycle.roster.states.indices
    where moment.options[.init(own, reviewer)]?.contains(kind) ?? false
      && !bowl.contains(reviewer) && !open.contains(reviewer)
    {
      let isOut = holds(trees[reviewer] ?? [String: Any](), moment) {
        !($0.options[.init(own, reviewer)]?.contains(kind) ?? false)
          || moment.target.lexicographicallyPrecedes($0.bound($1, holding: own, kind, reviewer))
      }
      if !isOut { wrong.append((index + 1, "\(reviewer) is not proven to be out")) }
    }
    if open.isEmpty && startIsProven && !completions.contains(where: { $0 == nil }) {
      proven.insert(index + 1)
    }
    return completions
  }

  private func apply(
    _ numbers: [Int], to completion: [ProofMoment.Pair: Int]
  ) -> [ProofMoment.Pair: Int] {
    var completion = completion
    for place in stride(from: 0, to: numbers.count - 2, by: 3) {
      let kind = numbers[place + 2]
      completion[.init(state(numbers[place]), state(numbers[place + 1]))] = kind < 0 ? nil : kind
    }
    return completion
  }

  /// Whether every leaf of a tree passes a test.
  private func holds(
    _ tree: Any?, _ moment: ProofMoment, _ passes: (ProofMoment, ProofPrices) -> Bool
  ) -> Bool {
    guard let tree = tree as? [String: Any] else { return false }
    if let apart = tree["apart"] as? [[Int]] {
      guard let cases = tree["cases"] as? [Any], cases.count == 2, apart.count == 2 else {
        return false
      }
      let own = state(tree["of"] as? Int ?? -1)
      let sides = apart.map { $0.map { state($0) } }
      let isRight = sides[0].allSatisfy { one in sides[1].allSatisfy { moment.areApart(one, $0) } }
      return isRight
        && zip(cases, sides).allSatisfy { tree, side in
          var branch = moment
          for reviewer in side { branch.options[.init(own, reviewer)] = nil }
          return holds(tree, branch, passes)
        }
    }
    guard let pair = tree["pair"] as? [Int] else {
      var own = prices
      own.set(tree, vectors, sets, state)
      return passes(moment, own)
    }
    guard let cases = tree["cases"] as? [Any], cases.count == 2, !moment.allowsMutual else {
      return false
    }
    let (one, other) = (state(pair[0]), state(pair[1]))
    return zip(cases, [(one, other), (other, one)]).allSatisfy { tree, pair in
      var branch = moment
      branch.options[.init(pair.0, pair.1)] = nil
      return holds(tree, branch, passes)
    }
  }
}

extension Event {
  /// Whether the waivers that follow belong to an outcome drawn at once.
  fileprivate var isOutcome: Bool {
    switch self {
    case .uniform, .ticket: true
    default: false
    }
  }
}
