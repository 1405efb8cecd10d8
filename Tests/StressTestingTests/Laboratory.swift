import Foundation
import Members
import Records
import Rules
import StressTesting

/// A folder for one test, which is gone afterwards.
final class Laboratory {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "peerlots-stress-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something in the folder.
  func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file.
  func write(_ text: String, _ name: String) throws {
    let file = path(name)
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
  }

  /// Reads a plan from its text.
  func plan(_ text: String) throws -> StressPlan {
    try write(text, "plan.yaml")
    return try StressPlanReader.read(path: path("plan.yaml")).plan
  }

  /// What is wrong with a plan, without the folder's path; empty where nothing is.
  func faults(_ text: String) throws -> [String] {
    try write(text, "plan.yaml")
    do throws(RecordsFailure) {
      _ = try StressPlanReader.read(path: path("plan.yaml"))
      return []
    } catch {
      return error.faults.map { "\($0)".replacingOccurrences(of: path + "/", with: "") }
    }
  }

  /// The files of results but for times, byte for byte.
  func results(_ folder: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path(folder))
    where name != "times.csv" {
      files[name] = try Array(
        Data(contentsOf: URL(fileURLWithPath: path("\(folder)/\(name)"))))
    }
    return files
  }

  /// The rows of a table, by column.
  func table(_ file: String) throws -> [[String: String]] {
    let text = try String(contentsOfFile: path(file), encoding: .utf8)
    let rows = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(rows[0], $0)) }
  }

  /// Runs a plan.
  @discardableResult
  func run(
    _ plan: StressPlan, _ folder: String, shard: Shard = .whole, threads: Int = 2,
    stop: StopFlag = StopFlag(), software: String = "tests"
  ) throws -> StressProgress {
    try StressRun(
      plan, shard: shard, folder: path(folder), software: software, threads: threads
    ).run(stop: stop)
  }
}

/// Memberships and behaviours for laws.
enum Sample {
  /// Ten States that can keep the rules, with groups of odd names.
  static let ten = """
    state,region,protocols,legal_systems
    A,"North, far",P Q,x
    B,"North, far",P,x y
    C,"North, far",P Q,y
    D,"North, far",,x
    E,S;t/o:p%,P Q,z
    F,S;t/o:p%,P,z
    G,S;t/o:p%,Q,x
    H,S;t/o:p%,P Q,
    I,,P,x
    J,,P Q,y
    """ + "\n"

  /// Two that can review only each other.
  static let two = "state,protocols\nA,P\nB,P\nC,\n"

  /// A plan whose cycles take little time.
  static let quick = """
    seed: s
    cycles: 24
    memberships: {file: ten.csv}
    behaviours:
      - name: quiet
      - {name: busy, deferral: 1/3, redraw: 0.3, accession: 0.2}
    """ + "\n"

  /// A plan with everything in it.
  static let plan = """
    name: everything
    seed: s
    cycles: 6
    memberships:
      - {file: ten.csv, name: ten}
      - generate: {states: [12, 20], seed: g}
    rulebook:
      cycle: {years: 3}
      loads: {maximum: [2, 3]}
    behaviours:
      - name: quiet
      - {name: busy, deferral: 1/3, redraw: 0.4, stand_down: 0.3, joining: 0.1, leaving: 0.1, accession: 0.5}
    """ + "\n"
}
