import Drawing
import Explanations
import Members
import Pairing
import Rules

/// A cell with its States and what can be said before any lot; of one thread.
package struct PreparedCell {
  /// What the cell is.
  let cell: StressCell
  /// The States.
  let membership: Membership
  /// Whether pairs are counted.
  let countsPairs: Bool
  /// How all its cycles end, where none can be drawn; else nil.
  package let outcome: CycleOutcome?
  /// A cycle that has been opened and no more; nil where none can be drawn.
  private let opened: Drawer?

  /// The most States of a membership whose pairs are counted.
  static let pairLimit = 1000
  /// The most States of a membership for which is said who cannot keep the rules.
  private static let causeLimit = 1000
  /// The most States that a line of `causes.csv` names.
  private static let namedLimit = 10

  /// Makes the States, and computes the best vector.
  package init(_ cell: StressCell) throws {
    self.cell = cell
    membership = try cell.membership.make()
    countsPairs = membership.states.count <= Self.pairLimit
    let result = Result { [membership] in
      try Drawer.open(
        membership, rulebook: cell.rulebook, conflicts: cell.membership.conflicts,
        exclusions: cell.membership.exclusions, software: "",
        acceptsWaivers: true, record: { _ in })
    }
    switch result {
    case .success(let drawer): (opened, outcome) = (drawer, nil)
    case .failure(DrawingFailure.impossible): (opened, outcome) = (nil, .impossible)
    case .failure(is DrawingFailure): (opened, outcome) = (nil, .undecided)
    case .failure(let failure): throw failure
    }
  }

  /// The best vector before any lot; nil where there is none.
  var best: WaiverVector? { opened?.cycle.best }

  /// Begins a cycle; nil where none can be drawn.
  func open(record: @escaping (Event) throws -> Void) -> Drawer? { opened?.copy(record: record) }

  /// Lines of `causes.csv`, without their ends: who cannot keep which rule.
  ///
  /// - Complexity: Two integer programs over classes for each class of States and waived rule.
  func causes() -> [String] {
    guard outcome != .undecided, best?.isKept != true, membership.states.count <= Self.causeLimit
    else { return [] }
    let problem = PairingProblem(
      membership: membership, rulebook: cell.rulebook, conflicts: cell.membership.conflicts,
      exclusions: cell.membership.exclusions)
    do throws(PairingFailure) {
      return try Explanation.concerns(of: problem, best: best).map(line)
    } catch { return [] }
  }

  private func line(_ concern: Explanation.Concern) -> String {
    let codes = concern.states.prefix(Self.namedLimit).map { membership.states[$0].code.text }
    return [
      String(cell.number), concern.rule.rawValue, concern.isWaivable ? "yes" : "no",
      String(concern.least), String(concern.most), String(concern.states.count),
      codes.joined(separator: " "),
    ].joined(separator: ",")
  }
}
