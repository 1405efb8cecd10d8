import Testing

/// Tables that are wrong or odd, for which the whole message is golden.
struct WrongTable: Sendable, CustomTestStringConvertible {
  /// What is wrong or odd.
  let name: String
  /// The membership.
  let membership: [UInt8]
  /// The table of conflicts, where there is one.
  var conflicts: [UInt8]?

  var testDescription: String { name }

  init(_ name: String, _ membership: String, conflicts: String? = nil) {
    self.init(name, bytes: Array(membership.utf8))
    self.conflicts = conflicts.map { Array($0.utf8) }
  }

  init(_ name: String, bytes: [UInt8]) {
    self.name = name
    membership = bytes
  }

  /// What the messages file shows of it: the command, and the first lines of each table.
  var shown: String {
    let files = conflicts.map { [("c.csv", $0)] } ?? [("m.csv", membership)]
    let tables = files.map { file, bytes in
      let text = String(decoding: bytes.prefix(400), as: UTF8.self)
      let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.prefix(7).map { "\(file)| \(Self.visible($0))\n" }.joined()
    }
    return tables.joined() + "$ peerlots \(arguments.joined(separator: " "))\n"
  }

  /// The arguments of the command.
  var arguments: [String] {
    ["check", "m.csv"] + (conflicts == nil ? [] : ["--conflicts", "c.csv"])
  }

  private static func visible(_ line: some Collection<Unicode.Scalar>) -> String {
    line.prefix(90).map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .unassigned, .privateUse: "{\(String(scalar.value, radix: 16))}"
      case .nonspacingMark: "{\(String(scalar.value, radix: 16))}"
      case .spaceSeparator where scalar != " ": "{\(String(scalar.value, radix: 16))}"
      default: String(scalar)
      }
    }.joined()
  }
}
