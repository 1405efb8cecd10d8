internal import Drawing
internal import Records

/// The folder of a cycle while this process alone writes to it.
///
/// Each line is on the disk before the next lot is drawn, so a lot that was told to anyone is not
/// lost. A draw that a power cut interrupts is taken up by the same command with the same seed.
/// The folder is locked until ``close()``, or until nobody holds the object any more.
public final class CycleFolder {
  /// The cycle as the ledger has it.
  public private(set) var cycle: Cycle
  private let file: LedgerFile

  /// Writes the ledger of a cycle into a folder that has none, and holds it.
  ///
  /// - Parameters:
  ///   - folder: The folder; made where it is missing, the one above it must be there.
  ///   - cycle: The cycle.
  public init(creating folder: String, _ cycle: Cycle) throws(PeerLotsFailure) {
    self.cycle = cycle
    do throws(LedgerFailure) {
      file = try LedgerFile.create(folder: folder, events: cycle.events + cycle.pending)
    } catch { throw PeerLotsFailure(error) }
  }

  /// Opens the folder of a cycle for writing; a torn last line, as a power cut leaves it, is cut off.
  public init(_ folder: String) throws(PeerLotsFailure) {
    (cycle, file) = try PeerLotsFailure.of {
      let file = try LedgerFile.open(folder: folder)
      _ = try file.cutTornTail()
      return (try Cycle(file.ledger), file)
    }
  }

  deinit { file.close() }

  /// Runs one command; each of its lines is saved to disk before the next lot.
  ///
  /// - Parameters:
  ///   - command: What to do.
  ///   - seed: The text that decides its lots; nil where it draws none.
  ///   - acceptingWaivers: Whether to go on where more must be waived than before.
  ///   - isDrawn: Called with each lot once it is on the disk, in the order drawn.
  /// - Throws: ``PeerLotsFailure``; lots that were drawn before it stay, and the same command with the
  ///   same seed goes on after them.
  public func perform(
    _ command: Command, seed: Seed? = nil, acceptingWaivers: Bool = false,
    isDrawn: (Lot) -> Void = { _ in }
  ) throws(PeerLotsFailure) {
    var written: [Event] = []
    do throws(PeerLotsFailure) {
      cycle = try cycle.performed(command, seed, acceptingWaivers) { event, isOld in
        if !isOld {
          try file.append(event)
          written.append(event)
        }
        if case .lot(let lot) = event { isDrawn(Lot(lot)) }
      }
    } catch {
      // What a full disk broke off stands there, and is taken up like after a power cut.
      cycle.pending += written
      throw error
    }
  }

  /// Lets other processes write. Nothing may be performed afterwards.
  public func close() { file.close() }
}
