extension Program {
  /// The program as free MPS, to be minimised; every variable is an integer.
  ///
  /// The same program gives the same bytes. Names that MPS cannot hold (see ``lpText()``) are
  /// replaced by `x` or `c` and the position, and listed in comments. Every term must name a
  /// variable of the program.
  public func mpsText() -> String {
    var text = ""
    writeMPS(to: &text)
    return text
  }

  /// Writes what ``mpsText()`` gives, piece by piece. Needs memory for the transposed rows.
  public func writeMPS(to stream: inout some TextOutputStream) {
    let file = FileProgram(self, hyphen: "-", splitsRanges: false)
    for remark in file.remarks { stream.write("* \(remark)\n") }
    stream.write("NAME \(file.name)\n")
    file.writeRows(to: &stream)
    file.writeColumns(to: &stream)
    file.writeRightHandSides(to: &stream)
    file.writeBounds(to: &stream)
    stream.write("ENDATA\n")
  }
}

extension FileProgram.FileRow {
  /// The letter of the row's kind. A range is a `G` row with its width in the section RANGES.
  fileprivate var kind: String {
    switch (lower, upper) {
    case (nil, nil): "N"
    case (nil, _?): "L"
    case (let lower?, let upper?) where lower == upper: "E"
    case (_?, _): "G"
    }
  }
}

extension FileProgram {
  fileprivate func writeRows(to stream: inout some TextOutputStream) {
    stream.write("ROWS\n N \(objectiveName)\n")
    for row in rows { stream.write(" \(row.kind) \(row.name)\n") }
  }

  fileprivate func writeColumns(to stream: inout some TextOutputStream) {
    stream.write("COLUMNS\n MARKER1 'MARKER' 'INTORG'\n")
    let columns = transposed()
    for (name, column) in zip(variableNames, columns) {
      // A column that stands nowhere else is declared by a zero.
      if column.isEmpty { stream.write(" \(name) \(objectiveName) 0\n") }
      for (row, coefficient) in column {
        let rowName = row < 0 ? objectiveName : rows[row].name
        stream.write(" \(name) \(rowName) \(coefficient)\n")
      }
    }
    if let dummyName { stream.write(" \(dummyName) \(objectiveName) 0\n") }
    stream.write(" MARKER2 'MARKER' 'INTEND'\n")
  }

  /// Per variable, the rows it stands in (−1 is the objective) and its coefficients there.
  private func transposed() -> [[(row: Int, coefficient: Int)]] {
    var columns = [[(row: Int, coefficient: Int)]](repeating: [], count: variableNames.count)
    for term in program.objective where term.coefficient != 0 {
      columns[term.variable.index].append((-1, term.coefficient))
    }
    for (index, row) in rows.enumerated() {
      for term in row.terms { columns[term.variable.index].append((index, term.coefficient)) }
    }
    return columns
  }

  fileprivate func writeRightHandSides(to stream: inout some TextOutputStream) {
    stream.write("RHS\n")
    for row in rows {
      if let side = row.lower ?? row.upper, side != 0 {
        stream.write(" RHS1 \(row.name) \(side)\n")
      }
    }
    stream.write("RANGES\n")
    for row in rows {
      if let lower = row.lower, let upper = row.upper, lower < upper {
        stream.write(" RNG1 \(row.name) \(Int128(upper) - Int128(lower))\n")
      }
    }
  }

  /// Writes both bounds of every variable: readers differ in what an integer column without
  /// bounds may be.
  fileprivate func writeBounds(to stream: inout some TextOutputStream) {
    stream.write("BOUNDS\n")
    for (variable, name) in zip(program.variables, variableNames) {
      if variable.lower == variable.upper {
        stream.write(" FX BND1 \(name) \(variable.lower)\n")
        continue
      }
      stream.write(" LO BND1 \(name) \(variable.lower)\n")
      stream.write(variable.upper.map { " UP BND1 \(name) \($0)\n" } ?? " PL BND1 \(name)\n")
    }
    if let dummyName { stream.write(" FX BND1 \(dummyName) 0\n") }
  }
}
