/// The lots of the contract's section 6, written again from that page.
enum Lots {
  /// Draws an index from a bowl; also the counter of the next lot.
  static func index(
    of count: Int, seed: [UInt8], counter: Int
  ) -> (index: Int, next: Int) {
    let key = SHA256.digest(of: seed)
    var counter = counter
    while true {
      let block = SHA256.digest(
        of: key + (0..<8).map { UInt8(truncatingIfNeeded: counter >> (56 - 8 * $0)) })
      counter += 1
      let value = block.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let size = UInt64(count)
      // 2⁶⁴ mod m, by which the last, incomplete round is left out.
      let rest = (UInt64.max % size + 1) % size
      if value <= UInt64.max - rest { return (Int(value % size), counter) }
    }
  }
}
