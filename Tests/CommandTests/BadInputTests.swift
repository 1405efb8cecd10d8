import Testing

@Suite struct `Bad input` {
  @Test(arguments: BadInput.all)
  func `gets a clear message and the right exit code and changes nothing`(
    _ input: BadInput
  ) throws {
    let folder = try TemporaryFolder()
    for (path, content) in input.files { try put(content, at: path, in: folder) }
    let before = try folder.entries()
    let answer = try Command.run(input.arguments, in: folder)
    #expect(answer.exitCode == input.exitCode, "\(answer.said)")
    for piece in input.says {
      #expect(answer.said.contains(piece), "\(answer.said.prefix(2000))")
    }
    #expect(!input.says.isEmpty || answer.complaint.isEmpty, "\(answer.said.prefix(2000))")
    #expect(answer.output.isEmpty != input.isAnswered, "\(answer.text.prefix(2000))")
    #expect(try folder.entries() == before)
    #expect(String(validating: answer.complaint, as: UTF8.self) != nil)
    // A terminal would obey these.
    let controls = (answer.output + answer.complaint).filter { ($0 < 32 && $0 != 10) || $0 == 127 }
    #expect(controls.isEmpty, "\(answer.said.prefix(2000))")
    #expect(input.isLong || answer.complaint.count < 4000, "\(answer.complaint.count) bytes")
    // An answer in JSON holds the certificates of conflicts.
    #expect(input.isLong || answer.output.count < 16_000, "\(answer.output.count) bytes")
  }

  private func put(
    _ content: BadInput.Content, at path: String, in folder: TemporaryFolder
  ) throws {
    switch content {
    case .text(let text): try folder.write(text.utf8, path)
    case .bytes(let bytes): try folder.write(bytes, path)
    case .folder: try folder.makeFolder(path)
    case .ledger(let change):
      var ledger = try LedgerText.small.get()
      try change(&ledger)
      try folder.write(ledger.bytes, path)
    case .ledgerBytes(let change):
      var bytes = try LedgerText.small.get().bytes
      change(&bytes)
      try folder.write(bytes, path)
    }
  }
}
