import Lots
import Testing

@Suite struct `Texts that decide lots` {
  @Test(arguments: [
    "a", "-", "7-12-19-23-31-40", "a b c", "\\\"'/~!", String(repeating: "x", count: 1000),
  ])
  func `are taken where two people type them alike`(_ text: String) {
    #expect(SeedText.fault(inSeed: text) == nil)
  }

  @Test func `are refused otherwise, with the character shown`() {
    let cases: [(String, SeedText.Fault, String)] = [
      ("", .empty, "is empty"),
      (" a", .blankAtEnd(position: 1), "begins with a blank"),
      (" ", .blankAtEnd(position: 1), "begins with a blank"),
      ("a ", .blankAtEnd(position: 2), "ends with a blank, U+0020, its character 2"),
      (
        "a  b", .secondBlank(position: 3),
        "holds a second blank in a row, U+0020, as its character 3"
      ),
      ("a\n", .character("\n", position: 2), "holds the character U+000A as its character 2"),
      ("a\tb", .character("\t", position: 2), "U+0009"),
      ("a\u{7F}", .character("\u{7F}", position: 2), "U+007F"),
      ("7\u{200B}", .character("\u{200B}", position: 2), "holds the character U+200B as"),
      ("a\u{A0}b", .character("\u{A0}", position: 2), "U+00A0"),
      ("é", .character("\u{E9}", position: 1), "U+00E9 (é)"),
      ("e\u{301}", .character("\u{301}", position: 2), "U+0301"),
      ("a\u{FFFD}", .character("\u{FFFD}", position: 2), "U+FFFD"),
      ("\u{1F3B2}", .character("\u{1F3B2}", position: 1), "U+1F3B2 (\u{1F3B2})"),
      (
        String(repeating: "x", count: 1001), .tooLong(1001, limit: 1000),
        "has 1001 characters, but may have 1000"
      ),
    ]
    for (text, fault, says) in cases {
      #expect(SeedText.fault(inSeed: text) == fault)
      #expect(fault.description.contains(says), "\(fault)")
      #expect(fault.description.contains("\nhelp: "))
    }
  }

  @Test func `are secrets with 16 to 1,000 characters and without a slash`() {
    #expect(SeedText.fault(inSecret: String(repeating: "s", count: 16)) == nil)
    #expect(SeedText.fault(inSecret: String(repeating: "s", count: 1000)) == nil)
    #expect(SeedText.fault(inSecret: "abc") == .tooShort(3, least: 16))
    #expect(
      SeedText.fault(inSecret: String(repeating: "s", count: 15)) == .tooShort(15, least: 16))
    #expect(SeedText.fault(inSecret: String(repeating: "s", count: 1001)) != nil)
    #expect(
      SeedText.fault(inSecret: "sixteen and/more letters") == .character("/", position: 12))
    #expect(SeedText.fault(inSecret: "") == .empty)
  }
}
