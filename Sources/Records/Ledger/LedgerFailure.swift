/// Why a ledger cannot be read or written.
public enum LedgerFailure: Error, Hashable, Sendable {
  // The ledger is malformed. Lines are counted from 1.

  /// A line is not JSON.
  case notJSON(line: Int, JSONFailure)
  /// A field of a line is wrong.
  case wrongField(line: Int, field: String, FieldFault)
  /// A line does not have the next number.
  case wrongSequence(line: Int, found: Int128, expected: Int)
  /// A line does not name the hash of the line before it. `changed` is the line that was changed,
  /// where the line after tells.
  case brokenChain(line: Int, previous: LineHash, hash: LineHash, changed: Int?)
  /// The first line does not open a cycle.
  case notOpened(event: String)
  /// A line opens a cycle that is already open.
  case openedAgain(line: Int)
  /// There is no whole line.
  case empty
  /// The ledger is of a version that this program does not read.
  case unreadableFormat(Int128)

  // The folder does not fit what is to be done.

  /// A folder that should hold a ledger does not.
  case noLedger(folder: String)
  /// A folder that should hold none does.
  case ledgerExists(folder: String)
  /// Another command writes in the folder; the number of its process, where it is known.
  case locked(folder: String, process: Int?)
  /// The last line is torn and was not cut off.
  case torn(folder: String, TornTail)

  // A file is not one to be opened.

  /// Something else than a regular file has the name.
  case notRegular(path: String, IrregularFile)
  /// A file of this name was not written by this program.
  case foreign(path: String)
  /// Another process is writing the file.
  case held(path: String)
  /// The file has more bytes than are read.
  case tooLarge(path: String, limitInBytes: Int)

  // Writing failed.

  /// The operating system refused.
  case system(FileAction, path: String, code: Int32)
  /// The ledger was removed or replaced while it was being written.
  case removed(path: String)
  /// The ledger has another length than this program left it with.
  case changedByAnother(path: String, expectedByteCount: Int, byteCount: Int)
  /// An earlier failure left something that could not be undone; nothing more is written.
  case abandoned(path: String)
  /// A line would not be read back as what was to be written.
  indirect case wouldNotReadBack(LedgerFailure?)

  /// The line of the ledger that is wrong, counted from 1.
  public var line: Int? {
    switch self {
    case .notJSON(let line, _), .wrongField(let line, _, _), .wrongSequence(let line, _, _),
      .brokenChain(let line, _, _, _), .openedAgain(let line):
      line
    case .notOpened, .empty, .unreadableFormat: 1
    case .noLedger, .ledgerExists, .locked, .torn, .notRegular, .foreign, .held, .tooLarge, .system,
      .removed, .changedByAnother, .abandoned, .wouldNotReadBack:
      nil
    }
  }

  /// Whether the program itself is at fault.
  public var isDefect: Bool {
    if case .wouldNotReadBack = self { true } else { false }
  }
}

/// What was being done with a file when the operating system refused.
public enum FileAction: String, CaseIterable, Sendable {
  /// Making a folder.
  case makeFolder = "make the folder"
  /// Locking a folder.
  case lock = "lock the folder with"
  /// Reading a file.
  case read
  /// Opening or making a file for writing.
  case open = "open"
  /// Writing a file.
  case write = "write to"
  /// Making sure that a file is on the disk.
  case sync = "save to disk"
  /// Cutting off the end of a file.
  case cut = "cut the end of"
  /// Giving a new file its name.
  case rename = "give its name to"
}

/// A last line that is not complete, as a power cut leaves it.
public struct TornTail: Hashable, Sendable {
  /// Its number, from 1.
  public let line: Int
  /// How many bytes there are of it, its newline included where it has one.
  public let byteCount: Int

  /// Makes the description of a torn line.
  public init(line: Int, byteCount: Int) {
    self.line = line
    self.byteCount = byteCount
  }
}
