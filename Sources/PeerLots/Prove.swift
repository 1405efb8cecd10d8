import ArgumentParser
import Drawing
import Proofs
import Records

/// `peerlots prove`: proofs of every bowl.
struct Prove: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes proofs of every bowl, which a program without a solver can check.",
    discussion: """
      For each lot of a reviewer: a completion for every State in the bowl, and prices that show that \
      no other State could be in it. For each best vector likewise. Nothing is taken from the search \
      that drew the lots: a contradiction between the two is a defect, and is said. The page Proofs \
      of the documentation gives the format; `verify.py LEDGER --proofs F` checks it.
      """)

  @OptionGroup var folder: FolderArgument

  @Option(help: "The file to write, for instance proofs.jsonl.", completion: .file())
  var output: String

  @Flag(help: "Write over a file that is there with another content.")
  var replace = false

  func run() throws {
    try Exit.reporting {
      try OutputFile.check(output)
      let ledger = try Ledger(folder: folder.folder)
      _ = try LedgerReplay.run(ledger, chains: .taken)
      let proofs = try Prover.prove(ledger.events, head: ledger.lastHash.text) { done, all in
        Patience.note("line \(done) of \(all) proven")
      }
      try OutputFile.write(Array(proofs.text.utf8), to: output, replaces: replace)
      say(proofs)
    }
  }

  private func say(_ proofs: Proofs) {
    Console.say(
      "\(output): \(proofs.provenCount) of \(Words.count(proofs.lotCount, "lot")) of reviewers "
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
