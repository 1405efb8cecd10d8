import GLPKSolver
import IntegerProgramming
import Members
import Pairing
import Rules

/// Why the rules cannot all be kept: which rules, and which States, in every best completion and in
/// some.
///
/// It depends on optimal values only, never on which optimum a solver happened to find.
public struct Explanation: Sendable {
  /// What one rule costs among interchangeable States.
  public struct Concern: Hashable, Sendable {
    /// The rule.
    public let rule: WaivableRule
    /// Whether the rulebook lets it be waived.
    public let isWaivable: Bool
    /// The States, as indices into the membership, in canonical order.
    public let states: [Int]
    /// Waivers among them in every best completion.
    public let least: Int
    /// Waivers among them in the completion that needs most.
    public let most: Int
  }

  /// The best vector; nil where there is no completion under the rulebook.
  public let best: WaiverVector?
  /// The best vector if every rule that can be waived at all could be, those of the rulebook last.
  public let relaxed: WaiverVector
  /// Who is concerned, by rule, most serious first, then in canonical order.
  public let concerns: [Concern]
  /// Whether everyone concerned is in ``concerns``; where hundreds are, not all are worked out.
  public let hasAllConcerns: Bool
  /// Questions after which an explanation works out no more concerns of a rule, where there are many
  /// States.
  private static let mostQuestions = 24
  /// A smallest conflict for every waiver, by rule, most serious first.
  public let conflicts: [SmallestConflict]
  /// A smallest conflict of rules for every rule that is waived, where ``conflicts`` do not know all
  /// rules; else none.
  public let ruleConflicts: [RuleConflict]
  /// The smallest changes that would help, the least serious first.
  public let remedies: [Remedy]
  /// The States for any one of which a rule can be given up once so that the best vector is better.
  public let helpedByWaiver: [WaivableRule: [Int]]
  /// Single changes that might help and were not tried, because there are too many.
  public let untried: Int
  /// Waivers that no conflict was looked for, because there are too many kinds of conflicts.
  public let unexplained: Int

  /// Explains a problem.
  ///
  /// - Parameters:
  ///   - problem: A cycle of which nothing is drawn.
  ///   - best: Its best vector, as the lookahead found it; nil where there is no completion.
  /// - Complexity: Two integer programs over classes for each class of States and waived rule.
  public init(_ problem: PairingProblem, best: WaiverVector?) throws(PairingFailure) {
    let relaxed = Self.relaxed(problem, best)
    let program = PairingProgram(relaxed, by: .classes)
    do {
      guard let vector = try best ?? program.best(using: GLPK()) else {
        throw PairingFailure.disagreement(program: nil, flow: best)
      }
      self.best = best
      self.relaxed = vector
      var faces = DemandFaces(DemandField(relaxed), vector.rules)
      (concerns, hasAllConcerns) = try Self.concerns(
        program, vector, StateClass.classes(of: relaxed), problem.rulebook,
        most: Self.mostQuestions, faces: &faces)
      let search =
        problem.rulesBeyondReasons == nil ? try Self.search(relaxed, vector, faces) : nil
      // Demands know nothing of these rules: they may show too little, and what they say would help
      // might not.
      let showsAll = search.map { search in
        zip(vector.rules, zip(search.vector, vector.counts)).allSatisfy {
          $0 == .targetLoad || $1.0 == $1.1
        }
      }
      if let search, showsAll == true || problem.rulesOfBowlsOnly == nil {
        (conflicts, unexplained, ruleConflicts) = (search.conflicts, search.unexplained, [])
      } else {
        (conflicts, unexplained) = ([], 0)
        ruleConflicts = try RuleConflict.all(relaxed, best: vector)
      }
      let found =
        if let search, problem.rulesOfBowlsOnly == nil {
          try RemedySearch(relaxed, search, best: vector, faces).all()
        } else {
          try RuleRemedySearch.all(relaxed, best: vector)
        }
      (remedies, untried) = (found.all, found.untried)
      helpedByWaiver = found.waivers
    } catch let failure as GLPKFailure {
      throw .solver(failure)
    } catch let failure as PairingFailure {
      throw failure
    } catch { preconditionFailure("\(error)") }
  }

  /// Who is concerned, as in an explanation, but everyone, and without looking for conflicts and
  /// remedies.
  ///
  /// - Complexity: Two integer programs over classes for each class of States and waived rule.
  package static func concerns(
    of problem: PairingProblem, best: WaiverVector?
  ) throws(PairingFailure) -> [Concern] {
    let relaxed = relaxed(problem, best)
    let program = PairingProgram(relaxed, by: .classes)
    do {
      guard let vector = try best ?? program.best(using: GLPK()) else {
        throw PairingFailure.disagreement(program: nil, flow: best)
      }
      var faces = DemandFaces(DemandField(relaxed), vector.rules)
      return try concerns(
        program, vector, StateClass.classes(of: relaxed), problem.rulebook, most: nil, faces: &faces
      ).concerns
    } catch let failure as GLPKFailure {
      throw .solver(failure)
    } catch let failure as PairingFailure {
      throw failure
    } catch { preconditionFailure("\(error)") }
  }

  /// The problem itself, or, where it has no completion, with every rule that can be waived at all
  /// waived where need be, those of the rulebook last.
  private static func relaxed(_ problem: PairingProblem, _ best: WaiverVector?) -> PairingProblem {
    if best != nil { return problem }
    var rulebook = problem.rulebook
    rulebook.waivers =
      WaivableRule.allCases.filter { !rulebook.waivers.contains($0) } + rulebook.waivers
    var relaxed = PairingProblem(
      membership: problem.membership, rulebook: rulebook, conflicts: problem.conflicts,
      exclusions: problem.exclusions)
    (relaxed.excluded, relaxed.years) = (problem.excluded, problem.years)
    return relaxed
  }

  /// Searches by classes of States, and State by State where those cannot tell.
  private static func search(
    _ problem: PairingProblem, _ best: WaiverVector, _ faces: DemandFaces
  ) throws -> ConflictSearch {
    let search = try ConflictSearch(problem, rules: best.rules, faces: faces)
    if search.vector == best.counts || problem.membership.states.count > 60 { return search }
    return try ConflictSearch(problem, rules: best.rules, isFine: true)
  }

  private static func concerns(
    _ program: PairingProgram, _ best: WaiverVector, _ classes: [StateClass], _ rulebook: Rulebook,
    most mostQuestions: Int?, faces: inout DemandFaces
  ) throws -> (concerns: [Concern], isComplete: Bool) {
    var isComplete = true
    var concerns: [Concern] = []
    // Where the bounds are those of the best vector, flows answer for each class at once.
    let isTold =
      zip(best.counts, program.settled.counts).map { $0 - $1 } == faces.vector
      && faces.set.field.problem.rulesOfBowlsOnly == nil
    // Who falls short of the target is no concern: somebody nearly always does.
    for (rule, count) in zip(best.rules, best.counts) where count > 0 && rule != .targetLoad {
      let waivers = program.encoding.waiverBlocks[rule] ?? []
      var solved = 0
      var question = program.program(level: best.rules.count, best: best.counts)
      // Where the class bound is below the best vector there is still a point: rows are bounds.
      func least(_ terms: [Term]) throws -> Int {
        solved += 1
        question.objective = terms
        guard case .optimal(_, let sum) = try GLPK().minimise(question) else { return 0 }
        return sum
      }
      /// Those among some that are concerned at all: half of them at a time.
      func concerned(
        _ some: ArraySlice<(block: Int, variable: Variable.ID)>
      ) throws -> [(block: Int, variable: Variable.ID, most: Int)] {
        let most = try -least(some.map { Term(-1, $0.variable) })
        guard most > 0, let first = some.first else { return [] }
        // Where hundreds are concerned, those not asked about are told as such.
        if let mostQuestions, solved > mostQuestions && classes.count > ConflictSearch.fewStates {
          isComplete = false
          return []
        }
        if some.count == 1 { return [(first.block, first.variable, most)] }
        let middle = some.startIndex + some.count / 2
        return try concerned(some[..<middle]) + concerned(some[middle...])
      }
      if isTold, let ranges = faces.ranges(rule) {
        for range in ranges where range.most > 0 {
          concerns.append(
            Concern(
              rule: rule, isWaivable: rulebook.canWaive(rule), states: range.states,
              least: range.least, most: range.most))
        }
        continue
      }
      for waiver in try concerned(waivers[...]) {
        concerns.append(
          Concern(
            rule: rule, isWaivable: rulebook.canWaive(rule), states: classes[waiver.block].states,
            least: try least([Term(1, waiver.variable)]), most: waiver.most))
      }
    }
    return (concerns, isComplete)
  }
}
