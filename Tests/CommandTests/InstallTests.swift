import Testing

@Suite struct `The installation` {
  @Test func `puts the command and completions for three shells under a prefix`() throws {
    let folder = try TemporaryFolder()
    let makefile = Project.file("Sources/PeerLotsTool/Makefile")
    let answer = try Command.shell(
      "make -f '\(makefile)' install-command install-completions PEERLOTS=\"$P\" DESTDIR=\"$PWD\" "
        + "PREFIX=/usr",
      in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    for script in [
      "bash-completion/completions/peerlots", "zsh/site-functions/_peerlots",
      "fish/vendor_completions.d/peerlots.fish",
    ] {
      let text = String(decoding: try folder.bytes("usr/share/\(script)"), as: UTF8.self)
      #expect(text.contains("stand-down") && text.contains("secret-file"), "\(script)")
    }
    let version = try Command.shell("usr/bin/peerlots --version", in: folder)
    #expect(version.exitCode == 0 && version.text.hasPrefix("PeerLots "))
  }

  /// The plugin leaves empty lines between paragraphs, of which `man` complains.
  @Test func `puts a manual page there of which nothing complains`() throws {
    let folder = try TemporaryFolder()
    let page = ".Dd June 1, 2026\n.Dt PEERLOTS 1\n.Os\n.Sh NAME\n.Nm peerlots\nOne.\n\nTwo.\n"
    try folder.write(page.utf8, "made.1")
    let makefile = Project.file("Sources/PeerLotsTool/Makefile")
    let answer = try Command.shell(
      "make -f '\(makefile)' install-manual PEERLOTS=\"$P\" DESTDIR=\"$PWD\" PREFIX=/usr "
        + "MANUAL=\"$PWD/made.1\"", in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    let installed = String(
      decoding: try folder.bytes("usr/share/man/man1/peerlots.1"), as: UTF8.self)
    #expect(installed == page.replacing("\n\n", with: "\n.Pp\n"))
  }

  /// What a person gets who presses the tabulator in bash.
  @Test func `completes commands in bash`() throws {
    let folder = try TemporaryFolder()
    let answer = try Command.shell(
      """
      "$P" --generate-completion-script bash > peerlots.bash
      source peerlots.bash
      COMP_WORDS=(peerlots stand); COMP_CWORD=1; COMP_LINE='peerlots stand'; COMP_POINT=14
      _peerlots peerlots stand peerlots
      printf '%s\\n' "${COMPREPLY[@]}"
      """, in: folder)
    #expect(answer.text.contains("stand-down"), "\(answer.text)\(answer.said)")
  }
}
