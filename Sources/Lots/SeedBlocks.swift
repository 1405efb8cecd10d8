internal import CCryptoBoringSSL
import Crypto

/// The blocks of a seed, many at a time: `block(c) = SHA-256(key ‖ c as 8 bytes big-endian)`.
///
/// The key, the counter and the padding of SHA-256 (FIPS 180-4, 5.1.1) are one block of 64 bytes, so
/// that each of these hashes is one call of the compression function. The hasher of swift-crypto
/// would allocate, copy and wipe a context for each, which takes several times as long; the
/// compression is the one that it calls too. `SeedBlocksTests` compare both.
package struct SeedBlocks: Sendable {
  /// The counter of the next block.
  package private(set) var counter: UInt64 = 0
  /// The padded message: 32 bytes of key, 8 of the counter, then the end of a message of 320 bits.
  private var message: [UInt8]

  /// Makes the blocks of a seed, from block 0.
  package init(seed: Seed) {
    message = Array(SHA256.hash(data: Array(seed.text.utf8)))
    message += Array(repeating: 0, count: 32)
    message[40] = 0x80
    let bits: UInt16 = 320
    (message[62], message[63]) = (UInt8(bits >> 8), UInt8(truncatingIfNeeded: bits))
  }

  /// Fills a list with the next blocks, eight numbers each.
  ///
  /// - Precondition: The list's length is a multiple of 8.
  package mutating func next(_ words: inout [UInt32]) {
    precondition(words.count % 8 == 0, "a block is eight numbers")
    unsafe words.withUnsafeMutableBufferPointer { words in
      for first in stride(from: 0, to: words.count, by: 8) {
        for place in 0..<8 {
          message[32 + place] = UInt8(truncatingIfNeeded: counter >> (56 - 8 * UInt64(place)))
        }
        counter &+= 1
        let block = unsafe UnsafeMutableBufferPointer(rebasing: words[first..<first + 8])
        guard let hash = block.baseAddress else { continue }
        // The hash value at the start of SHA-256 (FIPS 180-4, 5.3.3).
        unsafe hash[0] = 0x6a09_e667
        unsafe hash[1] = 0xbb67_ae85
        unsafe hash[2] = 0x3c6e_f372
        unsafe hash[3] = 0xa54f_f53a
        unsafe hash[4] = 0x510e_527f
        unsafe hash[5] = 0x9b05_688c
        unsafe hash[6] = 0x1f83_d9ab
        unsafe hash[7] = 0x5be0_cd19
        unsafe CCryptoBoringSSL_SHA256_TransformBlocks(hash, message, 1)
      }
    }
  }
}
