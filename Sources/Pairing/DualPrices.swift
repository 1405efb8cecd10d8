import GLPKSolver
import IntegerProgramming
import Rules

/// Prices for pairs of States that may not review each other, from the dual values of the rows of the
/// linear relaxation that say so.
///
/// A flow has no such rows, and its own relaxation is whole; so the best prices there are make the
/// cheapest flow cost as much as the optimum of the linear relaxation with the rows, and these are
/// the dual values (Geoffrion 1974). They come out of floating point and are a place to begin: what a
/// flow with them proves is computed in whole numbers, whatever they are.
package struct DualPrices {
  /// What one unit of a waiver costs, so that every price is a whole number.
  package let scale: Int
  /// The rules that the counts are of, most serious first.
  package let rules: [WaivableRule]
  /// Two States, and their price, one count for each of the rulebook's waivers.
  package private(set) var prices: [(states: (Int, Int), counts: [Int])] = []
  /// The prices of all rivals, by the pairs of kinds of States that they are of, in order.
  private(set) var ofRivals: [[BlockPair]: [Int]] = [:]
  /// The kind of each State; −1 for one that takes no further part.
  private let blockOf: [Int]

  /// The most by which costs are multiplied.
  private static let largestScale = 60
  /// How far from a whole number a price may be and count as it.
  private static let tolerance = 1e-6

  /// Asks for the dual values of a problem's program over kinds of States.
  ///
  /// - Returns: nil where there are none, or none that are fractions of a small denominator.
  package init?(_ problem: PairingProblem, _ statistics: inout Statistics) {
    let program = PairingProgram(problem, by: .classes)
    let encoding = program.encoding
    let rules = program.settled.rules
    let objectives = rules.map { encoding.waived[$0] ?? [] }
    let levels = rules.indices.filter { !objectives[$0].isEmpty }
    guard
      let relaxation = try? GLPK().relaxation(
        of: encoding.program, objectives: levels.map { objectives[$0] },
        rows: encoding.rivalRows.map(\.row), statistics: &statistics),
      let scale = Self.scale(of: relaxation.prices.joined())
    else { return nil }
    (self.scale, self.rules) = (scale, rules)
    var blockOf = Array(repeating: -1, count: problem.membership.states.count)
    for (block, group) in program.classes.enumerated() {
      for state in group.states { blockOf[state] = block }
    }
    self.blockOf = blockOf
    for (place, row) in encoding.rivalRows.enumerated() {
      var counts = Array(repeating: 0, count: rules.count)
      for (level, values) in zip(levels, relaxation.prices) {
        counts[level] = Int((values[place] * Double(scale)).rounded())
      }
      if counts.allSatisfy({ $0 == 0 }) { continue }
      ofRivals[Self.ordered(row.pairs)] = counts
      let pair = row.pairs[0]
      guard row.pairs.allSatisfy({ $0 == pair || $0 == pair.reversed }) else { continue }
      for a in program.classes[pair.underReview].states {
        for b in program.classes[pair.reviewer].states
        where pair.underReview != pair.reviewer || a < b {
          prices.append(((a, b), counts))
        }
      }
    }
  }

  private static func ordered(_ pairs: [BlockPair]) -> [BlockPair] {
    Array(Set(pairs)).sorted { ($0.underReview, $0.reviewer) < ($1.underReview, $1.reviewer) }
  }

  /// The price of some pairs of States that are rivals; nil where they have none.
  func price(of pairs: [(state: Int, reviewer: Int)]) -> [Int]? {
    ofRivals[
      Self.ordered(
        pairs.map { BlockPair(underReview: blockOf[$0.state], reviewer: blockOf[$0.reviewer]) })]
  }

  /// The least number by which all values become whole; nil where there is no small one.
  private static func scale(of values: some Sequence<Double>) -> Int? {
    let fractions = Set(values.map { abs($0 - $0.rounded()) }.filter { $0 > tolerance })
    guard values.allSatisfy({ abs($0) <= Double(Costs.largestPriceCount) }) else { return nil }
    return (1...largestScale).first { scale in
      fractions.allSatisfy {
        let value = $0 * Double(scale)
        return abs(value - value.rounded()) <= tolerance * Double(scale)
      }
    }
  }
}

extension PairingFlow {
  /// Lays out the network of a problem with prices; nothing is assigned yet.
  ///
  /// - Returns: nil where the prices do not fit into the fields of a packed cost.
  init?(_ problem: PairingProblem, _ dual: DualPrices) {
    self.init(problem, scale: dual.scale)
    for (states, counts) in dual.prices {
      let price = costs.packed(counts)
      if price < 0 { return nil }
      addPrice(states.0, states.1, price)
      addPrice(states.1, states.0, price)
    }
    if !hasFittingPrices { return nil }
  }
}
