/// The blanks that are cut at the ends of a field: U+0020, U+00A0 and the tab.
enum Blanks {
  /// The bytes between the blanks at both ends.
  static func cut(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first {
      if first == space || first == tab {
        bytes = bytes.dropFirst()
      } else if first == 0xC2, bytes.dropFirst().first == 0xA0 {
        bytes = bytes.dropFirst(2)
      } else {
        break
      }
    }
    while let last = bytes.last {
      if last == space || last == tab {
        bytes = bytes.dropLast()
      } else if last == 0xA0, bytes.dropLast().last == 0xC2 {
        bytes = bytes.dropLast(2)
      } else {
        break
      }
    }
    return bytes
  }

  private static let space = UInt8(ascii: " ")
  private static let tab = UInt8(ascii: "\t")
}
