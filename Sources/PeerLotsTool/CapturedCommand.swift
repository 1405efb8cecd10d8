import ArgumentParser
import Foundation
import Hall

/// A command that runs inside this process for the desk: the same functions as on the command line,
/// with what they say kept.
enum CapturedCommand {
  /// What a command says and writes, on the thread on which it runs.
  final class Capture {
    var said = ""
    var output: [UInt8] = []
  }

  private static let key = "peerlots.capture"

  /// What is kept on this thread; nil where everything goes to the terminal.
  static var current: Capture? { Thread.current.threadDictionary[key] as? Capture }

  /// Runs a command.
  ///
  /// - Parameter words: The words after `peerlots`.
  static func run(_ words: [String]) -> CommandOutcome {
    let capture = Capture()
    Thread.current.threadDictionary[key] = capture
    defer { Thread.current.threadDictionary.removeObject(forKey: key) }
    var code = EXIT_SUCCESS
    var found: (any ParsableCommand.Type)?
    do {
      var command = try PeerLotsCommand.parseAsRoot(words)
      found = type(of: command)
      try command.run()
    } catch { code = Usage.say(error, found) }
    return CommandOutcome(
      exitCode: Int(code), said: capture.said,
      output: String(decoding: capture.output, as: UTF8.self))
  }
}
