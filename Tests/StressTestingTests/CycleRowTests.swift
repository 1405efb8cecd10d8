import Rules
import StressTesting
import Testing

@Suite struct `A line of the cycles` {
  private static func bytes(_ row: CycleRow, countsSupplements: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    row.append(to: &bytes, countsSupplements: countsSupplements)
    return bytes
  }

  /// Measures with a different number in every place.
  private static var full: CycleRow {
    var next = 0
    func number() -> Int {
      next += 1
      return next
    }
    func numbers(_ count: Int) -> [Int] { (0..<count).map { _ in number() } }
    var measures = CycleMeasures(outcome: .waived)
    measures.best = numbers(4)
    measures.waived = numbers(4)
    measures.worsened = (0..<4).map { _ in numbers(4) }
    measures.reviews = number()
    measures.loads = numbers(10)
    measures.largestLoad = number()
    measures.loadsByGroup = [
      NamedCounts(name: "", counts: [0]), NamedCounts(name: "a,\"b\";c:d/e%\n☃", counts: [1, 20]),
    ]
    measures.loadsByProtocols = [NamedCounts(name: "3", counts: [5, 6])]
    measures.legalCounted = number()
    measures.legalMatched = number()
    measures.languagesCounted = number()
    measures.languagesShared = number()
    measures.statesByYear = numbers(3)
    measures.groupsByYear = [NamedCounts(name: "AFR", counts: numbers(3))]
    measures.proportionGapInThousandths = 1_007
    measures.lots = number()
    measures.regionalLots = number()
    measures.bowlSum = 12_345
    measures.smallestBowl = number()
    measures.bowls = numbers(8)
    measures.forcedRegionalLots = number()
    measures.happened = numbers(6)
    measures.refused = numbers(6)
    return CycleRow(cell: 7, cycle: 8, measures: measures)
  }

  @Test func `is read back as it was`() {
    let row = Self.full
    let bytes = Self.bytes(row)
    #expect(bytes.last == UInt8(ascii: "\n"))
    #expect(CycleRow(bytes.dropLast()) == row)
    // Quotation marks are never needed, so any tool can split the line.
    #expect(!bytes.contains(UInt8(ascii: "\"")))
    #expect(bytes.count { $0 == UInt8(ascii: ",") } == Self.columns.count - 1)
    #expect(Set(Self.columns).count == Self.columns.count)
  }

  private static let columns = CycleRow.columns(countsSupplements: false)

  @Test func `of a plan with supplementary reviewers ends with theirs`() {
    let columns = CycleRow.columns(countsSupplements: true)
    #expect(columns.starts(with: Self.columns) && columns.count == Self.columns.count + 10)
    #expect(Set(columns).count == columns.count)
    var row = Self.full
    row.measures.supplements.best = 71
    row.measures.supplements.waived = 72
    row.measures.supplements.worsened = [73, 74, 75, 76]
    (row.measures.supplements.counted, row.measures.supplements.held) = (77, 78)
    (row.measures.supplements.lots, row.measures.supplements.forcedLots) = (79, 80)
    let bytes = Self.bytes(row, countsSupplements: true)
    #expect(bytes.starts(with: Self.bytes(Self.full).dropLast()))
    #expect(String(decoding: bytes, as: UTF8.self).hasSuffix(",71,72,73,74,75,76,77,78,79,80\n"))
    #expect(CycleRow(bytes.dropLast(), countsSupplements: true) == row)
    #expect(CycleRow(bytes.dropLast()) == nil)
    #expect(CycleRow(Self.bytes(Self.full).dropLast(), countsSupplements: true) == nil)
    let none = CycleRow(cell: 1, cycle: 2, measures: CycleMeasures(outcome: .impossible))
    let empty = Self.bytes(none, countsSupplements: true).dropLast()
    #expect(empty.count { $0 == UInt8(ascii: ",") } == columns.count - 1)
    #expect(CycleRow(empty, countsSupplements: true) == none && CycleRow(empty) == nil)
  }

  @Test func `of a cycle that was not drawn holds nothing but its outcome`() {
    for outcome in [CycleOutcome.impossible, .undecided] {
      let row = CycleRow(cell: 1, cycle: 2, measures: CycleMeasures(outcome: outcome))
      let text = String(decoding: Self.bytes(row), as: UTF8.self)
      #expect(
        text == "1,2,\(outcome.rawValue)"
          + String(repeating: ",", count: Self.columns.count - 3) + "\n")
      #expect(CycleRow(Self.bytes(row).dropLast()) == row)
    }
  }

  @Test func `with any byte missing is not taken for another line`() {
    let bytes = Array(Self.bytes(Self.full).dropLast())
    var taken = 0
    for place in bytes.indices {
      var shorter = bytes
      shorter.remove(at: place)
      // A digit less is another number; it must not be the same row.
      if let row = CycleRow(shorter[...]) {
        #expect(row != Self.full)
        taken += 1
      }
    }
    #expect(taken < bytes.count)
  }
}

@Suite struct `An estimate` {
  /// Wilson (1927), as tabulated for 95 %.
  @Test(arguments: [
    (8, 10, 0.490162, 0.943318), (0, 10, 0.0, 0.277533), (10, 10, 0.722467, 1.0),
    (1, 1, 0.206549, 1.0), (500, 1000, 0.469070, 0.530930),
  ])
  func `of a share has Wilson's interval`(
    _ successes: Int, _ trials: Int, _ low: Double, _ high: Double
  ) throws {
    let estimate = try #require(Estimate(successes: successes, trials: trials))
    #expect(estimate.value == Double(successes) / Double(trials))
    #expect(abs(estimate.low - low) < 1e-6, "\(estimate)")
    #expect(abs(estimate.high - high) < 1e-6, "\(estimate)")
  }

  @Test func `without a trial is none`() { #expect(Estimate(successes: 0, trials: 0) == nil) }
}

@Suite struct `A shard` {
  @Test func `is written k of n`() {
    #expect(Shard("2/7") == Shard(2, of: 7))
    for text in ["", "1", "0/1", "2/1", "1/0", "1/2/3", "a/b", "1/1000001", " 1/2", "-1/2"] {
      #expect(Shard(text) == nil, "\(text)")
    }
  }
}
