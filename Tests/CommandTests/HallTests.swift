import Testing

/// What the hall serves, whom it refuses and what its desk writes is tested by
/// `Tests/Hall/check_hall_server.py` and `Tests/Browser/check_hall.py`.
@Suite struct `A hall` {
  @Test func `says what is wrong with how it is called`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      try Project.bytes(of: Project.instance("synthetic-60.csv")), "members.csv")
    let opened = try Command.run(["open", "cycle", "--membership", "members.csv"], in: folder)
    #expect(opened.exitCode == 0, "\(opened.said)")
    for (arguments, code, words) in [
      (["cycle", "--from", "2"], Int32(64), "--from goes with --replay"),
      (["cycle", "--pace", "soon"], 65, "\"soon\" is no pace"),
      (["none", "--replay"], 65, "none"),
      (["cycle", "--port", "0", "--listen", "here"], 65, "nothing can listen"),
    ] {
      let answer = try Command.run(["hall"] + arguments, in: folder)
      #expect(answer.exitCode == code && answer.said.contains(words), "\(answer.said)")
    }
  }
}
