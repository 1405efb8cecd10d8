import ArgumentParser
import Chances
import Drawing
import Foundation
import Hall
import Records
import StressTesting
import Workbooks

/// Where output goes: data to standard output, everything said to a person to standard error.
/// Nothing else in the program writes to either.
enum Console {
  /// Who reads what is written, which decides what in it must be escaped.
  enum Medium {
    /// A person at a terminal, whom no name from a file may deceive.
    case text
    /// A program that reads JSON, or a person who looks at it.
    case json
    /// A program that reads a table or a file of its own form.
    case data
  }

  /// Standard output takes nothing.
  struct Failure: Error, CustomStringConvertible {
    /// What the operating system said.
    let reason: String

    var description: String {
      "the output cannot be written: \(reason)\nhelp: send it elsewhere, or make room on the disk"
    }
  }

  /// Makes a closed pipe an error, not the end of the process in mid-draw. To be called first.
  static func outlivesReaders() { signal(SIGPIPE, SIG_IGN) }

  /// Says something to the person at the terminal.
  static func say(_ text: String) {
    Patience.leaveLine()
    let width = CapturedCommand.current == nil ? Screen.width(of: STDERR_FILENO) : nil
    put(Screen.wrapped(plain(text), to: width) + "\n")
  }

  /// A text that cannot steer a terminal, whatever a file put into it.
  static func plain(_ text: String) -> String { EscapedText.terminal(text) }

  /// Writes to standard error as it is: no text that comes from a file, but for what is
  /// ``plain(_:)``.
  static func put(_ text: String) {
    if let capture = CapturedCommand.current {
      capture.said += text
      return
    }
    // Nobody can be told that standard error is closed.
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Whether a person sees standard error as it is written.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes to standard output; a reader that has had enough (`| head`) is no error.
  ///
  /// - Returns: Whether anybody reads on.
  /// - Throws: ``Failure``.
  @discardableResult
  static func write(_ bytes: [UInt8], as medium: Medium) throws -> Bool {
    Patience.leaveLine()
    let bytes =
      switch medium {
      case .text: EscapedText.terminal(bytes)
      case .json: EscapedText.json(bytes)
      case .data: bytes
      }
    if let capture = CapturedCommand.current {
      capture.output += bytes
      return true
    }
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
      return true
    } catch {
      let cause = SystemError(error)
      if cause.isClosedPipe { return false }
      throw Failure(reason: cause.description)
    }
  }

  /// Writes a text for a person to standard output.
  static func write(_ text: String) throws { try write(Array(text.utf8), as: .text) }

  /// Writes sentences to standard output, their lines broken at the terminal's width.
  static func tell(_ text: String) throws {
    let width = CapturedCommand.current == nil ? Screen.width(of: STDOUT_FILENO) : nil
    try write(Screen.wrapped(text, to: width))
  }

  /// Shows what a command has done. It stands in the ledger by now, so an output that takes nothing
  /// is said, and is no failure.
  static func show(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let failure as Failure {
      say(
        "warning: the output cannot be written: \(failure.reason)\nhelp: what the command does is done and stands in the ledger; "
          + "`peerlots table` and `peerlots status` show it")
    }
  }
}

/// The exit codes of the contract, section 8; 64 is the argument parser's.
enum Exit {
  static let no: Int32 = 1
  static let wrongData: Int32 = 65
  static let defect: Int32 = 70

  /// Runs a command; what goes wrong is said, and becomes an exit code.
  static func reporting(_ body: () throws -> Void) throws {
    Patience.begin()
    defer { Patience.end() }
    do {
      try body()
    } catch let code as ExitCode {
      throw code
    } catch let error as ValidationError {
      throw error
    } catch let named as NamedFailure {
      try tell(named.failure, named.description)
    } catch {
      try tell(error, "\(error)")
    }
  }

  /// Says what went wrong; where nothing had to be done, that is an answer and no error.
  private static func tell(_ error: any Error, _ text: String) throws {
    switch error {
    case DrawingFailure.alreadyDrawn(let draw):
      return Console.say("the draw \"\(draw.text)\" is already done; nothing was changed")
    case DrawingFailure.alreadyDeferred: return Console.say(text)
    case DrawingFailure.nothingToDo(let what):
      return Console.say("\(what); nothing was changed")
    case let data as RecordsFailure:
      for warning in data.warnings { Console.say("\(warning)") }
      Console.say("error: \(RecordsFailure.data(faults: data.faults, warnings: []))")
      if let help = FileHelp.text(of: data) { Console.say("help: \(help)") }
    default:
      // Foundation's own words say nothing to a person.
      let isForeign = error is CocoaError || error is POSIXError || error is URLError
      let failure = isForeign ? SystemError(error).description : text
      // What was probably meant stands in place of what else there is to do.
      if let help = (error as? LedgerFailure).flatMap(FileHelp.text) {
        Console.say("error: \(failure.prefix { $0 != "\n" })\nhelp: \(help)")
      } else {
        Console.say("error: \(failure)")
      }
    }
    let code = code(of: error)
    if code == defect {
      Console.say("help: this is a defect of PeerLots; report it with the command and its files")
    }
    throw ExitCode(code)
  }

  private static func code(of error: any Error) -> Int32 {
    switch error {
    case is RecordsFailure: wrongData
    case let failure as LedgerFailure:
      failure.isDefect ? defect : failure.line == nil ? wrongData : no
    case is Console.Failure: wrongData
    case let failure as DrawingFailure:
      switch failure {
      case .impossible, .needsWaivers, .worsens: no
      // Too many States for this program is no defect: the data is beyond what it can draw.
      case .undecided(.tooLarge): wrongData
      case .undecided: defect
      default: wrongData
      }
    case is ReplayFault, is LedgerReplay.Fault: no
    case is Interrupted, is FinishedCycle.Failure, is SecretFile.Failure, is HallHouse.Failure,
      is HallServer.Failure,
      is OutputFile.Failure, is OutputFolder.Failure, is Export.TooLarge,
      is StressFailure, is StateWord.Failure, is OddsQuestion.Failure, is OddsFile.Failure,
      is Publish.OtherProofs, is Pandoc.Failure,
      is WorkbookFailure, is UniformFailure:
      wrongData
    default: defect
    }
  }
}
