/// The character set in which Excel saves plain CSV in Western Europe and America; Latin-1 is a part
/// of it.
enum Windows1252 {
  /// Whether bytes that are not UTF-8 as a whole are likely to be of this set: none of them outside
  /// ASCII is UTF-8, and none has no meaning here.
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0).makeIterator()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): if scalar.count > 1 { return false }
      case .error: continue
      case .emptyInput: return !bytes.contains { (0x80...0x9F).contains($0) && upper($0) == nil }
      }
    }
  }

  /// The character of a byte; nil where it has none.
  static func character(_ byte: UInt8) -> Unicode.Scalar? {
    (0x80...0x9F).contains(byte) ? upper(byte) : Unicode.Scalar(byte)
  }

  private static func upper(_ byte: UInt8) -> Unicode.Scalar? {
    let scalar = scalars[Int(byte) - 0x80]
    return scalar == "\0" ? nil : scalar
  }

  /// The characters from 0x80 to 0x9F; NUL where there is none.
  private static let scalars = Array(
    "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ".unicodeScalars)
}
