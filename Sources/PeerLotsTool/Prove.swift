import ArgumentParser
import Drawing
import Phrases
import Proofs
import Records
import Rules

/// `peerlots prove`: proofs of every bowl.
struct Prove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: "Writes proofs of every bowl, which a program without a solver can check.",
    discussion: """
      For each lot of a reviewer: a completion for every State in the bowl, and prices that show that \
      no other State could be in it. For each best vector likewise. Nothing is taken from the search \
      that drew the lots: a contradiction between the two is a defect, and is said. The page Proofs \
      of the documentation gives the format; `verify.py LEDGER --proofs F` checks it. --page writes \
      one page for a browser that holds ledger and proofs, checks both, and asks no network.
      """)

  @OptionGroup var folder: FolderArgument

  @Option(help: "The file to write, for instance proofs.jsonl.", completion: .file())
  var output: String?

  @Option(
    help: "A page to write that checks ledger and proofs in a browser, for instance check.html.",
    completion: .file())
  var page: String?

  @Flag(help: "Write over a file that is there with another content.")
  var replace = false

  @OptionGroup var trial: DryRunOption

  func validate() throws {
    if output == nil && page == nil { throw ValidationError("give --output, --page, or both") }
    if output == page { throw ValidationError("--page and --output need different files") }
  }

  func run() throws {
    try Exit.reporting {
      let files = [output, page].compactMap(\.self)
      for file in files { try OutputFile.check(file) }
      let ledger = try Ledger(folder: folder.folder)
      _ = try LedgerReplay.run(ledger, chains: .taken)
      let proofs = try Prover.prove(ledger.events, head: ledger.lastHash.text) { done, all in
        Patience.note("line \(done) of \(all) proven")
      }
      if trial.dryRun {
        say(proofs, files)
        return Console.say(English(.conditional, Rulebook()).nothingWritten)
      }
      let text = proofs.text
      if let output {
        try OutputFile.write(Array(text.utf8), to: output, replaces: replace)
      }
      if let page {
        let checks = try ProofPage.text(of: ledger, in: folder.folder, proofs: text)
        try OutputFile.write(Array(checks.utf8), to: page, replaces: replace)
      }
      say(proofs, files)
    }
  }

  private func say(_ proofs: LedgerProofs, _ files: [String]) {
    Console.say(
      "\(files.joined(separator: ", ")): \(proofs.provenCount) of "
        + "\(Words.count(proofs.lotCount, "lot")) of reviewers "
        + "\(proofs.provenCount == 1 ? "is" : "are") proven")
    for gap in proofs.gaps.prefix(Self.mostGaps) {
      Console.say("not proven: line \(gap.line): \(gap.reason)")
    }
    if proofs.gaps.count > Self.mostGaps {
      Console.say("not proven: \(proofs.gaps.count - Self.mostGaps) more lines, as the file says")
    }
  }

  /// The most lines that are named.
  private static let mostGaps = 20
}
