import Drawing
import Lots
import Members
import Rules

/// One whole cycle of a cell: the commands of a secretariat, with what States ask for in between.
package struct SimulatedCycle {
  private let cell: PreparedCell
  private let seed: String
  private let behaviour: Behaviour
  private let watch: CycleWatch
  /// Decides who asks for what.
  private var chance: LotStream
  private let drawer: Drawer

  /// Draws a cycle.
  ///
  /// - Parameters:
  ///   - cell: The cell, prepared.
  ///   - seed: What the seeds of its draws begin with.
  ///   - stop: Ends the cycle when it is raised.
  ///   - record: Receives each event after the opening; nil where nobody wants them.
  /// - Returns: What was measured, and the pairs that stand in the end as indices into the cell's
  ///   membership, State under review and reviewer in turn; none where they are not counted.
  /// - Throws: ``Stopped``.
  package static func run(
    _ cell: PreparedCell, seed: String, stop: StopFlag = StopFlag(),
    record: ((Event) -> Void)? = nil
  ) throws -> (measures: CycleMeasures, pairs: [Int32]) {
    guard let best = cell.best else {
      return (CycleMeasures(outcome: cell.outcome ?? .impossible), [])
    }
    let watch = CycleWatch(best: best, stop: stop)
    let drawer = cell.open { event in
      try watch.take(event)
      record?(event)
    }
    guard let drawer else { return (CycleMeasures(outcome: .impossible), []) }
    drawer.listsBowls = record != nil
    drawer.observe = { purpose, count, _ in watch.count(purpose, count) }
    do {
      var cycle = SimulatedCycle(cell, seed, watch, drawer)
      try cycle.run()
      return cycle.result
    } catch is DrawingFailure {
      return (CycleMeasures(outcome: .undecided), [])
    }
  }

  private init(_ cell: PreparedCell, _ seed: String, _ watch: CycleWatch, _ drawer: Drawer) {
    (self.cell, self.seed, self.watch, self.drawer) = (cell, seed, watch, drawer)
    behaviour = cell.cell.behaviour
    chance = LotStream(seed: Seed("\(seed)/behaviour"))
  }

  private mutating func run() throws {
    try drawer.select(source(.selection))
    for year in 1...cell.cell.rulebook.years {
      try changeMembership(year)
      if !behaviour.isNever(\.deferral) { try askForDeferrals(year) }
      try drawer.draw(year: year, source(.year(year)))
      if !behaviour.isNever(\.standDown) { try standDown(year) }
      if !behaviour.isNever(\.redraw) { try askForRedraws(year) }
    }
  }

  private var result: (CycleMeasures, [Int32]) {
    var measures = watch.measures
    measures.measure(drawer.cycle)
    return (measures, cell.countsPairs ? pairs : [])
  }

  private var pairs: [Int32] {
    let roster = drawer.cycle.roster.states
    let places = roster.map { cell.membership.index(of: $0.code).map(Int32.init) }
    var pairs: [Int32] = []
    for (state, review) in drawer.cycle.reviews.enumerated() {
      guard let place = places[state] else { continue }
      for case .some(let reviewer) in review.reviewers.map({ places[$0] }) {
        pairs.append(place)
        pairs.append(reviewer)
      }
    }
    return pairs
  }

  private func source(_ draw: DrawName) -> SeedSource { .plain(Label("\(seed)/\(draw.text)")) }

  /// Whether a State does something, by a lot of its own.
  private mutating func happens(
    _ key: WritableKeyPath<Behaviour, Rate> & Sendable, to state: State
  ) -> Bool {
    let rate = behaviour.rate(key, in: state.region)
    return chance.draw(from: rate.denominator).index < rate.numerator
  }

  // MARK: What States ask for

  /// Gives a command; whether it was carried out.
  private func attempt(_ request: Request, _ command: () throws -> Void) throws -> Bool {
    do {
      try command()
    } catch let failure as DrawingFailure {
      if case .undecided = failure { throw failure }
      watch.measures.refused[request.index] += 1
      return false
    }
    watch.measures.happened[request.index] += 1
    return true
  }

  private var accepts: Bool { behaviour.worse == .accept }

  /// The number of a draw of a kind that comes next; it is part of the seed.
  private func next(_ kind: DrawName) -> Int { (drawer.cycle.counts[kind] ?? 0) + 1 }

  /// The States under review in a year as it stands now.
  private func states(year: Int) -> [State] {
    drawer.cycle.states(year: year).map { drawer.cycle.roster.states[$0] }
  }

  private mutating func askForDeferrals(_ year: Int) throws {
    for state in states(year: year) where happens(\.deferral, to: state) {
      let seed = source(.deferral(state.code, next(.deferral(state.code, 0))))
      _ = try attempt(.deferrals) {
        try drawer.deferReview(
          of: state.code, reason: "it asked to", replaces: true, seed, acceptsWaivers: accepts)
      }
    }
  }

  private mutating func standDown(_ year: Int) throws {
    for state in states(year: year) where happens(\.standDown, to: state) {
      let seed = source(.standDown(state.code, next(.standDown(state.code, 0))))
      _ = try attempt(.standDowns) {
        try drawer.standDown(state.code, year: year, seed, acceptsWaivers: accepts)
      }
    }
  }

  private mutating func askForRedraws(_ year: Int) throws {
    for state in states(year: year) {
      while happens(\.redraw, to: state) {
        let seed = source(.redraw(state.code, next(.redraw(state.code, 0))))
        let isDone = try attempt(.redraws) {
          try drawer.redraw(state.code, seed, acceptsWaivers: accepts)
        }
        if !isDone { break }
      }
    }
  }

  // MARK: Membership

  private mutating func changeMembership(_ year: Int) throws {
    if [\.joining, \.leaving, \.accession].allSatisfy(behaviour.isNever) {
      return
    }
    let old = drawer.cycle.membership
    var changes = MembershipChanges(old)
    for (state, values) in old.states.enumerated() {
      // Every State takes its lots, so that none depends on what others do.
      if !behaviour.isNever(\.joining) && happens(\.joining, to: values) {
        changes.join(like: state, year: year, roster: drawer.cycle.roster)
      }
      let leaves = !behaviour.isNever(\.leaving) && happens(\.leaving, to: values)
      if !behaviour.isNever(\.accession) && happens(\.accession, to: values) {
        let lacking = changes.lacking(state)
        if !lacking.isEmpty && !leaves {
          changes.accede(state, to: lacking[chance.draw(from: lacking.count).index])
        }
      }
      if leaves { changes.leave(state) }
    }
    guard let membership = changes.membership else { return }
    let source = source(.amendment(next(.amendment(0))))
    let counts = [
      (Request.joins, changes.joined), (.leaves, changes.left), (.accessions, changes.acceded),
    ]
    let (before, after) = (Set(old.states.map(\.code)), Set(membership.states.map(\.code)))
    let amendment = Amendment(
      membership: membership, leaves: before.subtracting(after), joins: after.subtracting(before))
    do {
      try drawer.amend(amendment, source, acceptsWaivers: accepts)
      for (request, count) in counts { watch.measures.happened[request.index] += count }
    } catch let failure as DrawingFailure {
      if case .undecided = failure { throw failure }
      for (request, count) in counts { watch.measures.refused[request.index] += count }
    }
  }
}
