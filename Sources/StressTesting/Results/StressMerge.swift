import Foundation
import Records
import SystemPackage

/// Puts the shards of a plan together.
public enum StressMerge {
  /// Merges folders, in any order, into a new one, or into one in which the same merging was
  /// interrupted or done before.
  ///
  /// - Returns: How many cycles there are.
  /// - Throws: ``StressFailure`` where a shard is missing, stands twice, is not finished or belongs to
  ///   another plan, and where the folder is not new; nothing is left behind then.
  /// - Complexity: Time linear in the size of the files; memory for one line of each shard.
  public static func merge(
    _ folders: [String], into output: String
  ) throws(StressFailure) -> Int {
    let shards = try read(folders, for: output)
    guard let first = shards.first else { return 0 }
    let whole = first.manifest.with(.whole)
    try ResultDisk.makeFolder(output)
    let lock = try ResultLock(output)
    defer { lock.release() }
    if try isThere(whole, in: output) { return whole.total }
    // Its name comes last, so that a folder with it holds everything; until then it says that the
    // tables beside it are of a merging.
    let path = ResultFile.manifest.path(in: output)
    let manifest = try ResultDisk.performing { () throws(LedgerFailure) in
      try UnfinishedFile(whole.bytes, for: path)
    }
    do {
      try removeTables(from: output)
      try write(shards, into: output)
      try ResultDisk.performing { () throws(LedgerFailure) in try manifest.place(replaces: false) }
    } catch {
      try? removeTables(from: output)
      manifest.remove()
      throw error
    }
    return whole.total
  }

  /// What a merging would give; nothing is written.
  ///
  /// - Returns: How many cycles there would be, and whether they are in the folder already.
  /// - Throws: ``StressFailure`` where the merging would refuse the folders. That the lines of
  ///   finished shards are as they were written, the merging itself finds out.
  public static func wouldMerge(
    _ folders: [String], into output: String
  ) throws(StressFailure) -> (cycles: Int, isDone: Bool) {
    let shards = try read(folders, for: output)
    guard let whole = shards.first?.manifest.with(.whole) else { return (0, false) }
    for part in shards {
      let size = part.manifest.shard.size(of: whole.total)
      let done = try LineReader.count(.cycles, in: part.folder)
      let isOpen = ResultDisk.isThere(ResultFile.journal.path(in: part.folder))
      if done < size || isOpen {
        throw .unfinished(folder: part.folder, done: min(done, size), of: size)
      }
    }
    return (whole.total, try ResultDisk.isFolder(output) ? isThere(whole, in: output) : false)
  }

  /// Whether a folder holds the merged results already; it may also be empty, or hold what a killed
  /// process left of them.
  private static func isThere(
    _ whole: Manifest, in output: String
  ) throws(StressFailure) -> Bool {
    let names = try ResultDisk.names(in: output)
    if let found = try Manifest(folder: output) {
      if found == whole, !names.contains(ResultFile.journal.rawValue),
        try LineReader.count(.cycles, in: output) == whole.total
      {
        return true
      }
      throw .notEmpty(folder: output)
    }
    let isBegun = UnfinishedFile.isBegun(ResultFile.manifest.path(in: output))
    let tables = Set(ResultFile.merged.map(\.rawValue))
    guard isBegun ? tables.isSuperset(of: names) : names.isEmpty else {
      throw .notEmpty(folder: output)
    }
    return false
  }

  private static func removeTables(from output: String) throws(StressFailure) {
    for file in ResultFile.merged { try ResultDisk.remove(file.path(in: output)) }
  }

  /// One shard.
  private struct Part {
    let folder: String
    let manifest: Manifest
  }

  /// Reads what the folders hold, in the order of the shards.
  private static func read(
    _ folders: [String], for output: String
  ) throws(StressFailure) -> [Part] {
    var parts: [Part] = []
    for folder in folders {
      guard let manifest = try Manifest(folder: folder) else {
        throw .noResults(folder: folder)
      }
      if let first = parts.first, let difference = manifest.difference(from: first.manifest) {
        throw .otherPlan(folder: folder, what: difference)
      }
      parts.append(Part(folder: folder, manifest: manifest))
    }
    let divisions = Set(parts.map(\.manifest.shard.count)).sorted()
    guard divisions.count <= 1 else { throw .differentDivisions(divisions) }
    parts.sort { $0.manifest.shard.number < $1.manifest.shard.number }
    for (part, next) in zip(parts, parts.dropFirst())
    where part.manifest.shard == next.manifest.shard {
      throw .shardTwice(part.manifest.shard, folders: [part.folder, next.folder])
    }
    let count = divisions.first ?? 0
    let present = Set(parts.map(\.manifest.shard.number))
    let missing = count == 0 ? [] : (1...count).filter { !present.contains($0) }
    guard missing.isEmpty else { throw .missingShards(missing, of: count) }
    for part in parts where samePlace(part.folder, output) {
      throw .outputIsInput(folder: output)
    }
    return parts
  }

  private static func samePlace(_ one: String, _ other: String) -> Bool {
    func resolved(_ path: String) -> String {
      URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }
    return resolved(one) == resolved(other)
  }

  private static func write(_ parts: [Part], into output: String) throws(StressFailure) {
    let cells = ResultFile.cells.path(in: parts[0].folder)
    let bytes: [UInt8]
    do throws(RecordsFailure) {
      bytes = try InputFile.read(path: cells)
    } catch { throw .damaged(path: cells, line: nil, why: "the file cannot be read") }
    try ResultDisk.replace(ResultFile.cells.path(in: output), with: bytes)
    try mergeCycles(parts, output)
    try mergeTimes(parts, output)
    try mergeCauses(parts, output)
    try mergePairs(parts, output)
  }

  private static func readers(
    _ file: ResultFile, _ parts: [Part]
  ) throws(StressFailure) -> [LineReader] {
    var readers: [LineReader] = []
    for part in parts {
      readers.append(try LineReader(file, in: part.folder))
    }
    return readers
  }

  /// Shard by shard in turn, as the cycles were dealt.
  private static func mergeCycles(_ parts: [Part], _ output: String) throws(StressFailure) {
    var readers = try readers(.cycles, parts)
    let counts = readers[0].countsSupplements
    if let other = readers.first(where: { $0.countsSupplements != counts }) {
      throw .damaged(path: other.path, line: 1, why: "the header is another one")
    }
    var table = try MergedTable(.cycles, in: output, countsSupplements: counts)
    let manifest = parts[0].manifest
    for place in 0..<manifest.total {
      let part = place % parts.count
      guard let line = try readers[part].next() else {
        throw .unfinished(
          folder: parts[part].folder, done: place / parts.count,
          of: parts[part].manifest.shard.size(of: manifest.total))
      }
      let (cell, cycle) = (place / manifest.cycles + 1, place % manifest.cycles + 1)
      guard line.starts(with: "\(cell),\(cycle),".utf8),
        CycleRow(line, countsSupplements: counts) != nil
      else {
        throw readers[part].damage("this is not the line that is due here")
      }
      try table.append(line)
    }
    for part in readers.indices {
      if try readers[part].next() != nil { throw readers[part].damage("this line is too many") }
      let journal = ResultFile.journal.path(in: parts[part].folder)
      if ResultDisk.isThere(journal) {
        let size = parts[part].manifest.shard.size(of: manifest.total)
        throw .unfinished(folder: parts[part].folder, done: size, of: size)
      }
      readers[part].close()
    }
    try table.close()
  }

  /// The times that there are, in the order of the cycles.
  private static func mergeTimes(_ parts: [Part], _ output: String) throws(StressFailure) {
    var streams = try readers(.times, parts).map { KeyedLines($0, keyFields: 2) }
    var table = try MergedTable(.times, in: output)
    for stream in streams.indices { try streams[stream].advance() }
    while let first = KeyedLines.first(of: streams) {
      if let line = streams[first].line { try table.append(line) }
      try streams[first].advance()
    }
    for stream in streams { stream.close() }
    try table.close()
  }

  /// The causes of each cell, which every shard that has cycles of it gives alike.
  private static func mergeCauses(_ parts: [Part], _ output: String) throws(StressFailure) {
    var byCell: [Int: [ArraySlice<UInt8>]] = [:]
    for part in parts {
      var reader = try LineReader(.causes, in: part.folder)
      var own: [Int: [ArraySlice<UInt8>]] = [:]
      while let line = try reader.next() {
        var fields = FieldCursor(line)
        guard let cell = fields.number() else { throw reader.damage("this is no cause") }
        own[cell, default: []].append(Array(line)[...])
      }
      reader.close()
      for (cell, lines) in own {
        if let known = byCell[cell], known != lines {
          throw reader.damage("another shard says otherwise of cell \(cell)")
        }
        byCell[cell] = lines
      }
    }
    var table = try MergedTable(.causes, in: output)
    for cell in byCell.keys.sorted() {
      for line in byCell[cell] ?? [] { try table.append(line) }
    }
    try table.close()
  }

  /// The sums of the counts of each pair.
  private static func mergePairs(_ parts: [Part], _ output: String) throws(StressFailure) {
    var streams = try readers(.pairs, parts).map { KeyedLines($0, keyFields: 1) }
    var table = try MergedTable(.pairs, in: output)
    for stream in streams.indices { try streams[stream].advance() }
    while let first = KeyedLines.first(of: streams) {
      let (key, texts) = (streams[first].key, streams[first].texts)
      var sum = 0
      for stream in streams.indices {
        guard streams[stream].line != nil, streams[stream].key == key,
          streams[stream].texts == texts
        else { continue }
        sum += streams[stream].count
        try streams[stream].advance()
      }
      let pair = texts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ",")
      try table.append(Array("\(key[0]),\(pair),\(sum)".utf8)[...])
    }
    for stream in streams { stream.close() }
    try table.close()
  }
}
