import Lots
import Testing

@Suite("Lots")
struct LotsTests {
  @Test func `every vector of the contract comes out exactly`() throws {
    let lines = lotVectors.split(separator: "\n").dropFirst()
    #expect(lines.count == 60)
    for line in lines {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      let numbers = try fields.dropFirst().map { try #require(UInt64($0)) }
      let (counter, size, index, blocks) = (numbers[0], numbers[1], numbers[2], numbers[3])
      var stream = LotStream(seed: Seed(String(fields[0])), counter: counter)
      #expect(stream.drawIndex(below: size) == index, "\(line)")
      #expect(stream.counter == counter + blocks, "\(line)")
      guard let bowl = Int(exactly: size) else { continue }
      stream = LotStream(seed: Seed(String(fields[0])), counter: counter)
      #expect(
        stream.draw(from: bowl)
          == Lot(index: Int(index), counter: counter, blocks: Int(blocks)), "\(line)")
    }
  }

  @Test func `a number that would favour the first choices is put back`() {
    // The block 2⁴⁰ of the seed "0" is above L for a bowl of 2⁶³ + 1, so the next decides.
    let half: UInt64 = 1 << 63
    var stream = LotStream(seed: "0", counter: 1 << 40)
    var next = LotStream(seed: "0", counter: (1 << 40) + 1)
    #expect(stream.drawIndex(below: half + 1) == next.drawIndex(below: half + 1))
    #expect(stream.counter == next.counter)
    // A bowl whose size divides 2⁶⁴ never puts one back.
    var even = LotStream(seed: "0", counter: 1 << 40)
    for _ in 0..<100 { _ = even.drawIndex(below: half) }
    #expect(even.counter == (1 << 40) + 100)
  }

  @Test func `a bowl of one is a lot and uses a block`() {
    var stream = LotStream(seed: "")
    for counter in 0..<10 as Range<UInt64> {
      #expect(stream.draw(from: 1) == Lot(index: 0, counter: counter, blocks: 1))
    }
  }

  @Test func `the largest bowl takes every number but one`() {
    var stream = LotStream(seed: "2010-10-22")
    #expect(stream.drawIndex(below: .max) < .max)
    #expect(stream.counter == 1)
  }

  @Test func `the last counter does not trap`() {
    var stream = LotStream(seed: "", counter: .max)
    #expect(stream.draw(from: 1).blocks == 1)
    #expect(stream.counter == 0)
  }

  @Test func `a stream taken up at a counter goes on as if undisturbed`() {
    var whole = LotStream(seed: "x")
    let lots = (2...40).map { whole.draw(from: $0) }
    var later = LotStream(seed: "x", counter: lots[20].counter)
    #expect((22...40).map { later.draw(from: $0) } == Array(lots[20...]))
  }

  @Test func `seeds that only look alike are two seeds`() {
    let composed = Seed("\u{E9}")
    let decomposed = Seed("e\u{301}")
    #expect(composed.text == decomposed.text)
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
    var first = LotStream(seed: composed)
    var second = LotStream(seed: decomposed)
    #expect(first.drawIndex(below: .max) != second.drawIndex(below: .max))
  }
}
