import IntegerProgramming

/// Small programs of every shape: all kinds of rows, empty ones among them, any bounds, odd names.
enum RandomPrograms {
  /// The program of a seed, its box small enough for brute force.
  static func program(seed: UInt64) -> Program {
    var chance = SplitMix64(seed: seed)
    var program = Program(name: "random\(seed)")
    let variables = (0..<chance.number(0...5)).map { index in
      let lower = chance.oneIn(2) ? 0 : chance.number(-3...2)
      let name = chance.oneIn(4) ? oddNames[index] : "r(A\(index),B-\(index))"
      return program.addVariable(name, lower: lower, upper: lower + chance.number(0...3))
    }
    for index in 0..<chance.number(0...5) {
      let terms = sum(over: variables, &chance)
      let middle = chance.number(-4...4)
      let name = chance.oneIn(4) ? oddNames[index] : "seats(\(index))"
      switch chance.number(1...9) {
      case 1: program.addRow(name, terms)
      case 2: program.addRow(name, chance.oneIn(2) ? [] : terms, lower: middle, upper: middle)
      case 3...5: program.addRow(name, terms, lower: middle)
      case 6, 7: program.addRow(name, terms, upper: middle)
      default: program.addRow(name, terms, lower: middle, upper: middle + chance.number(1...4))
      }
    }
    if !chance.oneIn(5) { program.objective = sum(over: variables, &chance) }
    return program
  }

  private static func sum(
    over variables: [Variable.ID], _ chance: inout SplitMix64
  ) -> [Term] {
    variables.compactMap { chance.oneIn(4) ? nil : Term(chance.number(-4...4), $0) }
  }

  /// Names that some format cannot hold, or that replacements could run into.
  static let oddNames = ["e5", "x0", "1st", "two words", "Zürich\nEND", "st"]
}
