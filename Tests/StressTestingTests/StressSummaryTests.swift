import Foundation
import Lots
import Records
import StressTesting
import Testing

@Suite struct `A summary` {
  @Test func `adds up what stands in the lines`() throws {
    let laboratory = try Laboratory()
    try laboratory.write(Sample.ten, "ten.csv")
    let plan = try laboratory.plan(Sample.plan)
    try laboratory.run(plan, "out")
    let summary = try StressSummary(folder: laboratory.path("out"))
    #expect(summary.isComplete && summary.cells.count == 12 && summary.cycles == 72)
    #expect(
      summary.varied == [
        "membership", "states", "reviewed", "generate.states", "generate.signatories",
        "generate.seed", "loads.maximum", "behaviour", "deferral", "redraw", "stand_down",
        "joining", "leaving", "accession",
      ])
    let rows = try laboratory.table("out/cycles.csv")
    let pairs = try laboratory.table("out/pairs.csv")
    for cell in summary.cells {
      let own = rows.filter { $0["cell"] == String(cell.number) }
      func sum(_ column: String) -> Int { own.reduce(0) { $0 + (Int($1[column] ?? "") ?? 0) } }
      #expect(cell.cycles == 6 && own.count == 6)
      #expect(cell[.kept] == own.count { $0["outcome"] == "kept" })
      #expect(cell.lots.sum == sum("lots") && cell.bowls[0] == sum("bowls_1"))
      #expect(cell.waived.map(\.sum).last == sum("waived_legal_system"))
      #expect(cell.worsened[2][1].sum == sum("stand_down_same_region"))
      #expect(cell.happened[1].sum == sum("redraws"))
      #expect(cell.refused[0].sum == sum("deferrals_refused"))
      #expect(cell.loads[2] == sum("load_2"))
      // Evenness, State by State: all pairs of each cycle.
      let ginis = own.compactMap { row -> Double? in
        let loads = (0...8).flatMap { load in
          Array(repeating: Double(load), count: Int(row["load_\(load)"] ?? "") ?? 0)
        }
        let apart = loads.reduce(0) { sum, one in loads.reduce(sum) { $0 + abs($1 - one) } }
        let whole = 2 * Double(loads.count) * loads.reduce(0, +)
        return row["load_9_more"] == "0" && whole > 0 ? apart / whole : nil
      }
      #expect(cell.giniInMillionths.count == ginis.count)
      let mean = ginis.reduce(0, +) / Double(max(ginis.count, 1))
      #expect(abs((cell.giniInMillionths.mean ?? 0) / 1_000_000 - mean) < 1e-6)
      let atTwo = (2...9).reduce(0) { $0 + sum("load_\($1)\($1 == 9 ? "_more" : "")") }
      let reviewers = atTwo + sum("load_0") + sum("load_1")
      #expect(cell.share(doing: 2) == Double(atTwo) / Double(reviewers))
      #expect(cell.microseconds.count == 6)
      let counts = pairs.filter { $0["cell"] == String(cell.number) }
        .compactMap { $0["cycles"].flatMap(Int.init) }
      if cell.setting("joining") == "0" {
        // Every review of every cycle is a pair.
        #expect(counts.reduce(0, +) == sum("reviews"))
      }
      let found = try #require(cell.predictability)
      #expect(found.pairCount == counts.count)
      #expect(found.largest.value == Double(counts.max() ?? 0) / 6)
      let repeats = counts.reduce(0) { $0 + $1 * ($1 - 1) }
      let repeated = try #require(found.repeated)
      #expect(
        abs(repeated.value - Double(repeats) / Double(5 * counts.reduce(0, +))) < 1e-12)
      #expect(repeated.low <= repeated.value && repeated.value <= repeated.high)
    }
  }

  @Test func `says why a cell's rules cannot be kept`() throws {
    let laboratory = try Laboratory()
    try laboratory.write(Sample.two, "two.csv")
    let plan = try laboratory.plan(
      """
      seed: s
      cycles: 3
      memberships: {file: two.csv}
      rulebook: {waivers: [[], [seat, same_region, minimum_load, legal_system]]}
      """)
    try laboratory.run(plan, "out")
    let summary = try StressSummary(folder: laboratory.path("out"))
    #expect(summary.cells.map { $0[.impossible] } == [3, 0])
    #expect(summary.cells.map { $0[.waived] } == [0, 3])
    #expect(summary.cells[0].causes.map(\.isWaivable).allSatisfy { !$0 })
    #expect(summary.cells.allSatisfy { !$0.causes.isEmpty })
    #expect(summary.cells[1].causes.first?.rule == .seat)
    #expect(summary.cells[0].predictability == nil && summary.cells[0].kept?.value == 0)
  }

  /// Two reviewers drawn for one State out of four: the chance of each pair is 1/2, so that a
  /// reviewer comes again with the chance 1/2.
  @Test func `finds the chance of a pair and of its coming again`() throws {
    let laboratory = try Laboratory()
    try laboratory.write(
      "state,reviewed\nA,yes\nB,no\nC,no\nD,no\nE,no\n", "five.csv")
    let plan = try laboratory.plan(
      """
      seed: s
      cycles: 2000
      memberships: {file: five.csv}
      rulebook: {cycle: {years: 1}, loads: {minimum: 0}}
      """)
    try laboratory.run(plan, "out")
    let cell = try #require(try StressSummary(folder: laboratory.path("out")).cells.first)
    let found = try #require(cell.predictability)
    #expect(found.pairCount == 4)
    #expect((0.5..<0.54).contains(found.largest.value))
    let repeated = try #require(found.repeated)
    #expect(abs(repeated.value - 0.5) < 0.002, "\(repeated)")
    #expect(repeated.low <= 0.5 && repeated.high >= 0.5 && repeated.high - repeated.low < 0.03)
  }
}
