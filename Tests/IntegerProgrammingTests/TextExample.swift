import IntegerProgramming

/// A small program and its two texts.
enum TextExample {
  /// One of every kind of row and bound, and names that must be replaced.
  static let program: Program = {
    var program = Program(name: "example")
    let a = program.addVariable("r(NOR,SWE)", upper: 1)
    let b = program.addVariable("r(A-1,B_2)", lower: -2, upper: 7)
    let c = program.addVariable("e5", lower: 1, upper: nil)
    let d = program.addVariable("Åland\nEnd", lower: 3, upper: 3)
    _ = program.addVariable("alone", upper: 9)
    program.addRow("least", [Term(1, a), Term(-3, b)], lower: -4)
    program.addRow("most", [Term(1, a), Term(0, b), Term(1, c)], upper: 0)
    program.addRow("same", [Term(-1, b), Term(2, d)], lower: 5, upper: 5)
    program.addRow("least", [Term(1, c)], lower: 2, upper: 8)
    program.addRow("nobody", [], lower: 1)
    program.addRow("open", [Term(1, d)])
    program.addRow("never", [Term(1, a)], lower: 2, upper: 1)
    program.objective = [Term(1, a), Term(12, c), Term(-1, b)]
    return program
  }()

  static let mps = """
    * variable x2 is named e5
    * row c3 is named least
    NAME example
    ROWS
     N cost
     G least
     L most
     E same
     G c3
     G nobody
     N open
     G never
     L c6_upper
    COLUMNS
     MARKER1 'MARKER' 'INTORG'
     r(NOR,SWE) cost 1
     r(NOR,SWE) least 1
     r(NOR,SWE) most 1
     r(NOR,SWE) never 1
     r(NOR,SWE) c6_upper 1
     r(A-1,B_2) cost -1
     r(A-1,B_2) least -3
     r(A-1,B_2) same -1
     x2 cost 12
     x2 most 1
     x2 c3 1
     x3 same 2
     x3 open 1
     alone cost 0
     MARKER2 'MARKER' 'INTEND'
    RHS
     RHS1 least -4
     RHS1 same 5
     RHS1 c3 2
     RHS1 nobody 1
     RHS1 never 2
     RHS1 c6_upper 1
    RANGES
     RNG1 c3 6
    BOUNDS
     LO BND1 r(NOR,SWE) 0
     UP BND1 r(NOR,SWE) 1
     LO BND1 r(A-1,B_2) -2
     UP BND1 r(A-1,B_2) 7
     LO BND1 x2 1
     PL BND1 x2
     FX BND1 x3 3
     LO BND1 alone 0
     UP BND1 alone 9
    ENDATA

    """

  static let lp = """
    \\ variable x2 is named e5
    \\ row c3 is named least
    \\ example
    Minimize
     cost: r(NOR,SWE) + 12 x2 - r(A~1,B_2) + 0 alone
    Subject To
     least: r(NOR,SWE) - 3 r(A~1,B_2) >= -4
     most: r(NOR,SWE) + x2 <= 0
     same: - r(A~1,B_2) + 2 x3 = 5
     c3: x2 >= 2
     c3_upper: x2 <= 8
     nobody: 0 r(NOR,SWE) >= 1
    \\ row open has no bounds
     never: r(NOR,SWE) >= 2
     c6_upper: r(NOR,SWE) <= 1
    Bounds
     0 <= r(NOR,SWE) <= 1
     -2 <= r(A~1,B_2) <= 7
     x2 >= 1
     x3 = 3
     0 <= alone <= 9
    General
     r(NOR,SWE)
     r(A~1,B_2)
     x2
     x3
     alone
    End

    """
}
