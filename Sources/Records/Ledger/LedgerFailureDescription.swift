import Drawing
import SystemPackage

extension LedgerFailure: CustomStringConvertible {
  /// What is wrong, where, and, if there is something to do, a line `help:`.
  public var description: String {
    help.map { "\(problem)\nhelp: \($0)" } ?? problem
  }

  private var problem: String {
    switch self {
    case .notJSON(let line, let failure): "line \(line) of the ledger: \(failure)"
    case .wrongField(let line, let field, let fault):
      "line \(line) of the ledger: the field `\(field)` \(fault.predicate)"
    case .wrongSequence(let line, let found, let expected):
      "line \(line) of the ledger: `sequence` is \(found), but must be \(expected)"
    case .brokenChain(let line, let previous, let hash, _):
      "line \(line) of the ledger: `previous` is \(previous), but "
        + (line == 1 ? "the first line names \(hash)" : "the hash of line \(line - 1) is \(hash)")
    case .notOpened(let event):
      "line 1 of the ledger: the event is \(Excerpt(.init(event))), but must be \"opened\""
    case .openedAgain(let line): "line \(line) of the ledger: the cycle is already open"
    case .empty: "the ledger has no whole line"
    case .unreadableFormat(let format):
      "line 1 of the ledger: `format` is \(format), but this program reads format "
        + "\(Opened.currentFormat)"
    case .noLedger(""): "the name of the folder is empty"
    case .noLedger(let folder): "there is no \(Ledger.fileName) in \(folder)"
    case .ledgerExists(let folder): "there already is a \(Ledger.fileName) in \(folder)"
    case .locked(let folder, let process):
      (process.map { "the process \($0)" } ?? "another process") + " is writing in \(folder)"
    case .torn(let folder, let tail):
      "line \(tail.line) of the ledger in \(folder) is torn: \(tail.byteCount) bytes of it are left"
    case .notRegular(let path, let kind): "\(path) is \(kind.rawValue), not a file"
    case .foreign(let path): "\(path) is there, but was not written by PeerLots"
    case .held(let path): "another process is writing \(path)"
    case .tooLarge(let path, let limit):
      "\(path) has more than the \(limit) bytes that can be read"
    case .system(let action, let path, let code):
      "could not \(action.rawValue) \(path): \(Errno(rawValue: code))"
    case .removed(let path): "\(path) was removed or replaced while it was being written"
    case .changedByAnother(let path, let expected, let count):
      "\(path) has \(count) bytes, but was left with \(expected): something else wrote to it"
    case .abandoned(let path): "\(path) is no longer written to after the failure before"
    case .wouldNotReadBack(let failure):
      "a line that was to be written would not read back"
        + (failure.map { ": \($0.problem)" } ?? " as the same event")
    }
  }

  private var help: String? {
    switch self {
    case .notJSON, .wrongField, .wrongSequence, .openedAgain, .notOpened:
      "the ledger is not as it was written; take a copy that was kept elsewhere"
    case .brokenChain(let line, _, _, let changed):
      changed.map { "line \($0) was changed: line \(line + 1) still names line \(line)" }
        ?? (line == 1 ? "line 1 was changed" : "line \(line - 1) or line \(line) was changed")
    case .empty: "nothing was drawn in it; remove it and open the cycle again"
    case .unreadableFormat(1):
      "format 1 was never released; open the cycle again from its membership and rulebook"
    case .unreadableFormat: "use a version of the program that reads this format"
    case .noLedger(""): "name the folder of the cycle"
    case .noLedger: "begin a cycle with `peerlots open`"
    case .ledgerExists: "name a new folder; a ledger is never overwritten"
    case .locked, .held: "wait until it has ended, then give the command again"
    case .notRegular, .foreign:
      "move it away, or use another folder: nothing is opened or removed that others put there"
    case .tooLarge: "no ledger grows so large; take a copy that was kept elsewhere"
    case .torn: "give the command again: it cuts the line off"
    case .removed: "find the folder or its copy, and give the same command again"
    case .changedByAnother: "verify the ledger, then give the same command again"
    case .abandoned: "mend what the failure before names, then give the same command again"
    case .wouldNotReadBack: "this is a defect of the program; report it with the command given"
    case .system(let action, _, let code): Self.help(action, Errno(rawValue: code))
    }
  }

  private static func help(_ action: FileAction, _ code: Errno) -> String {
    switch code {
    case .noSpace, .diskQuotaExceeded:
      "make room on the disk, then give the same command again; no lot is lost"
    case .readOnlyFileSystem, .permissionDenied, .notPermitted:
      "choose a folder you may write in, or have the permission given"
    case .noSuchFileOrDirectory where action == .makeFolder || action == .write:
      "make the folder above it first"
    case .isDirectory: "a folder has this name, or none was given; give the name of a file"
    case .notDirectory, .fileExists, .noSuchFileOrDirectory: "check the path"
    default: "mend that, then give the same command again; no lot is lost"
    }
  }
}
