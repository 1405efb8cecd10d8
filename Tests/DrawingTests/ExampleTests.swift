import Drawing
import Foundation
import Members
import Rules
import Testing

@Suite struct `The worked examples` {
  static func text(_ name: String) throws -> String {
    let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Examples")
    return try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// The plain CSV of the examples: no quotes in them.
  static func rows(_ name: String) throws -> [[String: String]] {
    let lines = try text(name).split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  static func membership(_ name: String) throws -> Membership {
    Membership(
      try rows(name).map { row in
        func labels(_ column: String) -> [Label] {
          (row[column] ?? "").split(separator: " ").map { Label(String($0)) }
        }
        return State(
          code: Label(row["state"] ?? ""), name: row["name"] ?? "",
          region: Label(row["region"] ?? ""), protocols: labels("protocols"),
          legalSystems: labels("legal_systems"), isReviewed: row["reviewed"] != "no",
          isReviewer: row["reviewer"] != "no")
      })
  }

  static func table(_ cycle: Cycle) -> String {
    let width = cycle.assignment.reviews.map(\.openReviewers.count).max() ?? 0
    let rows = cycle.assignment.reviews.sorted {
      ($0.year, $0.underReview) < ($1.year, $1.underReview)
    }
    let header =
      ["year", "under_review", "regional_reviewer", "open_reviewer"]
      + (2...max(2, width)).prefix(max(0, width - 1)).map { "open_reviewer_\($0)" }
    func code(_ index: Int?) -> String { index.map { cycle.roster.states[$0].code.text } ?? "" }
    let lines = rows.map { review in
      ([String(review.year), code(review.underReview), code(review.regionalReviewer)]
        + (0..<max(1, width)).map {
          code($0 < review.openReviewers.count ? review.openReviewers[$0] : nil)
        }).joined(separator: ",")
    }
    return ([header.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }

  static func rehearse(
    _ membership: Membership, _ rulebook: Rulebook, _ conflicts: [Conflict], seed: String
  ) throws -> (Cycle, [Event]) {
    var events: [Event] = []
    let drawer = try Drawer.open(
      membership, rulebook: rulebook, conflicts: conflicts, software: "tests",
      acceptsWaivers: true
    ) { events.append($0) }
    try drawer.select(.plain(Label("\(seed)/selection")))
    for year in 1...rulebook.years {
      try drawer.draw(year: year, .plain(Label("\(seed)/year \(year)")))
    }
    print(drawer.tally)
    return (drawer.cycle, events)
  }

  @Test func `1: ten States under the default rulebook`() throws {
    let (cycle, _) = try Self.rehearse(
      try Self.membership("ten.csv"), Rulebook(), [], seed: "example 1")
    #expect(cycle.best.counts == [0, 0, 1, 0, 1, 0])
    #expect(Self.table(cycle) == (try Self.text("example-1.expected.csv")))
  }

  @Test func `2: the same in two years, with open seats for other groups`() throws {
    var rulebook = Rulebook()
    rulebook.years = 2
    rulebook.openSeats = .otherRegion
    let (cycle, _) = try Self.rehearse(
      try Self.membership("ten.csv"), rulebook, [], seed: "example 2")
    #expect(cycle.best.counts == [0, 0, 1, 0, 1, 0])
    #expect(Self.table(cycle) == (try Self.text("example-2.expected.csv")))
  }

  @Test func `3: clubs, one pot drawn against another`() throws {
    var rulebook = Rulebook()
    rulebook.years = 1
    rulebook.reviewersPerReview = 1
    rulebook.regionalSeats = 0
    rulebook.protocols = .any
    rulebook.mutualReviews = .allowed
    rulebook.openSeats = .otherRegion
    rulebook.similarLegalSystem = .ignored
    (rulebook.minimumLoad, rulebook.maximumLoad) = (1, 1)
    let conflicts = try Self.rows("clubs-conflicts.csv").map {
      Conflict(
        underReview: Label($0["under_review"] ?? ""), reviewer: Label($0["reviewer"] ?? ""))
    }
    let (cycle, _) = try Self.rehearse(
      try Self.membership("clubs.csv"), rulebook, conflicts, seed: "example 3")
    #expect(cycle.best.isZero)
    #expect(Self.table(cycle) == (try Self.text("example-3.expected.csv")))
  }
}
