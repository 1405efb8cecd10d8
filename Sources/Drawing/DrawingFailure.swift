import Members
import Pairing
import Rules

/// Why a command draws nothing.
public enum DrawingFailure: Error, CustomStringConvertible {
  /// There is no completion at all: a rule that may not be waived cannot be kept.
  case impossible
  /// The rules cannot all be kept, and nobody has accepted that.
  case needsWaivers(WaiverVector)
  /// Something could not be decided.
  case undecided(PairingFailure)
  /// The selection has not been drawn yet.
  case notSelected
  /// The year is not one of the cycle.
  case noSuchYear(Int, years: Int)
  /// An earlier year has not been drawn yet.
  case earlierYearOpen(Int, next: Int)
  /// The draw is done; repeating it changes nothing.
  case alreadyDrawn(DrawName)
  /// The seed was used before in this cycle.
  case seedUsed(Label, by: DrawName)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .impossible: "the rules cannot be kept, and no waiver the rulebook allows would help"
    case .needsWaivers(let best):
      "the rules cannot all be kept: at best \(Self.list(best))\n"
        + "help: see why with `peerlots check`, or go on with --accept-waivers"
    case .undecided(let failure): "\(failure)"
    case .notSelected:
      "which year each State is reviewed in has not been drawn yet\n"
        + "help: draw it first with `peerlots select`"
    case .noSuchYear(let year, let years):
      "year \(year) is not one of the cycle's \(years == 1 ? "one year" : "\(years) years")"
    case .earlierYearOpen(let year, let next):
      "year \(year) cannot be drawn before year \(next)\n"
        + "help: draw year \(next) first with `peerlots draw --year \(next)`"
    case .alreadyDrawn(let draw): "the draw \"\(draw.text)\" is already done"
    case .seedUsed(let seed, let draw):
      "the seed \"\(seed.text.prefix(60))\" was already used for \"\(draw.text)\"\n"
        + "help: each draw of a cycle needs a seed of its own"
    }
  }

  /// The waivers of a vector in words.
  static func list(_ best: WaiverVector) -> String {
    let parts = zip(best.rules, best.counts).filter { $1 > 0 }.map { "\($1) × \($0.rawValue)" }
    return parts.isEmpty ? "nothing is waived" : parts.joined(separator: ", ") + " must be waived"
  }
}
