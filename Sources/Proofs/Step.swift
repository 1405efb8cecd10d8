/// One step of a file of proofs; States, nodes and kinds by the indices of the cycle's roster then.
struct Step: Sendable {
  /// What it proves.
  enum Content: Sendable {
    /// The best vector from here.
    case start(Start)
    /// A bowl.
    case bowl(BowlProof)
  }

  /// The sequence of the ledger's line.
  let line: Int
  /// What it proves.
  let content: Content
}

/// A proof of a best vector.
struct Start: Sendable {
  /// The event.
  let event: String
  /// The pairs of a completion that reaches it; nil where none is known.
  var completion: [PairChange]?
  /// A price for each node.
  var prices: [Int128] = []
  /// That none is better; nil where that is not proven.
  var tree: ProofTree?
  /// That none is better without a redraw's exclusion.
  var free: ProofTree?
  /// That a redraw's exclusion costs a waiver.
  var worse: ProofTree?
  /// Why something is not proven.
  var unproven: String?
}

/// A proof of a bowl.
struct BowlProof: Sendable {
  /// For each State of the bowl what changes in the base; nil where it is not proven.
  var inside: [[PairChange]?] = []
  /// A price for each node; nil where none changes.
  var prices: [Int128]?
  /// Those that prices do not show to be out, with trees that do.
  var outside: [(states: [Int], tree: ProofTree)] = []
  /// Those for which there is no proof.
  var unproven: [Int] = []
}
