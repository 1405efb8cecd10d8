import Records
import Testing

/// A text that is wrong and the lines that say so, without the `help:` lines.
struct FaultCase: Sendable, CustomTestStringConvertible {
  let text: String
  let lines: [String]
  var testDescription: String { Quotation(text).description }

  init(_ text: String, _ lines: String...) {
    self.text = text
    self.lines = lines
  }
}

@Suite("Faults of a membership")
struct MembershipFaultTests {
  static let texts: [FaultCase] = [
    FaultCase("", "m.csv: the file is empty"),
    FaultCase("\u{FEFF}", "m.csv: the file is empty"),
    FaultCase("state,name\n", "m.csv: no State stands below the header"),
    FaultCase("state,name", "m.csv: no State stands below the header"),
    FaultCase(
      "NOR,Norway\nSWE,Sweden\n",
      "m.csv:1: no column is named `state`; the header names \"NOR\", \"Norway\""),
    FaultCase(
      "name,region\nNorway,WEOG\n",
      "m.csv:1: no column is named `state`; the header names \"name\", \"region\""),
    FaultCase(
      "state,name,name\nA,,\n", "m.csv:1: column \"name\" stands twice, as columns 2 and 3"),
    FaultCase("state,x,x\nA,,\n", "m.csv:1: column \"x\" stands twice, as columns 2 and 3"),
    FaultCase("state,,name\nA,,\n"),
    FaultCase(
      "state,,name\nA,x,\nB, ,\nC,y,\n",
      "m.csv:2: column 2 has no name in the header, but holds \"x\"; also on line 4"),
    FaultCase("\nstate\nA\n"),
    FaultCase(
      "\n , \nsep=;\nA\n",
      "m.csv:3: no column is named `state`; the header names \"sep=;\""),
    FaultCase(
      "sep=|\nstate|name\n",
      "m.csv:1: \"sep=|\" names no separator; allowed: a comma, a semicolon, a tab"),
    FaultCase(
      "sep=;\nstate,name\n", "m.csv:2: no column is named `state`; the header names \"state,name\""),
    FaultCase(
      "state\nA\nB,x\n",
      "m.csv:3: column `state`: the row has 2 fields, the header 1; the first surplus one is \"x\""),
    FaultCase(
      "state,name,region\nA\nB,\n",
      "m.csv:2: column `name`: missing: the row has 1 of the 3 fields of the header",
      "m.csv:3: column `region`: missing: the row has 2 of the 3 fields of the header"),
    FaultCase("state,name\nA,\n\nB,\n"),
    FaultCase("state\nA\n\nB\n"),
    FaultCase("state,name\n\"\",x\n", "m.csv:2: column `state`: \"\" is not a code"),
    FaultCase("state\n-A\n", "m.csv:2: column `state`: \"-A\" is not a code"),
    FaultCase("state\nA A\n", "m.csv:2: column `state`: \"A A\" is not a code"),
    FaultCase("state\n\u{2003}A\n", "m.csv:2: column `state`: \"\\u{2003}A\" is not a code"),
    FaultCase("state\nCôte\n", "m.csv:2: column `state`: \"Côte\" is not a code"),
    FaultCase("state,name\n\"A\nB\",\n", "m.csv:2: column `state`: \"A\\nB\" is not a code"),
    FaultCase(
      "state\nA\u{0}\u{1B}[2J\n", "m.csv:2: column `state`: \"A\\u{0}\\u{1B}[2J\" is not a code"),
    FaultCase("state\nA\u{202E}\n", "m.csv:2: column `state`: \"A\\u{202E}\" is not a code"),
    FaultCase(
      "state\nB\nA\nB\nB\nA\n",
      "m.csv:4: column `state`: \"B\" stands already on line 2; also on line 5",
      "m.csv:6: column `state`: \"A\" stands already on line 3"),
    FaultCase(
      "state,status\nA,partyy\nB,Partie\n",
      "m.csv:2: column `status`: \"partyy\" is not allowed; allowed: party, signatory",
      "m.csv:3: column `status`: \"Partie\" is not allowed; allowed: party, signatory"),
    FaultCase(
      "state,reviewed,reviewer\nA,true,Non\n",
      "m.csv:2: column `reviewed`: \"true\" is not allowed; allowed: yes, no",
      "m.csv:2: column `reviewer`: \"Non\" is not allowed; allowed: yes, no"),
    FaultCase(
      "state,seats,minimum,maximum\nA,0,1001,-1\nB,9,1.5,x\nC,8,3,2\n",
      "m.csv:2: column `seats`: \"0\" is not allowed; allowed: a whole number from 1 to 8",
      "m.csv:2: column `minimum`: \"1001\" is not allowed; allowed: a whole number from 0 to 1000",
      "m.csv:2: column `maximum`: \"-1\" is not allowed; allowed: a whole number from 0 to 1000",
      "m.csv:3: column `seats`: \"9\" is not allowed; allowed: a whole number from 1 to 8",
      "m.csv:3: column `minimum`: \"1.5\" is not allowed; allowed: a whole number from 0 to 1000",
      "m.csv:3: column `maximum`: \"x\" is not allowed; allowed: a whole number from 0 to 1000",
      "m.csv:4: column `minimum`: the minimum 3 is above the maximum 2"),
    FaultCase(
      "state,year\nA,0\nB,51\nC,1.\n",
      "m.csv:2: column `year`: \"0\" is not allowed; allowed: a whole number from 1 to 50",
      "m.csv:3: column `year`: \"51\" is not allowed; allowed: a whole number from 1 to 50",
      "m.csv:4: column `year`: \"1.\" is not allowed; allowed: a whole number from 1 to 50"),
    FaultCase("state,reviewed\nA,no\nB,no\n", "m.csv: no State is to be reviewed"),
    FaultCase(
      "state,name\nA,x\"y\n",
      "m.csv:2: column `name`: a quotation mark inside a field that does not begin with one"),
    FaultCase(
      "state,name\nA,\"x\"y\nB,\"\"\"\n",
      "m.csv:2: column `name`: text after the closing quotation mark",
      "m.csv:3: column `name`: the quotation mark is never closed"),
    FaultCase(
      "state,name\n\"A\nB,\nC,", "m.csv:2: column `state`: the quotation mark is never closed"),
    FaultCase(
      "state,name\rA,x\ry",
      "m.csv:3: column `name`: missing: the row has 1 of the 2 fields of the header"),
    FaultCase(
      "state,name\n\"A\rB\",\n\n-,\n", "m.csv:2: column `state`: \"A\\rB\" is not a code",
      "m.csv:5: column `state`: \"-\" is not a code"),
    FaultCase(
      "state,name,region\nA,x\ty,\nB,,\u{202E}r\nC,\u{61C},\u{85}\nD,d\u{2028},\n",
      "m.csv:2: column `name`: character 2 is U+0009, a tab",
      "m.csv:3: column `region`: character 1 is U+202E, which changes the direction of writing",
      "m.csv:4: column `name`: character 1 is U+061C, which changes the direction of writing",
      "m.csv:4: column `region`: character 1 is U+0085, a control character",
      "m.csv:5: column `name`: character 2 is U+2028, a line break"),
    FaultCase(
      "state,protocols,languages\nA,\"TIP,SOM\",\nB,TIP;SOM,en/fr\nC,TIP FÉ,\nD,.x,_y\n",
      "m.csv:2: column `protocols`: \"TIP,SOM\" separates codes with something else than spaces",
      "m.csv:3: column `protocols`: \"TIP;SOM\" separates codes with something else than spaces",
      "m.csv:3: column `languages`: \"en/fr\" separates codes with something else than spaces",
      "m.csv:4: column `protocols`: \"FÉ\" is not a code",
      "m.csv:5: column `protocols`: \".x\" is not a code",
      "m.csv:5: column `languages`: \"_y\" is not a code"),
    FaultCase(
      "state,\"na\nme\",status\nA,\"1\n2\r\n3\",z\nB,,z",
      "m.csv:5: column `status`: \"z\" is not allowed; allowed: party, signatory; also on line 6"),
  ]

  @Test(arguments: texts)
  func `each fault is named with file, line and column`(fault: FaultCase) {
    let lines = membershipFaults(fault.text).filter {
      !$0.hasPrefix("help: ") && !$0.contains(": warning: ")
    }
    #expect(lines == fault.lines)
  }

  @Test func `all faults are reported at once, in the order of the lines, with help`() {
    let lines = membershipFaults(
      """
      state,region,status,note
      A,X,party,
      A,X,partyy,
      B,X
      ,X,party,
      C,X,party,"a"b
      """)
    #expect(
      lines == [
        "m.csv:1: warning: \"note\" is not a column of this table and is not read; known: state, "
          + "name, region, protocols, legal_systems, languages, status, reviewed, reviewer, year, "
          + "seats, minimum, maximum",
        "m.csv:3: column `status`: \"partyy\" is not allowed; allowed: party, signatory",
        "m.csv:3: column `state`: \"A\" stands already on line 2",
        "m.csv:4: column `status`: missing: the row has 2 of the 4 fields of the header",
        "m.csv:5: column `state`: \"\" is not a code",
        "m.csv:6: column `note`: text after the closing quotation mark",
        "help: delete one of the rows, or give the other State a code of its own",
        "help: each line has exactly the fields that the header names; an empty field is one too",
        "help: a code is a letter or digit (A to Z, a to z, 0 to 9), then letters, digits, _ and -",
        "help: a field with a quotation mark, separator or line break stands in quotation marks as a "
          + "whole, and a quotation mark inside it is written twice",
      ])
  }

  @Test func `bytes that are not UTF-8 are named in every column`() {
    for column in ["name", "region", "protocols", "status", "reviewer", "note"] {
      let status = column == "status" ? "" : ",status"
      let bytes =
        Array("state,\(column)\(status)\nA,C".utf8) + [0xF4] + Array("te".utf8)
        + Array((column == "status" ? "\n" : ",signatory\n").utf8)
      let lines = membershipFaults(bytes: bytes).filter { !$0.contains(": warning: ") }
      #expect(
        lines == [
          "m.csv:2: column `\(column)`: byte 2 (0xF4) is not UTF-8; the file seems to be "
            + "Windows-1252 (Latin-1), where it is \"ô\"",
          "help: save the file as CSV in UTF-8: in Excel, Save As with the type \"CSV UTF-8 (Comma "
            + "delimited)\"; in LibreOffice, Save As with the type \"Text CSV\" and the character set "
            + "\"Unicode (UTF-8)\"",
        ])
    }
    #expect(
      membershipFaults(bytes: Array("state,na".utf8) + [0xE9] + Array("\nA,\n".utf8)).first
        == "m.csv:1: byte 3 (0xE9) is not UTF-8; the file seems to be Windows-1252 (Latin-1), where it "
        + "is \"é\"")
    #expect(
      membershipFaults(bytes: Array("state\nC".utf8) + [0xF4, 0x74, 0x0A]).first
        == "m.csv:2: column `state`: byte 2 (0xF4) is not UTF-8; the file seems to be Windows-1252 "
        + "(Latin-1), where it is \"ô\"")
    // Some of it is UTF-8, so it is no other character set but broken.
    #expect(
      membershipFaults(bytes: Array("state,name\nA,é".utf8) + [0xF4, 0x0A]) == [
        "m.csv:2: column `name`: byte 3 (0xF4) is not UTF-8", "help: save the file as UTF-8",
      ])
    #expect(
      membershipFaults(bytes: [0xFF, 0xFE, 0x73, 0x00]).first
        == "m.csv: the file is UTF-16, not UTF-8")
  }

  @Test func `fifty kinds of faults are listed and the rest is counted`() {
    let lines = membershipFaults("state\n" + (1...60).map { "?\($0)\n" }.joined())
    #expect(lines.count == 52)
    #expect(lines[49] == "m.csv:51: column `state`: \"?50\" is not a code")
    #expect(lines[50] == "m.csv: 10 more faults are not listed here")
  }

  @Test func `the same fault of many lines is told once`() {
    let lines = membershipFaults(
      "state,status\n" + (1...9).map { "S\($0),x\n" }.joined() + "T,y\n")
    let rest = "is not allowed; allowed: party, signatory"
    #expect(
      lines == [
        "m.csv:2: column `status`: \"x\" \(rest); also on lines 3, 4, 5, 6, 7 and 3 more",
        "m.csv:11: column `status`: \"y\" \(rest)",
      ])
  }

  @Test func `overlong forms and surrogates are not UTF-8`() {
    for bytes in [[0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82]] {
      let text = Array("state,name\nA,".utf8) + bytes.map { UInt8($0) }
      #expect(membershipFaults(bytes: text).first?.contains("is not UTF-8") == true)
    }
  }

  @Test func `no bytes make the reader stop`() {
    // Not random: the same texts every time, made of what matters to the parser.
    let pieces: [[UInt8]] = [
      [0x22], [0x2C], [0x0A], [0x0D], [0x0D, 0x0A], [0x41], [0xFF], [0xC3, 0xA9], [0x00],
      Array("state".utf8), Array("name".utf8), [0xEF, 0xBB, 0xBF], [0x20],
    ]
    var number: UInt64 = 1
    for _ in 0..<20_000 {
      var bytes: [UInt8] = number % 2 == 0 ? Array("state,name\n".utf8) : []
      for _ in 0..<12 {
        number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes += pieces[Int((number >> 33) % UInt64(pieces.count))]
      }
      _ = membershipFaults(bytes: bytes)
    }
  }
}
