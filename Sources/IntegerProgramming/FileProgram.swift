/// A program made ready for a file: named, its rows such as the format can say, never without a
/// variable.
struct FileProgram {
  /// A row as files have it.
  struct FileRow {
    let name: String
    /// The terms whose coefficient is not zero.
    let terms: [Term]
    let lower: Int?
    let upper: Int?
  }

  let program: Program
  /// One name per variable.
  let variableNames: [String]
  let objectiveName: String
  let rows: [FileRow]
  /// A variable fixed at 0 for a program that has none: readers want one.
  let dummyName: String?
  /// What to say of replaced names: one line each.
  let remarks: [String]

  /// - Parameters:
  ///   - program: The program.
  ///   - hyphen: See ``FileNames``.
  ///   - splitsRanges: Whether a row with two different bounds must become two rows. One whose
  ///     bounds exclude each other always does: no format can say it as one.
  init(_ program: Program, hyphen: String, splitsRanges: Bool) {
    self.program = program
    var variables = FileNames(program.variables.map(\.name), prefix: "x", hyphen: hyphen)
    var rowNames = FileNames(program.rows.map(\.name), prefix: "c", hyphen: hyphen)
    objectiveName = rowNames.addName("cost")
    variableNames = variables.names
    dummyName = program.variables.isEmpty ? variables.addName("nothing") : nil
    var rows: [FileRow] = []
    for (position, row) in program.rows.enumerated() {
      let name = rowNames.names[position]
      let terms = row.terms.filter { $0.coefficient != 0 }
      if let lower = row.lower, let upper = row.upper,
        lower > upper || (splitsRanges && lower < upper)
      {
        let second = rowNames.addName("c\(position)_upper")
        rows.append(FileRow(name: name, terms: terms, lower: lower, upper: nil))
        rows.append(FileRow(name: second, terms: terms, lower: nil, upper: upper))
      } else {
        rows.append(FileRow(name: name, terms: terms, lower: row.lower, upper: row.upper))
      }
    }
    self.rows = rows
    remarks =
      Self.remarks(on: variables, program.variables.map(\.name), kind: "variable")
      + Self.remarks(on: rowNames, program.rows.map(\.name), kind: "row")
  }

  /// A name that does not fit in a comment is not repeated there: a line break in it would end
  /// the comment. The position in the replacement still tells which one it is.
  private static func remarks(
    on names: FileNames, _ originals: [String], kind: String
  ) -> [String] {
    names.replaced.filter { FileNames.fitsComment(originals[$0]) }.map {
      "\(kind) \(names.names[$0]) is named \(originals[$0])"
    }
  }

  /// The program's name, or a word where it is not legal in a file.
  var name: String { FileNames.isLegal(program.name) ? program.name : "program" }
}
