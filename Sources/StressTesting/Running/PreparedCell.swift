import Drawing
import Explanations
import Members
import Pairing
import Rules

/// A cell with its States and what can be said before any lot; of one thread.
struct PreparedCell {
  /// What the cell is.
  let cell: StressCell
  /// The States.
  let membership: Membership
  /// Whether pairs are counted.
  let countsPairs: Bool
  /// How all its cycles end, where none can be drawn; else nil.
  let outcome: CycleOutcome?
  /// Lines of `causes.csv`, without their ends.
  let causes: [String]

  /// The most States of a membership whose pairs are counted.
  static let pairLimit = 1000
  /// The most States that a line of `causes.csv` names.
  private static let namedLimit = 10

  /// Makes the States, computes the best vector, and explains why it is not zero.
  init(_ cell: StressCell) throws {
    self.cell = cell
    membership = try cell.membership.make()
    countsPairs = membership.states.count <= Self.pairLimit
    let problem = PairingProblem(
      membership: membership, rulebook: cell.rulebook, conflicts: cell.membership.conflicts)
    (outcome, causes) = Self.look(problem, cell.number)
  }

  private static func look(
    _ problem: PairingProblem, _ number: Int
  ) -> (outcome: CycleOutcome?, causes: [String]) {
    do throws(PairingFailure) {
      let best = try Lookahead.from(problem)?.best
      let causes = best?.isKept == true ? [] : try causes(problem, best, number)
      return (best == nil ? .impossible : nil, causes)
    } catch { return (.undecided, []) }
  }

  private static func causes(
    _ problem: PairingProblem, _ best: WaiverVector?, _ number: Int
  ) throws(PairingFailure) -> [String] {
    try Explanation(problem, best: best).concerns.map { concern in
      let codes = concern.states.prefix(namedLimit).map { problem.membership.states[$0].code.text }
      return [
        String(number), concern.rule.rawValue, concern.isWaivable ? "yes" : "no",
        String(concern.least), String(concern.most), String(concern.states.count),
        codes.joined(separator: " "),
      ].joined(separator: ",")
    }
  }

  /// Opens a cycle.
  func open(record: @escaping (Event) throws -> Void) throws -> Drawer {
    try Drawer.open(
      membership, rulebook: cell.rulebook, conflicts: cell.membership.conflicts, software: "",
      acceptsWaivers: true, record: record)
  }
}
