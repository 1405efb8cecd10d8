import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// `peerlots hall` as a process, and a desk of it, as a browser's script would ask.
final class HallProcess {
  /// What the server answered.
  struct Answer {
    let status: Int
    let text: String

    /// A field of the answer, where it is JSON.
    func field(_ name: String) -> Any? {
      let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      return object?[name]
    }
  }

  /// Why a test cannot go on.
  enum Failure: Error {
    case tooLong(String)
    case refused(String)
  }

  private let outputs: TemporaryFolder
  private let pid: pid_t
  private(set) var port = 0
  /// The key in the desk's link.
  private(set) var link = ""
  /// The key of the desk that is open.
  private(set) var key = ""

  /// Closes what the child of a test has open, then becomes the server and leaves the shell. A server
  /// lives long: a file that it had from another test's child would keep that test waiting.
  private static let script = """
    (for file in /proc/self/fd/*; do
      number=${file##*/}; [ $number -gt 2 ] && eval "exec $number>&-"
    done 2>/dev/null
    exec "$P" hall "${@:2}" --port 0 </dev/null >/dev/null 2>"$1") & echo $!
    """

  /// Begins a server in a folder, and waits until it listens.
  init(_ arguments: [String], in folder: TemporaryFolder) async throws {
    outputs = try TemporaryFolder()
    try outputs.write([], "said")
    let words = [outputs.path("said")] + arguments
    let line = "set -- " + words.map { "'\($0)'" }.joined(separator: " ") + "; " + Self.script
    let started = try Command.shell(line, in: folder)
    pid = try #require(pid_t(started.text.filter { $0.isNumber }))
    try await wait(for: "the server to listen") {
      try outputs.text("said").contains("/desk#")
    }
    let said = try outputs.text("said")
    let found = try #require(said.firstMatch(of: #/127\.0\.0\.1:(\d+)\/desk#([0-9a-f]{64})\n/#))
    port = try #require(Int(found.1))
    link = String(found.2)
  }

  deinit { kill() }

  /// Ends it as the power would.
  func kill() { Foundation.kill(pid, SIGKILL) }

  /// Waits for something, a minute at most.
  func wait(for what: String, _ isThere: () async throws -> Bool) async throws {
    for _ in 0..<1_200 {
      if try await isThere() { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw Failure.tooLong(what)
  }

  /// Asks; a header without a value is left out.
  func ask(
    _ method: String, _ path: String, _ body: Data? = nil, _ headers: [String: String?] = [:]
  ) async throws -> Answer {
    var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
    request.httpMethod = method
    request.httpBody = body
    for case (let name, let value?) in headers { request.setValue(value, forHTTPHeaderField: name) }
    let (data, response) = try await URLSession.shared.data(for: request)
    let status = (response as? HTTPURLResponse)?.statusCode ?? 0
    return Answer(status: status, text: String(decoding: data, as: UTF8.self))
  }

  /// Posts as the desk does, but for what is changed.
  func post(
    _ path: String, _ form: Any = [:], changing: [String: String?] = [:]
  ) async throws -> Answer {
    let headers: [String: String?] = [
      "X-PeerLots-Token": key.isEmpty ? link : key, "Origin": "http://127.0.0.1:\(port)",
    ]
    let body = try (form as? Data) ?? JSONSerialization.data(withJSONObject: form)
    return try await ask("POST", path, body, headers.merging(changing) { $1 })
  }

  /// Opens the desk.
  func enter() async throws {
    key = try #require(try await post("/desk/enter").field("key") as? String)
  }

  /// Says a command and does it.
  ///
  /// - Parameter waits: Whether to wait until it is done.
  /// - Returns: What was said.
  @discardableResult
  func perform(
    _ command: String, _ options: [String: String] = [:], waits: Bool = true
  ) async throws -> String {
    let form: [String: Any] = ["command": command, "options": options.mapValues { [$0] }]
    return try await act(on: try await post("/desk/say", form), waits: waits)
  }

  /// Goes on with an interrupted draw.
  func goOn() async throws { _ = try await act(on: try await post("/desk/go-on"), waits: true) }

  private func act(on said: Answer, waits: Bool) async throws -> String {
    guard let trial = said.field("trial") as? String,
      let word = said.field("confirmation") as? String
    else { throw Failure.refused(said.text) }
    let before = try await finished()
    let answer = try await post("/desk/act", ["trial": trial, "typed": word])
    if answer.status != 200 { throw Failure.refused(answer.text) }
    if waits { try await wait(for: word) { try await finished() > before } }
    return said.field("said") as? String ?? ""
  }

  private func finished() async throws -> Int {
    let phase = try await ask("GET", "/scenes").field("phase") as? [String: Any]
    return try #require(phase?["finished"] as? Int)
  }
}
