import Drawing
import Members
import Records
import Rules
import Testing

@Suite("Ledger lines")
struct LedgerLineTests {
  private func read(_ text: String, rulebook: Rulebook? = GoldenLine.rulebook) throws -> LedgerLine
  {
    try LedgerLine(bytes: Array(text.utf8), number: 8, rulebook: rulebook)
  }

  @Test func `every event is written as the contract says, and read back`() throws {
    let previous = try #require(LineHash(GoldenLine.previous))
    for golden in [GoldenLine.opened] + GoldenLine.others {
      let line = LedgerLine(sequence: 7, previous: previous, event: golden.event)
      #expect(line.bytes == Array(golden.text.utf8), "\(golden.text)")
      let isOpened = golden.text == GoldenLine.opened.text
      let readBack = try read(golden.text, rulebook: isOpened ? nil : GoldenLine.rulebook)
      #expect(readBack == line, "\(golden.text)")
      #expect(readBack.bytes == Array(golden.text.utf8))
    }
    #expect(GoldenLine.others.count == 28)
  }

  @Test func `the golden lines are those of the current format`() {
    #expect(Opened.currentFormat == 2, "write golden lines of the new format")
  }

  @Test func `every value of a rulebook is written and read back`() throws {
    var rulebook = Rulebook()
    rulebook.name = ""
    rulebook.source = "\u{1}é"
    rulebook.years = 50
    rulebook.reviewersPerReview = 8
    rulebook.regionalSeats = 0
    rulebook.protocols = .any
    rulebook.mutualReviews = .allowed
    rulebook.openSeats = .otherRegion
    rulebook.similarLegalSystem = .ignored
    rulebook.minimumLoad = 0
    rulebook.maximumLoad = 1000
    rulebook.isSelectionProportional = false
    rulebook.redrawLimit = 0
    rulebook.excludesPreviousReviewers = false
    for waivers in [[], [WaivableRule.legalSystem, .seat]] {
      rulebook.waivers = waivers
      let line = LedgerLine(
        sequence: 0, previous: .none,
        event: .opened(
          Opened(
            software: "", rulebook: rulebook, membership: GoldenLine.membership, conflicts: [],
            best: WaiverVector(rules: waivers))))
      #expect(try LedgerLine(bytes: line.bytes, number: 1, rulebook: nil) == line)
    }
  }

  @Test func `blanks and another order of fields are read`() throws {
    let golden = GoldenLine.others[3]
    let text =
      #" { "seed" : "2010-10-22", "previous":""# + GoldenLine.previous
      + #"", "draw":"selection","event":"seeded", "sequence":7 } "#
    #expect(try read(text).event == golden.event)
  }

  @Test func `texts that only look alike stay apart`() throws {
    let composed = Event.seeded(Seeded(draw: .selection, seed: "\u{E9}"))
    let decomposed = Event.seeded(Seeded(draw: .selection, seed: "e\u{301}"))
    let lines = [composed, decomposed].map {
      LedgerLine(sequence: 1, previous: .none, event: $0)
    }
    #expect(lines[0].bytes != lines[1].bytes)
    for line in lines {
      #expect(try LedgerLine(bytes: line.bytes, number: 2, rulebook: Rulebook()) == line)
    }
  }

  /// What an amendment may change: not all of it at once.
  static let amendable = ["membership", "rulebook", "conflicts", "exclusions"]

  @Test func `every field that is missing is named, and every field that is unknown`() throws {
    for golden in [GoldenLine.opened] + GoldenLine.others {
      let rulebook = golden.text == GoldenLine.opened.text ? nil : GoldenLine.rulebook
      guard case .object(let fields) = try JSONReader.value(of: Array(golden.text.utf8)) else {
        Issue.record("not an object: \(golden.text)")
        continue
      }
      for place in fields.indices {
        var fewer = fields
        let key = fewer.remove(at: place).key
        let text = String(decoding: JSONValue.object(fewer).bytes, as: UTF8.self)
        // What may be left out leaves another lawful line, or one whose request does not fit.
        if ["exceptional", "experts"].contains(key.text) { continue }
        switch golden.event {
        case .announced where key == "commitment": continue
        case .seeded where key == "method": continue
        case .redraw(let redraw) where key == "only" && redraw.request > 0: continue
        case .amended where Self.amendable.contains(key.text): continue
        // Without a count the list is a chain's.
        case .tickets where key == "outcomes": continue
        default: break
        }
        var isOfRequest = key == "only"
        if case .redraw = golden.event, key == "reason" { isOfRequest = true }
        var field = isOfRequest ? "request" : key.text
        // Without a count the outcome is a chain's, which has sweeps.
        if case .uniform = golden.event, key == "outcomes" { field = "lawful_sweeps" }
        let fault: FieldFault = isOfRequest ? .requestDoesNotFit(0) : .missing
        #expect(throws: LedgerFailure.wrongField(line: 8, field: field, fault), "\(text)") {
          try read(text, rulebook: rulebook)
        }
      }
      let more = golden.text.dropLast() + #","time":1}"#
      #expect(throws: LedgerFailure.wrongField(line: 8, field: "time", .unknown)) {
        try read(String(more), rulebook: rulebook)
      }
    }
  }

  @Test func `every field of another kind is named`() throws {
    for golden in [GoldenLine.opened] + GoldenLine.others {
      let rulebook = golden.text == GoldenLine.opened.text ? nil : GoldenLine.rulebook
      guard case .object(let fields) = try JSONReader.value(of: Array(golden.text.utf8)) else {
        continue
      }
      for (place, field) in fields.enumerated() {
        let others: [JSONValue] = [
          .null, .bool(true), .integer(1), .text("x"), .array([]), .object([]),
        ]
        for other in others where other.kind != field.value.kind {
          var changed = fields
          changed[place] = JSONField(field.key, other)
          let text = String(decoding: JSONValue.object(changed).bytes, as: UTF8.self)
          let fault = FieldFault.wrongKind(other.kind, expected: field.value.kind)
          #expect(
            throws: LedgerFailure.wrongField(line: 8, field: field.key.text, fault), "\(text)"
          ) { try read(text, rulebook: rulebook) }
        }
      }
    }
  }

  @Test(arguments: FieldFaultCase.all)
  func `a wrong value is named with its line and field`(wrong: FieldFaultCase) throws {
    let golden = try #require(
      ([GoldenLine.opened] + GoldenLine.others).first { $0.text.contains(wrong.from) })
    let text = golden.text.replacing(wrong.from, with: wrong.to)
    #expect(text != golden.text)
    let isOpened = golden.text == GoldenLine.opened.text
    #expect(
      throws: LedgerFailure.wrongField(line: 8, field: wrong.field, wrong.fault), "\(text)"
    ) { try read(text, rulebook: isOpened ? nil : GoldenLine.rulebook) }
  }

  @Test func `another format is refused, with the format that is read`() throws {
    for format in ["3", "1", "0", "-1", "18446744073709551615"] {
      // Whatever else a newer format may hold, its number is what is said.
      let text = GoldenLine.opened.text.replacing(
        #""format":2,"#, with: #""format":\#(format),"new":[],"#)
      let failure = #expect(throws: LedgerFailure.self) { try read(text, rulebook: nil) }
      #expect(failure == .unreadableFormat(try #require(Int128(format))))
      #expect(failure?.description.contains("this program reads format 2") == true)
    }
  }

  @Test func `what is not an object or not JSON is refused`() {
    #expect(
      throws: LedgerFailure.wrongField(
        line: 8, field: "(the line)", .wrongKind(.array, expected: .object))
    ) { try read("[]") }
    #expect(throws: LedgerFailure.notJSON(line: 8, JSONFailure(.unexpectedEnd, offset: 1))) {
      try read("{")
    }
    #expect(throws: LedgerFailure.notOpened(event: "waiver")) {
      try read(GoldenLine.others[5].text, rulebook: nil)
    }
    #expect(throws: LedgerFailure.openedAgain(line: 8)) { try read(GoldenLine.opened.text) }
  }
}
