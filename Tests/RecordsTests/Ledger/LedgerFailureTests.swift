import Records
import Testing

@Suite("Ledger failures")
struct LedgerFailureTests {
  private let hash = LineHash(of: [])

  @Test func `every message says what is wrong, and what helps`() {
    let failures: [(LedgerFailure, String)] = [
      (
        .wrongField(line: 3, field: "year", .outOfRange(7, lower: 1, upper: 5)),
        """
        line 3 of the ledger: the field `year` is 7, but must be from 1 to 5
        help: the ledger is not as it was written; take a copy that was kept elsewhere
        """
      ),
      (
        .unreadableFormat(3),
        """
        line 1 of the ledger: `format` is 3, but this program reads format 2
        help: use a version of the program that reads this format
        """
      ),
      (
        .brokenChain(line: 8, previous: .none, hash: hash, changed: 7),
        """
        line 8 of the ledger: `previous` is \(LineHash.none), but the hash of line 7 is \(hash)
        help: line 7 was changed: line 9 still names line 8
        """
      ),
      (
        .locked(folder: "cycle", process: 4711),
        """
        the process 4711 is writing in cycle
        help: wait until it has ended, then give the command again
        """
      ),
      (
        .system(.makeFolder, path: "a/b", code: 2),
        """
        could not make the folder a/b: No such file or directory
        help: make the folder above it first
        """
      ),
    ]
    for (failure, text) in failures { #expect(failure.description == text) }
  }

  @Test func `every failure has help and names its line where it has one`() {
    let inLedger: [LedgerFailure] = [
      .notJSON(line: 4, JSONFailure(.unexpectedEnd, offset: 2)),
      .wrongField(line: 4, field: "seed", .missing),
      .wrongSequence(line: 4, found: 2, expected: 3),
      .brokenChain(line: 4, previous: .none, hash: hash, changed: nil),
      .openedAgain(line: 4), .notOpened(event: "lot"), .empty, .unreadableFormat(9),
    ]
    for failure in inLedger {
      #expect(failure.line == 4 || failure.line == 1, "\(failure)")
      #expect(failure.description.contains("\nhelp: "), "\(failure)")
      #expect(!failure.isDefect)
    }
    let elsewhere: [LedgerFailure] = [
      .noLedger(folder: "f"), .ledgerExists(folder: "f"), .locked(folder: "f", process: nil),
      .torn(folder: "f", TornTail(line: 2, byteCount: 3)), .removed(path: "p"),
      .foreign(path: "p"), .held(path: "p"), .tooLarge(path: "p", limitInBytes: 3),
      .changedByAnother(path: "p", expectedByteCount: 1, byteCount: 2), .abandoned(path: "p"),
      .wouldNotReadBack(.empty),
    ]
    let kinds = IrregularFile.allCases.map { LedgerFailure.notRegular(path: "p", $0) }
    for failure in elsewhere + kinds + FileAction.allCases.map({ .system($0, path: "p", code: 5) })
    {
      #expect(failure.line == nil)
      #expect(failure.description.contains("\nhelp: "), "\(failure)")
    }
  }
}
