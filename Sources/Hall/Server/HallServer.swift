import FlyingFox
import FlyingSocks

/// A small web server: it reads requests within limits, and gives what the faces of the hall
/// answer.
public final class HallServer: Sendable {
  /// Where a server listens.
  public struct Place: Hashable, Sendable {
    /// An address of IPv4 or IPv6, in digits.
    public let address: String
    /// The port; 0 for one that the system chooses.
    public let port: UInt16

    /// A place.
    public init(address: String, port: UInt16) {
      self.address = address
      self.port = port
    }

    /// Whether only this machine reaches it.
    public var isLoopback: Bool { address == "::1" || address.hasPrefix("127.") }
  }

  /// Why a server does not listen.
  public enum Failure: Error, CustomStringConvertible {
    /// An address that is none, or a port that is taken or not allowed.
    case cannotListen(Place, reason: String)

    /// What is wrong, and what to do.
    public var description: String {
      switch self {
      case .cannotListen(let place, let reason):
        "nothing can listen at \(place.address), port \(place.port): \(reason)\n"
          + "help: give another --port, or an address of this machine with --listen"
      }
    }
  }

  private let faces: Faces
  private let limits: Limits
  private let connections: Connections

  init(_ faces: Faces, limits: Limits = Limits()) {
    self.faces = faces
    self.limits = limits
    connections = Connections(limits)
  }

  /// Listens and answers until the task is cancelled.
  ///
  /// - Parameters:
  ///   - places: Where to listen.
  ///   - ready: Called once with the places as they are, the ports chosen.
  /// - Throws: ``Failure``.
  func run(at places: [Place], ready: @Sendable ([Place]) -> Void) async throws {
    let pool = HTTPServer.defaultPool()
    try await pool.prepare()
    var listeners: [AsyncSocket] = []
    var found: [Place] = []
    for place in places {
      let socket = try Self.listen(at: place, port: place.port == 0 ? found.first?.port : nil)
      listeners.append(try AsyncSocket(socket: socket, pool: pool))
      found.append(Place(address: place.address, port: Self.port(of: socket) ?? place.port))
    }
    ready(found)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      for listener in listeners { group.addTask { try await self.accept(on: listener) } }
      group.addTask { try await self.watch() }
      try await group.next()
      group.cancelAll()
    }
  }

  private static func listen(at place: Place, port: UInt16?) throws(Failure) -> Socket {
    let port = port ?? place.port
    do {
      return place.address.contains(":")
        ? try listen(.inet6(ip6: place.address, port: port))
        : try listen(.inet(ip4: place.address, port: port))
    } catch {
      var reason = "\(error)"
      if case SocketError.failed(_, _, let message)? = error as? SocketError { reason = message }
      throw .cannotListen(place, reason: reason)
    }
  }

  private static func listen(_ address: some SocketAddress) throws -> Socket {
    let socket = try Socket(domain: Int32(type(of: address).family))
    do {
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: address)
      try socket.listen()
      return socket
    } catch {
      try? socket.close()
      throw error
    }
  }

  private static func port(of socket: Socket) -> UInt16? {
    switch try? socket.sockname() {
    case .ip4(_, let port), .ip6(_, let port): port
    default: nil
    }
  }

  private func accept(on listener: AsyncSocket) async throws {
    while !Task.isCancelled {
      do {
        let socket = try await listener.accept()
        let guest = socket.guest
        let isServed = connections.admit(from: guest) { number in
          await Exchange(
            socket, number, from: guest, self.faces, self.connections, self.limits
          ).serve()
        }
        if !isServed { try? socket.close() }
      } catch is CancellationError {
        return
      } catch {
        // A client that went away at once, or no file descriptor left for a moment.
        try await Task.sleep(for: .milliseconds(50))
      }
    }
  }

  /// Ends what takes too long, and lets those who hear the news feel that the line is alive.
  private func watch() async throws {
    var last = ContinuousClock.now
    while true {
      try await Task.sleep(for: .seconds(1))
      connections.endOverdue()
      faces.stage.look()
      if ContinuousClock.now - last >= limits.heartbeat {
        last = .now
        faces.stage.bell.ring()
      }
    }
  }
}
