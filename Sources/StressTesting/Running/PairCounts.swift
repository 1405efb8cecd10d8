/// How often each pair of a cell's States stood in the end of a cycle.
struct PairCounts {
  private let codes: [String]
  private var counts: [UInt32]

  /// Begins with nothing counted.
  init(codes: [String]) {
    self.codes = codes
    counts = Array(repeating: 0, count: codes.count * codes.count)
  }

  /// Counts the pairs of one cycle.
  mutating func add(_ pairs: [Int32]) {
    for place in stride(from: 0, to: pairs.count - 1, by: 2) {
      counts[Int(pairs[place]) * codes.count + Int(pairs[place + 1])] += 1
    }
  }

  /// The lines of `pairs.csv`.
  func bytes(cell: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for (state, code) in codes.enumerated() {
      let row = counts[(state * codes.count)..<((state + 1) * codes.count)]
      for (reviewer, count) in zip(codes, row) where count > 0 {
        bytes.append(contentsOf: "\(cell),\(code),\(reviewer),\(count)\n".utf8)
      }
    }
    return bytes
  }
}

/// Pairs as four characters each, two for the State under review and two for the reviewer: a line of
/// the journal.
enum PairLine {
  private static let digits = Array(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_".utf8)

  /// Appends the line, ended by `\n`.
  static func append(_ pairs: [Int32], to bytes: inout [UInt8]) {
    for index in pairs {
      bytes.append(digits[Int(index >> 6)])
      bytes.append(digits[Int(index & 63)])
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Reads a line back; nil where it is no such line, or names a State that is not there.
  static func pairs(_ line: ArraySlice<UInt8>, stateCount: Int) -> [Int32]? {
    guard line.count % 4 == 0 else { return nil }
    var pairs: [Int32] = []
    var rest = line
    while let high = rest.popFirst(), let low = rest.popFirst() {
      guard let high = digits.firstIndex(of: high), let low = digits.firstIndex(of: low),
        high << 6 | low < stateCount
      else { return nil }
      pairs.append(Int32(high << 6 | low))
    }
    return pairs
  }
}
