/// Files in one, as POSIX's `ustar` has them: the same files give the same bytes.
struct Archive {
  private var bytes: [UInt8] = []
  private static let block = 512

  /// Adds a file.
  ///
  /// - Parameter path: At most 100 bytes; letters, digits, `/`, `.`, `-` and `_`.
  mutating func add(_ path: String, _ content: [UInt8]) {
    var header = [UInt8](repeating: 0, count: Self.block)
    func put(_ text: String, at place: Int) {
      for (offset, byte) in text.utf8.enumerated() { header[place + offset] = byte }
    }
    func octal(_ number: Int, _ width: Int) -> String {
      let digits = String(number, radix: 8)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    put(String(path.prefix(100)), at: 0)
    put("0000644", at: 100)
    put("0000000", at: 108)
    put("0000000", at: 116)
    put(octal(content.count, 11), at: 124)
    put("00000000000", at: 136)
    put("        ", at: 148)
    put("0", at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\0 ", at: 148)
    bytes += header + content
    let rest = content.count % Self.block
    if rest > 0 { bytes += [UInt8](repeating: 0, count: Self.block - rest) }
  }

  /// The whole archive.
  func end() -> [UInt8] { bytes + [UInt8](repeating: 0, count: 2 * Self.block) }
}
