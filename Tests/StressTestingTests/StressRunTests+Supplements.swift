import Foundation
import Lots
import Records
import StressTesting
import Testing

extension `A run` {
  /// Twice the same cells, by a rulebook without supplementary reviewers and by one with them.
  static let supplements = """
    seed: s
    cycles: 9
    memberships: {file: ten.csv}
    rulebook: {cycle: {years: 2}, reviewers: {protocols: [all, supplement]}}
    behaviours:
      - name: quiet
      - {name: busy, deferral: 1/3, redraw: 0.3, accession: 0.2}
    """ + "\n"

  @Test func `has the columns of supplementary seats where a rulebook has them, and only there`()
    throws
  {
    let (laboratory, plan) = try Self.laboratory(Self.supplements)
    try laboratory.run(plan, "whole")
    let whole = try laboratory.results("whole")
    var folders: [String] = []
    for number in 1...3 {
      let shard = try #require(Shard(number, of: 3))
      // Stopped and taken up in between.
      try StressRun(
        plan, shard: shard, folder: laboratory.path("s\(number)"), software: "tests", threads: 1
      ).run(until: 5)
      try laboratory.run(plan, "s\(number)", shard: shard)
      folders.append(laboratory.path("s\(number)"))
    }
    #expect(try StressMerge.merge(folders, into: laboratory.path("merged")) == 36)
    #expect(try laboratory.results("merged") == whole)

    let (_, alone) = try Self.laboratory(
      Self.supplements.replacingOccurrences(of: "[all, supplement]", with: "all"))
    try laboratory.run(alone, "alone")
    func lines(_ folder: String) throws -> [Substring] {
      try String(contentsOfFile: laboratory.path("\(folder)/cycles.csv"), encoding: .utf8)
        .split(separator: "\n")
    }
    let (mixed, plain) = (try lines("whole"), try lines("alone"))
    #expect(mixed[0].hasPrefix(plain[0] + ",") && !plain[0].contains("supplement"))
    // What is without them has the same lines, with zeros behind them.
    let none = String(repeating: ",0", count: 10)
    #expect(zip(mixed.dropFirst(), plain.dropFirst()).allSatisfy { $0 == $1 + none })
    #expect(mixed.count == 37 && plain.count == 19)

    let summary = try StressSummary(folder: laboratory.path("whole"))
    let rows = try laboratory.table("whole/cycles.csv")
    func sum(_ column: String, _ cell: Int) -> Int {
      rows.filter { $0["cell"] == String(cell) }.reduce(0) { $0 + (Int($1[column] ?? "") ?? 0) }
    }
    #expect(summary.countsSupplements && summary.rules.map(\.rawValue)[1] == "supplement")
    for cell in summary.cells {
      let found = cell.supplements
      #expect(found.counted.sum == sum("supplement_counted", cell.number))
      #expect(found.held.sum == sum("supplement_held", cell.number))
      #expect(found.lots.sum == sum("lots_supplementary", cell.number))
      #expect(found.forcedLots.sum == sum("forced_supplementary", cell.number))
      #expect(cell.waivers(of: .supplement).waived.sum == sum("waived_supplement", cell.number))
      #expect(found.worsened[1].sum == sum("redraw_supplement", cell.number))
      #expect((found.held.sum > 0) == (cell.number > 2))
    }
    #expect(try !StressSummary(folder: laboratory.path("alone")).rules.contains(.supplement))
  }
}
