import ArgumentParser
import Dispatch
import Foundation
import Hall
import Records
import Synchronization

/// `peerlots hall`: the screen, the desk and the delegations' pages, in a browser.
struct HallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hall",
    abstract: "Shows a draw in a hall, lot by lot, and is a desk that needs no command line.",
    discussion: """
      Three faces, for browsers: the screen (/), the delegations' pages (/pages/) and the desk, \
      whose link is printed and works once. The desk does what the commands do, by the same \
      functions; each is first said as by --dry-run, then confirmed by typing. Every lot is on the \
      disk before any screen shows it. Ctrl-C ends the server and loses nothing: started again, it \
      goes on at the next lot.

      With --listen the screen and the pages are served at another address too, to be read only; \
      the desk stays on this machine. With --replay a ledger is shown again, and nothing is written.
      """)

  @Argument(
    help: "The folder of the cycle; the desk can open a new one there.", completion: .directory)
  var folder: String

  @Option(help: "The port, 1 to 65535; 0 for one that is free.")
  var port: UInt16 = 8080

  @Option(help: "Another address of this machine, 0.0.0.0 for all: screen and pages are there too.")
  var listen: String?

  @Option(help: "When the next lot comes: key, or seconds from 0 to 3600.")
  var pace = "key"

  @Flag(help: "Show the ledger again, line by line, at the pace; nothing is written.")
  var replay = false

  @Option(help: "The line at which a replay begins, from 1.")
  var from = 1

  @Option(
    help: "The second program, `verify.py`: it runs beside the draw, and its verdict is shown.",
    completion: .file(extensions: ["py"]))
  var verifier: String?

  func validate() throws {
    if from != 1 && !replay { throw ValidationError("--from goes with --replay") }
    if from < 1 { throw ValidationError("--from takes a line from 1") }
  }

  func run() throws {
    try Exit.reporting {
      if replay { _ = try LedgerReplay.run(try Ledger(folder: folder), chains: .taken) }
      if let verifier { _ = try InputFile.read(path: verifier) }
      let uploads = try HallFolder.make(Self.makeKey().prefix(16))
      defer { try? FileManager.default.removeItem(atPath: uploads) }
      var plan = HallPlan(
        folder: folder, places: places, uploads: uploads, makeKey: Self.makeKey,
        run: { CapturedCommand.run($0) }, say: { Console.say($0) })
      let odds = HallOdds(folder: folder)
      (plan.notes, plan.odds) = (Self.notes, { odds.all() })
      (plan.pace, plan.isReplay, plan.line, plan.verifier) = (pace, replay, from, verifier)
      let house = try HallHouse(plan)
      LiveDraw.begin(house)
      // Nobody asks for patience here: a server waits.
      Patience.end()
      try Self.wait { try await house.open() }
    }
  }

  private var places: [HallServer.Place] {
    guard let listen else { return [.init(address: "127.0.0.1", port: port)] }
    // Every address has the loopback address among them.
    let isEvery = ["0.0.0.0", "::"].contains(listen)
    let other = HallServer.Place(address: listen, port: port)
    return isEvery ? [other] : [.init(address: "127.0.0.1", port: port), other]
  }

  /// Waits for what goes on until the program is ended, or cannot begin.
  private static func wait(for work: @escaping @Sendable () async throws -> Void) throws {
    let end = DispatchSemaphore(value: 0)
    let failure = Mutex<(any Error)?>(nil)
    let task = Task {
      do {
        try await work()
      } catch { failure.withLock { $0 = error } }
      end.signal()
    }
    let signals = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { end.signal() }
      source.resume()
      return source
    }
    end.wait()
    for source in signals { source.cancel() }
    task.cancel()
    if let failure = failure.withLock({ $0 }) { throw failure }
  }

  /// Where programs of this user keep what is to outlive them; nil where nobody says.
  private static var notes: String? {
    let environment = ProcessInfo.processInfo.environment
    let base =
      environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment["HOME"].map { "\($0)/.local/state" }
    return base.map { "\($0)/peerlots/hall" }
  }

  /// 32 bytes from the operating system, in hexadecimal.
  @Sendable private static func makeKey() -> String {
    let bytes = try? FileHandle(forReadingFrom: URL(fileURLWithPath: "/dev/urandom"))
      .read(upToCount: 32)
    guard let bytes, bytes.count == 32 else {
      preconditionFailure("the operating system gives no bytes that nobody can guess")
    }
    return bytes.map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0\(digits)" : digits
    }.joined()
  }
}
