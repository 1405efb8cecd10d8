import Members

extension JSONReader {
  /// Reads a number, which must be whole, written without fraction and exponent, and fit.
  mutating func integer() throws(JSONFailure) -> Int128 {
    let place = position
    let isNegative = byte == UInt8(ascii: "-")
    if isNegative { position += 1 }
    guard let first = digit() else { throw unexpected() }
    var value = Int128(first)
    var fits = true
    while let next = digit() {
      // A number does not begin with 0, unless it is 0.
      if first == 0 {
        position -= 1
        throw unexpected()
      }
      value = value * 10 + Int128(next)
      // Keeps what is multiplied small; the digits that follow are still read.
      if value > JSONValue.integers.upperBound {
        fits = false
        value = JSONValue.integers.upperBound
      }
    }
    let isWhole = try !skipFractionAndExponent()
    let number = Label(String(decoding: bytes[place..<position], as: UTF8.self))
    // -0 is a whole number, but a second way to write 0.
    guard isWhole, !(isNegative && value == 0) else {
      throw failure(.notAnInteger(number), at: place)
    }
    if isNegative { value = -value }
    guard fits, JSONValue.integers.contains(value) else {
      throw failure(.integerOutOfRange(number), at: place)
    }
    return value
  }

  /// Reads a fraction and an exponent, so that a number that is merely not whole is told from bytes
  /// that are no JSON.
  private mutating func skipFractionAndExponent() throws(JSONFailure) -> Bool {
    var isFound = false
    if byte == UInt8(ascii: ".") {
      isFound = true
      position += 1
      try skipDigits()
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      isFound = true
      position += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
      try skipDigits()
    }
    return isFound
  }

  private mutating func skipDigits() throws(JSONFailure) {
    guard digit() != nil else { throw unexpected() }
    while digit() != nil {}
  }

  private mutating func digit() -> UInt8? {
    guard let byte, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
    position += 1
    return byte - UInt8(ascii: "0")
  }
}
