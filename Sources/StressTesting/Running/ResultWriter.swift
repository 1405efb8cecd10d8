import SystemPackage

/// Writes the results of a shard, cycle after cycle in their order, so that at any moment the folder
/// holds what is done and how to go on.
///
/// A cycle's line in the journal comes before its line in `cycles.csv`. When a cell is done, its
/// lines in `pairs.csv` and `causes.csv` are written; only then does the next cell's journal take
/// the place of this one.
struct ResultWriter {
  /// How many cycles are done.
  private(set) var done = 0
  /// How many cycles the shard has.
  let total: Int
  /// How many cycles that were written had lost a part of their results and are drawn again.
  private(set) var lost = 0

  private let plan: StressPlan
  private let shard: Shard
  private let folder: String
  private let lock: ResultLock
  private var cycles: AppendedTable
  private var times: AppendedTable
  private var pairs: AppendedTable
  private var causes: AppendedTable
  private var journalFile: AppendedTable?
  /// The cell that is being drawn, and its pairs so far.
  private var journal: CellJournal?
  private var counts = PairCounts(codes: [])

  /// Opens a folder, and takes up what stands there.
  init(
    folder: String, plan: StressPlan, shard: Shard, software: String
  ) throws(StressFailure) {
    (self.folder, self.plan, self.shard) = (folder, plan, shard)
    total = shard.size(of: plan.cycleCount)
    try ResultDisk.makeFolder(folder)
    lock = try ResultLock(folder)
    try Self.claim(folder, Manifest(plan, software: software, shard: shard))
    let cells = ResultFile.cells.path(in: folder)
    if !ResultDisk.isThere(cells) {
      try ResultDisk.replace(cells, with: CellTable.bytes(of: plan))
    }
    cycles = try AppendedTable(.cycles, in: folder, countsSupplements: plan.countsSupplements)
    times = try AppendedTable(.times, in: folder)
    pairs = try AppendedTable(.pairs, in: folder)
    causes = try AppendedTable(.causes, in: folder)
    try takeUp()
  }

  /// Makes sure that the folder is that of the plan's shard.
  private static func claim(_ folder: String, _ manifest: Manifest) throws(StressFailure) {
    if try isClaimed(folder, manifest) { return }
    try ResultDisk.replace(ResultFile.manifest.path(in: folder), with: manifest.bytes)
  }

  /// Whether a folder holds results of the plan's shard already; one that holds anything else is
  /// refused.
  static func isClaimed(_ folder: String, _ manifest: Manifest) throws(StressFailure) -> Bool {
    guard let found = try Manifest(folder: folder) else {
      guard try ResultDisk.names(in: folder).isEmpty else { throw .notEmpty(folder: folder) }
      return false
    }
    if let difference = found.difference(from: manifest) {
      throw .otherPlan(folder: folder, what: difference)
    }
    if found.shard != manifest.shard {
      throw .otherShard(folder: folder, found: found.shard, expected: manifest.shard)
    }
    return true
  }

  /// The numbers of the cell and of the cycle at a place of the shard.
  func numbers(of place: Int) -> (cell: Int, cycle: Int) { plan.numbers(of: shard.global(place)) }

  /// The next place of each cell that is not finished, at most so many.
  func firstOfCells(to end: Int, atMost limit: Int) -> [Int] {
    var places: [Int] = []
    var place = done
    while place < end, places.count < limit {
      places.append(place)
      place = self.end(of: numbers(of: place).cell)
    }
    return places
  }

  // MARK: Writing

  /// Writes the next cycle.
  mutating func write(_ result: CycleResult) throws(StressFailure) {
    if journal?.cell != result.row.cell { try begin(result.row.cell, result.cell) }
    var line: [UInt8] = []
    PairLine.append(result.pairs, to: &line)
    try journalFile?.append(line)
    line.removeAll(keepingCapacity: true)
    result.row.append(to: &line, countsSupplements: plan.countsSupplements)
    try cycles.append(line)
    try times.append(
      Array("\(result.row.cell),\(result.row.cycle),\(result.microseconds)\n".utf8))
    counts.add(result.pairs)
    done += 1
    if done == total || numbers(of: done).cell != result.row.cell { try finishCell() }
  }

  private mutating func begin(_ cell: Int, _ facts: CellFacts) throws(StressFailure) {
    let journal = CellJournal(
      cell: cell, pairBytes: pairs.byteCount, causeBytes: causes.byteCount, facts: facts)
    journalFile?.close()
    try ResultDisk.replace(ResultFile.journal.path(in: folder), with: journal.bytes)
    journalFile = try AppendedTable(.journal, in: folder)
    self.journal = journal
    counts = PairCounts(codes: facts.codes)
  }

  private mutating func finishCell() throws(StressFailure) {
    guard let journal else { return }
    try pairs.append(counts.bytes(cell: journal.cell))
    try causes.append(journal.facts.causes.flatMap { Array("\($0)\n".utf8) })
    try sync()
    if done == total {
      journalFile?.close()
      journalFile = nil
      self.journal = nil
      try ResultDisk.remove(ResultFile.journal.path(in: folder))
    }
  }

  private func sync() throws(StressFailure) {
    for table in [journalFile, cycles, times, pairs, causes] { try table?.sync() }
  }

  /// Closes the folder.
  mutating func close() throws(StressFailure) {
    try sync()
    for table in [journalFile, cycles, times, pairs, causes] { table?.close() }
    lock.release()
  }

  // MARK: Taking up

  /// Finds out what is done, and cuts off what an interruption left half written.
  private mutating func takeUp() throws(StressFailure) {
    let path = ResultFile.journal.path(in: folder)
    let written = try countRows(upTo: total)
    // The first journal comes before the first line; the last is removed after the last.
    if !ResultDisk.isThere(path) && (written == 0 || written == total) {
      return try keep(written)
    }
    if try !goOn(by: path, written) { try beginCellAgain(written) }
  }

  /// Goes on after the last cycle of which all files have their part.
  ///
  /// - Returns: Whether the journal goes with the other files.
  private mutating func goOn(by path: String, _ written: Int) throws(StressFailure) -> Bool {
    guard ResultDisk.isThere(path) else { return false }
    var reader = try LineReader(path)
    defer { reader.close() }
    guard let line = try reader.next(), let journal = CellJournal(line),
      let first = firstPlace(of: journal.cell), first <= written,
      journal.pairBytes <= pairs.byteCount, journal.causeBytes <= causes.byteCount
    else { return false }
    try pairs.cut(to: journal.pairBytes)
    try causes.cut(to: journal.causeBytes)
    counts = PairCounts(codes: journal.facts.codes)
    var place = first
    var offset = reader.offset
    while place < min(written, end(of: journal.cell)), let line = try reader.next() {
      guard let read = PairLine.pairs(line, stateCount: journal.facts.codes.count) else {
        throw reader.damage("these are no pairs")
      }
      counts.add(read)
      place += 1
      offset = reader.offset
    }
    journalFile = try AppendedTable(.journal, in: folder)
    try journalFile?.cut(to: offset)
    self.journal = journal
    try keep(place)
    lost = written - place
    if place == end(of: journal.cell) { try finishCell() }
    return true
  }

  /// Begins a cell again where its journal is missing or goes with another one: the first that may
  /// lack something in any file. What stands of earlier cells was saved before the next one began.
  private mutating func beginCellAgain(_ written: Int) throws(StressFailure) {
    var cell = numbers(of: min(written, total - 1)).cell
    for table in [ResultFile.pairs, .causes] {
      if let last = try cellStarts(of: table).last?.cell { cell = min(cell, last) }
    }
    guard let first = firstPlace(of: cell) else {
      throw .damaged(path: pairs.path, line: nil, why: "there is no such cell in this shard")
    }
    for (table, place) in zip([ResultFile.pairs, .causes], [\ResultWriter.pairs, \.causes]) {
      let starts = try cellStarts(of: table)
      let end = starts.first { $0.cell >= cell }?.offset ?? self[keyPath: place].byteCount
      try self[keyPath: place].cut(to: end)
    }
    try ResultDisk.remove(ResultFile.journal.path(in: folder))
    try keep(min(first, written))
    lost = written - done
  }

  /// Where the lines of each cell begin in a table, in the order of the cells.
  private func cellStarts(
    of table: ResultFile
  ) throws(StressFailure) -> [(cell: Int, offset: Int)] {
    var reader = try LineReader(table, in: folder)
    defer { reader.close() }
    var starts: [(cell: Int, offset: Int)] = []
    var offset = reader.offset
    while let line = try reader.next() {
      var fields = FieldCursor(line)
      guard let cell = fields.number() else { throw reader.damage("it begins with no cell") }
      if starts.last?.cell != cell { starts.append((cell, offset)) }
      offset = reader.offset
    }
    return starts
  }

  /// The shard's first place in a cell; nil where it has none there.
  private func firstPlace(of cell: Int) -> Int? {
    guard (1...plan.cellCount).contains(cell) else { return nil }
    let place = shard.size(of: (cell - 1) * plan.cycles)
    return place < total && numbers(of: place).cell == cell ? place : nil
  }

  /// The place after the shard's last in a cell.
  private func end(of cell: Int) -> Int { shard.size(of: cell * plan.cycles) }

  /// Counts the lines of `cycles.csv`, each of which must be the one that is due.
  private func countRows(upTo limit: Int) throws(StressFailure) -> Int {
    var reader = try LineReader(.cycles, in: folder)
    defer { reader.close() }
    var count = 0
    while let line = try reader.next() {
      guard count < limit, isDue(line, at: count) else {
        throw reader.damage("this is not the line that is due here")
      }
      count += 1
    }
    return count
  }

  private func isDue(_ line: ArraySlice<UInt8>, at place: Int) -> Bool {
    let due = numbers(of: place)
    return line.starts(with: "\(due.cell),\(due.cycle),".utf8)
  }

  /// Keeps so many cycles and cuts off the rest.
  private mutating func keep(_ count: Int) throws(StressFailure) {
    var reader = try LineReader(.cycles, in: folder)
    var kept = 0
    while kept < count, try reader.next() != nil { kept += 1 }
    try cycles.cut(to: reader.offset)
    reader.close()
    try keepTimes(upTo: count)
    if count == 0 && journal == nil {
      try pairs.cut(to: ResultFile.pairs.headerBytes().count)
      try causes.cut(to: ResultFile.causes.headerBytes().count)
    }
    done = count
  }

  /// Keeps the times of cycles that are kept; some may be missing after an interruption.
  private mutating func keepTimes(upTo count: Int) throws(StressFailure) {
    var reader = try LineReader(.times, in: folder)
    defer { reader.close() }
    var offset = reader.offset
    let end = shard.global(count)
    while let line = try reader.next() {
      var fields = FieldCursor(line)
      guard let cell = fields.number(), let cycle = fields.number(),
        (cell - 1) * plan.cycles + cycle - 1 < end
      else { break }
      offset = reader.offset
    }
    try times.cut(to: offset)
  }
}
