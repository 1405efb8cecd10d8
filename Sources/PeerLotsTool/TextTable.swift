/// A table in columns, for a person.
struct TextTable {
  private let header: [String]
  private var rows: [[String]] = []
  private var widths: [Int]

  /// Begins a table.
  ///
  /// - Parameter header: The names of its columns.
  init(_ header: [String]) {
    self.header = header
    widths = header.map(Self.width)
  }

  /// Adds a row, a cell for each column; an empty one shows as `-`.
  mutating func append(_ row: [String]) {
    let shown = row.map { $0.isEmpty ? "-" : $0 }
    for (column, cell) in shown.enumerated() {
      widths[column] = max(widths[column], Self.width(cell))
    }
    rows.append(shown)
  }

  /// Whether it has no row.
  var isEmpty: Bool { rows.isEmpty }

  /// Lines that are written at once.
  private static let linesAtOnce = 10_000

  /// Writes it to standard output, a part at a time; it ends in a newline.
  func write() throws {
    var bytes = line(header)
    for (number, row) in rows.enumerated() {
      bytes += line(row)
      if number % Self.linesAtOnce == Self.linesAtOnce - 1 {
        guard try Console.write(bytes, as: .text) else { return }
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try Console.write(bytes, as: .text)
  }

  /// The characters of a cell.
  private static func width(_ cell: String) -> Int {
    cell.utf8.allSatisfy { $0 < 128 } ? cell.utf8.count : cell.count
  }

  /// A line in columns, without blanks at its end.
  private func line(_ row: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    var blanks = 0
    for (cell, width) in zip(row, widths) {
      bytes += repeatElement(UInt8(ascii: " "), count: blanks)
      bytes += cell.utf8
      blanks = width - Self.width(cell) + 2
    }
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return bytes + [UInt8(ascii: "\n")]
  }
}
