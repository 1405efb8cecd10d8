import Lots
import Members
import Records
import Rules

/// What the laboratory is to draw: every combination of memberships, rulebooks and behaviours, each
/// a number of times.
public struct StressPlan: Sendable {
  /// The most cells of a plan.
  public static let cellLimit = 10_000
  /// The most cycles of a cell.
  public static let cycleLimit = 10_000_000

  /// The name, for tables.
  public let name: String
  /// The seed that decides every lot.
  public let seed: Label
  /// Cycles of each cell.
  public let cycles: Int
  /// The memberships.
  public let memberships: [PlannedMembership]
  /// The rulebooks.
  public let rulebooks: [Rulebook]
  /// The behaviours.
  public let behaviours: [Behaviour]

  /// Makes a plan.
  ///
  /// - Precondition: Nothing of it is empty, and no limit is passed; the reader reports that before.
  public init(
    name: String, seed: Label, cycles: Int, memberships: [PlannedMembership],
    rulebooks: [Rulebook] = [Rulebook()], behaviours: [Behaviour] = [Behaviour()]
  ) {
    (self.name, self.seed, self.cycles) = (name, seed, cycles)
    (self.memberships, self.rulebooks, self.behaviours) = (memberships, rulebooks, behaviours)
    precondition((1...Self.cycleLimit).contains(cycles) && (1...Self.cellLimit).contains(cellCount))
  }

  /// How many cells there are.
  public var cellCount: Int { memberships.count * rulebooks.count * behaviours.count }

  /// How many cycles there are in all.
  public var cycleCount: Int { cellCount * cycles }

  /// Whether some rulebook has supplementary reviewers, which the tables then have columns for.
  var countsSupplements: Bool { rulebooks.contains { $0.protocols == .supplement } }

  /// The cell with a number from 1.
  public func cell(_ number: Int) -> StressCell {
    let place = number - 1
    return StressCell(
      number: number,
      membership: memberships[place / behaviours.count / rulebooks.count],
      rulebook: rulebooks[place / behaviours.count % rulebooks.count],
      behaviour: behaviours[place % behaviours.count])
  }

  /// The number of the cell of a cycle, and its number there, by its place among all, from 0.
  func numbers(of place: Int) -> (cell: Int, cycle: Int) {
    (place / cycles + 1, place % cycles + 1)
  }

  /// The seed of a cycle: what the seeds of its draws begin with.
  public func seed(cell: Int, cycle: Int) -> String { "\(seed)/cell \(cell)/cycle \(cycle)" }

  /// The hash of everything that the results depend on, but for the program.
  var identity: String {
    var parts = [name, seed.text, String(cycles)]
    parts.append(String(decoding: CellTable.bytes(of: self), as: UTF8.self))
    for membership in memberships {
      switch membership.source {
      case .file(let states):
        parts.append(String(decoding: MembershipText.bytes(of: states), as: UTF8.self))
      case .generated: parts.append("")
      }
      parts.append(
        membership.conflicts.map { "\($0.underReview),\($0.reviewer)" }.joined(separator: "\n"))
      if !membership.exclusions.isEmpty {
        parts.append(
          membership.exclusions.map { "\($0.reviewer),\($0.other)" }.joined(separator: "\n"))
      }
    }
    return Commitment.hash(of: parts.map(Commitment.hash(of:)).joined(separator: "\n"))
  }
}

/// One combination of a plan.
public struct StressCell: Sendable {
  /// The number, from 1.
  public let number: Int
  /// The membership.
  public let membership: PlannedMembership
  /// The rules.
  public let rulebook: Rulebook
  /// What States do.
  public let behaviour: Behaviour
}
