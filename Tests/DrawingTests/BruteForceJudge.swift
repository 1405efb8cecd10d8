import Members
import Rules
import TestingTools

/// The slow, obviously right judge: tries every assignment of every seat that is left.
///
/// It shares no code with the lookahead, the provisions or the integer programs; the rules are
/// written here once more, straight from the contract (``PlainRules``), and turned into tables of
/// who may hold which seat before the search (``CompletionSearch``) begins.
final class BruteForceJudge {
  let states: [State]
  let rulebook: Rulebook
  let conflicts: Set<Conflict>
  private var plan = Plan()
  private let search: CompletionSearch
  /// The State whose seats are being drawn, with what is left of them and who was drawn.
  private var inTurn: (state: Int, regional: Bool, open: Int, taken: StateSet)?
  /// What the waivers so far have cost, but for missing reviews, which count at the end.
  private var spent = 0

  init(_ membership: Membership, _ rulebook: Rulebook, _ conflicts: [Conflict]) {
    states = membership.states
    precondition(states.count <= Plan.mostStates, "too many States for brute force")
    self.rulebook = rulebook
    self.conflicts = Set(conflicts)
    let rules = PlainRules(states: states, rulebook: rulebook, conflicts: self.conflicts)
    search = CompletionSearch(rules.tables)
    plan.waiting = StateSet.of(states.indices.filter { states[$0].isReviewed })
  }

  // MARK: What is drawn

  /// Notes that State j was drawn for a seat of State i.
  func place(_ j: Int, _ i: Int, regional: Bool) {
    begin(i)
    if regional {
      inTurn?.regional = false
      spent += search.regionalCost(of: j, i)
    } else {
      inTurn?.open -= 1
    }
    inTurn?.taken |= StateSet.of([j])
    plan = search.drawing(j, i, plan)
  }

  /// Notes that the regional seat of State i was given up.
  func giveUp(_ i: Int) {
    begin(i)
    inTurn?.regional = false
    inTurn?.open += 1
    spent += search.givenUpCost(i)
  }

  /// Notes that an open seat of State i stays empty.
  func leaveEmpty(_ i: Int) {
    begin(i)
    inTurn?.open -= 1
    spent += search.cost(.seat)
  }

  /// The State's turn has come, and that of the one before it is over.
  private func begin(_ i: Int) {
    if inTurn?.state == i { return }
    if let before = inTurn { plan.unbarAll(from: before.state) }
    plan.waiting = plan.waiting.without(i)
    let regional = rulebook.regionalSeats == 1 && !states[i].region.isEmpty
    inTurn = (i, regional, rulebook.seatCount(of: states[i]) - (regional ? 1 : 0), 0)
  }

  // MARK: Questions, before anything is drawn

  /// Whether there is a completion at all.
  func hasCompletion() -> Bool { search.completes(plan, within: SeatTables.anyWaivers) }

  /// Whether some completion has this waiver vector, or a better one.
  func reaches(_ vector: [Int]) -> Bool {
    search.completes(plan, within: SeatTables.number(vector))
  }

  /// Whether some completion has a better waiver vector.
  func undercuts(_ vector: [Int]) -> Bool {
    search.completes(plan, within: SeatTables.number(vector) - 1)
  }

  // MARK: The question of every lot

  /// The bowl of a seat: each candidate is tried by searching for a completion as good as the best.
  func bowl(_ i: Int, regional: Bool, best: [Int]) -> [Int] {
    begin(i)
    guard let (_, hasRegional, openSeats, taken) = inTurn, regional ? hasRegional : openSeats > 0
    else { return [] }
    let holders = regional ? search.tables.regional[i] : search.tables.open[i]
    let budget = SeatTables.number(best) - spent
    return (holders & search.free(i, plan) & ~taken).members.filter { j in
      search.completes(
        search.drawing(j, i, plan), i, regional: regional ? false : hasRegional,
        open: regional ? openSeats : openSeats - 1, taken: taken.with(j),
        within: budget - (regional ? search.regionalCost(of: j, i) : 0))
    }
  }
}
