import CQREncode

/// A text as a QR code (ISO/IEC 18004), made by libqrencode (Kentaro Fukuchi).
///
/// The same text gives the same code.
public struct QRCode: Hashable, Sendable {
  /// How many modules a side has, without the quiet zone of four modules around it.
  public let side: Int
  /// Whether each module is dark, row by row, ``side`` squared entries.
  public let isDark: [Bool]

  /// A text with the middle level of error correction (15 %); nil where it does not fit a code, or
  /// holds a zero byte.
  public init?(_ text: String) {
    guard !text.utf8.contains(0),
      let code = unsafe QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M)
    else { return nil }
    defer { unsafe QRcode_free(code) }
    let side = Int(unsafe code.pointee.width)
    guard let data = unsafe code.pointee.data else { return nil }
    self.side = side
    // The lowest bit of a module says whether it is dark.
    isDark = (0..<side * side).map { unsafe data[$0] & 1 == 1 }
  }

  /// The runs of dark modules in a row, as columns.
  public func runs(ofRow row: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for column in 0...side {
      let dark = column < side && isDark[row * side + column]
      if dark, start == nil { start = column }
      if !dark, let first = start {
        runs.append(first..<column)
        start = nil
      }
    }
    return runs
  }
}
