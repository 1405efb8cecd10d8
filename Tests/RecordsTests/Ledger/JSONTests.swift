import Members
import Records
import Testing

/// A text that is no JSON of ours, what is wrong with it, and after how many bytes.
struct BadJSON: Sendable {
  let text: String
  let problem: JSONFailure.Problem
  let offset: Int

  init(_ text: String, _ problem: JSONFailure.Problem, _ offset: Int) {
    self.text = text
    self.problem = problem
    self.offset = offset
  }
}

@Suite("JSON")
struct JSONTests {
  /// A text, and how it is written again.
  static let good: [(text: String, written: String)] = [
    ("null", "null"), ("true", "true"), (" false\t\r\n", "false"), ("0", "0"), ("-1", "-1"),
    ("18446744073709551615", "18446744073709551615"),
    ("-9223372036854775808", "-9223372036854775808"),
    ("[]", "[]"), ("[ ]", "[]"), ("{}", "{}"), ("{ }", "{}"),
    ("[1 , 2,[3]]", "[1,2,[3]]"),
    (#"{ "b" : 1 , "a" : {"c":null} }"#, #"{"b":1,"a":{"c":null}}"#),
    (#""""#, #""""#),
    (#""a\/b""#, #""a/b""#),
    (#""\"\\\b\f\n\r\t""#, #""\"\\\b\f\n\r\t""#),
    (#""\u0000\u001F\u000a\u0041\u00e9""#, #""\u0000\u001f\nAé""#),
    (#""\ud83d\uDE00""#, #""😀""#),
    (#""\uFFFE\uffff""#, "\"\u{FFFE}\u{FFFF}\""),
    ("\"\u{7F}\u{2028}\u{FEFF}\"", "\"\u{7F}\u{2028}\u{FEFF}\""),
    // Two keys that Swift calls equal and whose bytes differ are two keys.
    ("{\"\u{E9}\":1,\"e\u{301}\":2}", "{\"\u{E9}\":1,\"e\u{301}\":2}"),
    ("\"e\u{301}\"", "\"e\u{301}\""),
    ("\"\u{212B}\r\n\"".replacing("\r\n", with: #"\r\n"#), "\"\u{212B}\\r\\n\""),
  ]

  @Test(arguments: good.indices)
  func `what is JSON is read and written byte for byte`(place: Int) throws {
    let (text, written) = Self.good[place]
    let value = try JSONReader.value(of: Array(text.utf8))
    #expect(value.bytes == Array(written.utf8), "\(text)")
    #expect(try JSONReader.value(of: value.bytes) == value)
  }

  /// Texts that are no JSON of ours.
  static let bad: [BadJSON] = [
    BadJSON("", .unexpectedEnd, 0), BadJSON("  ", .unexpectedEnd, 2),
    BadJSON("\u{FEFF}1", .unexpectedByte(0xEF), 0), BadJSON("\u{A0}1", .unexpectedByte(0xC2), 0),
    BadJSON("1 2", .trailingByte(0x32), 2), BadJSON("{}{", .trailingByte(0x7B), 2),
    BadJSON("1,", .trailingByte(0x2C), 1),
    BadJSON("tru", .unexpectedEnd, 3), BadJSON("trUe", .unexpectedByte(0x55), 2),
    BadJSON("NaN", .unexpectedByte(0x4E), 0),
    BadJSON("'a'", .unexpectedByte(0x27), 0), BadJSON("// x\n1", .unexpectedByte(0x2F), 0),
    BadJSON("[1", .unexpectedEnd, 2), BadJSON("[1,]", .unexpectedByte(0x5D), 3),
    BadJSON("[,1]", .unexpectedByte(0x2C), 1),
    BadJSON("[1 2]", .unexpectedByte(0x32), 3), BadJSON("[1}", .unexpectedByte(0x7D), 2),
    BadJSON("]", .unexpectedByte(0x5D), 0),
    BadJSON("{", .unexpectedEnd, 1), BadJSON("{1:2}", .unexpectedByte(0x31), 1),
    BadJSON(#"{"a"}"#, .unexpectedByte(0x7D), 4),
    BadJSON(#"{"a":}"#, .unexpectedByte(0x7D), 5), BadJSON(#"{"a":1,}"#, .unexpectedByte(0x7D), 7),
    BadJSON(#"{"a":1"#, .unexpectedEnd, 6), BadJSON(#"{"a" 1}"#, .unexpectedByte(0x31), 5),
    BadJSON("-", .unexpectedEnd, 1), BadJSON("+1", .unexpectedByte(0x2B), 0),
    BadJSON("01", .unexpectedByte(0x31), 1),
    BadJSON("-01", .unexpectedByte(0x31), 2), BadJSON("1.", .unexpectedEnd, 2),
    BadJSON(".5", .unexpectedByte(0x2E), 0),
    BadJSON("1e", .unexpectedEnd, 2), BadJSON("1e+", .unexpectedEnd, 3),
    BadJSON("0x1", .trailingByte(0x78), 1),
    BadJSON("1.0", .notAnInteger("1.0"), 0), BadJSON("[1e2]", .notAnInteger("1e2"), 1),
    BadJSON("-0", .notAnInteger("-0"), 0), BadJSON("1E-5", .notAnInteger("1E-5"), 0),
    BadJSON("18446744073709551616", .integerOutOfRange("18446744073709551616"), 0),
    BadJSON("-9223372036854775809", .integerOutOfRange("-9223372036854775809"), 0),
    BadJSON(
      "340282366920938463463374607431768211456",
      .integerOutOfRange("340282366920938463463374607431768211456"), 0
    ),
    BadJSON(#"{"a":1,"b":2,"a":1}"#, .repeatedKey("a"), 13),
    BadJSON(#"{"a":1,"\u0061":1}"#, .repeatedKey("a"), 7),
    BadJSON("\"a", .unexpectedEnd, 2), BadJSON("\"a\\", .unexpectedEnd, 3),
    BadJSON("\"a\nb\"", .controlCharacter(0x0A), 2),
    BadJSON("\"\u{0}\"", .controlCharacter(0), 1), BadJSON(#""\x""#, .unknownEscape, 1),
    BadJSON(#""\u12""#, .unexpectedByte(0x22), 5), BadJSON(#""\u12g4""#, .unexpectedByte(0x67), 5),
    BadJSON(#""\ud800""#, .loneSurrogate(0xD800), 1),
    BadJSON(#""a\udc00""#, .loneSurrogate(0xDC00), 2),
    BadJSON(#""\ud800\ud800""#, .loneSurrogate(0xD800), 1),
    BadJSON(#""\ud800\n""#, .loneSurrogate(0xD800), 1),
  ]

  /// Bytes that are not UTF-8: a lone second byte, an overlong slash, a surrogate, a scalar too
  /// large, and a text cut short.
  static let illFormed: [(text: [UInt8], offset: Int)] = [
    ([0x22, 0x61, 0x80, 0x22], 2), ([0x22, 0xC0, 0xAF, 0x22], 1),
    ([0x22, 0xED, 0xA0, 0x80, 0x22], 1), ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1),
    ([0x22, 0xC3, 0xA9, 0xE2, 0x82, 0x22], 3), ([0x22, 0x5C, 0x6E, 0xFF, 0x22], 3),
    ([0x22, 0xC3, 0x5C, 0x6E, 0x22], 1),
  ]

  @Test func `what is not JSON of ours is refused, with the place`() {
    for bad in Self.bad {
      let failure = JSONFailure(bad.problem, offset: bad.offset)
      #expect(throws: failure, "\(bad.text)") {
        try JSONReader.value(of: Array(bad.text.utf8))
      }
    }
    for (text, offset) in Self.illFormed {
      #expect(
        throws: JSONFailure(.illFormedUTF8, offset: offset), "\(text)"
      ) {
        try JSONReader.value(of: text)
      }
    }
  }

  @Test func `a part of the bytes is read alone, and places are counted from its start`() throws {
    let bytes = Array("[1][2x]".utf8)
    #expect(try JSONReader.value(of: bytes, in: 0..<3) == .array([.integer(1)]))
    #expect(throws: JSONFailure(.unexpectedByte(0x78), offset: 2)) {
      try JSONReader.value(of: bytes, in: 3..<7)
    }
  }

  @Test func `nesting has a limit`() throws {
    let limit = JSONReader.depthLimit
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    _ = try JSONReader.value(of: nested(limit))
    for depth in [limit + 1, 1_000_000] {
      #expect(throws: JSONFailure(.tooDeep(limit: limit), offset: limit)) {
        try JSONReader.value(of: nested(depth))
      }
    }
    // The limit is of depth, not of the number of arrays.
    _ = try JSONReader.value(of: Array(("[" + String(repeating: "[],", count: 100) + "1]").utf8))
  }

  @Test func `an object of many keys keeps their order and refuses a repeated one`() throws {
    let fields = (0..<50_000).map {
      JSONField(Label("k\($0 * 7919 % 50_000)"), .integer(Int128($0)))
    }
    let object = JSONValue.object(fields)
    #expect(try JSONReader.value(of: object.bytes) == object)
    let repeated = JSONValue.object(fields + [JSONField("k12345", .null)])
    #expect(throws: JSONFailure.self) { try JSONReader.value(of: repeated.bytes) }
    for count in 1...40 {
      for place in 0..<count {
        let few = Array(fields.prefix(count))
        let twice = JSONValue.object(few + [JSONField(few[place].key, .null)])
        let offset = JSONValue.object(few).bytes.count
        #expect(throws: JSONFailure(.repeatedKey(few[place].key), offset: offset)) {
          try JSONReader.value(of: twice.bytes)
        }
      }
    }
  }

  @Test func `every scalar passes byte for byte`() throws {
    var text = String.UnicodeScalarView()
    for number in 0..<0x11_0000 as Range<UInt32> {
      if let scalar = UnicodeScalar(number) { text.append(scalar) }
    }
    let value = JSONValue.text(Label(String(text)))
    #expect(try JSONReader.value(of: value.bytes) == value)
  }

  @Test func `bytes that a power cut leaves are told from JSON that is not ours`() {
    let whole = Array(#"{"a":[1,true,null,"é\n"],"b":{}}"#.utf8)
    for count in whole.indices {
      let failure = #expect(throws: JSONFailure.self) {
        try JSONReader.value(of: Array(whole.prefix(count)))
      }
      #expect(failure?.isIncomplete == true, "\(count)")
    }
    for text in ["1.5", "{} x", #"{"a":1,"a":1}"#, #""\ud800""#, "99999999999999999999"] {
      let failure = #expect(throws: JSONFailure.self) {
        try JSONReader.value(of: Array(text.utf8))
      }
      #expect(failure?.isIncomplete == false, "\(text)")
    }
  }

  @Test func `a message stays short and on one line`() {
    let long = Label(String(repeating: "9", count: 1_000_000))
    let failures: [JSONFailure.Problem] = [
      .integerOutOfRange(long), .repeatedKey(Label("a\nb\u{1B}[2J")), .unexpectedByte(0x0A),
      .trailingByte(0x78), .loneSurrogate(0xD800), .tooDeep(limit: 32),
    ]
    for problem in failures {
      let text = JSONFailure(problem, offset: 3).description
      #expect(text.utf8.count < 200 && text.utf8.allSatisfy { $0 >= 0x20 }, "\(text)")
    }
    #expect(
      JSONFailure(.repeatedKey("seed"), offset: 7).description
        == #"the key "seed" stands twice in an object, after 7 bytes"#)
  }
}
