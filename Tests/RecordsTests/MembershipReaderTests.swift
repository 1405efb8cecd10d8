import Members
import Records
import Testing

@Suite("Reading a membership")
struct MembershipReaderTests {
  @Test func `every column is read and lists are put in canonical order`() throws {
    let (membership, warnings) = try readMembership(
      """
      region,state,protocols,legal_systems,languages,status,reviewed,reviewer,name
      AFR,KEN,  TIP   FA SOM ,common islamic,en,party,yes,no,"Kenya, ""the"" Republic"
      AFR,GHA,,,,,,,
      AFR,NGA,TIP,common,en,party,no,yes,Nigeria

      """)
    // Some of the codes are of one State alone.
    #expect(warnings.count == 2)
    #expect(
      membership.states == [
        State(code: "GHA", region: "AFR"),
        State(
          code: "KEN", name: "Kenya, \"the\" Republic", region: "AFR",
          protocols: ["FA", "SOM", "TIP"], legalSystems: ["common", "islamic"], languages: ["en"],
          isReviewer: false),
        State(
          code: "NGA", name: "Nigeria", region: "AFR", protocols: ["TIP"],
          legalSystems: ["common"], languages: ["en"], isReviewed: false),
      ])
  }

  @Test func `a State's own numbers are read and written, an empty cell is none`() throws {
    let text = "state,seats,minimum,maximum\nA,3,,\nB,,0,1000\nC,,,\nD,1,2,2\n"
    let (membership, warnings) = try readMembership(text)
    #expect(warnings.isEmpty)
    #expect(
      membership.states == [
        State(code: "A", own: OwnNumbers(seats: 3)),
        State(code: "B", own: OwnNumbers(minimum: 0, maximum: 1_000)),
        State(code: "C"),
        State(code: "D", own: OwnNumbers(seats: 1, minimum: 2, maximum: 2)),
      ])
    let written = String(decoding: MembershipText.bytes(of: membership), as: UTF8.self)
    #expect(try readMembership(written).membership == membership)
  }

  @Test(arguments: [",", ";", "\t"], ["", "sep="])
  func `the separator is told by the column state, or by a line`(
    separator: String, line: String
  ) throws {
    let first = line.isEmpty ? "" : line + separator + "\r\n"
    let text = ["Region|STATE|protocols", "\"a,b;c\"| A\u{A0}|TIP SOM", "", " | |\u{A0}", "x|B |"]
      .joined(separator: "\r\n").replacing("|", with: separator)
    let (membership, _) = try readMembership(first + text)
    #expect(
      membership.states == [
        State(code: "A", region: "a,b;c", protocols: ["SOM", "TIP"]), State(code: "B", region: "x"),
      ])
  }

  @Test func `words are read in any letter case, with blanks around them`() throws {
    let (membership, _) = try readMembership(
      "STATE,Status,Reviewed,REVIEWER\nA,PARTY,YES,No\nB, Signatory ,\tno\u{A0},\nC,party,nO,yEs\n")
    #expect(
      membership.states == [
        State(code: "A", isReviewer: false),
        State(code: "B", isReviewed: false, isReviewer: false),
        State(code: "C", isReviewed: false),
      ])
  }

  @Test func `a formula that was made harmless is read as it was`() throws {
    let names = ["=1+2", "'=x", "''@x", "-a", "+1 apple", "-5", "'-5", "'x", "@"]
    let states = names.enumerated().map { State(code: Label("S\($0)"), name: $1) }
    let bytes = MembershipText.bytes(of: Membership(states))
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
    #expect(
      lines.map { $0.split(separator: ",")[1] } == [
        "'=1+2", "''=x", "'''@x", "'-a", "'+1 apple", "-5", "'-5", "'x", "'@",
      ])
    #expect(try MembershipReader.read(bytes, file: "m.csv").membership.states == states)
  }

  @Test func `only the code is required`() throws {
    #expect(try readMembership("state\nA\nB").membership.states.map(\.code) == ["A", "B"])
  }

  @Test func `a signatory has no Protocols and does not review, whatever is written`() throws {
    let state = try readMembership(
      "state,protocols,status,reviewer\nA,\"TIP,SOM\",signatory,perhaps\n"
    )
    .membership.states[0]
    #expect(state == State(code: "A", isReviewer: false))
  }

  @Test(arguments: ["\n", "\r\n", "\r"], [true, false])
  func `line ends and a byte order mark make no difference`(end: String, mark: Bool) throws {
    let text = ["state,name", "A,\"x\"\"y\"", "B,", ""].joined(separator: end)
    let (membership, _) = try readMembership((mark ? "\u{FEFF}" : "") + text)
    #expect(membership.states == [State(code: "A", name: "x\"y"), State(code: "B")])
  }

  @Test func `text is taken as it is`() throws {
    let names = [
      "two  blanks", "\u{301}mark", "☂", "\"", "a,b", "\u{FEFF}", "'", "'a",
      "-5",
      "\u{3000}wide\u{3000}", "a;b",
    ]
    let rows = names.enumerated().map { index, name in
      "S\(index + 10),\"\(name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
    }
    let (membership, _) = try readMembership("state,name\n" + rows.joined(separator: "\n"))
    for (state, name) in zip(membership.states, names) {
      #expect(Array(state.name.utf8) == Array(name.utf8))
    }
    // A comma before a combining mark separates although Swift joins the two to one character.
    let (marked, _) = try readMembership("state,name\nA,\u{301}x")
    #expect(Array(marked.states[0].name.utf8) == Array("\u{301}x".utf8))
  }

  @Test func `composed and decomposed letters stay two regions and two codes`() throws {
    let (membership, warnings) = try readMembership(
      "state,region\nA,\u{E9}\nB,e\u{301}\nC,e\u{301}\n")
    #expect(membership.states[0].region != membership.states[1].region)
    #expect(membership.states[1].region == membership.states[2].region)
    #expect(
      warnings.map(\.description) == [
        "m.csv:2: column `region`: warning: is the regional group \"e\u{301}\" of line 3 meant? "
          + "\"\u{E9}\" differs from it only in the Unicode form of its characters",
        "m.csv:2: column `region`: warning: nobody else of the regional group \"\u{E9}\" reviews, so "
          + "the regional seat of A can never be kept",
      ])
  }

  @Test func `the order of rows and columns makes no difference`() throws {
    let first = try readMembership("state,region\nB,X\nA,Y\nC,Y\nD,X\n").membership
    let second = try readMembership("region,state\nX,D\nY,C\nX,B\nY,A\n").membership
    #expect(first == second)
  }

  @Test func `a field of a million characters is read, or shortened in the message`() throws {
    let long = String(repeating: "é", count: 1_000_000)
    #expect(try readMembership("state,name\nA,\(long)\n").membership.states[0].name == long)
    let faults = membershipFaults("state,name\n\(long),\n")
    #expect(faults.count == 2)
    #expect(faults[0].utf8.count < 250)
    #expect(faults[0].hasSuffix("é…\" (2000000 bytes) is not a code"))
  }

  @Test func `unknown columns are named and otherwise ignored`() throws {
    let (membership, warnings) = try readMembership("Stato,state\nx,A\ny,B\n")
    #expect(membership.states.map(\.code) == ["A", "B"])
    #expect(
      warnings.map(\.description) == [
        "m.csv:1: warning: \"Stato\" is not a column of this table and is not read; known: state, "
          + "name, region, protocols, legal_systems, languages, status, reviewed, reviewer, year, "
          + "seats, minimum, maximum"
      ])
  }

  @Test func `a region in which nobody else reviews is a warning`() throws {
    let (_, warnings) = try readMembership(
      """
      state,region,reviewed,reviewer
      A,X,yes,yes
      B,Y,yes,no
      C,Y,yes,no
      D,Z,yes,yes
      E,Z,no,yes
      F,V,no,yes
      G,,yes,yes
      """)
    let rest = "can never be kept"
    #expect(
      warnings.map(\.description) == [
        "m.csv:7: column `region`: warning: no other State has the regional group \"V\"; is that meant?",
        "m.csv:2: column `region`: warning: nobody else of the regional group \"X\" reviews, so "
          + "the regional seat of A \(rest)",
        "m.csv:3: column `region`: warning: nobody else of the regional group \"Y\" reviews, so "
          + "the regional seat of B (and of 1 more of the group) \(rest)",
      ])
  }
}
