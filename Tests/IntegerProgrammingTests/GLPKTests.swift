import Dispatch
import GLPKSolver
import IntegerProgramming
import Synchronization
import Testing

@Suite struct GLPKTests {
  /// As many points as needed on the odd cycles: the relaxation is a half everywhere.
  private func triangles(_ count: Int) -> Program {
    var program = Program(name: "triangles")
    for triangle in 0..<count {
      let corners = (0..<3).map { program.addVariable("x(\(triangle),\($0))", upper: 1) }
      for side in 0..<3 {
        let terms = [Term(1, corners[side]), Term(1, corners[(side + 1) % 3])]
        program.addRow("side(\(triangle),\(side))", terms, lower: 1)
      }
      program.objective += corners.map { Term(1, $0) }
    }
    return program
  }

  /// Where to send what, at random costs; its relaxation is always integral.
  private func transport(_ sources: Int, _ sinks: Int, seed: UInt64) -> Program {
    var chance = SplitMix64(seed: seed)
    var program = Program(name: "transport")
    var arrivals = [[Term]](repeating: [], count: sinks)
    for source in 0..<sources {
      let sent = (0..<sinks).map { program.addVariable("x(\(source),\($0))", upper: 2) }
      for (sink, variable) in sent.enumerated() { arrivals[sink].append(Term(1, variable)) }
      program.addRow("sent(\(source))", sent.map { Term(1, $0) }, lower: 20, upper: 20)
      program.objective += sent.map { Term(chance.number(0...99), $0) }
    }
    for sink in 0..<sinks { program.addRow("got(\(sink))", arrivals[sink], lower: 1, upper: 60) }
    return program
  }

  @Test func `A program whose relaxation is integral ends at the root`() throws {
    var statistics = Statistics()
    let outcome = try GLPK().minimise(transport(55, 55, seed: 1), statistics: &statistics)
    #expect(outcome.objective != nil)
    #expect(statistics.nodes == 1)
    #expect(statistics.iterations > 0)
    #expect(statistics.columns == 55 * 55)
    #expect(statistics.rows == 110)
    #expect(statistics.nonzeros == 2 * 55 * 55)
  }

  @Test func `Statistics add up over a chain of programs`() throws {
    var once = Statistics()
    _ = try GLPK().minimise(triangles(2), statistics: &once)
    var twice = once
    _ = try GLPK().minimise(triangles(2), statistics: &twice)
    #expect(twice.programs == 2)
    #expect(twice.nodes == 2 * once.nodes)
    #expect(twice.iterations == 2 * once.iterations)
    #expect(once.nodes > 1)
  }

  @Test func `A limit that is hit is a failure, and says so every time`() throws {
    for _ in 1...3 {
      #expect(throws: GLPKFailure.relaxationLimitReached(2)) {
        try GLPK(relaxationLimit: 2).minimise(triangles(5))
      }
    }
    #expect(try GLPK(relaxationLimit: 100_000).minimise(triangles(5)).objective == 10)
  }

  @Test func `A search without an end is ended by a limit`() {
    var program = Program(name: "parity")
    let x = program.addVariable("x", upper: nil)
    let y = program.addVariable("y", upper: nil)
    program.addRow("odd", [Term(2, x), Term(-2, y)], lower: 1, upper: 1)
    #expect(throws: GLPKFailure.relaxationLimitReached(500)) {
      try GLPK(relaxationLimit: 500).minimise(program)
    }
  }

  @Test func `An objective without a smallest value is a failure`() {
    var program = Program(name: "unbounded")
    let x = program.addVariable("x", upper: nil)
    program.objective = [Term(-1, x)]
    #expect(throws: GLPKFailure.unbounded) { try GLPK().minimise(program) }
    program.addRow("some", [Term(2, x)], lower: 3)
    #expect(throws: GLPKFailure.unbounded) { try GLPK().minimise(program) }
  }

  @Test func `An unbounded relaxation without a whole point is infeasible`() throws {
    var program = Program(name: "unbounded")
    let x = program.addVariable("x", upper: nil)
    let y = program.addVariable("y", upper: 4)
    program.addRow("odd", [Term(2, y)], lower: 3, upper: 3)
    program.objective = [Term(-1, x)]
    #expect(try GLPK().minimise(program) == .infeasible)
  }

  @Test func `A variable without an upper bound is free to be large`() throws {
    var program = Program(name: "large")
    let x = program.addVariable("x", upper: nil)
    program.addRow("far", [Term(3, x)], lower: 1_000_000_000)
    program.objective = [Term(1, x)]
    let optimum = 333_333_334
    #expect(try GLPK().minimise(program) == .optimal(values: [optimum], objective: optimum))
  }

  @Test func `An optimum too large to be told from its neighbours is a failure`() {
    var program = Program(name: "large")
    let x = program.addVariable("x", upper: nil)
    program.addRow("far", [Term(1, x)], lower: 2_000_000_000)
    program.objective = [Term(1, x)]
    #expect(throws: GLPKFailure.objectiveTooLarge(2e9)) { try GLPK().minimise(program) }
  }

  @Test func `Names never reach GLPK`() throws {
    var program = Program(name: String(repeating: "long", count: 100_000))
    let name = String(repeating: "Zürich\n\0", count: 100_000)
    let x = program.addVariable(name, upper: 3)
    let y = program.addVariable(name, upper: 3)
    program.addRow(name, [Term(1, x), Term(1, y)], lower: 4)
    program.objective = [Term(2, x), Term(1, y)]
    #expect(try GLPK().minimise(program) == .optimal(values: [1, 3], objective: 5))
  }

  @Test func `Threads that solve at once get what one thread gets`() throws {
    let programs = (0..<24).map { triangles($0 % 4 + 1) } + [transport(20, 30, seed: 3)]
    let alone = try programs.map { try GLPK().minimise($0) }
    let together = Mutex([Int: Outcome]())
    DispatchQueue.concurrentPerform(iterations: 4) { worker in
      for index in programs.indices where index % 4 == worker {
        let outcome = try? GLPK().minimise(programs[index])
        together.withLock { $0[index] = outcome }
      }
    }
    #expect(together.withLock { found in programs.indices.map { found[$0] } } == alone)
  }
}
