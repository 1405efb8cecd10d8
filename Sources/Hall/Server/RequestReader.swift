import FlyingSocks

/// Reads requests from a connection, one after the other, none longer than it may be.
///
/// FlyingFox's own reader takes lines of any length and waits for them for ever, so this one stands
/// between its sockets and everything else.
struct RequestReader {
  private let socket: AsyncSocket
  /// What was read and belongs to what comes next.
  private var buffer: [UInt8] = []

  /// The most bytes of a request before its body.
  static let mostHeadBytes = 16_384
  private static let mostBytesAtOnce = 4_096
  private static let end = Array("\r\n\r\n".utf8)

  init(_ socket: AsyncSocket) { self.socket = socket }

  /// The next request, without its body; nil where the client is done.
  mutating func head() async throws -> Request? {
    var searched = 0
    while true {
      if let place = place(ofEndFrom: searched) {
        let head = Array(buffer[..<place])
        buffer.removeFirst(place + Self.end.count)
        return try Request(head: head)
      }
      if buffer.count > Self.mostHeadBytes { throw Request.Fault.longHeaders }
      searched = max(0, buffer.count - Self.end.count + 1)
      do {
        buffer += try await socket.read(atMost: Self.mostBytesAtOnce)
      } catch SocketError.disconnected {
        return nil
      }
    }
  }

  /// The body of a request.
  ///
  /// - Precondition: The length was found to be allowed.
  mutating func body(ofLength length: Int) async throws -> [UInt8] {
    var body = Array(buffer.prefix(length))
    buffer.removeFirst(body.count)
    while body.count < length {
      body += try await socket.read(atMost: min(Self.mostBytesAtOnce, length - body.count))
    }
    return body
  }

  private func place(ofEndFrom start: Int) -> Int? {
    guard buffer.count >= Self.end.count else { return nil }
    var place = start
    while place + Self.end.count <= buffer.count {
      if buffer[place..<(place + Self.end.count)].elementsEqual(Self.end) { return place }
      place += 1
    }
    return nil
  }
}
