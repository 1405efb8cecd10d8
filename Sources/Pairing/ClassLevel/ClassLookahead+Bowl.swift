extension ClassLookahead {
  /// What a search found, as a bowl: blocks of the layout, and exceptions.
  mutating func bowl(_ found: Found, _ row: Int, _ state: Int) -> Bowl {
    if found.isIn.allSatisfy({ $0 == 0 }) { return Bowl([]) }
    let base = network.rows[row].base
    var words = Array(repeating: UInt64(0), count: singleBases.count)
    for word in words.indices {
      // Of a block without any other State, single States are taken together and listed where out.
      var bits =
        singleBases[word] & ~found.isIn[word]
        & network.tightBlocks[base * network.blockWords + word]
      words[word] = found.isIn[word]
      while bits != 0 {
        let block = word << 6 + bits.trailingZeroBitCount
        bits &= bits - 1
        if network.members[block] == 0 { words.insert(block) }
      }
    }
    let last = network.layout.blockCount & 63
    if last != 0 { words[words.count - 1] &= 1 << UInt64(last) - 1 }
    var without = history.exceptions(of: state)
    without.removeAll { counts.blockOf[$0] < 0 || !words.has(Int(counts.blockOf[$0])) }
    var with: [Int] = []
    if found.hasSingles || !found.out.isEmpty {
      let exceptions = without
      var isListed = false
      for word in words.indices {
        let tight = network.tightBlocks[base * network.blockWords + word]
        if singleBases[word] & tight & ~words[word] != 0 { isListed = true }
      }
      for word in words.count - 1..<network.blockWordsInUse {
        let singles = network.singleBlocks[word]
        for block in Self.elements(singles & found.candidates[word] & ~found.isIn[word], word)
        where words.has(network.blocks[block].base) {
          without.append(network.blocks[block].state)
        }
        if !isListed { continue }
        for block in Self.elements(singles & found.isIn[word], word)
        where !words.has(network.blocks[block].base) {
          with.append(network.blocks[block].state)
        }
      }
      without += found.out.filter { !exceptions.contains($0) && words.has(Int(counts.blockOf[$0])) }
      without.sort()
      with.sort()
    }
    var size = 0
    for word in words.indices {
      for block in Self.elements(words[word], word) { size += total[block] }
    }
    return Bowl(mask(words, base), size: size, without: without, with: with)
  }

  private static func elements(_ bits: UInt64, _ word: Int) -> [Int] {
    var elements: [Int] = []
    var bits = bits
    while bits != 0 {
      elements.append(word << 6 + bits.trailingZeroBitCount)
      bits &= bits - 1
    }
    return elements
  }

  /// The mask of a set of blocks; that of the row's last bowl where it is the same.
  private mutating func mask(_ words: [UInt64], _ base: Int) -> BlockMask {
    if let mask = masks[base], mask.words == words { return mask }
    let mask = BlockMask(words)
    masks[base] = mask
    return mask
  }
}
