import Members

/// Why bytes are not a JSON text that can be read.
public struct JSONFailure: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// The bytes end before the text does.
    case unexpectedEnd
    /// A byte that cannot stand here.
    case unexpectedByte(UInt8)
    /// The text is complete, and more follows.
    case trailingByte(UInt8)
    /// The bytes are not UTF-8.
    case illFormedUTF8
    /// A control character that must be escaped.
    case controlCharacter(UInt8)
    /// A backslash that begins no escape.
    case unknownEscape
    /// Half of a surrogate pair, which is no character.
    case loneSurrogate(UInt16)
    /// A number that is not written as a whole number.
    case notAnInteger(Label)
    /// A whole number that does not fit.
    case integerOutOfRange(Label)
    /// A key that stands twice in an object.
    case repeatedKey(Label)
    /// Arrays and objects are nested deeper than the limit.
    case tooDeep(limit: Int)
  }

  /// What is wrong.
  public let problem: Problem
  /// Where it is wrong: the number of bytes before it.
  public let offset: Int

  /// Makes a failure.
  public init(_ problem: Problem, offset: Int) {
    self.problem = problem
    self.offset = offset
  }

  /// Whether the bytes are not complete JSON, as a power cut leaves them; false where they are JSON
  /// of which this reader takes only a part (no fractions, no repeated keys), and where a complete
  /// text is followed by more.
  public var isIncomplete: Bool {
    switch problem {
    case .unexpectedEnd, .unexpectedByte, .illFormedUTF8, .controlCharacter, .unknownEscape: true
    case .trailingByte, .loneSurrogate, .notAnInteger, .integerOutOfRange, .repeatedKey, .tooDeep:
      false
    }
  }
}

extension JSONFailure: CustomStringConvertible {
  /// What is wrong, and after how many bytes.
  public var description: String { "\(sentence), after \(offset) bytes" }

  private var sentence: String {
    switch problem {
    case .unexpectedEnd: "the JSON text ends too early"
    case .unexpectedByte(let byte): "\(Excerpt(byte)) cannot stand here in JSON"
    case .trailingByte(let byte): "\(Excerpt(byte)) follows the complete JSON text"
    case .illFormedUTF8: "the bytes are not UTF-8"
    case .controlCharacter(let byte): "\(Excerpt(byte)) must be escaped in JSON"
    case .unknownEscape: "the backslash begins no escape of JSON"
    case .loneSurrogate(let unit):
      "the surrogate \\u\(String(unit, radix: 16)) stands alone, which is no character"
    case .notAnInteger(let number): "the number \(Excerpt(number)) is not written as a whole number"
    case .integerOutOfRange(let number):
      "the number \(Excerpt(number)) is not from \(JSONValue.integers.lowerBound) to "
        + "\(JSONValue.integers.upperBound)"
    case .repeatedKey(let key): "the key \(Excerpt(key)) stands twice in an object"
    case .tooDeep(let limit): "arrays and objects are nested more than \(limit) deep"
    }
  }
}
