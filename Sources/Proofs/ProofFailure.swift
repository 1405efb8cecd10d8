/// A ledger and its proofs contradict each other: one of two searches that share no code is wrong.
public struct ProofFailure: Error, CustomStringConvertible {
  /// The line of the ledger, from 1.
  public let line: Int
  /// What the proof shows.
  public let description: String
}
