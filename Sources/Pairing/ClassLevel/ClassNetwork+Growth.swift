extension ClassNetwork {
  /// Makes room for more rows, blocks and supplies, in whole words.
  mutating func makeRoom(rows moreRows: Bool, blocks moreBlocks: Bool, supplies moreSupplies: Bool)
  {
    func grown(_ limit: Int, _ isGrown: Bool) -> Int {
      isGrown ? (limit + limit / 2 + 127) / 64 * 64 : limit
    }
    let (oldRows, oldBlocks) = (rowLimit, blockLimit)
    rowLimit = grown(rowLimit, moreRows)
    blockLimit = grown(blockLimit, moreBlocks)
    supplyLimit = grown(supplyLimit, moreSupplies)
    (rowWords, blockWords) = (rowLimit / 64, blockLimit / 64)
    held = Self.spread(held, oldRows, oldBlocks, rowLimit, blockLimit, 0)
    for path in [\ClassNetwork.tightBlocks, \.used] {
      self[keyPath: path] = Self.spread(
        self[keyPath: path], oldRows, oldBlocks / 64, rowLimit, blockWords, 0)
    }
    for path in [\ClassNetwork.tightRows, \.usedBy] {
      self[keyPath: path] = Self.spread(
        self[keyPath: path], oldBlocks, oldRows / 64, blockLimit, rowWords, 0)
    }
    for path in [\ClassNetwork.room, \.sturdyBlocks, \.singleBlocks, \.occupied] {
      self[keyPath: path] = Self.spread(self[keyPath: path], 1, oldBlocks / 64, 1, blockWords, 0)
    }
    for path in [\ClassNetwork.sturdyRows, \.singleRows, \.avoided] {
      self[keyPath: path] = Self.spread(self[keyPath: path], 1, oldRows / 64, 1, rowWords, 0)
    }
    heldInRow += Array(repeating: 0, count: rowLimit - oldRows)
    for path in [\ClassNetwork.members, \.lacking, \.capacity, \.load] {
      self[keyPath: path] += Array(repeating: 0, count: blockLimit - oldBlocks)
    }
    let newSupplies = supplyLimit - seats.count
    for path in [
      \ClassNetwork.regionalSeats, \.seats, \.toRegional, \.toOpen, \.toSink, \.unsent,
    ] {
      self[keyPath: path] += Array(repeating: 0, count: newSupplies)
    }
    search = ClassSearch(
      rowLimit: rowLimit, blockLimit: blockLimit, supplyLimit: supplyLimit, after: search)
  }

  /// A matrix in a larger one.
  private static func spread<Entry>(
    _ entries: [Entry], _ rows: Int, _ columns: Int, _ newRows: Int, _ newColumns: Int,
    _ none: Entry
  ) -> [Entry] {
    if rows == newRows && columns == newColumns { return entries }
    var result = Array(repeating: none, count: newRows * newColumns)
    for row in 0..<rows {
      for column in 0..<columns {
        result[row * newColumns + column] = entries[row * columns + column]
      }
    }
    return result
  }
}
