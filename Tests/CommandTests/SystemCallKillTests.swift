import Foundation
import Testing

/// A command that writes, killed as it enters a system call, and what stands before it.
struct KilledCommand: Sendable, CustomTestStringConvertible {
  /// What is prepared in the folder `k`, as lines of the shell.
  let before: [String]
  /// The command, without the program's name.
  let command: String

  var testDescription: String { command }

  private static let opened = "\"$P\" open k/c --membership m.csv --accept-waivers"
  private static let selected = [opened, "\"$P\" select k/c --seed s"]
  private static let drawn = selected + ["\"$P\" draw k/c --year 1 --seed y1"]
  private static let announced = "\"$P\" announce k/c --draw selection --source dice"
  /// A State under review in year 1, and one in year 2.
  private static let first = "$(\"$P\" table k/c --format csv | sed -n 2p | cut -d, -f2)"
  private static let second =
    "$(\"$P\" status k/c --format json | sed 's/.*\"year\":2,\"under_review\":.\"//; s/\".*//')"
  private static let shards = (1...2).map {
    "\"$P\" stress run plan.yaml --output k/s\($0) --shard \($0)/2 --threads 1"
  }

  static let all = [
    KilledCommand(before: [], command: "open k/c --membership m.csv --accept-waivers"),
    KilledCommand(
      before: [], command: "rehearse m.csv --seed s --output k/c --accept-waivers"),
    KilledCommand(before: [opened], command: "announce k/c --draw selection --source dice"),
    KilledCommand(
      before: [opened, announced], command: "withdraw k/c --draw selection --reason rain"),
    KilledCommand(before: [opened], command: "select k/c --seed s"),
    KilledCommand(before: selected, command: "draw k/c --year 1 --seed y1"),
    KilledCommand(
      before: selected, command: "draw k/c --year 1 --seed y1 --method uniform"),
    KilledCommand(
      before: selected,
      command: "tickets k/c --year 1 --count 3 --few --seed t --output k/t.csv --print k/t.html"),
    KilledCommand(
      before: selected + [
        "\"$P\" tickets k/c --year 1 --count 3 --few --seed t --output k/t.csv"
      ], command: "draw k/c --year 1 --ticket 1"),
    KilledCommand(
      before: drawn, command: "redraw k/c --state \(first) --seed r --accept-waivers"),
    KilledCommand(
      before: drawn,
      command: "defer k/c --state \(first) --reason busy --seed d --accept-waivers"),
    KilledCommand(
      before: selected,
      command: "defer k/c --state \(second) --reason busy --no-replacement --accept-waivers"),
    KilledCommand(
      before: drawn,
      command: "stand-down k/c --state \(first) --year 1 --seed d --accept-waivers"),
    KilledCommand(
      before: drawn, command: "amend k/c --membership joined.csv --seed a --accept-waivers"),
    KilledCommand(
      before: [], command: "stress run plan.yaml --output k/s --threads 1"),
    KilledCommand(before: shards, command: "stress merge k/s1 k/s2 --output k/s"),
    KilledCommand(
      before: shards.prefix(1).map { $0.replacing(" --shard 1/2", with: "") },
      command: "stress summarize k/s1 --page k/p.html"),
  ]
}

/// Every command that writes is killed at the system calls by which it reads and changes the disk, and
/// given again: it must end with the bytes of an undisturbed run.
///
/// A sample of the calls, the same each time; all of them where `PEERLOTS_KILLS` is `all`.
@Suite struct `A command killed at a system call` {
  /// One call: the name, and its number among the calls of that name of its thread.
  struct Call: Hashable { let name: String, number: Int }

  private static let calls = [
    "openat", "write", "fsync", "rename", "renameat", "renameat2", "link", "linkat", "unlink",
    "unlinkat", "ftruncate", "mkdir", "mkdirat", "rmdir", "flock",
  ]
  private static let sampled = 8

  private static func traced(_ command: String, options: String) -> String {
    "strace -f -y -qq -o trace \(options) \"$P\" \(command)"
  }

  /// Whether a process may be traced here; some containers forbid it.
  static let canTrace: Bool = {
    guard let folder = try? TemporaryFolder(),
      let answer = try? Command.shell(traced("--version", options: "-e trace=write"), in: folder)
    else { return false }
    if answer.exitCode == 0 { return true }
    FileHandle.standardError.write(
      Data("strace is missing or not permitted: no command is killed at a call\n".utf8))
    return false
  }()

  private static func prepared(_ case: KilledCommand) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let members = try Project.bytes(of: Project.example("ten.csv"))
    try folder.write(members, "m.csv")
    try folder.write(members + "ZZZ,Joined,WEOG,TIP SOM FA,civil,party\n".utf8, "joined.csv")
    try folder.write(
      """
      name: killed
      seed: s
      cycles: 2
      memberships: [{file: m.csv}]
      rulebook: {waivers: [[seat, same_region, minimum_load, legal_system]], \
      cycle: {years: [2, 3]}}
      behaviours: [{name: quiet}]

      """.utf8, "plan.yaml")
    try folder.makeFolder("k")
    let lines = `case`.before.map { "\($0) >/dev/null" } + ["cp -r k base"]
    let answer = try Command.shell(lines.joined(separator: " && "), in: folder)
    try #require(answer.exitCode == 0, "\(answer.said)")
    return folder
  }

  /// What stands in `k`, but for the times that cycles took.
  private static func entries(_ folder: TemporaryFolder) throws -> [String: TemporaryFolder.Entry] {
    try folder.entries().filter { $0.key.hasPrefix("k/") && !$0.key.hasSuffix("times.csv") }
  }

  /// The calls of a traced run by which it reads and changes `k`, in their order.
  private static func calls(in folder: TemporaryFolder) throws -> [Call] {
    var counts: [String: Int] = [:]
    var calls: [Call] = []
    for line in String(decoding: try folder.bytes("trace"), as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
      guard parts.count == 2, let end = parts[1].firstIndex(of: "("),
        !parts[1].hasPrefix("<") && !parts[1].hasPrefix("+")
      else { continue }
      let name = String(parts[1].drop { $0 == " " }.prefix { $0 != "(" })
      counts["\(parts[0]) \(name)", default: 0] += 1
      let call = Call(name: name, number: counts["\(parts[0]) \(name)"] ?? 0)
      let isOurs = parts[1][end...].contains("\"k/") || parts[1].contains(folder.path + "/k")
      if isOurs && !calls.contains(call) { calls.append(call) }
    }
    return calls
  }

  /// Some of the calls, spread over the run, the last of each name among them.
  private static func sample(_ calls: [Call]) -> [Call] {
    if ProcessInfo.processInfo.environment["PEERLOTS_KILLS"] == "all" { return calls }
    let spread = (0..<sampled).map { calls[$0 * (calls.count - 1) / (sampled - 1)] }
    let last = Set(calls.map(\.name)).compactMap { name in calls.last { $0.name == name } }
    let chosen = Set(spread + last)
    return calls.filter(chosen.contains)
  }

  @Test(
    .enabled(if: canTrace), arguments: KilledCommand.all)
  func `and given again ends with the bytes of an undisturbed run`(
    _ killed: KilledCommand
  ) throws {
    let folder = try Self.prepared(killed)
    // A state of the base, so that it is the same each time.
    let command = try Command.shell("echo \(killed.command)", in: folder).text
      .split(separator: "\n").joined()
    let trace = "-e trace=" + Self.calls.map { "?" + $0 }.joined(separator: ",")
    let whole = try Command.shell(Self.traced(command, options: trace), in: folder)
    try #require(whole.exitCode == 0, "\(whole.said)")
    let expected = try Self.entries(folder)
    let calls = try Self.calls(in: folder)
    #expect(calls.count > 3)
    var ended = 0
    for call in Self.sample(calls) {
      let inject = "-e inject=\(call.name):signal=KILL:when=\(call.number)"
      let line = Self.traced(command, options: "\(trace) \(inject)")
      let first = try Command.shell("rm -rf k; cp -r base k; \(line)", in: folder)
      if first.exitCode == 0 { ended += 1 }
      let again = try Command.shell("\"$P\" \(command)", in: folder)
      #expect(again.exitCode == 0, "\(call): \(again.said)")
      let found = try Self.entries(folder)
      let differing = Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }
      #expect(differing.isEmpty, "\(call): \(differing.sorted()); \(again.said)")
    }
    #expect(ended <= 1, "the calls are the same in each run")
  }
}
