import Foundation
import StressTesting
import Testing

@Suite struct `The languages of a cell` {
  /// Ten States; two of them name no language.
  static let ten = """
    state,region,protocols,legal_systems,languages
    A,North,P,x,en fr
    B,North,P,x,fr
    C,North,P,y,en
    D,North,,x,
    E,South,P,z,es
    F,South,P,z,es en
    G,South,,x,fr
    H,South,P,z,ar
    I,South,P,x,
    J,North,P,y,ar es
    """ + "\n"

  @Test func `are counted as its pairs tell`() throws {
    let laboratory = try Laboratory()
    try laboratory.write(Self.ten, "ten.csv")
    let plan = try laboratory.plan(
      "seed: s\ncycles: 20\nmemberships: {file: ten.csv}\nrulebook: {cycle: {years: 2}}\n")
    try laboratory.run(plan, "out")
    var languages: [String: Set<Substring>] = [:]
    for line in Self.ten.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      languages[String(fields[0])] = Set(fields[4].split(separator: " "))
    }
    // Nobody joins, so that all pairs of the end are in the table of pairs.
    var (counted, shared) = (0, 0)
    for row in try laboratory.table("out/pairs.csv") {
      let state = try #require(languages[row["under_review"] ?? ""])
      let reviewer = try #require(languages[row["reviewer"] ?? ""])
      let cycles = try #require(Int(row["cycles"] ?? ""))
      if state.isEmpty || reviewer.isEmpty { continue }
      counted += cycles
      if !state.isDisjoint(with: reviewer) { shared += cycles }
    }
    #expect(0 < shared && shared < counted)
    let cycles = try laboratory.table("out/cycles.csv")
    #expect(cycles.reduce(0) { $0 + (Int($1["language_counted"] ?? "") ?? 0) } == counted)
    #expect(cycles.reduce(0) { $0 + (Int($1["language_shared"] ?? "") ?? 0) } == shared)
    let cell = try #require(try StressSummary(folder: laboratory.path("out")).cells.first)
    #expect(cell.languageShare == Double(shared) / Double(counted))
  }

  @Test func `are no share where nobody names any`() throws {
    let laboratory = try Laboratory()
    try laboratory.write(Sample.ten, "ten.csv")
    try laboratory.run(
      try laboratory.plan("seed: s\ncycles: 2\nmemberships: {file: ten.csv}\n"), "out")
    let cell = try #require(try StressSummary(folder: laboratory.path("out")).cells.first)
    #expect(cell.reviews.sum > 0 && cell.languageShare == nil)
  }
}
