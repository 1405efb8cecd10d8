import Chances
import Lots
import Members
import Pairing
import Rules

/// What odds are asked of: a membership, or a cycle as far as it is drawn.
package struct OddsQuestion {
  /// Why there are no odds.
  package enum Failure: Error, CustomStringConvertible {
    case yearDrawn(Int)
    case nothingLeft
    case laterYear(Int, next: Int)
    case exactYearOfMembership
    case manySelections
    case alphabetical
    case someYearsKnown
    case needsSamples(ExactFailure)
    case needsSelection(String)

    /// What is wrong, and what to do.
    package var description: String {
      switch self {
      case .yearDrawn(let year):
        "year \(year) has no seat left to draw\nhelp: `peerlots table` prints what was drawn"
      case .nothingLeft:
        "no seat is left to draw\nhelp: `peerlots table` prints what was drawn"
      case .laterYear(let year, let next):
        "exact odds of year \(year) need the years before it drawn; the next is year \(next)\n"
          + "help: estimate them: --samples 10000 --seed S"
      case .exactYearOfMembership:
        "exact odds of one year need the selection drawn\n"
          + "help: ask for the whole cycle, without --year, or estimate: --samples 10000 --seed S"
      case .manySelections:
        "there are too many ways to share the places of the years among the groups to count\n"
          + "help: estimate the odds: --samples 10000 --seed S"
      case .alphabetical:
        "the years are filled from lists, in which neighbours come together; that is not "
          + "counted\nhelp: estimate the odds: --samples 10000 --seed S"
      case .someYearsKnown:
        "the years of some States are known and those of others are drawn; that is not counted\n"
          + "help: estimate the odds: --samples 10000 --seed S"
      case .needsSelection(let what):
        "\(what), so the odds depend on the years, which are not drawn yet\n"
          + "help: ask again in a cycle whose selection is drawn"
      case .needsSamples(let failure):
        "the odds cannot be counted: \(failure)"
      }
    }
  }

  /// What is drawn and what is left.
  package let problem: PairingProblem
  /// The States whose reviews are looked at, ascending.
  package let underReview: [Int]
  /// The year that is looked at; nil for all that is left.
  package let year: Int?
  /// The years of the States with a seat left to draw, where they are drawn; nil before the selection.
  private let years: [Int]?
  private let selection: SelectionChances

  /// Asks about a membership of which nothing is drawn.
  package init(_ problem: PairingProblem, year: Int?) throws {
    let isGiven = problem.rulebook.selectionMethod == .given
    try self.init(
      problem, year: year, years: isGiven ? Self.open(problem).map { problem.years[$0] } : nil)
  }

  /// Asks about a cycle.
  package init(_ cycle: Cycle, year: Int?) throws {
    let problem = cycle.problem
    let open = Self.open(problem)
    try self.init(
      problem, year: year, years: cycle.isSelected ? open.map { cycle.reviews[$0].year } : nil)
  }

  private init(_ problem: PairingProblem, year: Int?, years: [Int]?) throws {
    let rulebook = problem.rulebook
    if let year, !(1...rulebook.years).contains(year) {
      throw DrawingFailure.noSuchYear(year, years: rulebook.years)
    }
    self.problem = problem
    self.year = year
    // With one year there is nothing to select.
    self.years = years ?? (rulebook.years == 1 ? Self.open(problem).map { _ in 1 } : nil)
    selection = SelectionChances(problem.membership, rulebook, years: problem.years)
    let open = Self.open(problem)
    if open.isEmpty { throw Failure.nothingLeft }
    if problem.boundsYears && self.years == nil {
      throw Failure.needsSelection("`loads.per_year` is \(rulebook.maximumPerYear)")
    }
    if let year, let years = self.years {
      underReview = zip(open, years).filter { $0.1 == year }.map(\.0)
      if underReview.isEmpty { throw Failure.yearDrawn(year) }
    } else {
      underReview = open
    }
  }

  private static func open(_ problem: PairingProblem) -> [Int] {
    problem.reviews.indices.filter {
      problem.reviews[$0].isOpen
    }
  }

  /// Whether the lots of the selection are part of the chance.
  package var includesSelection: Bool { years == nil }

  /// The exact odds.
  package func exact(best: WaiverVector, withBowls: Bool, _ limits: ExactOdds.Limits) throws
    -> ExactOdds
  {
    if year != nil && includesSelection { throw Failure.exactYearOfMembership }
    if let year, let next = years?.min(), next < year {
      throw Failure.laterYear(year, next: next)
    }
    var order: TurnOrder?
    if withBowls {
      order = years.map { TurnOrder(years: $0) } ?? selection.order(mostTables: 1_000)
      if order == nil {
        throw problem.rulebook.selectionMethod == .alphabetical
          ? Failure.alphabetical
          : problem.years.contains(where: { $0 > 0 })
            ? Failure.someYearsKnown : Failure.manySelections
      }
    }
    return try ExactOdds(
      problem, best: best, scope: Set(underReview), order: order, limits: limits)
  }

  /// For each year in order, its States, where they are known.
  private var statesByYear: [[Int]]? {
    years.map { years in
      let open = Self.open(problem)
      return (1...problem.rulebook.years).map { year in
        zip(open, years).filter { $0.1 == year }.map(\.0)
      }
    }
  }

  /// Samples of the draw from bowls.
  package func bowls(_ lookahead: Lookahead, samples: Int, seed: Seed) throws -> SampledOdds {
    let (known, selection) = (statesByYear, selection)
    let sampler = BowlSampler(lookahead, year: year) { known ?? selection.draw(&$0) }
    do throws(PairingFailure) {
      return try sampler.sample(samples, seed: seed, underReview: underReview)
    } catch { throw DrawingFailure.undecided(error) }
  }

  /// Samples of the even draw.
  package func uniform(_ best: WaiverVector, samples: Int, seed: Seed) throws -> SampledOdds {
    let (known, selection, year) = (statesByYear, selection, year)
    let all = Set(underReview)
    return try SampledOdds.uniform(
      problem, best: best, samples: samples, seed: seed, rows: underReview
    ) { stream in
      guard let year, known == nil else { return all }
      return Set(selection.draw(&stream)[year - 1])
    }
  }
}
