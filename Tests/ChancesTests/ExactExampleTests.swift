import BigInt
import Chances
import Drawing
import Members
import Pairing
import Rules
import Testing

@Suite struct `Exact odds of known cases` {
  /// A draw between two pots: each of the first is reviewed by one of the second.
  static func pots(_ size: Int, barred: [(Int, Int)]) -> PairingProblem {
    let states = (0..<size).flatMap { number in
      [
        State(code: Label("R\(number)"), isReviewed: true, isReviewer: false),
        State(code: Label("W\(number)"), isReviewed: false, isReviewer: true),
      ]
    }
    var rulebook = Rulebook()
    (rulebook.years, rulebook.reviewersPerReview, rulebook.regionalSeats) = (1, 1, 0)
    (rulebook.minimumLoad, rulebook.maximumLoad) = (1, 1)
    return PairingProblem(
      membership: Membership(states), rulebook: rulebook,
      conflicts: barred.map {
        Conflict(underReview: Label("R\($0.0)"), reviewer: Label("W\($0.1)"))
      })
  }

  static func odds(_ problem: PairingProblem) throws -> ExactOdds {
    let best = try #require(try Lookahead.from(problem)).best
    let count = problem.reviews.count { $0.regionalSeats + $0.openSeats > 0 }
    return try ExactOdds(
      problem, best: best, order: TurnOrder(years: Array(repeating: 1, count: count)))
  }

  @Test func `count derangements, and matchings without conflicts`() throws {
    let free = try Self.odds(Self.pots(6, barred: []))
    #expect(free.outcomes == 720)
    #expect(free.comparison?.distance == .zero)
    let derangements = try Self.odds(Self.pots(7, barred: (0..<7).map { ($0, $0) }))
    #expect(derangements.outcomes == 1854)
    #expect(derangements.uniform.pairs[0].contains(Rational(1, 6)))
    // By symmetry every pair that is not barred has the same odds, also from bowls.
    #expect(derangements.largestGap == .zero)
    #expect(try #require(derangements.comparison).distance > .zero)
  }

  /// Worked by hand: R0 may not have W2, so W2 goes to R1 or R2, which are alike.
  @Test func `agree with a draw worked by hand`() throws {
    let odds = try Self.odds(Self.pots(3, barred: [(0, 2)]))
    #expect(odds.outcomes == 4)
    for chances in [try #require(odds.bowls), odds.uniform] {
      // Columns are R0, R1, R2, W0, W1, W2.
      let (half, quarter) = (Rational(1, 2), Rational(1, 4))
      #expect(chances.pairs[0] == [.zero, .zero, .zero, half, half, .zero])
      #expect(chances.pairs[1] == [.zero, .zero, .zero, quarter, quarter, half])
      #expect(chances.pairs[2] == chances.pairs[1])
      #expect(chances.reviews[5] == [.zero, .one])
    }
  }

  /// The case of the documentation's picture.
  @Test func `of the documentation's example are 34 and 29 percent`() throws {
    let regions: [(Label, Label)] = [
      ("ESP", "ESP"), ("ENG", "ITA"), ("ESP", "ENG"), ("ENG", "ESP"), ("ITA", "ITA"),
    ]
    let states = regions.enumerated().flatMap { number, pair in
      [
        State(code: Label("R\(number + 1)"), region: pair.0, isReviewer: false),
        State(code: Label("W\(number + 1)"), region: pair.1, isReviewed: false),
      ]
    }
    let plain = Self.pots(5, barred: [])
    var rulebook = plain.rulebook
    rulebook.openSeats = .otherRegion
    let odds = try Self.odds(
      PairingProblem(
        membership: Membership(states), rulebook: rulebook,
        conflicts: (1...5).map { Conflict(underReview: Label("R\($0)"), reviewer: Label("W\($0)")) }
      ))
    #expect(odds.outcomes == 7)
    #expect(odds.uniform.pairs[4][7] == Rational(2, 7))
    #expect(try #require(odds.bowls).pairs[4][7] == Rational(31, 90))
    #expect(try #require(odds.comparison).distance.decimal(digits: 6) == "0.073396")
  }

  /// Before anything is counted: after that it would be said that there are too many states.
  @Test func `say at once that ten States with two reviewers each are beyond reach`() throws {
    let problem = PairingProblem(membership: Ten.membership(Set(Ten.codes)), rulebook: Ten.rulebook)
    let best = try #require(try Lookahead.from(problem)).best
    #expect {
      _ = try ExactOdds(
        problem, best: best, order: TurnOrder(years: Array(repeating: 1, count: 10)))
    } throws: { error in
      if case ExactFailure.beyondReach = error { true } else { false }
    }
  }

  @Test func `of ten States, five of them under review, are counted by both methods`() throws {
    for reviewed in [["NOR", "CAN", "KEN", "MAR", "EUE"], ["NOR", "SWE", "KEN", "NGA", "MAR"]] {
      let problem = PairingProblem(
        membership: Ten.membership(Set(reviewed)), rulebook: Ten.rulebook)
      let odds = try Self.odds(problem)
      let seats = try #require(odds.bowls).pairs.joined().reduce(Rational.zero, +)
      #expect(seats == Rational(10, 1))
      #expect(odds.comparison != nil)
    }
  }

  @Test func `average over the selection where no year is drawn yet`() throws {
    let regions: [Label] = ["A", "A", "A", "B", "", ""]
    let states = regions.enumerated().map { index, region in
      State(
        code: Label("S\(index)"), region: region, legalSystems: index < 2 ? ["x"] : [],
        isReviewed: index < 4)
    }
    var rulebook = Rulebook()
    (rulebook.years, rulebook.maximumLoad) = (2, 2)
    let membership = Membership(states)
    let problem = PairingProblem(membership: membership, rulebook: rulebook)
    let best = try #require(try Lookahead.from(problem)).best
    let selection = SelectionChances(
      membership, rulebook, years: Array(repeating: 0, count: membership.states.count))
    let order = try #require(selection.order(mostTables: 100))
    let odds = try #require(try ExactOdds(problem, best: best, order: order).bowls)
    // Three States of A and one of B in two years of two: B is alone with one of A in its year.
    var selections: [[Int]] = []
    for withB in 0..<3 {
      for year in [1, 2] {
        selections.append((0..<4).map { $0 == 3 || $0 == withB ? year : 3 - year })
      }
    }
    let each = try selections.map {
      try #require(try ExactOdds(problem, best: best, order: TurnOrder(years: $0)).bowls).pairs
    }
    for row in odds.pairs.indices {
      for reviewer in states.indices {
        let mean = each.reduce(Rational.zero) { $0 + $1[row][reviewer] } / Rational(6, 1)
        #expect(odds.pairs[row][reviewer] == mean)
      }
    }
  }
}

/// The worked example `ten.csv`.
enum Ten {
  private static let rows: [(code: String, region: Label, protocols: String, systems: String)] = [
    ("NOR", "WEOG", "TIP SOM FA", "civil"), ("SWE", "WEOG", "TIP SOM FA", "civil"),
    ("CAN", "WEOG", "TIP SOM", "common civil"), ("USA", "WEOG", "TIP SOM", "common"),
    ("KEN", "AFR", "TIP SOM FA", "common islamic"), ("NGA", "AFR", "TIP SOM FA", "common islamic"),
    ("MAR", "AFR", "TIP SOM FA", "civil islamic"), ("SEN", "AFR", "TIP SOM FA", "civil"),
    ("GHA", "AFR", "TIP SOM", "common"), ("EUE", "", "TIP SOM FA", ""),
  ]

  static let codes = rows.map(\.code)

  static var rulebook: Rulebook {
    var rulebook = Rulebook()
    rulebook.years = 1
    return rulebook
  }

  static func membership(_ reviewed: Set<String>) -> Membership {
    func labels(_ text: String) -> [Label] { text.split(separator: " ").map { Label(String($0)) } }
    return Membership(
      rows.map { row in
        State(
          code: Label(row.code), region: row.region, protocols: labels(row.protocols),
          legalSystems: labels(row.systems), isReviewed: reviewed.contains(row.code))
      })
  }
}
