import Drawing
import Foundation
import Records
import Testing

@Suite("Ledger file")
struct LedgerFileTests {
  private let events = SmallLedger.events
  private let file = SmallLedger.file()

  @Test func `a cycle is created, appended to and opened again`() throws {
    let folder = try TemporaryFolder()
    let cycle = folder.path("cycle")
    let created = try LedgerFile.create(folder: cycle, events: [events[0]])
    #expect(folder.names(in: "cycle") == ["ledger.jsonl", "ledger.lock"])
    for event in events[1..<5] {
      let entry = try created.append(event)
      #expect(entry.event == event && created.ledger.lastHash == entry.hash)
      // It is in the file as soon as it is acknowledged.
      #expect(try Ledger(folder: cycle) == created.ledger)
    }
    created.close()
    #expect(folder.names(in: "cycle") == ["ledger.jsonl"])
    let opened = try LedgerFile.open(folder: cycle)
    #expect(opened.ledger.events == Array(events.prefix(5)))
    for event in events[5...] { try opened.append(event) }
    opened.close()
    #expect(try folder.bytes("cycle/ledger.jsonl") == file)
  }

  @Test func `a whole ledger is created at once`() throws {
    let folder = try TemporaryFolder()
    for (name, isSynced) in [("a", true), ("b", false)] {
      let created = try LedgerFile.create(
        folder: folder.path(name), events: events, isSynced: isSynced)
      #expect(try folder.bytes(name + "/ledger.jsonl") == file)
      try created.append(events[4])
      try created.sync()
      #expect(created.ledger.entries.count == events.count + 1)
      created.close()
      #expect(try Ledger(folder: folder.path(name)) == created.ledger)
    }
  }

  @Test func `a folder that holds a ledger is refused and not touched`() throws {
    let folder = try TemporaryFolder()
    for content in [file, [], Array("not a ledger".utf8)] {
      try folder.write(content, "ledger.jsonl")
      let before = try FileManager.default.attributesOfItem(atPath: folder.path)
      #expect(throws: LedgerFailure.ledgerExists(folder: folder.path)) {
        try LedgerFile.create(folder: folder.path, events: events)
      }
      #expect(try folder.bytes("ledger.jsonl") == content)
      #expect(folder.names() == ["ledger.jsonl"])
      let after = try FileManager.default.attributesOfItem(atPath: folder.path)
      #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
    }
    // A link to nowhere is something too.
    try FileManager.default.removeItem(atPath: folder.path("ledger.jsonl"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("ledger.jsonl"), withDestinationPath: "nowhere")
    #expect(throws: LedgerFailure.ledgerExists(folder: folder.path)) {
      try LedgerFile.create(folder: folder.path, events: events)
    }
  }

  @Test func `a folder with other files is taken, and what a killed process left is replaced`()
    throws
  {
    let folder = try TemporaryFolder()
    try folder.write([1], "notes.txt")
    try folder.write([2], ".ledger.jsonl.peerlots-unfinished")
    try folder.write(Array("99999\n".utf8), "ledger.lock")
    try LedgerFile.create(folder: folder.path, events: events).close()
    #expect(folder.names() == ["ledger.jsonl", "notes.txt"])
    #expect(try folder.bytes("ledger.jsonl") == file)
  }

  @Test func `a ledger of the very same events is found, and no other`() throws {
    let folder = try TemporaryFolder()
    try LedgerFile.create(folder: folder.path, events: events).close()
    let found = try #require(try LedgerFile.find(folder: folder.path, events: events))
    #expect(found.ledger.events == events)
    found.close()
    #expect(try LedgerFile.find(folder: folder.path, events: [events[0]]) == nil)
    #expect(folder.names() == ["ledger.jsonl"])
  }

  @Test func `a cycle that cannot be created leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    #expect(
      throws: LedgerFailure.system(.makeFolder, path: folder.path("a/b"), code: ENOENT)
    ) { try LedgerFile.create(folder: folder.path("a/b"), events: events) }
    try folder.write([1], "file")
    #expect(
      throws: LedgerFailure.system(.makeFolder, path: folder.path("file"), code: ENOTDIR)
    ) { try LedgerFile.create(folder: folder.path("file"), events: events) }
    #expect(throws: LedgerFailure.wouldNotReadBack(.empty)) {
      try LedgerFile.create(folder: folder.path("c"), events: [])
    }
    #expect(throws: LedgerFailure.wouldNotReadBack(.notOpened(event: "announced"))) {
      try LedgerFile.create(folder: folder.path("c"), events: Array(events.dropFirst()))
    }
    #expect(folder.names() == ["file"])
    // Not even as an administrator can a folder be made among the processes.
    let failure = #expect(throws: LedgerFailure.self) {
      try LedgerFile.create(folder: "/proc/peerlots", events: events)
    }
    guard case .system(.makeFolder, "/proc/peerlots", _) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test func `a folder without a ledger is told so`() throws {
    let folder = try TemporaryFolder()
    for path in [folder.path, folder.path("missing")] {
      #expect(throws: LedgerFailure.noLedger(folder: path)) { try LedgerFile.open(folder: path) }
      #expect(throws: LedgerFailure.noLedger(folder: path)) { try Ledger(folder: path) }
    }
    try FileManager.default.createDirectory(
      atPath: folder.path("ledger.jsonl"), withIntermediateDirectories: false)
    #expect(
      throws: LedgerFailure.system(.read, path: folder.path("ledger.jsonl"), code: EISDIR)
    ) { try Ledger(folder: folder.path) }
    #expect(folder.names() == ["ledger.jsonl"])
  }

  @Test func `a torn last line is cut off before anything is appended`() throws {
    let folder = try TemporaryFolder()
    let lines = SmallLedger.lines()
    let whole = SmallLedger.file(lines.dropLast())
    for count in [1, 2, lines[lines.count - 1].count / 2, lines[lines.count - 1].count] {
      try folder.write(whole + lines[lines.count - 1].prefix(count), "ledger.jsonl")
      let opened = try LedgerFile.open(folder: folder.path)
      let tail = TornTail(line: lines.count, byteCount: count)
      #expect(throws: LedgerFailure.torn(folder: folder.path, tail)) {
        try opened.append(events[events.count - 1])
      }
      #expect(try opened.cutTornTail() == tail)
      #expect(try folder.bytes("ledger.jsonl") == whole)
      #expect(try opened.cutTornTail() == nil)
      try opened.append(events[events.count - 1])
      opened.close()
      #expect(try folder.bytes("ledger.jsonl") == file)
    }
  }

  @Test func `a malformed ledger is not opened for writing, and the lock is given back`() throws {
    let folder = try TemporaryFolder()
    var bytes = file
    bytes[20] ^= 1
    try folder.write(bytes, "ledger.jsonl")
    let failure = #expect(throws: LedgerFailure.self) { try LedgerFile.open(folder: folder.path) }
    #expect(failure?.line != nil)
    #expect(try folder.bytes("ledger.jsonl") == bytes)
    #expect(folder.names() == ["ledger.jsonl"])
  }

  @Test func `an event that would not read back is not written`() throws {
    let folder = try TemporaryFolder()
    let created = try LedgerFile.create(folder: folder.path, events: events)
    let wrong: [(Event, LedgerFailure?)] = [
      (events[0], .openedAgain(line: events.count + 1)),
      (
        .seeded(Seeded(draw: .year(6), seed: "")),
        .wrongField(
          line: events.count + 1, field: "draw", .outOfRange(6, lower: 1, upper: 5))
      ),
      (
        .announced(Announced(draw: .selection, source: "a", commitment: "x")),
        .wrongField(line: events.count + 1, field: "commitment", .notAHash("x"))
      ),
    ]
    for (event, failure) in wrong {
      #expect(throws: LedgerFailure.wouldNotReadBack(failure)) { try created.append(event) }
      #expect(LedgerFailure.wouldNotReadBack(failure).isDefect)
    }
    #expect(try folder.bytes("ledger.jsonl") == file)
    try created.append(events[4])
    created.close()
  }
}
