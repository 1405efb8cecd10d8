import QRCodes
import Testing

@Suite struct `A QR code` {
  private static let hash = String(repeating: "0123456789abcdef", count: 4)

  @Test func `of a hash has 37 modules a side, and its three finders`() throws {
    let code = try #require(QRCode(Self.hash))
    #expect(code.side == 37 && code.isDark.count == 37 * 37)
    let finder = [
      "#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######",
    ].map { $0.map { $0 == "#" } }
    for (top, left) in [(0, 0), (0, 30), (30, 0)] {
      for row in 0..<7 {
        let start = (top + row) * code.side + left
        #expect(Array(code.isDark[start..<start + 7]) == finder[row])
      }
    }
  }

  @Test func `has runs that are its dark modules`() throws {
    let code = try #require(QRCode(Self.hash))
    for row in 0..<code.side {
      var dark = Array(repeating: false, count: code.side)
      for run in code.runs(ofRow: row) { for column in run { dark[column] = true } }
      #expect(dark == Array(code.isDark[row * code.side..<(row + 1) * code.side]))
    }
  }

  @Test func `differs with its text, and repeats`() {
    #expect(QRCode(Self.hash) == QRCode(Self.hash))
    #expect(QRCode(Self.hash) != QRCode("x" + Self.hash.dropFirst()))
  }

  @Test func `is none for a text that does not fit`() {
    #expect(QRCode(String(repeating: "x", count: 3_000)) == nil)
    #expect(QRCode("a\0b") == nil)
  }
}
