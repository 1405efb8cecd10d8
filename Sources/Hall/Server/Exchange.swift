import FlyingSocks
import Foundation

/// One connection: requests and their answers, in turn.
struct Exchange {
  private let socket: AsyncSocket
  private let number: Int
  private let guest: String?
  private let faces: Faces
  private let connections: Connections
  private let limits: Limits

  init(
    _ socket: AsyncSocket, _ number: Int, from guest: String?, _ faces: Faces,
    _ connections: Connections,
    _ limits: Limits
  ) {
    (self.socket, self.number, self.guest, self.faces) = (socket, number, guest, faces)
    (self.connections, self.limits) = (connections, limits)
  }

  /// Answers until either side has had enough.
  func serve() async {
    defer { try? socket.close() }
    var reader = RequestReader(socket)
    do {
      while true {
        connections.note(number, .waiting, for: limits.waiting)
        guard var request = try await reader.head() else { return }
        request.isLocal = guest == nil
        if request.bodyLength > 0 {
          if let refusal = faces.refusal(ofBodyOf: request) {
            try await write(refusal, to: request, keepsAlive: false)
            return await linger()
          }
          try await takeBody(of: &request, &reader)
        }
        connections.note(number, .answered, for: .seconds(600))
        var answer = await faces.answer(request)
        if answer.isStream && !connections.mayHear(number) {
          answer = Answer(status: 503, "Too many are listening.\n")
        }
        try await write(answer, to: request, keepsAlive: request.keepsAlive)
        if answer.isStream { return try await tellNews(request) }
        if !request.keepsAlive { return }
      }
    } catch let fault as Request.Fault {
      try? await write(fault.answer, to: nil, keepsAlive: false)
      await linger()
    } catch {
      // The client went away, or took too long.
    }
  }

  private func takeBody(of request: inout Request, _ reader: inout RequestReader) async throws {
    if request.headers["expect"]?.lowercased() == "100-continue" {
      try await socket.write(Data("HTTP/1.1 100 Continue\r\n\r\n".utf8))
    }
    let seconds = request.bodyLength / limits.bytesPerSecond
    connections.note(number, .waiting, for: limits.waiting + .seconds(seconds))
    request.body = try await reader.body(ofLength: request.bodyLength)
  }

  private func write(_ answer: Answer, to request: Request?, keepsAlive: Bool) async throws {
    connections.note(number, .answered, for: limits.answering)
    var bytes = answer.head(keepsAlive: keepsAlive)
    if request?.method != "HEAD" { bytes += answer.body }
    try await socket.write(Data(bytes))
  }

  /// Takes a little of what a refused client still sends, so that it reads why it was refused.
  private func linger() async {
    connections.note(number, .waiting, for: .seconds(1))
    var rest = 1 << 20
    while rest > 0, let bytes = try? await socket.read(atMost: 4_096) { rest -= bytes.count }
  }

  /// Sends what is new on the stage, whenever there is something.
  private func tellNews(_ request: Request) async throws {
    let rings = faces.stage.bell.listen()
    var place = StagePlace(request.headers["last-event-id"] ?? request.query["after"] ?? "")
    func tell() async throws {
      let news = faces.stage.news(after: &place)
      connections.note(number, .hearing, for: limits.answering)
      try await socket.write(Data(news.isEmpty ? Array(": \n\n".utf8) : news))
      connections.note(number, .hearing, for: limits.answering + limits.heartbeat)
    }
    try await tell()
    for await _ in rings {
      try Task.checkCancellation()
      try await tell()
    }
  }
}

extension AsyncSocket {
  /// The address of the machine at the other end; nil where both ends are on this machine.
  var guest: String? {
    func text(_ address: Socket.Address?) -> String {
      switch address {
      case .ip4(let text, _), .ip6(let text, _): text
      default: ""
      }
    }
    func isLoopback(_ text: String) -> Bool {
      text.hasPrefix("127.") || text == "::1" || text.hasPrefix("::ffff:127.")
    }
    let (here, there) = (text(try? socket.sockname()), text(try? socket.remotePeer()))
    return isLoopback(here) && isLoopback(there) ? nil : there
  }
}
