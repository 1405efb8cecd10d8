import Chances
import Crypto
import Lots
import Testing

/// The numbers that chains take, against the ways that are plain to see.
@Suite struct `Numbers of a chain` {
  /// Seeds of any length, longer than a block of SHA-256 too.
  static let seeds =
    ["", "2024 Ελλάδα 🎲", String(repeating: "x", count: 1000)].map { Seed($0) }
    + (1...60).map { Seed("seed \($0)" + String(repeating: "-", count: $0)) }

  @Test func `are the blocks that the hasher of swift-crypto gives`() {
    for seed in Self.seeds {
      var blocks = SeedBlocks(seed: seed)
      var words = Array(repeating: UInt32(0), count: 8 * 50)
      let key = Array(SHA256.hash(data: Array(seed.text.utf8)))
      for round in 0..<4 {
        blocks.next(&words)
        for place in 0..<50 {
          let counter = UInt64(50 * round + place)
          let digest = SHA256.hash(data: key + Self.bytes(of: counter))
          #expect(words[8 * place..<8 * place + 8].flatMap(Self.bytes) == Array(digest))
        }
      }
      #expect(blocks.counter == 200)
    }
  }

  @Test func `are divided as by a division`() {
    var stream = LotStream(seed: "divisors")
    var sizes: [UInt32] = [2, 3, 4, 5, 7, 1 << 16, 1 << 31, (1 << 31) + 1, .max - 1, .max]
    for bits in 2..<32 {
      for _ in 0..<20 { sizes.append(2 + UInt32(stream.drawIndex(below: 1 << UInt64(bits)))) }
    }
    for size in sizes {
      let divisor = Divisor(size)
      let multiple = UInt32.max / size * size
      let edges = [0, 1, size - 1, size, multiple - 1, multiple, .max - 1, .max]
      let numbers = edges + (0..<50).map { _ in UInt32(stream.drawIndex(below: 1 << 32)) }
      for number in numbers { #expect(divisor.quotient(number) == number / size) }
      #expect((UInt64(divisor.last) + 1) % UInt64(size) == 0)
      #expect(UInt64(UInt32.max) - UInt64(divisor.last) < UInt64(size))
    }
  }

  /// The bytes of a number, big-endian.
  private static func bytes(of number: some FixedWidthInteger) -> [UInt8] {
    stride(from: number.bitWidth - 8, through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: number >> $0)
    }
  }
}
