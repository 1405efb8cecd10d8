import Testing

/// Input that is wrong, odd or hostile, and what the command must say to it.
struct BadInput: Sendable, CustomTestStringConvertible {
  /// What stands in the folder before the run.
  enum Content: Sendable {
    case text(String)
    case bytes([UInt8])
    case folder
    /// A good ledger after a change.
    case ledger(@Sendable (inout LedgerText) throws -> Void)
    /// The bytes of a good ledger after a change.
    case ledgerBytes(@Sendable (inout [UInt8]) -> Void)
  }

  /// What is wrong or odd.
  let name: String
  /// The command, run in the folder of the files.
  let arguments: [String]
  /// By path in the folder.
  var files: [String: Content] = [:]
  /// The exit code.
  let exitCode: Int32
  /// Pieces of what must stand on standard error: what is wrong, where, what helps. Where there are
  /// none, nothing may stand there.
  let says: [String]
  /// Whether the question is answered all the same, so that standard output is not empty.
  var isAnswered = false
  /// Whether standard error may be long, because many things are wrong.
  var isLong = false

  var testDescription: String {
    let line = arguments.joined(separator: " ")
    return "\(name): \(line.count > 100 ? line.prefix(100) + "…" : line)"
  }

  /// All of them.
  static let all =
    memberships + oddMemberships + rulebooks + conflicts + places + questions + usage + odds
    + ledgers
    + plans

  /// Wrong data, given to each command that reads it; none of them answers or writes anything.
  static func data(
    _ name: String, _ membership: Content = .text(good), rulebook: Content? = nil,
    conflicts: Content? = nil, says: String..., isLong: Bool = false
  ) -> [BadInput] {
    var files = ["m.csv": membership]
    var options: [String] = []
    if let rulebook {
      files["r.yaml"] = rulebook
      options += ["--rulebook", "r.yaml"]
    }
    if let conflicts {
      files["c.csv"] = conflicts
      options += ["--conflicts", "c.csv"]
    }
    let commands = [
      ["check", "m.csv"],
      ["rehearse", "m.csv", "--seed", "1", "--output", "out", "--accept-waivers"],
      ["export", "m.csv", "--model", "classes", "--format", "mps"],
    ]
    return commands.map {
      BadInput(
        name: name, arguments: $0 + options, files: files, exitCode: 65, says: says,
        isLong: isLong)
    }
  }

  /// Odd data that is lawful: `check` answers yes or no.
  static func lawful(
    _ name: String, _ membership: Content = .text(good), rulebook: Content? = nil,
    conflicts: Content? = nil, exitCode: Int32 = 0, says: String...
  ) -> [BadInput] {
    let check = data(name, membership, rulebook: rulebook, conflicts: conflicts)[0]
    return ["json", "text"].map { format in
      BadInput(
        name: name, arguments: check.arguments + ["--format", format], files: check.files,
        exitCode: exitCode, says: says, isAnswered: true)
    }
  }

  /// A membership that keeps all rules.
  static let good =
    "state,region,protocols,legal_systems\n" + "ABCDE".map { "\($0),G,,\n" }.joined()
}
