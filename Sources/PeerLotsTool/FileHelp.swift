import Foundation
import Records

/// What was probably meant by the name of a file or folder that does not fit.
enum FileHelp {
  /// The hint for files that cannot be read.
  static func text(of failure: RecordsFailure) -> String? {
    let arguments = CommandLine.arguments
    if let help = swapped(arguments) { return help }
    for fault in failure.faults {
      let path = fault.place.file
      switch fault.problem {
      case .missingFile:
        return swappedFolder(arguments, isMissing: path) ?? near(path)
          ?? "check the name, and the folder that you are in"
      case .isFolder: return swappedFolder(arguments) ?? inside(path)
      case .notPermitted: return "have the permission to read it given"
      case .missingColumn(_, let found, _, _):
        if let help = otherTable(path, found, arguments) { return help }
      default: continue
      }
    }
    return nil
  }

  /// A membership in place of conflicts, or the reverse.
  private static func otherTable(
    _ path: String, _ found: [String], _ arguments: [String]
  ) -> String? {
    let columns = found.map { $0.lowercased() }
    if columns.contains("state") && value("--conflicts", arguments) == path {
      return "this is a membership; pairs that may not be drawn stand in a table of their own"
    }
    guard columns.contains("reviewer"), value("--conflicts", arguments) != path else { return nil }
    return "this is a table of conflicts or reviews; give it with --conflicts"
  }

  /// The hint for a folder without a ledger.
  static func text(of failure: LedgerFailure) -> String? {
    guard case .noLedger(let folder) = failure else { return nil }
    guard isThere(folder) else { return near(folder) }
    if isFolder(folder) { return nil }
    let (parent, name) = parts(of: folder)
    if name == Ledger.fileName {
      return "did you mean its folder, \(Quotation(parent.isEmpty ? "." : parent))?"
    }
    return "\(Quotation(folder)) is a file; the folder of a cycle holds a \(Ledger.fileName)"
  }

  private static func value(_ option: String, _ arguments: [String]) -> String? {
    arguments.firstIndex(of: option).flatMap {
      arguments.indices.contains($0 + 1) ? arguments[$0 + 1] : nil
    }
  }

  /// A table and a rulebook that changed places, or one that stands for another kind of file.
  private static func swapped(_ arguments: [String]) -> String? {
    func isYAML(_ path: String) -> Bool { path.hasSuffix(".yaml") || path.hasSuffix(".yml") }
    if arguments.dropFirst().first == Stress._commandName {
      let isTable = arguments.dropFirst(3).first?.hasSuffix(".csv") ?? false
      return isTable ? "a plan is a YAML file, which names its memberships" : nil
    }
    if isYAML(value("--conflicts", arguments) ?? "") {
      return "a table of conflicts is a CSV file; a rulebook goes with --rulebook"
    }
    let membership = value("--membership", arguments) ?? arguments.dropFirst(2).first ?? ""
    let rulebook = value("--rulebook", arguments) ?? ""
    guard isYAML(membership) || rulebook.hasSuffix(".csv") else { return nil }
    return "a membership is a table (CSV), a rulebook a YAML file"
      + (isYAML(membership) && rulebook.hasSuffix(".csv")
        ? ": the two seem to have changed places" : "")
  }

  /// The folder of a new cycle and its membership that changed places.
  private static func swappedFolder(_ arguments: [String], isMissing path: String? = nil) -> String?
  {
    guard arguments.dropFirst().first == Open._commandName,
      let table = arguments.dropFirst(2).first, isThere(table), !isFolder(table),
      let folder = value("--membership", arguments), path ?? folder == folder
    else { return nil }
    return "did you mean `peerlots open \(ShellWord.path(folder)) --membership "
      + "\(ShellWord.quoted(table))`?"
  }

  /// A folder in place of a file.
  private static func inside(_ folder: String) -> String {
    if isThere(folder + "/" + Ledger.fileName) {
      return "\(Quotation(folder)) is the folder of a cycle; "
        + "`peerlots status \(ShellWord.path(folder))` says where it stands"
    }
    let tables = names(in: folder).filter { $0.hasSuffix(".csv") }
    return tables.count == 1
      ? "did you mean \(Quotation(joined(folder, tables[0])))?"
      : "name a file in it"
  }

  /// Something in the same folder whose name is near.
  private static func near(_ path: String) -> String? {
    let (folder, name) = parts(of: path)
    let names = names(in: folder.isEmpty ? "." : folder)
    return Nearest(names).question(for: name) { "\(Quotation(joined(folder, $0)))" }
  }

  /// A path's folder, empty where it names none, and the name in it.
  ///
  /// Not by Foundation, whose paths of one character end the process (swift-foundation of Swift 6.3).
  private static func parts(of path: String) -> (folder: String, name: String) {
    var rest = path[...]
    while rest.count > 1, rest.last == "/" { rest.removeLast() }
    guard let slash = rest.lastIndex(of: "/") else { return ("", String(rest)) }
    let folder = slash == rest.startIndex ? "/" : String(rest[..<slash])
    return (folder, String(rest[rest.index(after: slash)...]))
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    folder.isEmpty || folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  private static func isThere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  /// Whether there is a folder of this name, or a link to one.
  static func isFolder(_ path: String) -> Bool {
    let place = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    return (try? place.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
  }
}
