import Drawing
import Foundation
import Members
import Records
import Rules
import Testing
import TestingTools

@Suite struct `Ledgers of simulated secretariats` {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Runs the independent verifier over a ledger; what it says where it refuses.
  static func refusal(_ folder: String, head: String) throws -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", root.appendingPathComponent("Tests/IndependentVerifier/verify.py").path, folder,
      "--head", head,
    ]
    let output = Pipe()
    defer { try? output.fileHandleForReading.close() }
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? nil : String(decoding: said, as: UTF8.self)
  }

  /// Over 200 whose rules can be kept: mostly tiny and contrived ones, some synthetic, some real.
  static func secretariat(_ number: Int) throws -> Secretariat? {
    let seed = UInt64(number) &+ 99
    if number < 225 {
      let random = RandomCase(number + 5000, sizes: 4...12)
      return try Secretariat(random.membership, random.rulebook, random.conflicts, seed: seed)
    }
    // Lists, given years, what was drawn before, and kinds of seats.
    if number >= 275 { return try `Commands in any order`.secretariat(number).0 }
    let names = [
      "synthetic-60", "untoc-2010", "synthetic-60", "untoc-2014", "synthetic-60",
      "untoc-2024-estimate",
    ]
    let path = root.appendingPathComponent("Instances/\(names[number % names.count]).csv").path
    let membership = try MembershipReader.read(path: path).membership
    return try Secretariat(membership, Rulebook(), [], seed: seed)
  }

  @Test func `are read back, replayed to the live state, and accepted by both verifiers`() throws {
    let folder = NSTemporaryDirectory() + "peerlots-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var mistakes: [String] = []
    var (ran, events) = (0, 0)
    for number in 0..<375 {
      guard var secretariat = try Self.secretariat(number) else { continue }
      try secretariat.run()
      // With a bound per year a selection can be impossible.
      if !secretariat.drawer.cycle.isSelected { continue }
      let own = "\(folder)/\(number)"
      let file = try LedgerFile.create(folder: own, events: secretariat.events)
      let head = file.ledger.lastHash.text
      file.close()
      let ledger = try Ledger(folder: own)
      if ledger.events != secretariat.events { mistakes.append("\(number): read back otherwise") }
      let replay = try Replay.run(ledger.events)
      if replay.cycle != secretariat.drawer.cycle { mistakes.append("\(number): other state") }
      if !replay.cycle.isComplete { mistakes.append("\(number): not complete") }
      if let refusal = try Self.refusal(own, head: head) {
        mistakes.append("\(number): \(refusal)")
      }
      ran += 1
      events += ledger.events.count
    }
    #expect(mistakes.isEmpty, "\(mistakes.count), first: \(mistakes.prefix(5))")
    print("ledgers of secretariats: \(ran), with \(events) events")
    #expect(ran >= 200)
  }
}
