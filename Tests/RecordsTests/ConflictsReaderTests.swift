import Members
import Records
import Testing

@Suite("Reading conflicts")
struct ConflictsReaderTests {
  let membership = Membership(["A", "B", "C"].map { State(code: Label($0), name: "Land \($0)") })

  private func read(_ text: String) throws -> ConflictsReader.Reading {
    try ConflictsReader.read(Array(text.utf8), file: "c.csv", membership: membership)
  }

  private func pairs(_ reading: ConflictsReader.Reading) -> [String] {
    reading.conflicts.map { "\($0.underReview)\($0.reviewer)" }
  }

  @Test func `pairs come in canonical order, whatever the order of rows and columns`() throws {
    let reading = try read("reviewer,under_review\r\nA,C\r\nC,A\r\nB,A\r\n")
    #expect(reading.warnings.isEmpty)
    #expect(pairs(reading) == ["AB", "AC", "CA"])
    #expect(pairs(try read("REVIEWER;Under_Review\r A;C \r\rC;A\rB;A")) == ["AB", "AC", "CA"])
  }

  @Test func `a repeated pair and a pair of one State are warnings, and left out`() throws {
    let reading = try read("under_review,reviewer\nA,B\nB,B\nA,B\nB,A\n")
    #expect(reading.conflicts.count == 2)
    #expect(
      reading.warnings.map(\.description) == [
        "c.csv:3: warning: \"B\" is paired with itself; no State ever reviews itself",
        "c.csv:4: warning: the pair stands already on line 2",
      ])
  }

  @Test func `a State that is not of the membership is a warning, and the others are read`() throws
  {
    let reading = try read("under_review,reviewer\nA,X\nB,X\na,B\nA,land c\nA,C\n")
    #expect(pairs(reading) == ["AC"])
    let rest = "is not a State of the membership, so the row says nothing"
    #expect(
      reading.warnings.map(\.description) == [
        "c.csv:2: column `reviewer`: warning: \"X\" \(rest); also on line 3",
        "c.csv:4: column `under_review`: warning: \"a\" \(rest); is A meant?",
        "c.csv:5: column `reviewer`: warning: \"land c\" \(rest); is C meant?",
      ])
  }

  @Test func `a pair can be barred both ways`() throws {
    let reading = try read("under_review,reviewer,both\nA,B,Yes\nB,A,no\nC,A,\n")
    #expect(pairs(reading) == ["AB", "BA", "CA"])
    #expect(
      reading.warnings.map(\.description) == ["c.csv:3: warning: the pair stands already on line 2"]
    )
    #expect(
      conflictFaults("under_review,reviewer,both\nA,B,2\n", membership) == [
        "c.csv:2: column `both`: \"2\" is not allowed; allowed: yes, no"
      ])
  }

  @Test func `the table of a cycle is read, each seat a pair`() throws {
    let reading = try read(
      """
      year,under_review,regional_reviewer,open_reviewer,open_reviewer_2,supplementary_reviewer
      1,A,B,C,,
      1,B,,C,A,
      2,C,,,,B

      """)
    #expect(reading.warnings.isEmpty)
    #expect(pairs(reading) == ["AB", "AC", "BA", "BC", "CB"])
  }

  @Test func `columns of reviewers may be numbered`() throws {
    let reading = try read("year;Under_Review;Reviewer_1;Reviewer_2;note\n1;A;B;C;x\n1;B;;C;\n")
    #expect(pairs(reading) == ["AB", "AC", "BC"])
  }

  @Test func `further columns are allowed`() throws {
    let reading = try read("source,under_review,reviewer,my_reviewers\nnote 1,A,B,C\n")
    #expect(reading.warnings.isEmpty)
    #expect(pairs(reading) == ["AB"])
  }

  @Test func `exclusions have no direction, and may stand in the same file`() throws {
    let reading = try read("reviewer,other\nB,A\nA,B\nC,C\nC,A\n")
    #expect(reading.conflicts.isEmpty)
    #expect(reading.exclusions == [Exclusion("A", "B"), Exclusion("A", "C")])
    #expect(
      reading.warnings.map(\.description) == [
        "c.csv:3: warning: the pair stands already on line 2",
        "c.csv:4: warning: \"C\" is paired with itself; no State ever reviews itself",
      ])
    let mixed = try read("under_review,reviewer,other\nA,B,\n,B,C\n")
    #expect(pairs(mixed) == ["AB"])
    #expect(mixed.exclusions == [Exclusion("B", "C")])
  }

  @Test func `a header alone is no conflict`() throws {
    #expect(try read("under_review,reviewer\n").conflicts.isEmpty)
  }

  @Test func `all faults are reported at once`() {
    #expect(
      conflictFaults("under_review,reviewer,other\nA,,\nA\n,B,\n,,C\nA,B,C\n", membership) == [
        "c.csv:2: column `reviewer`: the row names one State; a pair has two; also on line 5",
        "c.csv:3: column `reviewer`: missing: the row has 1 of the 3 fields of the header",
        "c.csv:4: column `under_review`: the row names one State; a pair has two",
        "c.csv:6: column `other`: the row names a State under review, a reviewer and another "
          + "reviewer, so it could be a conflict or an exclusion",
        "help: name both States, or delete the row",
        "help: each line has exactly the fields that the header names; an empty field is one too",
        "help: give the conflict and the exclusion a row each",
      ])
    #expect(
      conflictFaults("under_review\nA\n", membership).first
        == "c.csv:1: no column is named `reviewer`; the header names \"under_review\"")
    #expect(
      conflictFaults("A,B\n", membership) == [
        "c.csv:1: no column is named `under_review`; the header names \"A\", \"B\"",
        "c.csv:1: no column is named `reviewer`; the header names \"A\", \"B\"",
        "help: the first line of the file names the columns",
      ])
    #expect(conflictFaults("", membership).first == "c.csv: the file is empty")
  }

  @Test func `without a membership only the form is checked`() {
    #expect(conflictFaults("under_review,reviewer\nX,Y\n", nil).isEmpty)
  }
}
