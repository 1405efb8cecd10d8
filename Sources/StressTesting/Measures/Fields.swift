/// Writes the fields of one line that needs no quotation marks.
struct FieldWriter {
  private(set) var bytes: [UInt8]
  private var isFirst = true

  /// Goes on after the bytes.
  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func add(_ write: (inout [UInt8]) -> Void) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    write(&bytes)
  }

  mutating func add(_ text: String) { add { $0.append(contentsOf: text.utf8) } }

  mutating func add(_ number: Int) { add(String(number)) }

  mutating func add(all numbers: [Int]) { for number in numbers { add(number) } }

  /// A number of thousandths with its point: 12034 is `12.034`.
  mutating func add(thousandths number: Int) { add(Thousandths.text(number)) }
}

/// Numbers with three digits after the point, exactly.
public enum Thousandths {
  /// The text of a number of thousandths: 12034 is `12.034`.
  public static func text(_ number: Int) -> String {
    let digits = String(number % 1000)
    return "\(number / 1000)." + String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }
}

/// Reads the fields of one line that holds no quotation marks.
struct FieldCursor {
  private var rest: ArraySlice<UInt8>
  /// Whether every field has been read.
  private(set) var isAtEnd = false
  /// Whether a field was missing or held no number.
  private(set) var isWrong = false

  init(_ line: ArraySlice<UInt8>) { rest = line }

  /// The next field; empty at the end, which is wrong.
  mutating func next() -> ArraySlice<UInt8> {
    if isAtEnd {
      isWrong = true
      return []
    }
    guard let comma = rest.firstIndex(of: UInt8(ascii: ",")) else {
      isAtEnd = true
      return rest
    }
    defer { rest = rest[(comma + 1)...] }
    return rest[..<comma]
  }

  mutating func text() -> String { String(decoding: next(), as: UTF8.self) }

  /// A whole number; nil for anything else, which is wrong.
  mutating func number() -> Int? {
    let number = NamedCounts.number(next())
    if number == nil { isWrong = true }
    return number
  }

  /// A number with three digits after the point, in thousandths; nil for anything else.
  mutating func thousandths() -> Int? {
    let field = next()
    guard let point = field.firstIndex(of: UInt8(ascii: ".")), field.endIndex - point == 4,
      let whole = NamedCounts.number(field[..<point]),
      let rest = NamedCounts.number(field[(point + 1)...])
    else {
      isWrong = true
      return nil
    }
    return 1000 * whole + rest
  }

  mutating func read(into number: inout Int) { number = self.number() ?? 0 }

  /// As many numbers as there are.
  mutating func read(into numbers: inout [Int]) {
    for place in numbers.indices { numbers[place] = number() ?? 0 }
  }
}
