import Drawing
import Foundation
import Members
import Publishing
import Records
import Synchronization

/// What the hall sees: the lines of the ledger that are on the disk, one scene each, and the phase.
///
/// Nothing else ever puts a lot onto a screen: a line comes here when it has been written and saved,
/// or when the file was read.
final class Stage: Sendable {
  /// The lines that are shown, and what is known of the rest.
  struct Act: Sendable {
    var generation = "none"
    var resets = 0
    var entries: [Ledger.Entry] = []
    var scenes: [[UInt8]] = []
    /// How many scenes are shown; fewer than there are in a replay only.
    var shown = 0
    var writer: SceneWriter?
    var opened: Opened?
    /// The last events, where they are those of an interrupted draw.
    var pending: [Event] = []
    var phase = Phase()
    var phaseNumber = 1
    /// The odds of years before their first lots, as far as they are known.
    var odds: [YearOdds] = []
    /// Counts how often the odds were told.
    var oddsNumber = 0
    /// Whether this process is writing, so that what is new comes from itself.
    var isBusy = false
    /// The file as it was when it was read last.
    var mark = FileMark()
  }

  /// By what a file that changed is told.
  struct FileMark: Equatable, Sendable {
    var size = -1
    var time = 0.0
  }

  /// The most States that are shown: every scene is kept for those who come late.
  static let mostStates = 2_000

  /// Rings when there is news.
  let bell = Bell()
  private let act = Mutex(Act())
  /// The folder of the cycle.
  let folder: String
  private let path: String

  init(folder: String, isReplay: Bool, from line: Int) {
    self.folder = folder
    path = folder + "/" + Ledger.fileName
    act.withLock { act in
      act.phase.isReplay = isReplay
      act.shown = max(0, line - 1)
    }
    read()
  }

  // MARK: Reading

  /// Looks whether another program has written the file.
  func look() {
    let mark = mark()
    let isNew = act.withLock { !$0.isBusy && $0.mark != mark }
    if isNew { read() }
  }

  private func mark() -> FileMark {
    guard let found = try? FileManager.default.attributesOfItem(atPath: path) else {
      return FileMark(size: -2)
    }
    return FileMark(
      size: (found[.size] as? NSNumber)?.intValue ?? -1,
      time: (found[.modificationDate] as? Foundation.Date)?.timeIntervalSince1970 ?? 0)
  }

  /// Reads the file, and replays it, so that nothing is shown that does not follow the rules.
  func read() {
    let mark = mark()
    let found = Result { () throws -> (Ledger, Replay)? in
      if mark.size == -2 { return nil }
      let ledger = try Ledger(folder: folder)
      if ledger.opened.membership.states.count > Self.mostStates { throw TooManyStates() }
      return (ledger, try Replay.run(ledger.events, chains: .taken))
    }
    act.withLock { act in
      act.mark = mark
      switch found {
      case .success(nil): act.clear(fault: "")
      case .failure(let failure): act.clear(fault: "\(failure)")
      case .success(let (ledger, replay)?):
        act.take(ledger)
        act.phase.fault = ""
        act.pending = replay.pending
        act.note(replay.unfinishedDraw)
      }
      act.phaseNumber += 1
    }
    bell.ring()
  }

  /// Takes over a line that this process has written and saved.
  func append(_ entry: Ledger.Entry) {
    let isNext = act.withLock { act in
      guard act.writer != nil, entry.line == act.entries.count + 1 else { return false }
      act.append(entry)
      if !act.phase.isReplay { act.shown = act.scenes.count }
      return true
    }
    if isNext { bell.ring() } else { read() }
  }

  /// Notes that this process begins or ends writing.
  func setBusy(_ isBusy: Bool) {
    act.withLock { $0.isBusy = isBusy }
    if !isBusy { read() }
  }

  // MARK: Telling

  /// Changes the phase, and tells everybody.
  func change(_ body: (inout Phase) -> Void) {
    act.withLock { act in
      body(&act.phase)
      act.phaseNumber += 1
    }
    bell.ring()
  }

  /// Takes over the odds of the years.
  func take(_ odds: [YearOdds]) {
    act.withLock { act in
      act.odds = odds
      act.oddsNumber += 1
      act.phase.oddsYears = odds.map(\.year)
      act.phase.hasOdds = true
      act.phaseNumber += 1
    }
    bell.ring()
  }

  /// What stands now.
  var now: Act { act.withLock { $0 } }

  /// What is new for somebody, as events of a stream; empty for nothing.
  func news(after place: inout StagePlace) -> [UInt8] {
    act.withLock { act in
      var bytes: [UInt8] = []
      if place.generation == "now" {
        // Whoever has just come and wants no history hears the last scene.
        (place.generation, place.lines) = (act.generation, max(0, act.shown - 1))
      }
      if place.generation != act.generation || place.lines > act.shown {
        if !place.isReset { bytes += Array("event: reset\ndata: \(act.generation)\n\n".utf8) }
        place.isReset = true
        return bytes
      }
      for line in place.lines..<act.shown {
        bytes += Array("id: \(act.generation)-\(line + 1)\nevent: scene\ndata: ".utf8)
        bytes += act.scenes[line] + Array("\n\n".utf8)
      }
      place.lines = act.shown
      if place.phase != act.phaseNumber {
        place.phase = act.phaseNumber
        bytes += Array("event: phase\ndata: ".utf8)
        bytes += act.phase.json(lines: act.shown, of: act.scenes.count) + Array("\n\n".utf8)
      }
      return bytes
    }
  }

  /// All scenes that are shown, with the phase, for somebody who has just come.
  var story: [UInt8] {
    act.withLock { act in
      var bytes = Array("{\"generation\":\"\(act.generation)\",\"phase\":".utf8)
      bytes += act.phase.json(lines: act.shown, of: act.scenes.count)
      bytes += Array(",\"scenes\":[".utf8)
      for (place, scene) in act.scenes[..<act.shown].enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += scene
      }
      return bytes + Array("]}".utf8)
    }
  }

  // MARK: Replays

  /// Shows a ledger up to another line.
  func show(lines: Int) {
    act.withLock { act in
      let lines = min(max(1, lines), act.scenes.count)
      if lines < act.shown { act.reset() }
      act.shown = lines
      act.phaseNumber += 1
    }
    bell.ring()
  }
}

/// A cycle is too large for a hall.
struct TooManyStates: Error, CustomStringConvertible {
  var description: String {
    "the membership has more than \(Stage.mostStates) States, too many for a hall's screens"
  }
}

extension Stage.Act {
  /// Takes over what stands in the file: what is new, or, where it is another ledger, everything.
  mutating func take(_ ledger: Ledger) {
    let isSame =
      !entries.isEmpty && entries.count <= ledger.entries.count
      && entries.last?.hash == ledger.entries[entries.count - 1].hash
    if !isSame {
      let line = phase.isReplay && entries.isEmpty ? shown : 0
      entries = []
      scenes = []
      var writer = SceneWriter(opening: ledger.opened)
      scenes.append(writer.opening(ledger.opened, ledger.entries[0]))
      entries.append(ledger.entries[0])
      for entry in ledger.entries.dropFirst() {
        scenes.append(writer.scene(entry))
        entries.append(entry)
      }
      (self.writer, opened) = (writer, ledger.opened)
      reset()
      shown = phase.isReplay ? min(max(1, line), scenes.count) : scenes.count
      return
    }
    for entry in ledger.entries[entries.count...] { append(entry) }
    if !phase.isReplay { shown = scenes.count }
  }

  mutating func append(_ entry: Ledger.Entry) {
    guard var writer else { return }
    self.writer = nil
    scenes.append(writer.scene(entry))
    entries.append(entry)
    self.writer = writer
  }

  /// Makes everybody fetch everything anew.
  mutating func reset() {
    if generation != "none" { resets += 1 }
    generation = "\(entries.first?.hash.text.prefix(12) ?? "none").\(resets)"
  }

  mutating func clear(fault: String) {
    (entries, scenes, pending, odds) = ([], [], [], [])
    (phase.oddsYears, phase.hasOdds) = ([], false)
    (writer, opened, shown) = (nil, nil, phase.isReplay ? shown : 0)
    if generation != "none" { reset() }
    phase.fault = fault
    phase.activity = .idle
  }

  /// Notes whether a draw was interrupted.
  mutating func note(_ draw: DrawName?) {
    if isBusy || phase.isReplay { return }
    phase.activity = draw == nil ? .idle : .interrupted
    if let draw { phase.draw = draw.text }
  }

  /// The hash of the last line; empty where there is none.
  var head: String { entries.last?.hash.text ?? "" }

  /// The whole lines of the ledger that are shown, as they stand in the file.
  var ledger: [UInt8] {
    var bytes: [UInt8] = []
    var previous = LineHash.none
    for entry in entries[..<shown] {
      bytes += LedgerLine(sequence: entry.line - 1, previous: previous, event: entry.event).bytes
      bytes.append(UInt8(ascii: "\n"))
      previous = entry.hash
    }
    return bytes
  }

  /// The hash of the last line before an interrupted draw.
  var start: String { entries.dropLast(pending.count).last?.hash.text ?? "" }
}
