import Members
import Records
import Rules

/// The lines of the failure that reading a membership ends with; empty where it is read.
func membershipFaults(_ text: String) -> [String] {
  membershipFaults(bytes: Array(text.utf8))
}

/// The lines of the failure that reading a membership ends with; empty where it is read.
func membershipFaults(bytes: [UInt8]) -> [String] {
  lines { () throws(RecordsFailure) in _ = try MembershipReader.read(bytes, file: "m.csv") }
}

/// The lines of the failure that reading a rulebook ends with; empty where it is read.
func rulebookFaults(_ text: String) -> [String] {
  lines { () throws(RecordsFailure) in
    _ = try RulebookReader.read(Array(text.utf8), file: "r.yaml")
  }
}

/// The lines of the failure that reading conflicts ends with; empty where they are read.
func conflictFaults(_ text: String, _ membership: Membership?) -> [String] {
  lines { () throws(RecordsFailure) in
    _ = try ConflictsReader.read(Array(text.utf8), file: "c.csv", membership: membership)
  }
}

private func lines(_ read: () throws(RecordsFailure) -> Void) -> [String] {
  do {
    try read()
    return []
  } catch {
    return error.description.split(separator: "\n").map(String.init)
  }
}

/// A membership and its warnings, read from a text.
func readMembership(_ text: String) throws -> (membership: Membership, warnings: [Warning]) {
  let reading = try MembershipReader.read(Array(text.utf8), file: "m.csv")
  return (reading.membership, reading.warnings)
}
