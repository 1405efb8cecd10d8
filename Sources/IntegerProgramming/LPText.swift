extension Program {
  /// The program as CPLEX LP, to be minimised; every variable is an integer.
  ///
  /// The same program gives the same bytes. A row with two different bounds becomes two rows, since
  /// not every reader knows ranges; one without bounds becomes a comment. A hyphen in a name is
  /// written `~`; a name that is longer than 255 bytes, has characters other than ASCII letters,
  /// digits and `_ ( ) , . -`, could be a number or a keyword, or stands twice, is replaced by `x`
  /// or `c` and the position, and listed in a comment. Every term must name a variable of the
  /// program.
  public func lpText() -> String {
    var text = ""
    writeLP(to: &text)
    return text
  }

  /// Writes what ``lpText()`` gives, piece by piece.
  public func writeLP(to stream: inout some TextOutputStream) {
    let file = FileProgram(self, hyphen: "~", splitsRanges: true)
    for remark in file.remarks { stream.write("\\ \(remark)\n") }
    stream.write("\\ \(file.name)\nMinimize\n")
    file.writeObjective(to: &stream)
    file.writeConstraints(to: &stream)
    file.writeVariables(to: &stream)
    stream.write("End\n")
  }
}

extension FileProgram {
  /// Writes the objective. Variables that stand in no row are declared here, by a zero.
  fileprivate func writeObjective(to stream: inout some TextOutputStream) {
    var stands = [Bool](repeating: false, count: variableNames.count)
    for row in rows where row.lower != nil || row.upper != nil {
      for term in row.terms { stands[term.variable.index] = true }
    }
    let terms = program.objective.filter { $0.coefficient != 0 }
    for term in terms { stands[term.variable.index] = true }
    let absent = stands.indices.filter { !stands[$0] }.map { Term(0, Variable.ID(index: $0)) }
    stream.write(sum(terms + absent, after: " \(objectiveName):") + "\n")
  }

  fileprivate func writeConstraints(to stream: inout some TextOutputStream) {
    stream.write("Subject To\n")
    for row in rows {
      guard let side = row.lower ?? row.upper else {
        stream.write("\\ row \(row.name) has no bounds\n")
        continue
      }
      let relation = row.lower == row.upper ? "=" : row.lower == nil ? "<=" : ">="
      stream.write("\(sum(row.terms, after: " \(row.name):")) \(relation) \(side)\n")
    }
    // Readers want a row.
    if rows.allSatisfy({ $0.lower == nil && $0.upper == nil }) {
      stream.write("\(sum([], after: " always:")) >= 0\n")
    }
  }

  fileprivate func writeVariables(to stream: inout some TextOutputStream) {
    stream.write("Bounds\n")
    for (variable, name) in zip(program.variables, variableNames) {
      switch variable.upper {
      case nil: stream.write(" \(name) >= \(variable.lower)\n")
      case variable.lower?: stream.write(" \(name) = \(variable.lower)\n")
      case let upper?: stream.write(" \(variable.lower) <= \(name) <= \(upper)\n")
      }
    }
    if let dummyName { stream.write(" \(dummyName) = 0\n") }
    stream.write("General\n")
    for name in variableNames { stream.write(" \(name)\n") }
    if let dummyName { stream.write(" \(dummyName)\n") }
  }

  /// A sum after a row's name, broken into lines: readers stop at some 510 characters, and a
  /// name may have 255. A sum without terms is zero times some variable, since readers want one.
  private func sum(_ terms: [Term], after start: String) -> String {
    guard !terms.isEmpty else {
      return "\(start) 0 \(variableNames.first ?? dummyName ?? "")"
    }
    var lines = start
    var lineLength = start.utf8.count
    for (index, term) in terms.enumerated() {
      let name = variableNames[term.variable.index]
      let sign = term.coefficient < 0 ? "- " : index == 0 ? "" : "+ "
      let size = term.coefficient.magnitude
      let text = size == 1 ? "\(sign)\(name)" : "\(sign)\(size) \(name)"
      let fits = lineLength + 1 + text.utf8.count <= 80
      lines += fits ? " \(text)" : "\n  \(text)"
      lineLength = fits ? lineLength + 1 + text.utf8.count : 2 + text.utf8.count
    }
    return lines
  }
}
