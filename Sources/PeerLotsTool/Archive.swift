/// An archive of the form ZIP, as far as needed to make it the same whenever it is made.
///
/// The fields are those of APPNOTE.TXT, 4.3: little-endian numbers at fixed places.
enum Archive {
  /// The archive with all its files dated 1 January 1980, the earliest day there is.
  ///
  /// - Returns: nil where the bytes are no archive of one part.
  /// - Complexity: Linear in the number of bytes.
  static func undated(_ archive: [UInt8]) -> [UInt8]? {
    var bytes = archive
    let endLength = 22
    guard bytes.count >= endLength,
      let end = (0...bytes.count - endLength).reversed().first(where: {
        number(bytes, $0, 4) == 0x0605_4b50
      }), let fileCount = number(bytes, end + 10, 2), var entry = number(bytes, end + 16, 4)
    else { return nil }
    for _ in 0..<fileCount {
      guard number(bytes, entry, 4) == 0x0201_4b50, let file = number(bytes, entry + 42, 4),
        number(bytes, file, 4) == 0x0403_4b50, let nameLength = number(bytes, entry + 28, 2),
        let extraLength = number(bytes, entry + 30, 2),
        let commentLength = number(bytes, entry + 32, 2),
        entry + 46 <= bytes.count, file + 30 <= bytes.count
      else { return nil }
      bytes.replaceSubrange(entry + 12..<entry + 16, with: firstDay)
      bytes.replaceSubrange(file + 10..<file + 14, with: firstDay)
      entry += 46 + nameLength + extraLength + commentLength
    }
    return bytes
  }

  /// Midnight of 1 January 1980: time, then date.
  private static let firstDay: [UInt8] = [0, 0, 0x21, 0]

  /// The number of so many bytes at a place; nil where there are not so many.
  private static func number(_ bytes: [UInt8], _ place: Int, _ length: Int) -> Int? {
    guard place >= 0, place + length <= bytes.count else { return nil }
    return (0..<length).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }
}
