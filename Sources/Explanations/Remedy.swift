import Members
import Pairing
import Rules

/// A change to the data or the rules.
public enum Change: Hashable, Sendable {
  /// A pair of the conflicts table may be drawn.
  case lift(underReview: Int, reviewer: Int)
  /// Two States that the conflicts table keeps apart may sit on one review.
  case letSitTogether(Int, Int)
  /// A State accedes to a Protocol.
  case accede(state: Int, ProtocolCode)
  /// Every State may do so many reviews in the cycle, but for those with a maximum of their own.
  case raiseMaximum(Int)
  /// A State with a maximum of its own may do so many reviews in the cycle.
  case raiseOwnMaximum(state: Int, Int)
  /// Every State may do so many reviews in one year.
  case raisePerYear(Int)
  /// Two reviewers of a State may be of one regional group.
  case allowTwoOfAGroup
  /// Every review has one seat less of one kind and one more of another, by their places in the
  /// rulebook.
  case exchangeSeat(from: Int, to: Int)
  /// A rule is given up for so many of some States.
  case waive(WaivableRule, count: Int, of: [Int])
}

/// A change that would help, with what would then still have to be given up.
///
/// In the order of seriousness: what changes a table that the secretariat keeps, what a State may
/// do by itself, what changes the rules for all, and what gives a rule up.
public struct Remedy: Hashable, Sendable {
  /// The change.
  public let change: Change
  /// The best vector with the change made.
  public let best: WaiverVector
  /// The conflict that a waiver is for, by index, the first where it is for several; nil for any
  /// other change.
  public var conflict: Int?
}

/// All the changes of one kind each that help.
struct Remedies {
  /// The changes, the least serious first.
  var all: [Remedy] = []
  /// For whom a rule can be given up once so that it helps.
  var waivers: [WaivableRule: [Int]] = [:]
  /// Changes that were not tried, because there are too many.
  var untried = 0
  /// Sets of bounds that were looked at for those that were.
  var looked = 0
}
