import Records
import Rules

/// What a folder of results says, cell by cell: a whole plan or one of its shards, finished or not.
public struct StressSummary: Sendable {
  /// The name of the plan.
  public let name: String
  /// What tells the plan from any other: a hash of its memberships, rules and behaviours.
  public let identity: String
  /// The plan's seed.
  public let seed: String
  /// The program that made the results.
  public let software: String
  /// Which part of the plan's cycles the folder is to hold.
  public let shard: Shard
  /// How many cycles it is to hold.
  public let plannedCycles: Int
  /// The cells, in the order of their numbers.
  public private(set) var cells: [CellSummary]

  /// How many cycles it holds.
  public var cycles: Int { cells.reduce(0) { $0 + $1.cycles } }

  /// Whether every cycle is there.
  public var isComplete: Bool { cycles == plannedCycles }

  /// The columns of `cells.csv` in which the cells differ, in its order: what the plan varies.
  public var varied: [String] {
    guard let first = cells.first else { return [] }
    return first.settings.map(\.name).filter { name in
      let value = first.setting(name)
      return cells.contains { !$0.setting(name).utf8.elementsEqual(value.utf8) }
    }
  }

  /// The largest target for the reviews of a State among the cells' rulebooks; 0 where none has one.
  /// By it all cells are compared, those without a target too.
  public var largestTarget: Int {
    cells.compactMap { Int($0.setting("loads.target")) }.max() ?? 0
  }

  /// Whether some cell's rulebook has supplementary reviewers.
  public var countsSupplements: Bool {
    cells.contains { $0.setting("reviewers.protocols") == "supplement" }
  }

  /// The rules whose waivers are counted; that of supplementary reviewers where some cell has it.
  public var rules: [WaivableRule] {
    WaivableRule.allCases.filter {
      WaivableRule.counted.contains($0) || ($0 == .supplement && countsSupplements)
    }
  }

  /// Reads a folder.
  ///
  /// - Throws: ``StressFailure`` where it holds no results, or such as were changed.
  /// - Complexity: Time linear in the size of the files, memory in the number of cells.
  public init(folder: String) throws(StressFailure) {
    guard let manifest = try Manifest(folder: folder) else { throw .noResults(folder: folder) }
    (name, seed, software) = (manifest.name, manifest.seed, manifest.software)
    identity = manifest.identity
    shard = manifest.shard
    plannedCycles = manifest.shard.size(of: manifest.total)
    cells = try Self.cells(folder)
    try addCycles(folder)
    try addTimes(folder)
    try addCauses(folder)
    try addPairs(folder)
  }

  private static func cells(_ folder: String) throws(StressFailure) -> [CellSummary] {
    let path = ResultFile.cells.path(in: folder)
    let bytes: [UInt8]
    do {
      bytes = try InputFile.read(path: path)
    } catch { throw .damaged(path: path, line: nil, why: "the file cannot be read") }
    guard let rows = DelimitedLine.rows(of: bytes), rows.first == CellTable.columns else {
      throw .damaged(path: path, line: 1, why: "the header is another one")
    }
    var cells: [CellSummary] = []
    for (place, row) in rows.dropFirst().enumerated() {
      guard row.count == CellTable.columns.count, Int(row[0]) == place + 1,
        let cycles = Int(row[1])
      else { throw .damaged(path: path, line: place + 2, why: "this is no cell") }
      let settings = zip(CellTable.columns, row).dropFirst(2).map {
        CellSummary.Setting(name: $0, value: $1)
      }
      cells.append(CellSummary(number: place + 1, settings: settings, plannedCycles: cycles))
    }
    return cells
  }

  /// Reads a table line by line; a table that is not there yet has no lines.
  private func forEachLine(
    of file: ResultFile, in folder: String,
    _ body: (inout LineReader, ArraySlice<UInt8>) throws(StressFailure) -> Void
  ) throws(StressFailure) {
    guard ResultDisk.size(file.path(in: folder)) ?? 0 >= file.headerBytes().count else { return }
    var reader = try LineReader(file, in: folder)
    defer { reader.close() }
    while let line = try reader.next() { try body(&reader, line) }
  }

  private mutating func addCycles(_ folder: String) throws(StressFailure) {
    var cells = cells
    try forEachLine(of: .cycles, in: folder) { (reader, line) throws(StressFailure) in
      guard let row = CycleRow(line, countsSupplements: reader.countsSupplements),
        cells.indices.contains(row.cell - 1)
      else {
        throw reader.damage("this is no cycle")
      }
      cells[row.cell - 1].add(row.measures)
    }
    self.cells = cells
  }

  private mutating func addTimes(_ folder: String) throws(StressFailure) {
    var cells = cells
    try forEachLine(of: .times, in: folder) { (reader, line) throws(StressFailure) in
      var fields = FieldCursor(line)
      guard let cell = fields.number(), fields.number() != nil, let time = fields.number(),
        fields.isAtEnd, cells.indices.contains(cell - 1)
      else { throw reader.damage("this is no time") }
      cells[cell - 1].microseconds.add(time)
    }
    self.cells = cells
  }

  private mutating func addCauses(_ folder: String) throws(StressFailure) {
    var cells = cells
    try forEachLine(of: .causes, in: folder) { (reader, line) throws(StressFailure) in
      var fields = FieldCursor(line)
      guard let cell = fields.number(), let rule = WaivableRule(rawValue: fields.text()),
        cells.indices.contains(cell - 1)
      else { throw reader.damage("this is no cause") }
      let waivable = fields.text()
      guard let least = fields.number(), let most = fields.number(), let count = fields.number()
      else { throw reader.damage("this is no cause") }
      cells[cell - 1].causes.append(
        CellSummary.Cause(
          rule: rule, isWaivable: waivable == "yes", least: least, most: most, stateCount: count,
          states: fields.text().split(separator: " ").map(String.init)))
    }
    self.cells = cells
  }

  private mutating func addPairs(_ folder: String) throws(StressFailure) {
    var cells = cells
    var count: (cell: Int, pairs: PredictabilityCount)?
    func close() {
      guard let counted = count else { return }
      var pairs = counted.pairs
      cells[counted.cell - 1].predictability = pairs.finish()
      count = nil
    }
    try forEachLine(of: .pairs, in: folder) { (reader, line) throws(StressFailure) in
      var fields = FieldCursor(line)
      guard let cell = fields.number(), cells.indices.contains(cell - 1) else {
        throw reader.damage("this is no pair")
      }
      let (state, reviewer) = (fields.text(), fields.text())
      guard let cycles = fields.number(), fields.isAtEnd else {
        throw reader.damage("this is no pair")
      }
      if count?.cell != cell {
        close()
        count = (cell, PredictabilityCount(cycles: cells[cell - 1].drawnCycles))
      }
      count?.pairs.add(state, reviewer, cycles)
    }
    close()
    self.cells = cells
  }
}
