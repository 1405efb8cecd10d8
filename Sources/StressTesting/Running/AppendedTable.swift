import SystemPackage

/// A file that only grows, but for its end, which may be cut when a run is taken up.
struct AppendedTable {
  let path: String
  private(set) var byteCount: Int
  private let descriptor: FileDescriptor

  /// Opens the file at its end, made with its header where it is not there or has not got it whole.
  ///
  /// - Parameter countsSupplements: Whether cycles have the columns of supplementary seats.
  init(
    _ file: ResultFile, in folder: String, countsSupplements: Bool = false
  ) throws(StressFailure) {
    path = file.path(in: folder)
    let header = file.headerBytes(countsSupplements: countsSupplements)
    if ResultDisk.size(path) ?? 0 < header.count { try ResultDisk.replace(path, with: header) }
    byteCount = ResultDisk.size(path) ?? 0
    descriptor = try ResultDisk.open(path, .writeOnly, .append)
  }

  /// Appends bytes; where not all could be written, none are.
  mutating func append(_ bytes: [UInt8]) throws(StressFailure) {
    let before = byteCount
    do {
      try ResultDisk.perform("write to", path) { _ = try descriptor.writeAll(bytes) }
    } catch {
      try? descriptor.resize(to: Int64(before))
      throw error
    }
    byteCount += bytes.count
  }

  /// Cuts the end off.
  mutating func cut(to byteCount: Int) throws(StressFailure) {
    if byteCount == self.byteCount { return }
    try ResultDisk.perform("cut the end of", path) { try descriptor.resize(to: Int64(byteCount)) }
    self.byteCount = byteCount
  }

  /// Waits until all is on the disk.
  func sync() throws(StressFailure) {
    try ResultDisk.perform("save to disk", path) { try ResultDisk.sync(descriptor) }
  }

  func close() { try? descriptor.close() }
}
