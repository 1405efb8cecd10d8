/// Who proved that no completion needs fewer waivers than a best vector says.
public enum BestProof: Sendable {
  /// The dual values of a minimum-cost flow, and GLPK on the program over kinds of States, each by
  /// itself.
  case flowAndProgram
  /// The dual values of a minimum-cost flow alone.
  case flow
  /// GLPK alone, on the program over States: no flow reaches the best vector.
  case program

  /// The proof in words, to follow "proven by".
  public var text: String {
    switch self {
    case .flowAndProgram: "the dual values of the flow and, apart from them, by GLPK"
    case .flow: "the dual values of the flow alone"
    case .program: "GLPK alone"
    }
  }
}
