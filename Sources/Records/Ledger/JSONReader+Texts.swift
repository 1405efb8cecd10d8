import Members

extension JSONReader {
  /// Reads a text in quotes; its bytes are kept as they are, without Unicode normalisation.
  mutating func text() throws(JSONFailure) -> Label {
    position += 1
    var text = try plainText()
    while true {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return Label(text)
      case UInt8(ascii: "\\"):
        text.unicodeScalars.append(try escape())
        text += try plainText()
      default: throw unexpected()
      }
    }
  }

  /// Reads what stands before the next quote or backslash.
  private mutating func plainText() throws(JSONFailure) -> String {
    let place = position
    while let byte, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      if byte < 0x20 { throw failure(.controlCharacter(byte)) }
      position += 1
    }
    guard let text = String(validating: bytes[place..<position], as: UTF8.self) else {
      throw failure(.illFormedUTF8, at: place + wellFormedCount(bytes[place..<position]))
    }
    return text
  }

  /// How many bytes stand before the first that is not UTF-8.
  private func wellFormedCount(_ bytes: ArraySlice<UInt8>) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var count = 0
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { count += scalar.count }
    return count
  }

  private mutating func escape() throws(JSONFailure) -> UnicodeScalar {
    let place = position
    position += 1
    guard let letter = byte else { throw unexpected() }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UnicodeScalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try scalar(at: place)
    default: throw failure(.unknownEscape, at: place)
    }
  }

  /// Reads the digits of an escape `\u`, and the second half of a surrogate pair where the first
  /// stands.
  private mutating func scalar(at place: Int) throws(JSONFailure) -> UnicodeScalar {
    let first = try fourDigits()
    if let scalar = UnicodeScalar(UInt32(first)) { return scalar }
    guard UTF16.isLeadSurrogate(first), byte == UInt8(ascii: "\\"), position + 1 < end,
      bytes[position + 1] == UInt8(ascii: "u")
    else { throw failure(.loneSurrogate(first), at: place) }
    position += 2
    let second = try fourDigits()
    guard UTF16.isTrailSurrogate(second) else { throw failure(.loneSurrogate(first), at: place) }
    return UTF16.decode(UTF16.EncodedScalar([first, second]))
  }

  private mutating func fourDigits() throws(JSONFailure) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = byte.flatMap({ Character(UnicodeScalar($0)).hexDigitValue }) else {
        throw unexpected()
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }
}
