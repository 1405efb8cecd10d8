/// The proofs of a ledger.
public struct Proofs: Sendable {
  /// The file, to its last newline.
  public let text: String
  /// The lots of reviewers in the ledger.
  public let lotCount: Int
  /// What is not proven, in the order of the ledger.
  public let gaps: [ProofGap]

  /// The lots that are proven.
  public var provenCount: Int { lotCount - gaps.count { $0.isLot } }
}

/// A line of a ledger that is not proven.
public struct ProofGap: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// Whether it is a lot of a reviewer.
  public let isLot: Bool
  /// Why there is no proof, as a clause.
  public let reason: String
}
