import Foundation

/// A list of draws whose true chances are known, and how far it is from draws that are independent
/// of each other, in standard errors.
package struct DrawnList<Outcome: Hashable> {
  private let draws: [Outcome]
  private let chances: [Outcome: Double]

  /// Looks at draws, in their order; each has a chance above 0.
  package init(_ draws: [Outcome], chances: [Outcome: Double]) {
    precondition(draws.allSatisfy { chances[$0] != nil }, "a draw that cannot come")
    self.draws = draws
    self.chances = chances
  }

  /// The chi-square of the draws against their chances, as the normal quantile that is exceeded as
  /// seldom (Wilson and Hilferty 1931); outcomes expected fewer than 5 times count as one.
  package var deviation: Double {
    var counts: [Outcome: Int] = [:]
    for draw in draws { counts[draw, default: 0] += 1 }
    var (sum, cells) = (0.0, 0)
    var rest = (expected: 0.0, seen: 0.0)
    func add(_ expected: Double, _ seen: Double) {
      sum += (seen - expected) * (seen - expected) / expected
      cells += 1
    }
    for (outcome, chance) in chances {
      let (expected, seen) = (chance * Double(draws.count), Double(counts[outcome] ?? 0))
      if expected < 5 {
        rest = (rest.expected + expected, rest.seen + seen)
      } else {
        add(expected, seen)
      }
    }
    if rest.expected >= 5 { add(rest.expected, rest.seen) }
    if cells < 2 { return 0 }
    let freedom = Double(cells - 1)
    let ninth = 2 / (9 * freedom)
    return (pow(sum / freedom, 1.0 / 3) - 1 + ninth) / ninth.squareRoot()
  }

  /// The draws two by two, of which no draw is in two: independent of each other, they come with the
  /// product of their chances.
  ///
  /// - Complexity: O(n²) for n outcomes.
  package var neighbours: DrawnList<[Outcome]> {
    let twos = stride(from: 0, to: draws.count - 1, by: 2).map { [draws[$0], draws[$0 + 1]] }
    var products: [[Outcome]: Double] = [:]
    for (first, chance) in chances {
      for (second, other) in chances { products[[first, second]] = chance * other }
    }
    return DrawnList<[Outcome]>(twos, chances: products)
  }

  /// How many draws equal the one before.
  package var coincidences: Int { zip(draws, draws.dropFirst()).count { $0 == $1 } }

  /// How many of them independent draws would have.
  package var expectedCoincidences: Double {
    Double(draws.count - 1) * chances.values.reduce(0) { $0 + $1 * $1 }
  }

  /// By how many standard errors the coincidences of neighbours are more than those of independent
  /// draws; negative where they are fewer.
  package var coincidence: Double {
    let square = chances.values.reduce(0) { $0 + $1 * $1 }
    let cube = chances.values.reduce(0) { $0 + $1 * $1 * $1 }
    let pairs = Double(draws.count - 1)
    // Two neighbouring pairs share a draw.
    let variance =
      pairs * (square - square * square) + 2 * (pairs - 1) * (cube - square * square)
    return variance <= 0 ? 0 : (Double(coincidences) - expectedCoincidences) / variance.squareRoot()
  }
}
