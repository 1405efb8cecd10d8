import Members
import Records
import Testing

@Suite("Reading conflicts")
struct ConflictsReaderTests {
  let membership = Membership(["A", "B", "C"].map { State(code: Label($0)) })

  @Test func `pairs come in canonical order, whatever the order of rows and columns`() throws {
    let (conflicts, warnings) = try ConflictsReader.read(
      Array("reviewer,under_review\r\nA,C\r\nC,A\r\nB,A\r\n".utf8), file: "c.csv",
      membership: membership)
    #expect(warnings.isEmpty)
    #expect(
      conflicts == [
        Conflict(underReview: "A", reviewer: "B"), Conflict(underReview: "A", reviewer: "C"),
        Conflict(underReview: "C", reviewer: "A"),
      ])
  }

  @Test func `a repeated pair and a pair of one State are warnings, and left out`() throws {
    let (conflicts, warnings) = try ConflictsReader.read(
      Array("under_review,reviewer\nA,B\nB,B\nA,B\nB,A\n".utf8), file: "c.csv",
      membership: membership)
    #expect(conflicts.count == 2)
    #expect(
      warnings.map(\.description) == [
        "c.csv:3: warning: \"B\" is paired with itself; no State ever reviews itself",
        "c.csv:4: warning: the pair stands already on line 2",
      ])
  }

  @Test func `a header alone is no conflict`() throws {
    let (conflicts, _) = try ConflictsReader.read(
      Array("under_review,reviewer\n".utf8), file: "c.csv", membership: membership)
    #expect(conflicts.isEmpty)
  }

  @Test func `all faults are reported at once`() {
    #expect(
      conflictFaults("under_review,reviewer\nA,X\nX,Y\nA\na,B\n", membership) == [
        "c.csv:2: column `reviewer`: \"X\" is not a State of the membership",
        "c.csv:3: column `under_review`: \"X\" is not a State of the membership",
        "c.csv:3: column `reviewer`: \"Y\" is not a State of the membership",
        "c.csv:4: column `reviewer`: missing: the row has 1 of the 2 fields of the header",
        "c.csv:5: column `under_review`: \"a\" is not a State of the membership",
        "help: each line has exactly the fields that the header names; an empty field is one too",
      ])
    #expect(
      conflictFaults("under_review\nA\n", membership).first
        == "c.csv:1: no column is named `reviewer`; the header names \"under_review\"")
    #expect(conflictFaults("", membership) == ["c.csv: the file is empty"])
  }

  @Test func `without a membership only the form is checked`() {
    #expect(conflictFaults("under_review,reviewer\nX,Y\n", nil).isEmpty)
  }
}
