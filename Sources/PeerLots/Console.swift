import ArgumentParser
import Chances
import Drawing
import Foundation
import Records
import StressTesting
import Workbooks

/// Where output goes: data to standard output, everything said to a person to standard error.
enum Console {
  /// Says something to the person at the terminal.
  static func say(_ text: String) {
    Patience.leaveLine()
    let text = Screen.wrapped(plain(text), to: Screen.width(of: STDERR_FILENO))
    put(text + "\n")
  }

  /// Writes to standard error as it is.
  static func put(_ text: String) {
    // Nobody can be told that standard error is closed.
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// A text that cannot steer a terminal, whatever a file put into it: control characters are shown
  /// as their numbers.
  static func plain(_ text: String) -> String {
    func steers(_ scalar: Unicode.Scalar) -> Bool {
      scalar != "\n" && scalar.properties.generalCategory == .control
    }
    guard text.unicodeScalars.contains(where: steers) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if steers(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Writes data to standard output; a reader that has had enough (`| head`) is no error.
  ///
  /// - Returns: Whether anybody reads on.
  @discardableResult
  static func write(_ bytes: [UInt8]) throws -> Bool {
    Patience.leaveLine()
    // Without this a closed pipe kills the process before it has said where its ledger is.
    signal(SIGPIPE, SIG_IGN)
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
      return true
    } catch {
      let cause = SystemError(error)
      if cause.isClosedPipe { return false }
      say("error: the output cannot be written: \(cause)")
      throw ExitCode(Exit.wrongData)
    }
  }

  /// Writes a text to standard output.
  static func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Writes sentences to standard output, their lines broken at the terminal's width.
  static func tell(_ text: String) throws {
    try write(Screen.wrapped(text, to: Screen.width(of: STDOUT_FILENO)))
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
    } catch DrawingFailure.alreadyDrawn(let draw) {
      Console.say("the draw \"\(draw.text)\" is already done; nothing was changed")
    } catch DrawingFailure.alreadyDeferred(let deferral, let now) {
      Console.say("\(DrawingFailure.alreadyDeferred(deferral, now: now))")
    } catch DrawingFailure.nothingToDo(let what) {
      Console.say("\(what); nothing was changed")
    } catch {
      let code = code(of: error)
      if let data = error as? RecordsFailure {
        for warning in data.warnings { Console.say("\(warning)") }
        Console.say("error: \(RecordsFailure.data(faults: data.faults, warnings: []))")
        if let help = FileHelp.text(of: data) { Console.say("help: \(help)") }
      } else {
        // Foundation's own words say nothing to a person.
        let isForeign = error is CocoaError || error is POSIXError || error is URLError
        Console.say("error: \(isForeign ? SystemError(error) : error)")
        if let failure = error as? LedgerFailure, let help = FileHelp.text(of: failure) {
          Console.say("help: \(help)")
        }
      }
      if code == defect {
        Console.say("help: this is a defect of PeerLots; report it with the command and its files")
      }
      throw ExitCode(code)
    }
  }

  private static func code(of error: any Error) -> Int32 {
    switch error {
    case is RecordsFailure: wrongData
    case let failure as LedgerFailure:
      failure.isDefect ? defect : failure.line == nil ? wrongData : no
    case let failure as DrawingFailure:
      switch failure {
      case .impossible, .needsWaivers, .worsens: no
      // Too many States for this program is no defect: the data is beyond what it can draw.
      case .undecided(.tooLarge): wrongData
      case .undecided: defect
      default: wrongData
      }
    case is ReplayFault, is LedgerReplay.Fault: no
    case is Interrupted, is SecretFile.Failure, is OutputFile.Taken, is Export.TooLarge,
      is StressFailure, is PageFile.Failure, is StateWord.Failure, is OddsQuestion.Failure,
      is WorkbookFailure, is UniformFailure:
      wrongData
    default: defect
    }
  }
}
