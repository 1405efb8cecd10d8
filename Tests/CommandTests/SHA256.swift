/// SHA-256 (FIPS 180-4), written again so that the tests chain lines without the program's code.
enum SHA256 {
  /// The first 32 bits of the fractional parts of roots of the first primes, which FIPS 180-4 uses
  /// as constants; exact in integers.
  private static func fraction(ofRoot degree: Int, of prime: UInt64) -> UInt32 {
    // The largest r with r^degree <= prime * 2^(32 * degree) is the root times 2^32.
    var root: UInt64 = 0
    for bit in (0..<40).reversed() {
      let candidate = root | 1 << UInt64(bit)
      let value = Wide(candidate)
      let power = degree == 2 ? value.times(candidate) : value.times(candidate).times(candidate)
      if power <= Wide(prime).shifted(byWords: degree) { root = candidate }
    }
    return UInt32(truncatingIfNeeded: root)
  }

  /// A number of up to 160 bits as words of 32 bits, the lowest first.
  private struct Wide: Comparable {
    var words: [UInt32]

    init(_ value: UInt64) {
      words = [UInt32(truncatingIfNeeded: value), UInt32(value >> 32), 0, 0, 0, 0]
    }

    func times(_ factor: UInt64) -> Wide {
      var product = Wide(0)
      let parts = [UInt32(truncatingIfNeeded: factor), UInt32(factor >> 32)]
      for (shift, part) in parts.enumerated() {
        var carry: UInt64 = 0
        for place in 0..<(words.count - shift) {
          let sum =
            UInt64(words[place]) * UInt64(part) + UInt64(product.words[place + shift]) + carry
          product.words[place + shift] = UInt32(truncatingIfNeeded: sum)
          carry = sum >> 32
        }
      }
      return product
    }

    func shifted(byWords count: Int) -> Wide {
      var shifted = Wide(0)
      for place in count..<words.count { shifted.words[place] = words[place - count] }
      return shifted
    }

    static func < (left: Wide, right: Wide) -> Bool {
      left.words.reversed().lexicographicallyPrecedes(right.words.reversed())
    }
  }

  private static let primes: [UInt64] = {
    var primes: [UInt64] = []
    var number: UInt64 = 2
    while primes.count < 64 {
      if primes.allSatisfy({ number % $0 != 0 }) { primes.append(number) }
      number += 1
    }
    return primes
  }()
  private static let constants = primes.map { fraction(ofRoot: 3, of: $0) }
  private static let start = primes.prefix(8).map { fraction(ofRoot: 2, of: $0) }

  /// The digest in lower-case hexadecimal digits.
  static func hexadecimal(of message: [UInt8]) -> String {
    digest(of: message).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The digest, 32 bytes.
  static func digest(of message: [UInt8]) -> [UInt8] {
    var bytes = message + [0x80]
    bytes += Array(repeating: 0, count: (120 - bytes.count % 64) % 64)
    bytes += (0..<8).map { UInt8(truncatingIfNeeded: (message.count * 8) >> (56 - 8 * $0)) }
    var hash = start
    for block in stride(from: 0, to: bytes.count, by: 64) {
      compress(bytes[block..<(block + 64)], into: &hash)
    }
    return hash.flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) }
    }
  }

  private static func rotated(_ word: UInt32, _ counts: UInt32...) -> UInt32 {
    counts.reduce(0) { $0 ^ (word >> $1 | word << (32 - $1)) }
  }

  private static func compress(_ block: ArraySlice<UInt8>, into hash: inout [UInt32]) {
    let bytes = Array(block)
    var words = (0..<16).map { place in
      bytes[(4 * place)..<(4 * place + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    for place in 16..<64 {
      let (near, far) = (words[place - 15], words[place - 2])
      words.append(
        words[place - 16] &+ (rotated(near, 7, 18) ^ near >> 3) &+ words[place - 7]
          &+ (rotated(far, 17, 19) ^ far >> 10))
    }
    var state = hash
    for place in 0..<64 {
      let (a, e) = (state[0], state[4])
      let choice = (e & state[5]) ^ (~e & state[6])
      let majority = (a & state[1]) ^ (a & state[2]) ^ (state[1] & state[2])
      let first =
        state[7] &+ rotated(e, 6, 11, 25) &+ choice &+ constants[place] &+ words[place]
      let second = rotated(a, 2, 13, 22) &+ majority
      state = [first &+ second, a, state[1], state[2], state[3] &+ first, e, state[5], state[6]]
    }
    for place in 0..<8 { hash[place] &+= state[place] }
  }
}
