import Drawing
import Foundation
import Members
import Rules
import Testing
import TestingTools

@Suite struct `The selection` {
  /// Some sizes of so many groups that add up to a number of States; groups may be empty.
  static func sizes(_ states: Int, groups: Int, _ random: inout SplitMix) -> [Int] {
    var sizes = Array(repeating: 0, count: groups)
    // One group is often much larger than the others.
    for _ in 0..<states { sizes[min(random.below(groups), random.below(groups))] += 1 }
    return sizes
  }

  static func isShare(_ count: Int, of states: Int, over years: Int) -> Bool {
    count == states / years || count == (states + years - 1) / years
  }

  @Test(arguments: 1...7) func `keeps para. 14's proportions for 1 to 60 States in 1 to 6 groups`(
    years: Int
  ) throws {
    var random = SplitMix(UInt64(years))
    for states in 1...60 {
      for groups in 1...6 {
        let sizes = Self.sizes(states, groups: groups, &random)
        let selection = try WatchedSelection(sizes: sizes, years: years)
        let drawn = try selection.draw(seed: "\(states) \(groups) \(years)")
        for (size, counts) in zip(sizes, drawn.counts) {
          #expect(counts.reduce(0, +) == size, "every State has one year")
          #expect(counts.allSatisfy { Self.isShare($0, of: size, over: years) }, "\(sizes)")
        }
        for year in 0..<years {
          let total = drawn.counts.reduce(0) { $0 + $1[year] }
          #expect(Self.isShare(total, of: states, over: years), "\(sizes)")
        }
      }
    }
  }

  @Test(arguments: 1...7) func `keeps the years' totals where groups are not told apart`(
    years: Int
  ) throws {
    for states in 1...60 {
      let selection = try WatchedSelection(
        sizes: [states - states / 3, states / 3], years: years, isProportional: false)
      let drawn = try selection.draw(seed: "\(states) \(years)")
      for year in 0..<years {
        let total = drawn.counts.reduce(0) { $0 + $1[year] }
        #expect(Self.isShare(total, of: states, over: years))
      }
      #expect(drawn.counts.joined().reduce(0, +) == states)
    }
  }

  /// Every bowl of an extra place, for every remainder of every group: sizes below the number of
  /// years are all that matters, but for the base that each year takes anyway.
  @Test func `has, in each bowl of an extra place, the years with which all can still be met`()
    throws
  {
    var random = SplitMix(14)
    var compared = 0
    var narrowed = 0
    for years in 1...6 {
      for groups in 1...4 {
        for number in 0..<60 {
          let sizes = (0..<groups).map { _ in random.below(2 * years) }
          if sizes.reduce(0, +) == 0 { continue }
          let bowls = try Self.bowls(sizes, years: years, seed: "\(number)")
          compared += bowls.count
          narrowed += bowls.count { $0.bowl.count < $0.unused }
          for (bowl, expected, _) in bowls { #expect(bowl == expected, "\(sizes) \(years)") }
        }
      }
    }
    #expect(narrowed > 100, "totals must matter in some bowls")
    print("bowls of extra places compared: \(compared), \(narrowed) of them narrowed by totals")
  }

  /// With ten years or more the order of texts is not that of numbers.
  @Test func `has years in the order of their texts`() throws {
    for number in 0..<5 {
      for (bowl, expected, _) in try Self.bowls([3, 4], years: 12, seed: "\(number)") {
        #expect(bowl == expected)
      }
    }
    let first = try Self.bowls([3], years: 12, seed: "a")[0].bowl
    #expect(
      first.map(\.text) == "1 10 11 12 2 3 4 5 6 7 8 9".split(separator: " ").map(String.init))
  }

  /// The bowls of one selection's extra places, those of brute force, and how many years have no
  /// extra place of the group yet.
  static func bowls(
    _ sizes: [Int], years: Int, seed: String
  ) throws -> [(bowl: [Label], expected: [Label], unused: Int)] {
    let drawn = try WatchedSelection(sizes: sizes, years: years).draw(seed: seed)
    var plain = PlainExtraPlaces(sizes: sizes, years: years)
    return drawn.lots.compactMap { lot in
      guard case .extraPlace(let region) = lot.purpose,
        let group = sizes.indices.first(where: { WatchedSelection.region($0) == region })
      else { return nil }
      let expected = plain.bowl(group).map { Label(String($0)) }.sorted()
      defer { plain.place(group, in: Int(lot.drawn.text) ?? 0) }
      return (lot.bowl, expected, years - plain.places[group].count)
    }
  }

  /// The share of a year is n/Y on average: ⌊n/Y⌋ for certain, and one more with the probability
  /// (n mod Y)/Y. Seeds are independent, so by Hoeffding's inequality (1963) the number of seeds
  /// that give one more is off its mean by t or more with a probability of at most 2·exp(−2t²/N)
  /// for N seeds. Over all m counts of this test, t = √(N/2 · ln(2m/α)) keeps the chance of any
  /// false alarm below α = 10⁻⁶. (The seeds are fixed: it passes always or never.)
  @Test func `gives each year n/Y of each group, over 20,000 seeds`() throws {
    let cases = [
      (sizes: [3, 4, 6], years: 5), (sizes: [1, 1, 1, 2], years: 3),
      (sizes: [7, 2, 9, 4], years: 4),
      (sizes: [5, 3], years: 7), (sizes: [1, 2, 3, 4, 5, 6], years: 7),
    ]
    let seeds = 20_000
    let counts = cases.reduce(0) { $0 + $1.sizes.count * $1.years }
    let most = (Double(seeds) / 2 * log(2 * Double(counts) / 1e-6)).squareRoot()
    var largest = 0.0
    for (sizes, years) in cases {
      let selection = try WatchedSelection(sizes: sizes, years: years)
      var more = Array(repeating: Array(repeating: 0, count: years), count: sizes.count)
      for seed in 0..<seeds {
        let drawn = try selection.draw(seed: "\(seed)")
        for (group, size) in sizes.enumerated() {
          for year in 0..<years { more[group][year] += drawn.counts[group][year] - size / years }
        }
      }
      for (group, size) in sizes.enumerated() {
        let expected = Double(seeds * (size % years)) / Double(years)
        for year in 0..<years {
          let distance = abs(Double(more[group][year]) - expected)
          largest = max(largest, distance)
          #expect(distance < most, "group \(group), year \(year + 1) of \(sizes), \(years) years")
        }
      }
    }
    print("largest distance \(largest) of \(counts) counts over \(seeds) seeds, bound \(most)")
  }
}
