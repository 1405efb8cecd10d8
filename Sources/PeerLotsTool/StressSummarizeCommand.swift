import ArgumentParser
import Publishing
import Records
import StressTesting

/// `peerlots stress summarize`: the table by cell.
struct StressSummarizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summarize",
    abstract: "Prints what the results of a folder say, cell by cell.",
    discussion: """
      A folder that is not finished is summarized as far as it is. Shares and means are over the \
      cycles that were drawn; `_low` and `_high` are the ends of intervals of 95 %.
      """)

  @Argument(
    help: "A folder that `stress run` or `stress merge` has written.", completion: .directory)
  var folder: String

  @OptionGroup var sheet: SheetOptions

  @Option(
    help: "Also write a page with plots to this file: one HTML file that needs no network.",
    completion: .file(extensions: ["html"]))
  var page: String?

  @Option(help: "The date that the page bears: 2027-01-31. The results themselves hold none.")
  var date: CivilDate?

  func run() throws {
    try Exit.reporting {
      let summary = try StressSummary(folder: folder)
      if let page {
        let text = StressPage(summary, date: date?.text ?? "").page.text
        try OutputFile.write(Array(text.utf8), to: page, replaces: sheet.replace)
      }
      let table = StressTable(summary)
      if let format = sheet.format.plain {
        try Console.write(table.bytes(as: format), as: format.medium)
      } else if let output = sheet.output {
        try WorkbookFile.write(table.sheets, to: output, replaces: sheet.replace)
      }
      if !summary.isComplete {
        Console.say(
          "\(summary.cycles) of \(Words.count(summary.plannedCycles, "cycle")) are there.")
      }
    }
  }
}
