/// A row of counts with a name, for instance the States of a regional group by the reviews they do.
public struct NamedCounts: Hashable, Sendable {
  /// The name: of a regional group, or a number of Protocols.
  public var name: String
  /// The counts.
  public var counts: [Int]

  /// Makes a row.
  public init(name: String, counts: [Int]) {
    self.name = name
    self.counts = counts
  }

  /// The rows as they stand in a field: `AFR:0/20/31;APG:1/18/30`. A name is escaped, so that no
  /// field ever needs quotation marks.
  static func append(_ rows: [NamedCounts], to bytes: inout [UInt8]) {
    for (position, row) in rows.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ";")) }
      appendEscaped(row.name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      append(row.counts, to: &bytes)
    }
  }

  /// Numbers as they stand in a field: `39/38/38`.
  static func append(_ counts: [Int], to bytes: inout [UInt8]) {
    for (position, count) in counts.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: "/")) }
      bytes.append(contentsOf: String(count).utf8)
    }
  }

  /// Reads rows back; nil where the field is no such text.
  static func rows(_ field: ArraySlice<UInt8>) -> [NamedCounts]? {
    var rows: [NamedCounts] = []
    for part in field.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: true) {
      guard let colon = part.firstIndex(of: UInt8(ascii: ":")),
        let name = unescaped(part[..<colon]), let counts = counts(part[(colon + 1)...])
      else { return nil }
      rows.append(NamedCounts(name: name, counts: counts))
    }
    return rows
  }

  /// Reads numbers back; nil where the field is no such text.
  static func counts(_ field: ArraySlice<UInt8>) -> [Int]? {
    var counts: [Int] = []
    for part in field.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if part.isEmpty && field.isEmpty { return [] }
      guard let count = number(part) else { return nil }
      counts.append(count)
    }
    return counts
  }

  /// A whole number that is not negative; nil for any other text.
  static func number(_ text: ArraySlice<UInt8>) -> Int? {
    guard !text.isEmpty, text.count <= 18 else { return nil }
    var value = 0
    for byte in text {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = 10 * value + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  private static func appendEscaped(_ name: String, to bytes: inout [UInt8]) {
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes.append(hexDigits[Int(byte >> 4)])
        bytes.append(hexDigits[Int(byte & 0xF)])
      }
    }
  }

  private static func unescaped(_ text: ArraySlice<UInt8>) -> String? {
    var bytes: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap({ hexDigits.firstIndex(of: $0) }),
        let low = rest.popFirst().flatMap({ hexDigits.firstIndex(of: $0) })
      else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
