/// Numbers keys of equal length in the order they come, for tables with one row a key.
///
/// Open addressing with linear steps; keys are told apart by all their bits, so the hash decides
/// nothing but the time.
struct StateTable {
  /// Words of a key.
  let wordsPerKey: Int
  /// How many keys there are.
  private(set) var count = 0
  private var keys: [UInt64] = []
  /// Numbers of keys, -1 where free; a power of two of them.
  private var slots = Array(repeating: Int32(-1), count: 64)

  /// Makes an empty table.
  init(wordsPerKey: Int) { self.wordsPerKey = wordsPerKey }

  /// The number of a key; it gets one if it has none.
  mutating func number(of key: [UInt64]) -> (number: Int, isNew: Bool) {
    if 2 * count >= slots.count { grow() }
    var slot = place(of: key)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if holds(key, at: number) { return (number, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(count)
    keys.append(contentsOf: key)
    count += 1
    return (count - 1, true)
  }

  /// The number of a key; nil where it has none.
  func find(_ key: [UInt64]) -> Int? {
    var slot = place(of: key)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if holds(key, at: number) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The words of the key with a number.
  func key(_ number: Int) -> ArraySlice<UInt64> {
    keys[number * wordsPerKey..<(number + 1) * wordsPerKey]
  }

  private func holds(_ key: [UInt64], at number: Int) -> Bool {
    let start = number * wordsPerKey
    for word in 0..<wordsPerKey where keys[start + word] != key[word] { return false }
    return true
  }

  private func place(of key: some Collection<UInt64>) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for word in key {
      hash = (hash ^ word) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 29
    }
    hash = hash &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: 2 * slots.count)
    for number in 0..<count {
      var slot = place(of: key(number))
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
