import Foundation
import Lots
import Members
import Records
import Rules
import StressTesting
import Testing

@Suite("Instances")
struct InstanceTests {
  @Test(arguments: [
    ("untoc-2010.csv", 157, 141, 125, 82), ("untoc-2014.csv", 179, 159, 138, 109),
    ("untoc-2024-estimate.csv", 192, 181, 149, 122),
  ])
  func `the real memberships have the counts their README gives`(
    file: String, states: Int, tip: Int, som: Int, fa: Int
  ) throws {
    let (membership, warnings) = try instance(file)
    #expect(warnings.isEmpty)
    #expect(membership.states.count == states)
    #expect(membership.reviewedCount == states)
    let counts = (["TIP", "SOM", "FA"] as [ProtocolCode]).map { code in
      membership.states.count { $0.protocols.contains(code) }
    }
    #expect(counts == [tip, som, fa])
    #expect(
      membership.states.filter { $0.region.isEmpty }.allSatisfy { state in
        (["COK", "EUE", "NIU", "PSE", "VAT"] as [Label]).contains(state.code)
      })
  }

  /// Written anew where `PEERLOTS_RECORD` is set; such a run fails, so that none passes by recording.
  @Test(arguments: [60, 500, 5000])
  func `the synthetic memberships are what the generator makes`(count: Int) throws {
    let membership = try SyntheticMembership(stateCount: count, seed: Seed("\(count)")).make()
    let bytes = MembershipText.bytes(of: membership)
    let path = "\(instancesFolder)/synthetic-\(count).csv"
    if ProcessInfo.processInfo.environment["PEERLOTS_RECORD"] != nil {
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      Issue.record("recorded \(path)")
    }
    #expect(try InputFile.read(path: path) == bytes)
  }

  @Test(arguments: ["ten", "two-parties", "lone-reviewer", "no-protocols", "three"])
  func `the small memberships are read without a warning`(name: String) throws {
    #expect(try instance("small/\(name).csv").warnings.isEmpty)
  }

  @Test func `a club of one is worth a warning`() throws {
    #expect(
      try instance("small/clubs.csv").warnings.map(\.remark.description) == [
        "no other State has the regional group \"ESP\"; is that meant?"
      ])
  }

  @Test func `the files of one cycle are read together`() throws {
    let small = "\(instancesFolder)/small"
    let data = try CycleData.read(
      membership: "\(small)/clubs.csv", rulebook: "\(small)/clubs.yaml",
      conflicts: "\(small)/clubs-conflicts.csv")
    #expect(data.membership.reviewedCount == 4)
    #expect(data.rulebook.openSeats == .otherRegion)
    #expect(data.rulebook.maximumLoad == 1)
    #expect(data.conflicts.map(\.reviewer) == ["W1", "W2", "W3", "W4"])
    #expect(try RulebookReader.read(path: "\(small)/small.yaml").years == 2)
    #expect(try RulebookReader.read(path: "\(small)/no-waivers.yaml").waivers.isEmpty)
    let builtIn = try CycleData.read(membership: "\(small)/three.csv")
    #expect(builtIn.rulebook == Rulebook())
  }

  @Test func `the faults of all files are reported at once`() throws {
    let small = "\(instancesFolder)/small"
    let failure = #expect(throws: RecordsFailure.self) {
      try CycleData.read(
        membership: "\(small)/missing.csv", rulebook: "\(small)/ten.csv",
        conflicts: "\(small)/three.csv")
    }
    let files = Set(try #require(failure).faults.map(\.place.file))
    #expect(files == Set(["missing.csv", "ten.csv", "three.csv"].map { "\(small)/\($0)" }))
  }
}

@Suite("Reading files")
struct InputFileTests {
  private func fault(_ path: String, limitInBytes: Int = 1 << 20) -> String? {
    do {
      _ = try InputFile.read(path: path, limitInBytes: limitInBytes)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `a file that cannot be read says why`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "peerlots-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path
    #expect(fault("\(path)/none.csv") == "\(path)/none.csv: there is no such file")
    #expect(fault(path) == "\(path): this is a folder, not a file")
    try Data("state\nA\n".utf8).write(to: folder.appendingPathComponent("m.csv"))
    #expect(fault("\(path)/m.csv") == nil)
    #expect(fault("\(path)/m.csv/x") == "\(path)/m.csv/x: there is no such file")
    #expect(
      fault("\(path)/m.csv", limitInBytes: 7)
        == "\(path)/m.csv: the file is larger than the 7 bytes that can be read")
    #expect(fault("") != nil)
  }

  @Test func `a device or a named pipe is refused, also where it would never end`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "peerlots-pipe-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let pipe = folder.appendingPathComponent("pipe").path
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    for path in ["/dev/zero", "/dev/null", pipe] {
      #expect(
        fault(path)
          == "\(path): this is a device or a pipe, not a file\n"
          + "help: give a file; what comes through a pipe is read as /dev/stdin")
    }
  }

  @Test func `a limit of whole MiB is said in MiB`() throws {
    let path = "\(instancesFolder)/synthetic-5000.csv"
    #expect(try InputFile.read(path: path).count > 1 << 17)
    let failure = #expect(throws: RecordsFailure.self) {
      try InputFile.read(path: path, limitInBytes: 0)
    }
    #expect(failure?.faults.first?.problem == .tooLarge(limitInBytes: 0))
    #expect(
      Problem.tooLarge(limitInBytes: 64 << 20).description
        == "the file is larger than the 64 MiB that can be read")
  }
}
