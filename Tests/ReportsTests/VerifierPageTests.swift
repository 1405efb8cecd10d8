import Reports
import Testing

@Suite struct `A page that verifies` {
  static let texts = ["", "one line\n", "</script><!--&\"\\\u{1}\t\r\u{2028}\u{1F600}"]

  @Test func `holds a ledger and proofs so that they stay what they are`() throws {
    for ledger in Self.texts {
      for proofs in Self.texts {
        let page = VerifierPage(ledger: ledger, proofs: proofs).text
        // Two elements of data and one of scripts, none ended by what they hold.
        #expect(page.ranges(of: "<script").count == 3)
        #expect(page.ranges(of: "</script>").count == 3)
        #expect(!page.contains("<!--"))
        #expect(try Self.held("ledger", in: page) == ledger)
        #expect(try Self.held("proofs", in: page) == proofs)
      }
    }
  }

  @Test func `can wait for files`() {
    let page = VerifierPage(ledger: nil, proofs: nil).text
    #expect(page.contains("id=\"ledger\">null</script>"))
    #expect(page.contains("id=\"proofs\">null</script>"))
  }

  @Test func `asks no network, and makes elements of no text`() {
    let page = VerifierPage(ledger: "", proofs: "").text
    #expect(page.contains("default-src 'none'"))
    let words = [
      "http:", "https:", "fetch(", "XMLHttpRequest", "WebSocket", "import(", "innerHTML",
      "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "url(",
    ]
    for word in words { #expect(!page.contains(word), "\(word)") }
  }

  @Test func `holds every script, each after those that it rests on`() throws {
    let page = VerifierPage(ledger: nil, proofs: nil).text
    let order = [
      "class Fault", "const RULEBOOK", "class Lines", "class Cycle", "class Verifier",
      "takeSeed() {", "*uniform() {", "class Moment", "countState(", "class Proofs",
      "class VerifierPage",
    ].map { page.range(of: $0)?.lowerBound }
    #expect(!order.contains(nil))
    let places = order.compactMap(\.self)
    #expect(places == places.sorted())
  }

  /// What an element of data holds: the inverse of how a page writes it.
  static func held(_ name: String, in page: String) throws -> String {
    let opening = "<script type=\"application/json\" id=\"\(name)\">\""
    let start = try #require(page.range(of: opening)).upperBound
    let end = try #require(page[start...].range(of: "\"</script>")).lowerBound
    var text = ""
    var rest = page[start..<end]
    while let character = rest.unicodeScalars.popFirst() {
      guard character == "\\" else {
        text.unicodeScalars.append(character)
        continue
      }
      let next = rest.unicodeScalars.popFirst()
      switch try #require(next) {
      case "n": text += "\n"
      case "u":
        let digits = String(rest.unicodeScalars.prefix(4))
        rest = Substring(rest.unicodeScalars.dropFirst(4))
        text.unicodeScalars.append(try #require(Unicode.Scalar(UInt32(digits, radix: 16) ?? 0)))
      case let other: text.unicodeScalars.append(other)
      }
    }
    return text
  }
}
