extension StressRun {
  /// What a run would do; nothing is written or drawn.
  ///
  /// - Returns: How many cycles the folder holds, and how many it would hold.
  /// - Throws: ``StressFailure`` where the run would refuse the folder.
  public func wouldDraw() throws(StressFailure) -> (done: Int, total: Int) {
    let total = shard.size(of: plan.cycleCount)
    guard try ResultDisk.isFolder(folder),
      try ResultWriter.isClaimed(folder, Manifest(plan, software: software, shard: shard)),
      ResultDisk.isThere(ResultFile.cycles.path(in: folder))
    else { return (0, total) }
    return (min(try LineReader.count(.cycles, in: folder), total), total)
  }
}
