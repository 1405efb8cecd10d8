/// What a client asks for: the first line and the headers of an HTTP request, read strictly.
struct Request: Sendable {
  /// `GET`, `HEAD` or `POST`.
  let method: String
  /// The path, its percent escapes decoded: begins with `/`, without empty parts, `.` or `..`.
  let path: String
  /// The texts after `?`, decoded; of a name that stands there twice, the last.
  let query: [String: String]
  /// The headers by their names in lower case.
  let headers: [String: String]
  /// Whether the connection began and ended on this machine.
  var isLocal = false
  /// The bytes that came after the headers.
  var body: [UInt8] = []

  /// How many bytes follow.
  let bodyLength: Int
  /// Whether more requests may follow on the connection.
  let keepsAlive: Bool

  /// Why a request is not answered.
  enum Fault: Error {
    /// It is not HTTP as RFC 9112 has it, or of a kind that is never asked here.
    case malformed
    /// Its headers are longer than a request's may be.
    case longHeaders
    /// Its body is longer than that of this request may be.
    case longBody
    /// A method or a coding that nothing here takes.
    case unsupported
  }

  /// Reads the head of a request.
  ///
  /// - Parameter head: Everything before the empty line, without the `\r\n` at its end.
  init(head: [UInt8]) throws(Fault) {
    var lines = try Self.lines(head)[...]
    guard let first = lines.popFirst() else { throw .malformed }
    let words = first.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0" else {
      throw .malformed
    }
    guard ["GET", "HEAD", "POST"].contains(words[0]) else { throw .unsupported }
    method = String(words[0])
    let parts = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = Self.decoded(parts[0], plusIsBlank: false), Self.isPlain(path) else {
      throw .malformed
    }
    self.path = path
    query = try Self.query(parts.count > 1 ? parts[1] : "")
    headers = try Self.headers(lines)
    if headers["transfer-encoding"] != nil { throw .unsupported }
    guard let length = Self.length(headers["content-length"]) else { throw .malformed }
    bodyLength = length
    keepsAlive =
      words[2] == "HTTP/1.1" && headers["connection"]?.lowercased() != "close"
  }

  /// The lines, each ended by `\r\n`; no other control character may stand in them.
  private static func lines(_ head: [UInt8]) throws(Fault) -> [Substring] {
    guard let text = String(validating: head, as: UTF8.self) else { throw .malformed }
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    for line in lines {
      let isPrintable = line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
      if !isPrintable || line.isEmpty { throw .malformed }
    }
    return lines
  }

  private static func headers(
    _ lines: ArraySlice<Substring>
  ) throws(Fault) -> [String: String] {
    var headers: [String: String] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { throw .malformed }
      let name = line[..<colon].lowercased()
      guard name.utf8.allSatisfy(isToken) else { throw .malformed }
      let value = line[line.index(after: colon)...]
      // Twice the same header may be read in two ways by two programs.
      guard headers[name] == nil || name == "cookie" || name == "accept" else { throw .malformed }
      headers[name] = trimmed(value)
    }
    return headers
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }

  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// A length of at most 15 digits; 0 where none is given.
  private static func length(_ text: String?) -> Int? {
    guard let text else { return 0 }
    guard (1...15).contains(text.utf8.count),
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(text)
  }

  private static func query(_ text: Substring) throws(Fault) -> [String: String] {
    var query: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decoded(parts[0], plusIsBlank: true),
        let value = decoded(parts.count > 1 ? parts[1] : "", plusIsBlank: true)
      else { throw .malformed }
      query[name] = value
    }
    return query
  }

  /// Whether a path names nothing above its folder, and nothing twice.
  private static func isPlain(_ path: String) -> Bool {
    guard path.hasPrefix("/") else { return false }
    if path == "/" { return true }
    let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    return parts.enumerated().allSatisfy { place, part in
      let isSafe = part.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && $0.value != 0x7F && $0 != "\\"
      }
      // Only the last part may be empty: that of a folder.
      return isSafe && part != "." && part != ".." && (!part.isEmpty || place == parts.count - 1)
    }
  }

  /// Decodes percent escapes; nil where one is none, or the bytes are not UTF-8.
  static func decoded(_ text: Substring, plusIsBlank: Bool) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
        else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsBlank: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}
