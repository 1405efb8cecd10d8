import Members
import Records

/// The governmental experts that States have named (para. 21).
public struct ExpertList: Sendable {
  /// The SHA-256 of the list's file, in hexadecimal.
  public let hash: String
  private let experts: [Label: [Expert]]

  /// A list with the hash of its file.
  public init(_ experts: [Expert], hash: String) {
    self.hash = hash
    self.experts = Dictionary(grouping: experts, by: \.state)
  }

  /// How many experts there are.
  var count: Int { experts.values.reduce(0) { $0 + $1.count } }

  /// How many States have named one.
  var stateCount: Int { experts.count }

  /// The experts of a State, in the order of the list.
  func of(_ state: Label) -> [Expert] { experts[state] ?? [] }
}
