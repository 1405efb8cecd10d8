import Foundation
import PeerLots
import Testing

/// What a user of the library does, with its one import.
@Suite struct `The library` {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func instance(_ name: String) -> String {
    root.appendingPathComponent("Instances/\(name)").path
  }

  /// A folder that is gone after the test.
  static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("library-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.appendingPathComponent("cycle").path)
  }

  static let ten = try? Membership(contentsOf: instance("small/ten.csv"))

  @Test func `rehearses to the hash that the README gives for the command`() throws {
    let membership = try Membership(contentsOf: Self.instance("untoc-2010.csv"))
    let cycle = try Cycle.rehearse(membership, seed: "2010-10-22")
    let readme = try String(
      contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    #expect(readme.contains("--head \(cycle.head)"))
    #expect(cycle.reviews.count == 157)
    #expect(cycle.reviews.allSatisfy { $0.reviewers.count == 2 && $0.seatsToDraw == 0 })
    #expect(cycle.isComplete && cycle.waivers.isEmpty && cycle.best.isNothing)
    let reviewed = try #require(cycle.review(of: "DOM"))
    #expect(reviewed.seats.map(\.kind) == ["regional", "open"])
    #expect(reviewed.reviewers[0].code == "GTM" && reviewed.year == 1)
    #expect(cycle.load(of: "GTM") >= 1)
  }

  @Test func `draws step by step what a rehearsal draws in one go`() throws {
    let membership = try #require(Self.ten)
    var cycle = try Cycle(opening: membership, acceptingWaivers: true)
    try cycle.perform(.select, seed: "s/selection")
    var lots: [Lot] = []
    while let year = cycle.nextYear {
      try cycle.perform(.draw(year: year), seed: Seed("s/year \(year)")) { lots.append($0) }
    }
    let whole = try Cycle.rehearse(membership, seed: "s", acceptingWaivers: true)
    #expect(cycle.ledger == whole.ledger)
    #expect(lots == whole.lots.filter { $0.draw != "selection" })
    #expect(lots.allSatisfy { $0.bowl[$0.index] == $0.drawn })
    #expect(lots.contains { $0.purpose == "open reviewer" && $0.state != nil && $0.year != nil })
  }

  @Test func `reads and verifies its own ledger, and none that was changed`() throws {
    let cycle = try Cycle.rehearse(try #require(Self.ten), seed: "s", acceptingWaivers: true)
    let verification = try Verification(ledger: cycle.ledger, head: cycle.head)
    #expect(verification.lotCount == cycle.lots.count)
    #expect(verification.lineCount == cycle.ledger.utf8.count { $0 == 0x0A })
    #expect(try Cycle(ledger: cycle.ledger).reviews == cycle.reviews)
    let changed = cycle.ledger.replacing("\"index\":0", with: "\"index\":1", maxReplacements: 1)
    #expect(throws: PeerLotsFailure.self) { try Verification(ledger: changed) }
    let shorter = cycle.ledger.split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
    do {
      _ = try Verification(ledger: shorter, head: cycle.head)
      Issue.record("a ledger that was cut off is taken")
    } catch { #expect(error.description.contains("cut off")) }
  }

  @Test func `keeps a folder that takes an interrupted draw up, with its own seed alone`() throws {
    try Self.withFolder { path in
      let membership = try #require(Self.ten)
      do {
        let folder = try CycleFolder(
          creating: path, Cycle(opening: membership, acceptingWaivers: true))
        try folder.perform(.select, seed: "a")
        try folder.perform(.draw(year: 1), seed: "b")
        folder.close()
      }
      let file = URL(fileURLWithPath: path).appendingPathComponent("ledger.jsonl")
      let whole = try String(contentsOf: file, encoding: .utf8)
      let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
      // The last line but one, and a part of it.
      let torn = lines.dropLast(2).joined(separator: "\n") + "\n" + lines[lines.count - 2].prefix(9)
      try torn.write(to: file, atomically: false, encoding: .utf8)
      let folder = try CycleFolder(path)
      #expect(folder.cycle.interruptedDraw == "year 1")
      do throws(PeerLotsFailure) {
        try folder.perform(.draw(year: 1), seed: "c")
        Issue.record("another seed takes an interrupted draw up")
      } catch { #expect(error == .interrupted(draw: "year 1")) }
      do throws(PeerLotsFailure) {
        try folder.perform(.draw(year: 2), seed: "b")
        Issue.record("another draw takes an interrupted one up")
      } catch { #expect(error == .interrupted(draw: "year 1")) }
      try folder.perform(.draw(year: 1), seed: "b")
      #expect(try String(contentsOf: file, encoding: .utf8) == whole)
      #expect(folder.cycle.ledger == whole && folder.cycle.interruptedDraw == nil)
      do throws(PeerLotsFailure) {
        try folder.perform(.draw(year: 1), seed: "b")
        Issue.record("a draw is done twice")
      } catch {
        guard case .refused(let refusal) = error else { throw error }
        #expect(refusal.reason == .done)
      }
      folder.close()
      #expect(try Verification(of: path).cycle.nextYear == 2)
    }
  }

  @Test func `draws reviewers again, moves reviews and excuses reviewers`() throws {
    var cycle = try Cycle.rehearse(try #require(Self.ten), seed: "s", acceptingWaivers: true)
    let before = try #require(cycle.reviews(inYear: 1).first)
    try cycle.perform(.redraw(before.state.code), seed: "again", acceptingWaivers: true)
    let after = try #require(cycle.review(of: before.state.code))
    #expect(after.reviewers.count == before.reviewers.count)
    #expect(try Verification(ledger: cycle.ledger).cycle.reviews == cycle.reviews)
    do {
      try cycle.perform(.deferReview("XYZ", reason: "elections"), seed: "later")
      Issue.record("an unknown State moves")
    } catch {
      guard case .refused(let refusal) = error else { throw error }
      #expect(refusal.reason == .state)
      #expect(!refusal.text.contains("help:"))
    }
  }

  @Test func `names supplementary seats, and for whom they were drawn`() throws {
    let cycle = try Cycle.rehearse(
      try #require(Self.ten), rulebook: Rulebook(.untoc2018), seed: "s", acceptingWaivers: true)
    let seats = cycle.reviews.flatMap { review in review.seats.map { (review, $0) } }
    let supplements = seats.filter { $0.1.kind == "supplementary" }
    #expect(!supplements.isEmpty)
    for (review, seat) in supplements {
      let lacking = try #require(seat.supplemented)
      #expect(review.reviewers.contains(lacking))
      let missing = Set(review.state.protocols).subtracting(lacking.protocols)
      #expect(!missing.isEmpty && missing.isSubset(of: seat.reviewer.protocols))
    }
    #expect(seats.allSatisfy { ($0.1.supplemented == nil) == ($0.1.kind != "supplementary") })
  }

  @Test func `proves every bowl`() throws {
    let cycle = try Cycle.rehearse(try #require(Self.ten), seed: "s", acceptingWaivers: true)
    let proofs = try BowlProofs(of: cycle)
    #expect(proofs.lotCount > 0 && proofs.provenCount == proofs.lotCount)
    #expect(proofs.text.contains(cycle.head))
  }
}
