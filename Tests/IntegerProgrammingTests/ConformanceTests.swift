import GLPKSolver
import IntegerProgramming
import Testing

/// What every solver keeps, checked on each of ours.
@Suite struct ConformanceTests {
  @Test(arguments: ConformanceCase.all)
  func `GLPK gives each case its optimum`(_ example: ConformanceCase) throws {
    try expectOptimum(of: example, from: GLPK())
  }

  @Test(arguments: ConformanceCase.all)
  func `Brute force gives each case its optimum`(_ example: ConformanceCase) throws {
    try expectOptimum(of: example, from: BruteForce())
  }

  @Test(arguments: 0..<20)
  func `GLPK and brute force agree on random programs`(_ block: Int) throws {
    for seed in UInt64(block * 100)..<UInt64(block * 100 + 100) {
      let program = RandomPrograms.program(seed: seed)
      let found = try GLPK().minimise(program)
      let known = try BruteForce().minimise(program)
      #expect(found.objective == known.objective, "seed \(seed)")
      if case .optimal(let values, _) = found {
        #expect(program.holds(at: values), "seed \(seed)")
      }
    }
  }

  @Test func `The random programs have both feasible and infeasible ones of many sizes`() throws {
    let programs = (0..<2000).map { RandomPrograms.program(seed: UInt64($0)) }
    let feasible = try programs.filter { try BruteForce().minimise($0) != .infeasible }
    #expect((400...1600).contains(feasible.count))
    #expect(Set(programs.map(\.variables.count)) == Set(0...5))
    #expect(Set(programs.map(\.rows.count)) == Set(0...5))
  }

  private func expectOptimum(of example: ConformanceCase, from solver: some Solver) throws {
    switch try solver.minimise(example.program) {
    case .infeasible: #expect(example.optimum == nil)
    case .optimal(let values, let objective):
      #expect(objective == example.optimum)
      #expect(example.program.holds(at: values))
      #expect(example.program.objectiveValue(at: values) == objective)
    }
  }
}

extension Outcome {
  /// The objective; nil for infeasible.
  var objective: Int? {
    if case .optimal(_, let objective) = self { objective } else { nil }
  }
}
