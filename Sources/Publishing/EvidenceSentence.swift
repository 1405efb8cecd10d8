/// What is said about lists of experts and about what anyone can check with.
public enum EvidenceSentence: Hashable, Sendable {
  // Experts.
  case governmentalExperts
  case expert, fields, languages
  case noneNamedYet
  case expertsNamed(experts: Int, states: Int)
  case withoutExperts(Listing)
  case everyStateHasExperts
  case listHash(Quoted)
  case listAnnounced(line: Int)
  case listNotAnnounced
  // The ledger and the verifier.
  case ledgerHere
  case ledgerFile
  case inABrowser, withAProgram
  case verifierPage
  case howVerifierWorks
  case compareTheHash
}
