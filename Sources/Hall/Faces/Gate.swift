import Synchronization

/// Who may come in: the desk's links and keys, and what a request must say of where it comes from.
final class Gate: Sendable {
  private struct Keys {
    /// The key in the link that opens a desk, once.
    var link: String
    /// The keys of the desks that are open.
    /// The oldest first.
    var desks: [String] = []
  }

  /// The header that carries a key.
  static let header = "x-peerlots-token"
  /// The most desks that are open at once; the oldest is shut, so that nobody is shut out.
  private static let mostDesks = 16

  private let keys: Mutex<Keys>
  private let makeKey: @Sendable () -> String

  /// - Parameter makeKey: Makes a text that nobody can guess.
  init(makeKey: @escaping @Sendable () -> String) {
    self.makeKey = makeKey
    keys = Mutex(Keys(link: makeKey()))
  }

  /// The key in the link that opens the next desk.
  var link: String { keys.withLock { $0.link } }

  /// Opens a desk; nil where the key is not that of the link, which works once.
  func open(with key: String) -> String? {
    keys.withLock { keys in
      guard Self.isSame(key, keys.link) else { return nil }
      if keys.desks.count >= Self.mostDesks { keys.desks.removeFirst() }
      keys.link = makeKey()
      let desk = makeKey()
      keys.desks.append(desk)
      return desk
    }
  }

  /// Why a request may not come to the desk; nil where it may.
  ///
  /// - Parameter isEntry: Whether it brings the key of a link, not of an open desk.
  func refusal(of request: Request, isEntry: Bool = false) -> Answer? {
    guard request.isLocal else { return .notFound }
    if let refusal = Self.refusalOfOrigin(request) { return refusal }
    if isEntry { return nil }
    let key = request.headers[Self.header] ?? ""
    let isOpen = keys.withLock { keys in keys.desks.contains { Self.isSame(key, $0) } }
    return isOpen
      ? nil : Answer(status: 403, "The desk's key is missing or wrong; open the desk's link.\n")
  }

  /// A page of another site may make a browser ask, but it cannot hide where it is from.
  private static func refusalOfOrigin(_ request: Request) -> Answer? {
    let host = request.headers["host"] ?? ""
    let name = host.split(separator: ":").first.map(String.init) ?? ""
    let isLoopback =
      ["127.0.0.1", "localhost"].contains(name) || host == "[::1]" || host.hasPrefix("[::1]:")
    let elsewhere = Answer(status: 403, "The desk is asked from another place.\n")
    guard isLoopback else { return elsewhere }
    let origin = request.headers["origin"]
    // A browser says where a request that writes comes from.
    if request.method == "POST" && origin == nil { return elsewhere }
    if let origin, origin != "http://\(host)" { return elsewhere }
    if let site = request.headers["sec-fetch-site"], site != "same-origin", site != "none" {
      return elsewhere
    }
    return nil
  }

  /// Compares in a time that tells nothing of where two texts differ.
  static func isSame(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    guard one.count == other.count, !one.isEmpty else { return false }
    return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
