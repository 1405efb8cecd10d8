import Drawing
import Foundation
import Records
import Testing

@Suite("Ledger file in trouble")
struct LedgerFileTroubleTests {
  private let events = SmallLedger.events
  private let file = SmallLedger.file()

  private func waiver(_ reason: String) -> Event {
    .waiver(Waiver(rule: .seat, state: "KEN", reason: reason))
  }

  @Test func `a second writer is told which process holds the folder`() throws {
    let folder = try TemporaryFolder()
    let first = try LedgerFile.create(folder: folder.path, events: [events[0]])
    let process = Int(ProcessInfo.processInfo.processIdentifier)
    let failure = LedgerFailure.locked(folder: folder.path, process: process)
    #expect(throws: failure) { try LedgerFile.open(folder: folder.path) }
    #expect(failure.description.contains("the process \(process) is writing in \(folder.path)"))
    // Reading is not writing.
    #expect(try Ledger(folder: folder.path).entries.count == 1)
    try first.append(events[1])
    first.close()
    try LedgerFile.open(folder: folder.path).close()
  }

  @Test func `two that create one cycle at once do not both succeed`() async throws {
    let folder = try TemporaryFolder()
    for round in 0..<20 {
      let cycle = folder.path("\(round)")
      let events = events
      let count = await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<4 {
          group.addTask {
            guard let file = try? LedgerFile.create(folder: cycle, events: events) else {
              return false
            }
            file.close()
            return true
          }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(count == 1)
      #expect(folder.names(in: "\(round)") == ["ledger.jsonl"])
      #expect(try folder.bytes("\(round)/ledger.jsonl") == file)
    }
  }

  @Test func `of many that write in turn, none writes while another does`() async throws {
    let folder = try TemporaryFolder()
    try LedgerFile.create(folder: folder.path, events: [events[0]]).close()
    let path = folder.path
    let event = waiver("in turn")
    let count = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var count = 0
          for _ in 0..<500 {
            do throws(LedgerFailure) {
              let file = try LedgerFile.open(folder: path, isSynced: false)
              try file.append(event)
              file.close()
              count += 1
            } catch {
              // The lock is taken: any other failure says that two had it.
              guard case .locked = error else {
                Issue.record(error)
                continue
              }
            }
          }
          return count
        }
      }
      return await group.reduce(0, +)
    }
    #expect(count > 0)
    #expect(try Ledger(folder: folder.path).entries.count == 1 + count)
    #expect(folder.names() == ["ledger.jsonl"])
  }

  /// The system kills the child in the middle of a write: when the file has so many bytes, at any
  /// byte of a line, or at its end.
  @Test func `the lock of a killed process is gone, and what it wrote goes on`() async throws {
    let folder = "/tmp/peerlots-killed-\(getpid())"
    let first = try LedgerFile.create(folder: folder, events: [GoldenLine.opened.event])
    var byteCount = first.ledger.byteCount
    first.close()
    for round in 0..<10 {
      await #expect(processExitsWith: .signal(SIGXFSZ)) {
        let folder = "/tmp/peerlots-killed-\(getppid())"
        let file = try LedgerFile.open(folder: folder)
        _ = try file.cutTornTail()
        // Lines have some 170 bytes; a few of them fit.
        let most = rlim_t(file.ledger.byteCount + 1000 - 37 * (file.ledger.entries.count % 10))
        var limit = rlimit(rlim_cur: most, rlim_max: most)
        // The thread may be one that blocks signals.
        var signals = sigset_t()
        let isLimited =
          unsafe sigemptyset(&signals) == 0 && pthread_sigmask(SIG_SETMASK, &signals, nil) == 0
          && setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0
        while isLimited {
          let reason = "\(file.ledger.entries.count)"
          try file.append(.waiver(Waiver(rule: .seat, state: "KEN", reason: reason)))
        }
      }
      let ledger = try Ledger(folder: folder)
      for entry in ledger.entries.dropFirst() {
        #expect(entry.event == waiver("\(entry.line - 1)"), "round \(round)")
      }
      #expect(ledger.byteCount > byteCount, "round \(round): something was written")
      byteCount = ledger.byteCount
    }
    let file = try LedgerFile.open(folder: folder)
    _ = try file.cutTornTail()
    try file.append(waiver("end"))
    file.close()
    try FileManager.default.removeItem(atPath: folder)
  }

  @Test func `a folder that is removed in mid-draw is noticed at the next line`() throws {
    let folder = try TemporaryFolder()
    let cycle = folder.path("cycle")
    let created = try LedgerFile.create(folder: cycle, events: [events[0]])
    try created.append(events[1])
    try FileManager.default.removeItem(atPath: cycle)
    let failure = LedgerFailure.removed(path: cycle + "/ledger.jsonl")
    #expect(throws: failure) { try created.append(events[2]) }
    #expect(failure.description.contains("\nhelp: "))
    #expect(created.ledger.entries.count == 2)
    // Another cycle in a folder of the same name is not harmed by the first, nor is its lock.
    let second = try LedgerFile.create(folder: cycle, events: [events[0]])
    created.close()
    #expect(throws: LedgerFailure.self) { try LedgerFile.open(folder: cycle) }
    try second.append(events[1])
    second.close()
  }

  @Test func `a ledger that something else writes to or replaces is noticed`() throws {
    let folder = try TemporaryFolder()
    let created = try LedgerFile.create(folder: folder.path, events: events)
    let handle = try #require(FileHandle(forWritingAtPath: folder.path("ledger.jsonl")))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data([10]))
    #expect(
      throws: LedgerFailure.changedByAnother(
        path: folder.path("ledger.jsonl"), expectedByteCount: file.count,
        byteCount: file.count + 1)
    ) { try created.append(events[4]) }
    try handle.truncate(atOffset: UInt64(file.count))
    try created.append(events[4])
    try FileManager.default.removeItem(atPath: folder.path("ledger.jsonl"))
    try folder.write(file, "ledger.jsonl")
    #expect(throws: LedgerFailure.removed(path: folder.path("ledger.jsonl"))) {
      try created.append(events[4])
    }
    created.close()
    #expect(try folder.bytes("ledger.jsonl") == file)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a line that cannot be taken back ends all writing`() throws {
    let full = try AppendedFile(
      path: "/dev/full", byteCount: 0, isSynced: true, isRegular: false)
    let failure = LedgerFailure.system(.write, path: "/dev/full", code: ENOSPC)
    #expect(throws: failure) { try full.append([1, 2, 3]) }
    #expect(failure.description.contains("No space left on device\nhelp: make room"))
    // /dev/full cannot be cut either, so nothing is known of what stands in it.
    #expect(throws: LedgerFailure.abandoned(path: "/dev/full")) { try full.append([1]) }
    #expect(full.byteCount == 0)
  }

  @Test(.enabled(if: TemporaryFolder.canMount))
  func `a full disk takes back the line, and goes on when there is room`() throws {
    let folder = try TemporaryFolder(mountedWith: "size=64k")
    let created = try LedgerFile.create(folder: folder.path("cycle"), events: [events[0]])
    try folder.write(Array(repeating: 0, count: 20_000), "filler")
    // Lines of some 3,000 bytes: a part of the last one finds room.
    let event = waiver(String(repeating: "a", count: 3000))
    var failure: LedgerFailure?
    while failure == nil {
      do { try created.append(event) } catch { failure = error }
    }
    let path = folder.path("cycle/ledger.jsonl")
    #expect(failure == .system(.write, path: path, code: ENOSPC))
    #expect(created.ledger.entries.count > 3)
    #expect(try folder.bytes("cycle/ledger.jsonl").count == created.ledger.byteCount)
    #expect(try Ledger(folder: folder.path("cycle")) == created.ledger)
    // A cycle that finds no room is not there at all.
    let names = folder.names()
    #expect(throws: LedgerFailure.self) {
      try LedgerFile.create(folder: folder.path("second"), events: events)
    }
    #expect(folder.names() == names)
    try FileManager.default.removeItem(atPath: folder.path("filler"))
    try created.append(event)
    created.close()
    #expect(try Ledger(folder: folder.path("cycle")) == created.ledger)
  }

  @Test(.enabled(if: TemporaryFolder.canMount))
  func `a folder that can only be read says so, and stays as it is`() throws {
    let folder = try TemporaryFolder(mountedWith: "size=256k")
    try LedgerFile.create(folder: folder.path("cycle"), events: events).close()
    try #require(folder.remount(readOnly: true))
    let failure = LedgerFailure.system(
      .lock, path: folder.path("cycle/ledger.lock"), code: EROFS)
    #expect(throws: failure) { try LedgerFile.open(folder: folder.path("cycle")) }
    #expect(failure.description.contains("Read-only file system\nhelp: choose a folder"))
    #expect(
      throws: LedgerFailure.system(.makeFolder, path: folder.path("new"), code: EROFS)
    ) { try LedgerFile.create(folder: folder.path("new"), events: events) }
    #expect(throws: LedgerFailure.ledgerExists(folder: folder.path("cycle"))) {
      try LedgerFile.create(folder: folder.path("cycle"), events: events)
    }
    #expect(try Ledger(folder: folder.path("cycle")).events == events)
    #expect(folder.names() == ["cycle"])
  }
}
