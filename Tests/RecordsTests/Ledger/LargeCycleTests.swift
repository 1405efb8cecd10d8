import Drawing
import Foundation
import Members
import Records
import Testing

@Suite struct `The bowls of a large cycle` {
  private let events: [Event]
  private let file: [UInt8]
  private let lines: [JSONValue]

  init() throws {
    (events, file, lines) = try Self.made.get()
  }

  private static let made = Result { try make(states: 1_000) }

  /// A cycle, its file as a command writes it, and its lines.
  private static func make(states: Int) throws -> ([Event], [UInt8], [JSONValue]) {
    let folder = try TemporaryFolder()
    let events = try LargeCycle.events(states: states)
    // Whole, and event by event.
    try LedgerFile.create(folder: folder.path("whole"), events: events).close()
    let appended = try LedgerFile.create(folder: folder.path("cycle"), events: [events[0]])
    for event in events.dropFirst() { try appended.append(event) }
    appended.close()
    let file = try Array(Data(contentsOf: URL(filePath: folder.path("cycle/ledger.jsonl"))))
    let whole = try Array(Data(contentsOf: URL(filePath: folder.path("whole/ledger.jsonl"))))
    #expect(file == whole)
    let lines = try file.split(separator: UInt8(ascii: "\n")).map {
      try JSONReader.value(of: Array($0))
    }
    return (events, file, lines)
  }

  private func bowl(_ line: JSONValue) -> JSONValue? {
    guard case .object(let fields) = line else { return nil }
    return fields.first { $0.key == "bowl" }?.value
  }

  @Test func `stand as the page Ledger says, worked out plainly`() throws {
    let bowls = LargeCycle.bowls(events)
    for (place, (line, due)) in zip(lines, bowls).enumerated() {
      #expect(bowl(line) == due?.told, "line \(place + 1)")
    }
    let lots = bowls.compactMap(\.self)
    let told = lots.filter { $0.told != $0.full }
    #expect(told.count > 60 && told.count < lots.count)
  }

  @Test func `are read back whole, by the reader and by a replay`() throws {
    let ledger = try Ledger(bytes: file)
    for (event, found) in zip(events, ledger.events) {
      if case (.lot(let lot), .lot(let read)) = (event, found) {
        #expect(lot.bowl == read.bowl && lot.bowl[lot.index] == lot.drawn)
      }
      #expect(event == found)
    }
    #expect(try Replay.run(ledger.events).cycle.isComplete)
  }

  @Test func `are refused in every other form`() throws {
    let bowls = LargeCycle.bowls(events)
    // Some of them, since each is read with all lines before it.
    for (place, due) in bowls.enumerated() where place % 7 == 0 {
      guard let due else { continue }
      var ways: [JSONValue] = []
      if due.told != due.full { ways.append(due.full) }
      if case .object(let fields) = due.told, case .integer(let from) = fields[0].value,
        case .array(let without) = fields[1].value, case .array(let with) = fields[2].value,
        case .array(let full) = due.full
      {
        func way(_ from: Int128, _ without: [JSONValue], _ with: [JSONValue]) -> JSONValue {
          .object([
            JSONField("from", .integer(from)), JSONField("without", .array(without)),
            JSONField("with", .array(with)),
          ])
        }
        ways += [
          way(from + 1, without, with), way(from - 1, without, with),
          way(Int128(place), without, with), way(from, without, with + [.text("ZZZ")]),
          way(from, without + [.text("ZZZ")], with), way(from, [full[0], full[0]], with),
          .object(Array(fields.dropLast())), .object(fields + [JSONField("index", .integer(0))]),
          .text("S0100"), .null, .integer(from),
        ]
        if without.count > 1 { ways.append(way(from, without.reversed(), with)) }
        if let common = full.last(where: { !with.contains($0) }) {
          ways.append(way(from, without, labels(with + [common]).sorted().map { .text($0) }))
        }
      } else {
        ways.append(LargeCycle.told(0, [], []))
      }
      for way in ways where way != due.told {
        let forged = LargeCycle.lines(Array(lines.prefix(place + 1)), [place: way])
        #expect(throws: LedgerFailure.self, "line \(place + 1): \(way)") {
          try Ledger(bytes: forged)
        }
      }
    }
  }

  @Test func `that name others are found by a replay`() throws {
    let bowls = LargeCycle.bowls(events)
    let place = try #require(
      events.lastIndex {
        guard case .lot(let lot) = $0 else { return false }
        return lot.purpose.label == "open reviewer"
      })
    guard case .object(let fields) = bowls[place]?.told, case .integer(let from) = fields[0].value,
      case .array(let without) = fields[1].value, case .array(let with) = fields[2].value,
      case .array(let full) = bowls[place]?.full
    else { throw Missing() }
    for forged in [
      LargeCycle.told(Int(from), labels(without + [full[0]]).sorted(), labels(with)),
      LargeCycle.told(Int(from), labels(Array(without.dropFirst())), labels(with)),
    ] where forged != bowls[place]?.told {
      let file = LargeCycle.lines(Array(lines.prefix(place + 1)), [place: forged])
      let ledger = try Ledger(bytes: file)
      #expect(throws: ReplayFault.self) { try Replay.run(ledger.events) }
    }
  }

  private struct Missing: Error {}

  private func labels(_ values: [JSONValue]) -> [Label] {
    values.compactMap { if case .text(let label) = $0 { label } else { nil } }
  }

  @Test func `stand in full where one State is missing to make it large`() throws {
    let (events, file, lines) = try Self.make(states: 999)
    for (line, due) in zip(lines, LargeCycle.bowls(events)) { #expect(bowl(line) == due?.full) }
    #expect(try Ledger(bytes: file).events == events)
    let turns = events.indices.filter {
      guard case .lot(let lot) = events[$0], case .turn = lot.purpose else { return false }
      return true
    }
    guard case .lot(let turn) = events[turns[0]] else { throw Missing() }
    let forged = LargeCycle.lines(
      Array(lines.prefix(turns[1] + 1)),
      [turns[1]: LargeCycle.told(turns[0], [turn.drawn], [])])
    #expect(throws: LedgerFailure.self) { try Ledger(bytes: forged) }
  }
}
