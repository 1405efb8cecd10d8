internal import Chances
internal import Drawing
internal import Explanations
internal import Members
internal import Pairing
internal import Proofs
internal import Records
internal import Rules

/// Why something was not done. Nothing was drawn, and nothing written, unless it says so.
public enum PeerLotsFailure: Error, Hashable, Sendable {
  /// What was given is wrong: a table, a rulebook; every fault.
  case data([Fault])
  /// No completion keeps the rules that the rulebook never waives; ``Check`` says why.
  case impossible
  /// Not all rules can be kept, and nobody has accepted that; ``Check`` says why.
  case needsWaivers(Waivers)
  /// More would be waived than before, and nobody has accepted that.
  case moreWaivers(Waivers, before: Waivers)
  /// The draw cannot be made now, or not so.
  case refused(Refusal)
  /// Another draw was interrupted, and must be taken up first with its own seed.
  case interrupted(draw: String)
  /// A ledger cannot be read or written, or is not what an honest run gives.
  case ledger(LedgerFault)
  /// The odds cannot be told in the way that was asked for.
  case odds(String)
  /// The question is beyond this program, or it failed: no answer is given in place of an exact one.
  case undecided(String)

  /// One thing that is wrong in what was given.
  public struct Fault: Hashable, Sendable {
    /// The file, as it was named.
    public let file: String
    /// The line, from 1; nil where it is about the file as a whole.
    public let line: Int?
    /// What is wrong, in one line, with the place before it.
    public let text: String
    /// What to do; nil where the text says it.
    public let help: String?
  }

  /// Why a draw cannot be made.
  public struct Refusal: Hashable, Sendable {
    /// What a refusal is about.
    public enum Reason: Hashable, Sendable {
      /// It is done already; repeating it changes nothing.
      case done
      /// It is done, with another seed.
      case doneOtherwise
      /// Another draw comes before it, or there is none of this name.
      case order
      /// The seed is missing, was used before, or is not one.
      case seed
      /// Announcements freeze the cycle, or bind the draw to a method or secret.
      case announcement
      /// Published lists of outcomes.
      case tickets
      /// The State is not one that this can be done for.
      case state
      /// Something else that was given, for instance a reason that says nothing.
      case given
    }

    /// What it is about.
    public let reason: Reason
    /// The whole, in a sentence.
    public let text: String
  }

  /// What is wrong with a ledger.
  public struct LedgerFault: Hashable, Sendable {
    /// The line, from 1; nil where no single line is wrong.
    public let line: Int?
    /// What is wrong.
    public let text: String
  }
}

extension PeerLotsFailure: CustomStringConvertible {
  /// What is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .data(let faults):
      (faults.map(\.text) + Self.helps(faults)).joined(separator: "\n")
    case .impossible: "the rules cannot be kept, and no waiver that the rulebook allows would help"
    case .needsWaivers(let waivers):
      "the rules cannot all be kept; at best these must be waived: \(waivers)"
    case .moreWaivers(let waivers, let before):
      "more must be waived than before: \(waivers); before: \(before)"
    case .refused(let refusal): refusal.text
    case .interrupted(let draw):
      "the draw \"\(draw)\" was interrupted, and must be finished first with the same seed"
    case .ledger(let fault): (fault.line.map { "line \($0): " } ?? "") + fault.text
    case .odds(let text), .undecided(let text): text
    }
  }

  private static func helps(_ faults: [Fault]) -> [String] {
    var known: Set<String> = []
    return faults.compactMap(\.help).filter { known.insert($0).inserted }.map { "help: \($0)" }
  }
}
