import Members
import Records
import Testing

@Suite("Slips in a membership")
struct SlipTests {
  /// The warnings about one column of ten States.
  private func warnings(
    _ column: String, _ cells: [String], usual: String
  ) throws -> [String] {
    let rows = (0..<10).map { "S\($0),\($0 < cells.count ? cells[$0] : usual)\n" }
    return try readMembership("state,\(column)\n" + rows.joined()).warnings.map {
      $0.description.replacing("m.csv:", with: "").replacing(
        "column `\(column)`: warning: ", with: "")
    }
  }

  @Test func `a text that looks like another is told with what is probably meant`() throws {
    #expect(
      try warnings("region", ["Weog", "WEOG", "Weog"], usual: "WEOG") == [
        "2: is the regional group \"WEOG\" of line 3 meant? \"Weog\" differs from it only in letter "
          + "case; also on line 4"
      ])
    #expect(
      try warnings("region", ["W e", "We", "W e"], usual: "W\u{A0}e") == [
        "2: is the regional group \"W\\u{A0}e\" of line 5 meant? \"W e\" differs from it only in "
          + "blanks; also on line 4",
        "3: is the regional group \"W\\u{A0}e\" of line 5 meant? \"We\" differs from it only in blanks",
        "3: nobody else of the regional group \"We\" reviews, so the regional seat of S1 can never be "
          + "kept",
      ])
    #expect(
      try warnings("legal_systems", ["Civil"], usual: "civil") == [
        "2: is the legal system \"civil\" of line 3 meant? \"Civil\" differs from it only in letter "
          + "case"
      ])
    #expect(
      try warnings("region", ["WE\u{200B}"], usual: "WE").first
        == "2: is the regional group \"WE\" of line 3 meant? \"WE\\u{200B}\" differs from it only in "
        + "characters that do not show")
    #expect(try warnings("languages", ["EN", "zh"], usual: "en").count == 1)
  }

  @Test(arguments: ["TIPP", "TP", "TIO", "TPI", "IP"])
  func `a Protocol of one State that is one letter off is told`(_ code: String) throws {
    #expect(
      try warnings("protocols", [code], usual: "TIP") == [
        "2: is the Protocol \"TIP\" of line 3 meant? \"\(code)\", which no other State has, differs "
          + "from it by one letter"
      ])
  }

  @Test func `a code of several States is no slip though it is one letter off`() throws {
    #expect(try warnings("protocols", ["TIPP", "TIPP"], usual: "TIP").isEmpty)
  }

  @Test(arguments: [("P2", "P1"), ("B", "A"), ("P12", "P1"), ("XYZ", "TIP")])
  func `a code of one State that is no letter off is told as such`(
    code: String, usual: String
  ) throws {
    #expect(
      try warnings("protocols", [code], usual: usual) == [
        "2: no other State has the Protocol \"\(code)\"; is that meant?"
      ])
  }

  @Test func `codes of one State each are told together`() throws {
    #expect(
      try warnings("protocols", (0..<10).map { "P\($0)" }, usual: "") == [
        "2: each of these Protocols is of one State alone: \"P0\" (line 2), \"P1\" (line 3), \"P2\" "
          + "(line 4), \"P3\" (line 5), \"P4\" (line 6), \"P5\" (line 7) and 4 more; is that meant?"
      ])
  }

  @Test func `one name of two States is told, however it is written`() throws {
    #expect(
      try warnings(
        "name", ["Côte d'Ivoire", "x", "COTE d’Ivoire", "CO\u{302}TE  D’IVOIRE"], usual: "")
        == [
          "5: \"CO\u{302}TE  D’IVOIRE\" is also the name of S0 on line 2; is S3 the same State?"
        ])
  }

  @Test func `codes of States that differ in letter case are told`() throws {
    #expect(
      try readMembership("state\nKEN\nGHA\nKen\n").warnings.map(\.description) == [
        "m.csv:4: column `state`: warning: is the State \"KEN\" of line 2 meant? \"Ken\" differs from "
          + "it only in letter case"
      ])
  }

  @Test(arguments: ["untoc-2010", "untoc-2014", "untoc-2024-estimate", "synthetic-5000"])
  func `the real memberships and the synthetic ones have none`(_ name: String) throws {
    #expect(try instance("\(name).csv").warnings.isEmpty)
  }
}
