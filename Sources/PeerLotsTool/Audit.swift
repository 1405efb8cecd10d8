import ArgumentParser
import Drawing
import Records

/// `peerlots audit`: pairings of the past against a rulebook.
struct Audit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Looks back at who reviewed whom, by the rules: breaches, loads, what was possible.",
    discussion: """
      The table has the columns `under_review` and `reviewer`, and, where they are known, `year`, \
      `seat` and `source`. A reviewer without a seat takes the regional one where it is of the \
      group, a similar legal system first. Rules of whole cycles are looked at only where every \
      State to be reviewed is in the table. The answer is no where a rule is broken that is more \
      than a preference.
      """)

  @OptionGroup var data: DataOptions

  @Option(
    help: "Who reviewed whom: a CSV file `year,under_review,seat,reviewer,source`.",
    completion: .file(extensions: ["csv"]))
  var drawn: String

  @Option(help: "The form: text, csv (the breaches) or json.")
  var format = TableFormat.text

  func run() throws {
    try Exit.reporting {
      let data = try data.read()
      let drawn = try DrawnReader.read(
        path: drawn, membership: data.membership, rulebook: data.rulebook, needsYears: false)
      Patience.note("working out what was possible")
      let report = try AuditReport(data, drawn)
      switch format {
      case .text: try Console.tell(report.lines.joined(separator: "\n") + "\n")
      case .csv: try Console.write(report.csv, as: .data)
      case .json: try Console.write(report.json, as: .json)
      }
      if !report.isKept { throw ExitCode(Exit.no) }
    }
  }
}
