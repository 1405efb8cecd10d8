/// A table being merged; its lines are written in pieces.
struct MergedTable {
  private var table: AppendedTable
  private var buffer: [UInt8] = []

  /// Makes a table with its header.
  ///
  /// - Parameter countsSupplements: Whether cycles have the columns of supplementary seats.
  init(
    _ file: ResultFile, in folder: String, countsSupplements: Bool = false
  ) throws(StressFailure) {
    table = try AppendedTable(file, in: folder, countsSupplements: countsSupplements)
  }

  mutating func append(_ line: ArraySlice<UInt8>) throws(StressFailure) {
    buffer += line
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count > 1 << 18 { try flush() }
  }

  private mutating func flush() throws(StressFailure) {
    try table.append(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  mutating func close() throws(StressFailure) {
    try flush()
    try table.sync()
    table.close()
  }
}
