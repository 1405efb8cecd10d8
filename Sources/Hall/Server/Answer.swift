/// What a client gets.
struct Answer: Sendable {
  /// The number of HTTP.
  var status = 200
  /// The kind of content, for instance `text/html; charset=utf-8`.
  var type = "text/plain; charset=utf-8"
  /// More headers.
  var headers: [(name: String, value: String)] = []
  /// The content.
  var body: [UInt8] = []
  /// Whether the answer goes on for as long as anybody listens: the news of the stage.
  var isStream = false

  init(status: Int = 200, _ text: String, type: String = "text/plain; charset=utf-8") {
    self.init(status: status, Array(text.utf8), type: type)
  }

  init(status: Int = 200, _ body: [UInt8], type: String) {
    (self.status, self.body, self.type) = (status, body, type)
  }

  static func html(_ text: String) -> Answer { Answer(text, type: "text/html; charset=utf-8") }

  static func json(_ bytes: [UInt8], status: Int = 200) -> Answer {
    Answer(status: status, bytes, type: "application/json; charset=utf-8")
  }

  /// The news, as they come.
  static var stream: Answer {
    var answer = Answer([], type: "text/event-stream; charset=utf-8")
    answer.isStream = true
    return answer
  }

  static let notFound = Answer(status: 404, "There is nothing here.\n")

  /// What every answer says of what a browser may do with it: nothing but our own files, no
  /// frames, nothing kept.
  private static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
    "connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")

  /// The first line and the headers.
  func head(keepsAlive: Bool) -> [UInt8] {
    var lines = ["HTTP/1.1 \(status) \(Self.phrase(status))"]
    if !isStream { lines.append("Content-Length: \(body.count)") }
    lines += [
      "Content-Type: \(type)", "Content-Security-Policy: \(Self.policy)",
      "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer",
      "Cross-Origin-Resource-Policy: same-origin", "Cross-Origin-Opener-Policy: same-origin",
      "Cache-Control: no-store", "Connection: \(keepsAlive && !isStream ? "keep-alive" : "close")",
    ]
    lines += headers.map { "\($0.name): \($0.value)" }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }

  private static func phrase(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 303: "See Other"
    case 400: "Bad Request"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 409: "Conflict"
    case 413: "Content Too Large"
    case 431: "Request Header Fields Too Large"
    case 501: "Not Implemented"
    case 503: "Service Unavailable"
    default: "Error"
    }
  }
}

extension Request.Fault {
  /// What the client is told.
  var answer: Answer {
    switch self {
    case .malformed: Answer(status: 400, "This is no request that can be read.\n")
    case .longHeaders: Answer(status: 431, "The headers are too long.\n")
    case .longBody: Answer(status: 413, "The content is too long.\n")
    case .unsupported: Answer(status: 501, "That is not done here.\n")
    }
  }
}
