import Dispatch
import GLPKSolver
import Members
import Pairing
import Rules
import Synchronization
import Testing
import TestingTools

/// Looks at numbered cases on every core and gathers what was wrong.
func mistakes(in cases: Range<Int>, _ look: @Sendable (Int) throws -> String?) -> [String] {
  let all = Mutex<[String]>([])
  DispatchQueue.concurrentPerform(iterations: cases.count) { place in
    let number = cases.lowerBound + place
    var mistake: String?
    do {
      mistake = try look(number)
    } catch { mistake = "\(error)" }
    if let mistake { all.withLock { $0.append("case \(number): \(mistake)") } }
  }
  return all.withLock { $0.sorted() }
}

@Suite(.serialized) struct `The integer programs` {
  static func best(
    _ problem: PairingProblem, _ granularity: PairingProgram.Granularity
  ) throws -> WaiverVector? {
    try PairingProgram(problem, by: granularity).best(using: GLPK())
  }

  /// Nothing is worse than no completion at all.
  static func isWorse(_ left: WaiverVector?, than right: WaiverVector?) -> Bool {
    guard let right else { return false }
    return left.map { right < $0 } ?? true
  }

  @Test(arguments: [false, true])
  func `over States have the best vector of brute force, and over classes a bound of it`(
    asksMore: Bool
  ) {
    let unreached = Mutex(0)
    let impossible = Mutex(0)
    let merged = Mutex(0)
    let wrong = mistakes(in: 0..<500) { number in
      let problem = RandomProblem(number, sizes: 3...5, asksMore: asksMore).problem
      let expected = Completions.best(problem)
      let states = try Self.best(problem, .states)
      let classes = try Self.best(problem, .classes)
      let blocks = [.classes, .states].map { PairingProgram(problem, by: $0).encoding.blocks.count }
      if blocks[0] < blocks[1] { merged.withLock { $0 += 1 } }
      if expected == nil { impossible.withLock { $0 += 1 } }
      if classes != states { unreached.withLock { $0 += 1 } }
      if states != expected {
        return "States \(states?.counts ?? [-1]), brute force \(expected?.counts ?? [-1])"
      }
      return Self.isWorse(classes, than: states) ? "classes \(classes?.counts ?? [-1])" : nil
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    #expect(impossible.withLock { $0 } < 300)
    #expect(merged.withLock { $0 } > (asksMore ? 20 : 80))
    print(
      "the class program fell short of the States' in \(unreached.withLock { $0 }) of 500, in",
      "\(merged.withLock { $0 }) of which some class holds several States;",
      "\(impossible.withLock { $0 }) had no completion")
  }

  /// Each takes one rule away, or loosens it.
  static let relaxations: [(name: String, relax: @Sendable (PairingProblem) -> PairingProblem)] = [
    ("conflicts", { with($0, $0.rulebook, []) }),
    ("mutual_reviews", { with($0) { $0.mutualReviews = .allowed } }),
    ("protocols", { with($0) { $0.protocols = .any } }),
    ("maximum_load", { with($0) { $0.maximumLoad += 1 } }),
    ("minimum_load", { with($0) { $0.minimumLoad = 0 } }),
    ("open_seats", { with($0) { $0.openSeats = .any } }),
    ("legal_system", { with($0) { $0.similarLegalSystem = .ignored } }),
  ]

  static func with(
    _ problem: PairingProblem, _ change: (inout Rulebook) -> Void
  ) -> PairingProblem {
    var rulebook = problem.rulebook
    change(&rulebook)
    return with(problem, rulebook, problem.conflicts)
  }

  static func with(
    _ problem: PairingProblem, _ rulebook: Rulebook, _ conflicts: [Conflict]
  ) -> PairingProblem {
    PairingProblem(membership: problem.membership, rulebook: rulebook, conflicts: conflicts)
  }

  @Test(arguments: relaxations.map(\.name))
  func `never get worse when a rule is dropped`(name: String) throws {
    let relax = try #require(Self.relaxations.first { $0.name == name }).relax
    let better = Mutex(0)
    let wrong = mistakes(in: 0..<300) { number in
      let problem = RandomProblem(number, sizes: 4...8, hasHistory: false).problem
      for granularity in PairingProgram.Granularity.allCases {
        let before = try Self.best(problem, granularity)
        let after = try Self.best(relax(problem), granularity)
        if Self.isWorse(after, than: before) { return "\(granularity): \(before?.counts ?? [])" }
        if Self.isWorse(before, than: after) { better.withLock { $0 += 1 } }
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    #expect(better.withLock { $0 } > 0, "it never mattered")
  }
}
