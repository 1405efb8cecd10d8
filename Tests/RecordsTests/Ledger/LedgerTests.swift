import Drawing
import Records
import Testing

@Suite("Ledger")
struct LedgerTests {
  private let lines = SmallLedger.lines()
  private let file = SmallLedger.file()

  /// Reads a tampered ledger and gives the line that is named; nil where nothing is found.
  private func namedLine(_ bytes: [UInt8]) -> Int? {
    do {
      return try Ledger(bytes: bytes).tornTail?.line
    } catch {
      return error.line
    }
  }

  @Test func `a whole ledger is read with its lines and hashes`() throws {
    let ledger = try Ledger(bytes: file)
    #expect(ledger.events == SmallLedger.events)
    #expect(ledger.entries.map(\.line) == Array(1...lines.count))
    #expect(ledger.entries.map(\.hash) == lines.map { LineHash(of: $0) })
    #expect(ledger.lastHash == LineHash(of: lines[lines.count - 1]))
    #expect(ledger.byteCount == file.count)
    #expect(ledger.tornTail == nil)
    #expect(GoldenLine.opened.event == .opened(ledger.opened))
  }

  @Test func `the hash of a line is that of its bytes`() {
    #expect(
      LineHash(of: "abc".utf8).text
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(LineHash.none.text == String(repeating: "0", count: 64))
    #expect(LineHash(String(repeating: "A", count: 64)) == nil)
    #expect(LineHash(String(repeating: "a", count: 63)) == nil)
  }

  @Test func `every flipped bit before the last line is caught and its line named`() {
    var line = 1
    for place in 0..<(file.count - lines[lines.count - 1].count - 1) {
      for bit in 0..<8 {
        var flipped = file
        flipped[place] ^= 1 << bit
        let named = namedLine(flipped)
        #expect(named == line || named == line + 1, "byte \(place), bit \(bit)")
      }
      if file[place] == UInt8(ascii: "\n") { line += 1 }
    }
    #expect(line == lines.count)
  }

  @Test func `a flipped bit is laid to its own line where the next two lines are sound`() throws {
    // One letter inside a reason: the line has its form, only the chain tells.
    let place = try #require(lines.firstIndex { $0.starts(with: Array(#"{"sequence":4"#.utf8)) })
    var tampered = lines
    tampered[place][tampered[place].count - 4] ^= 1
    #expect(throws: LedgerFailure.self) { try Ledger(bytes: SmallLedger.file(tampered)) }
    do {
      _ = try Ledger(bytes: SmallLedger.file(tampered))
    } catch {
      guard case .brokenChain(let line, _, _, let changed) = error else { throw error }
      #expect(line == place + 2 && changed == place + 1)
      #expect(error.description.contains("help: line \(place + 1) was changed"))
    }
  }

  @Test func `every deleted, doubled or inserted line before the last is caught`() {
    for place in lines.indices.dropLast() {
      var deleted = lines
      deleted.remove(at: place)
      #expect(namedLine(SmallLedger.file(deleted)) == place + 1, "deleted \(place)")
      var doubled = lines
      doubled.insert(lines[place], at: place)
      #expect(namedLine(SmallLedger.file(doubled)) == place + 2, "doubled \(place)")
      for inserted in [[], Array("{}".utf8), lines[0], lines[lines.count - 1]] {
        var more = lines
        more.insert(inserted, at: place)
        let named = namedLine(SmallLedger.file(more))
        #expect(named == place + 1 || named == place + 2, "inserted at \(place)")
      }
    }
  }

  @Test func `a well made line that is inserted or put in place of another is caught`() {
    let event = Event.waiver(.init(rule: .seat, state: "KEN", reason: "forged"))
    for place in 1..<(lines.count - 1) {
      let forged = LedgerLine(
        sequence: place, previous: LineHash(of: lines[place - 1]), event: event
      ).bytes
      var inserted = lines
      inserted.insert(forged, at: place)
      #expect(namedLine(SmallLedger.file(inserted)) == place + 2)
      var replaced = lines
      replaced[place] = forged
      #expect(namedLine(SmallLedger.file(replaced)) == place + 2)
    }
  }

  @Test func `every two swapped lines are caught`() {
    for first in lines.indices {
      for second in lines.indices where first < second {
        var swapped = lines
        swapped.swapAt(first, second)
        #expect(namedLine(SmallLedger.file(swapped)) == first + 1)
      }
    }
  }

  @Test func `a torn last line is reported at every place it can be cut`() throws {
    let last = lines[lines.count - 1]
    let whole = file.count - last.count - 1
    for count in 1...last.count {
      // Without a newline, and with one where the disk kept the end but not the middle.
      let ledger = try Ledger(bytes: Array(file.prefix(whole + count)))
      #expect(ledger.tornTail == TornTail(line: lines.count, byteCount: count))
      #expect(ledger.events == Array(SmallLedger.events.dropLast()))
      #expect(ledger.byteCount == whole)
      #expect(ledger.lastHash == LineHash(of: lines[lines.count - 2]))
      if count < last.count {
        let ended = try Ledger(bytes: file.prefix(whole + count) + [UInt8(ascii: "\n")])
        #expect(ended.tornTail == TornTail(line: lines.count, byteCount: count + 1))
        #expect(ended.byteCount == whole)
      }
    }
    #expect(try Ledger(bytes: Array(file.prefix(whole))).tornTail == nil)
  }

  @Test func `zeros and rubbish after the last line are a torn line`() throws {
    for tail in [[0], [0, 0, 10], [0xFF, 0xFE], [10], Array("{\"sequence\":".utf8)] as [[UInt8]] {
      let ledger = try Ledger(bytes: file + tail)
      #expect(ledger.tornTail == TornTail(line: lines.count + 1, byteCount: tail.count))
      #expect(ledger.byteCount == file.count)
    }
  }

  @Test func `complete JSON that is no line of ours is a fault, not a torn line`() {
    for tail in ["{}", "1.5", "[]", #"{"a":1,"a":1}"#, "{} {}"] {
      #expect(namedLine(file + Array(tail.utf8) + [10]) == lines.count + 1)
      #expect(throws: LedgerFailure.self) {
        try Ledger(bytes: file + Array(tail.utf8) + [10])
      }
    }
    // Two lines whose newline was changed are not cut off as one torn line.
    var joined = file
    joined[file.count - lines[lines.count - 1].count - 2] ^= 1
    #expect(throws: LedgerFailure.self) { try Ledger(bytes: joined) }
  }

  @Test func `a ledger without one whole line is refused`() {
    #expect(throws: LedgerFailure.empty) { try Ledger(bytes: []) }
    #expect(throws: LedgerFailure.empty) { try Ledger(bytes: Array(file.prefix(40))) }
    #expect(throws: LedgerFailure.self) { try Ledger(bytes: [10]) }
    #expect(throws: LedgerFailure.notOpened(event: "waiver")) {
      try Ledger(bytes: SmallLedger.file(SmallLedger.lines([GoldenLine.others[5].event])))
    }
    let twice = SmallLedger.lines([GoldenLine.opened.event, GoldenLine.opened.event])
    #expect(throws: LedgerFailure.openedAgain(line: 2)) {
      try Ledger(bytes: SmallLedger.file(twice))
    }
  }

  @Test func `carriage returns are no part of a ledger of ours, but are kept in the chain`() {
    // They are blanks of JSON, so the form stands; the hashes no longer do.
    let file = SmallLedger.file(lines.map { $0 + [13] })
    #expect(namedLine(file) == 2)
  }
}
