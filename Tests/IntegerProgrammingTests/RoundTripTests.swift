import Foundation
import GLPKSolver
import IntegerProgramming
import Testing

/// What we write, GLPK's own readers read as the same program.
@Suite struct RoundTripTests {
  private func reread(_ program: Program, as format: FileFormat) throws -> Program {
    let name = "peerlots-\(UUID().uuidString).\(format)"
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    defer { try? FileManager.default.removeItem(at: file) }
    let text =
      switch format {
      case .mps: program.mpsText()
      case .lp: program.lpText()
      }
    try Data(text.utf8).write(to: file)
    return try Program(reading: file.path, as: format)
  }

  @Test(arguments: FileFormat.allCases)
  func `Random programs keep their optima`(_ format: FileFormat) throws {
    for seed in 0..<400 as Range<UInt64> {
      let program = RandomPrograms.program(seed: seed)
      let again = try reread(program, as: format)
      let known = try BruteForce().minimise(program)
      #expect(try GLPK().minimise(again).objective == known.objective, "seed \(seed)")
    }
  }

  @Test(arguments: FileFormat.allCases, ConformanceCase.all)
  func `The cases of the conformance suite keep their optima`(
    _ format: FileFormat, _ example: ConformanceCase
  ) throws {
    let again = try reread(example.program, as: format)
    #expect(try GLPK().minimise(again).objective == example.optimum)
  }

  /// GLPK's reader drops rows without bounds.
  @Test func `Free MPS keeps every variable, row with bounds, and term`() throws {
    for seed in 0..<200 as Range<UInt64> {
      let program = RandomPrograms.program(seed: seed)
      guard !program.variables.isEmpty else { continue }
      let rows = program.rows.filter { $0.lower != nil || $0.upper != nil }
      let again = try reread(program, as: .mps)
      #expect(again.variables.map(\.lower) == program.variables.map(\.lower), "seed \(seed)")
      #expect(again.variables.map(\.upper) == program.variables.map(\.upper), "seed \(seed)")
      #expect(again.rows.map(\.lower) == rows.map(\.lower), "seed \(seed)")
      #expect(again.rows.map(\.upper) == rows.map(\.upper), "seed \(seed)")
      #expect(again.rows.map(\.terms.nonzero) == rows.map(\.terms.nonzero), "seed \(seed)")
      #expect(again.objective.nonzero == program.objective.nonzero, "seed \(seed)")
    }
  }

  @Test(arguments: FileFormat.allCases)
  func `Variables without an upper bound stay without`(_ format: FileFormat) throws {
    var program = Program(name: "free")
    let x = program.addVariable("x", lower: -5, upper: nil)
    let y = program.addVariable("y", upper: nil)
    program.addRow("sum", [Term(1, x), Term(1, y)], lower: 40)
    program.objective = [Term(1, x), Term(2, y)]
    let again = try reread(program, as: format)
    #expect(again.variables == program.variables)
    #expect(try GLPK().minimise(again).objective == 40)
  }

  @Test(arguments: FileFormat.allCases)
  func `Bounds of a row that exclude each other stay infeasible`(_ format: FileFormat) throws {
    let again = try reread(TextExample.program, as: format)
    #expect(again.rows.count >= 7)
    #expect(try GLPK().minimise(again) == .infeasible)
  }

  @Test(arguments: FileFormat.allCases)
  func `A file that is not there or no program is a failure`(_ format: FileFormat) throws {
    #expect(throws: GLPKFailure.unreadable(path: "/nowhere/at/all")) {
      try Program(reading: "/nowhere/at/all", as: format)
    }
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("peerlots-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("not a program\n".utf8).write(to: file)
    #expect(throws: GLPKFailure.unreadable(path: file.path)) {
      try Program(reading: file.path, as: format)
    }
  }
}

extension [Term] {
  /// The terms that count, by variable.
  fileprivate var nonzero: [Term] {
    filter { $0.coefficient != 0 }.sorted { $0.variable < $1.variable }
  }
}
