/// What can go wrong with the files of a cycle.
public enum RecordsFailure: Error, Hashable, Sendable {
  /// The data given is wrong: every fault found, by file and line, and the warnings up to there.
  case data(faults: [Fault], warnings: [Warning])

  /// The failure that some faults make, in the order of their lines; nil where there are none.
  static func of(_ faults: [Fault], warnings: [Warning] = []) -> RecordsFailure? {
    if faults.isEmpty { return nil }
    let ordered = faults.enumerated().sorted {
      ($0.element.place.line ?? 0, $0.offset) < ($1.element.place.line ?? 0, $1.offset)
    }
    return .data(faults: ordered.map(\.element), warnings: warnings)
  }

  /// The faults.
  public var faults: [Fault] {
    switch self {
    case .data(let faults, _): faults
    }
  }

  /// The warnings that were found besides.
  public var warnings: [Warning] {
    switch self {
    case .data(_, let warnings): warnings
    }
  }
}

extension RecordsFailure: CustomStringConvertible {
  /// The warnings and the faults, one a line, then one `help:` line for each kind of fault about
  /// which something can be done.
  public var description: String {
    var helps: [String] = []
    var known: Set<String> = []
    for help in faults.compactMap(\.problem.help) where known.insert(help).inserted {
      helps.append(help)
    }
    let lines =
      warnings.map(\.description) + faults.map(\.description) + helps.map { "help: \($0)" }
    return lines.joined(separator: "\n")
  }
}
