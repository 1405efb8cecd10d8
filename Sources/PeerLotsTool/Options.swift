import ArgumentParser
import Drawing
import Pairing
import Records

/// The files a cycle is drawn from.
struct DataOptions: ParsableArguments {
  @Argument(
    help: "The membership: a CSV file with a column `state`.",
    completion: .file(extensions: ["csv"]))
  var membership: String

  @OptionGroup var rules: RuleOptions

  /// Reads the files; warnings go to standard error.
  func read() throws -> CycleData {
    let data = try CycleData.read(
      membership: membership, rulebook: rules.rulebook, conflicts: rules.conflicts)
    for warning in data.warnings { Console.say("\(warning)") }
    return data
  }
}

/// The files that go with a membership.
struct RuleOptions: ParsableArguments {
  @Option(
    help: "The rulebook: a YAML file or a preset; without it, the terms of reference of 2010.",
    completion: .file(extensions: ["yaml", "yml"]))
  var rulebook: String?

  @Option(
    help: """
      Pairs that may not be drawn: a CSV file with the columns `under_review,reviewer`; with \
      `reviewer,other`, two States that may not sit on one review.
      """,
    completion: .file(extensions: ["csv"]))
  var conflicts: String?
}

/// The form of an answer that is no table.
enum AnswerFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

/// The columns that a table may lack although the rulebook needs them.
struct WithoutOptions: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: "Columns that the membership does not have although they are needed: it is meant.")
  var without: [MembershipReader.Column] = []

  /// Refuses columns that are missing and not said to be meant; of the others it is warned.
  func check(_ missing: [MissingColumn], in file: String) throws {
    try MissingColumn.refuse(missing, without: without, in: file)
    for warning in MissingColumn.warnings(missing, in: file) { Console.say("\(warning)") }
  }
}

extension MembershipReader.Column: ExpressibleByArgument {
  /// The column of a name, in any letter case.
  public init?(argument: String) { self.init(rawValue: argument.lowercased()) }
}

/// The form of a table.
enum TableFormat: String, CaseIterable, ExpressibleByArgument {
  case text, csv, json

  /// Who reads it.
  var medium: Console.Medium {
    switch self {
    case .text: .text
    case .csv: .data
    case .json: .json
    }
  }
}

extension CycleData {
  /// The question that the first lots ask.
  var problem: PairingProblem {
    PairingProblem(
      membership: membership, rulebook: rulebook, conflicts: conflicts, exclusions: exclusions)
  }
}
