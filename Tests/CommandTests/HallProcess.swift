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
    case doesNotOpen(said: String)
    case tooLong(String)
    case refused(String)
  }

  private let process = Process()
  private let outputs: TemporaryFolder
  private(set) var port = 0
  /// The key in the desk's link.
  private(set) var link = ""
  /// The key of the desk that is open.
  private(set) var key = ""

  /// Begins a server in a folder, and waits until it listens.
  init(_ arguments: [String], in folder: TemporaryFolder) async throws {
    outputs = try TemporaryFolder()
    process.executableURL = URL(fileURLWithPath: try Command.path())
    process.arguments = ["hall"] + arguments + ["--port", "0"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try outputs.handle("said")
    process.environment = Command.environment
    try process.run()
    try await wait(for: "the server to listen") {
      if !process.isRunning { throw Failure.doesNotOpen(said: try outputs.text("said")) }
      return try outputs.text("said").contains("/desk#")
    }
    let said = try outputs.text("said")
    let found = try #require(said.firstMatch(of: #/127\.0\.0\.1:(\d+)\/desk#([0-9a-f]{64})\n/#))
    port = try #require(Int(found.1))
    link = String(found.2)
  }

  deinit { if process.isRunning { kill() } }

  /// Ends it as the power would.
  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

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
