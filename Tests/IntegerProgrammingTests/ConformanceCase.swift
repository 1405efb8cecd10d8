import IntegerProgramming
import Testing

/// A program and what any solver must say of it.
struct ConformanceCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let program: Program
  /// The smallest objective; nil for infeasible.
  let optimum: Int?

  private init(
    _ description: String, optimum: Int?, _ build: (inout Program) -> Void
  ) {
    var program = Program(name: "case")
    build(&program)
    self.testDescription = description
    self.program = program
    self.optimum = optimum
  }

  static let all = feasible + infeasible + degenerate

  private static let feasible = [
    ConformanceCase("a cover", optimum: 2) { program in
      let all = (0..<3).map { program.addVariable("x\($0)", upper: 1) }
      for index in 0..<3 {
        let terms = [Term(1, all[index]), Term(1, all[(index + 1) % 3])]
        program.addRow("edge\(index)", terms, lower: 1)
      }
      program.objective = all.map { Term(1, $0) }
    },
    ConformanceCase("a lower bound below zero", optimum: -7) {
      let x = $0.addVariable("x", lower: -5, upper: -2)
      let y = $0.addVariable("y", lower: -2, upper: 3)
      $0.addRow("sum", [Term(1, x), Term(1, y)], lower: -8)
      $0.objective = [Term(1, x), Term(1, y)]
    },
    ConformanceCase("a range that keeps both sides away", optimum: -5) {
      let x = $0.addVariable("x", upper: 9)
      let y = $0.addVariable("y", upper: 9)
      $0.addRow("range", [Term(2, x), Term(1, y)], lower: 3, upper: 5)
      $0.objective = [Term(-1, x), Term(-1, y)]
    },
    ConformanceCase("an equality", optimum: 3) {
      let x = $0.addVariable("x", upper: 9)
      let y = $0.addVariable("y", upper: 9)
      $0.addRow("equal", [Term(3, x), Term(5, y)], lower: 11, upper: 11)
      $0.objective = [Term(1, x), Term(1, y)]
    },
    ConformanceCase("a relaxation better than any whole point", optimum: -4) {
      let x = $0.addVariable("x", upper: 9)
      let y = $0.addVariable("y", upper: 9)
      $0.addRow("half", [Term(2, x), Term(2, y)], upper: 9)
      $0.objective = [Term(-1, x), Term(-1, y)]
    },
    ConformanceCase("many equal optima", optimum: 2) { program in
      let all = (0..<5).map { program.addVariable("x\($0)", upper: 1) }
      program.addRow("two", all.map { Term(1, $0) }, lower: 2)
      program.objective = all.map { Term(1, $0) }
    },
    ConformanceCase("a row without bounds", optimum: 1) {
      let x = $0.addVariable("x", lower: 1, upper: 4)
      $0.addRow("free", [Term(1, x)])
      $0.objective = [Term(1, x)]
    },
  ]

  private static let infeasible = [
    ConformanceCase("two rows that exclude each other", optimum: nil) {
      let x = $0.addVariable("x", upper: 9)
      $0.addRow("low", [Term(1, x)], upper: 3)
      $0.addRow("high", [Term(1, x)], lower: 4)
    },
    ConformanceCase("a row that asks for more than the bounds give", optimum: nil) {
      let x = $0.addVariable("x", upper: 2)
      let y = $0.addVariable("y", upper: 2)
      $0.addRow("five", [Term(1, x), Term(1, y)], lower: 5)
    },
    ConformanceCase("a relaxation with points, none of them whole", optimum: nil) {
      let x = $0.addVariable("x", upper: 9)
      let y = $0.addVariable("y", upper: 9)
      $0.addRow("odd", [Term(2, x), Term(4, y)], lower: 7, upper: 7)
      $0.objective = [Term(1, x)]
    },
    ConformanceCase("an empty row that asks for something", optimum: nil) {
      let x = $0.addVariable("x", upper: 1)
      $0.addRow("some", [Term(1, x)], lower: 1)
      $0.addRow("nobody", [], lower: 2)
    },
    ConformanceCase("no variables and a row that asks for something", optimum: nil) {
      $0.addRow("nobody", [], lower: 1, upper: 1)
    },
  ]

  private static let degenerate = [
    ConformanceCase("an empty objective", optimum: 0) {
      let x = $0.addVariable("x", upper: 9)
      $0.addRow("three", [Term(1, x)], lower: 3)
    },
    ConformanceCase("an empty program", optimum: 0) { _ in },
    ConformanceCase("no variables and a row that asks for nothing", optimum: 0) {
      $0.addRow("nobody", [], lower: 0, upper: 3)
    },
    ConformanceCase("no rows", optimum: -6) {
      let x = $0.addVariable("x", lower: -1, upper: 3)
      let y = $0.addVariable("y", lower: -3, upper: 5)
      $0.objective = [Term(-1, x), Term(1, y)]
    },
    ConformanceCase("only coefficients of zero", optimum: 2) {
      let x = $0.addVariable("x", lower: 2, upper: 3)
      $0.addRow("zero", [Term(0, x)], lower: -1, upper: 1)
      $0.objective = [Term(1, x)]
    },
    ConformanceCase("a variable whose bounds are equal", optimum: 12) {
      let x = $0.addVariable("x", lower: 4, upper: 4)
      let y = $0.addVariable("y", upper: 9)
      $0.addRow("more", [Term(1, y), Term(-1, x)], lower: 0)
      $0.objective = [Term(2, x), Term(1, y)]
    },
  ]
}
