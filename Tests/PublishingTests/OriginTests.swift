import Drawing
import Members
import Publishing
import Rules
import Testing

@Suite struct `Where a year or a reviewer comes from` {
  /// Eight States of two groups; two reviewers each, one of the group.
  private static let membership = Membership(
    "ABCDEFGH".map { letter in
      State(
        code: Label("\(letter)"), region: "ABCD".contains(letter) ? "G" : "H",
        legalSystems: ["civil"])
    })

  /// The pages of a cycle that was opened and whose years were selected.
  private func pages(
    _ method: Rulebook.SelectionMethod, _ takenOver: TakenOver = TakenOver()
  ) throws -> [String: String] {
    var rulebook = Rulebook()
    (rulebook.years, rulebook.selectionMethod) = (2, method)
    var events: [Event] = []
    let drawer = try Drawer.open(
      Self.membership, rulebook: rulebook, conflicts: [], takingOver: takenOver,
      software: "tests", acceptsWaivers: true
    ) { events.append($0) }
    try drawer.select(.plain("s"))
    let record = Record(events, cycle: drawer.cycle, pending: 0, head: "00")
    var files: [String: String] = [:]
    Publication(record, in: Tongue.allCases).files { files[$0.path] = $0.text }
    return files
  }

  @Test func `is said: lots, or a list with its beginning`() throws {
    let lots = try #require(try pages(.lots)["en/selection.html"])
    #expect(lots.contains("Lots decided") && !lots.contains("First of the list"))
    let lists = try pages(.alphabetical)
    let english = try #require(lists["en/selection.html"])
    #expect(english.ranges(of: "First of the list").count == 2, "a beginning for each group")
    #expect(english.contains("list is taken in turn from the State that a lot named"))
    #expect(try #require(lists["zh/selection.html"]).contains("名单起点"))
  }

  @Test func `is said: carried over, or drawn elsewhere before`() throws {
    let entry = ImportedReviewer(
      year: 1, underReview: "A", seat: "regional", reviewer: "B", source: "by <hand>")
    let takenOver = TakenOver(
      after: String(repeating: "a", count: 64), carried: ["H"], imported: [entry])
    let files = try pages(.lots, takenOver)
    let carried = try #require(files["en/state-H.html"])
    #expect(carried.contains("Carried over from the cycle before: in year 1 without a lot."))
    let imported = try #require(files["fr/state-A.html"])
    #expect(imported.contains("Désigné avant l’ouverture de ce cycle"))
    #expect(imported.contains("by &lt;hand&gt;"))
    #expect(imported.contains("<a href=\"state-B.html\">"))
    #expect(!(try #require(files["en/state-C.html"]).contains("Carried over")))
  }
}
