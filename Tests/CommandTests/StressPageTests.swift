import Foundation
import Testing

/// `stress summarize --page`: what a page says of results that were just drawn.
@Suite struct `The page of a laboratory` {
  static let plan = """
    name: <two> & "three"
    seed: page
    cycles: 5
    memberships:
      - {generate: {states: [12, 30], groups: 2}, name: made up}
    rulebook:
      loads: {maximum: [2, 3]}
    """

  /// A folder with results and their page.
  static func drawn() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(plan.utf8, "plan.yaml")
    let run = try Command.run(["stress", "run", "plan.yaml", "--output", "results"], in: folder)
    #expect(run.exitCode == 0, "\(run.said)")
    let answer = try Command.run(
      ["stress", "summarize", "results", "--page", "page.html", "--format", "csv"], in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    try folder.write(answer.output, "table.csv")
    return folder
  }

  @Test func `holds the numbers of the table, plots with sentences, and no foreign markup`() throws
  {
    let folder = try Self.drawn()
    let page = try String(decoding: folder.bytes("page.html"), as: UTF8.self)
    #expect(page.hasPrefix("<!DOCTYPE html>\n"))
    #expect(page.contains("<title>&lt;two&gt; &amp; &quot;three&quot;</title>"))
    #expect(!page.contains("<two>"))
    for word in ["http://www.w3.org/2000/svg", "30 States, maximum 2", "figcaption"] {
      #expect(page.contains(word), "\(word)")
    }
    for figure in ["kept", "loads", "bowls", "forced", "predictability", "time"] {
      #expect(page.contains("<figure id=\"\(figure)\">"), "\(figure)")
    }
    #expect(page.ranges(of: "<svg").count == page.ranges(of: "<figcaption>").count)

    let lines = try String(decoding: folder.bytes("table.csv"), as: UTF8.self)
      .split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let header = try #require(lines.first)
    // Counted from the end, as the source of the rules holds commas.
    let column = try header.count - #require(header.firstIndex(of: "lots"))
    for line in lines.dropFirst() {
      // Both are means, in the table with three places, on the page with one.
      let mean = try #require(Double(line[line.count - column]))
      #expect(page.contains("<td class=\"number\">\(String(format: "%.1f", mean))</td>"))
    }
  }

  @Test func `says in words which seats a cell has`() throws {
    let folder = try TemporaryFolder()
    let plan = """
      seed: seats
      cycles: 2
      memberships:
        - {generate: {states: 12, groups: 2}}
      rulebook:
        reviewers:
          seats:
            - [{name: regional, count: 1, group: same, legal_system: preferred},
               {name: open, count: 2}]
            - [{name: foreign, count: 2, group: other}]
      """
    try folder.write(plan.utf8, "plan.yaml")
    for words in [
      ["stress", "run", "plan.yaml", "--output", "results"],
      ["stress", "summarize", "results", "--page", "page.html"],
    ] {
      let run = try Command.run(words, in: folder)
      #expect(run.exitCode == 0, "\(run.said)")
    }
    let page = try String(decoding: folder.bytes("page.html"), as: UTF8.self)
    for label in ["1 regional (same group, similar) and 2 open", "2 foreign (other group)"] {
      #expect(page.contains(label), "\(label)")
    }
  }

  @Test func `is the same, byte for byte, for the same results`() throws {
    let folder = try Self.drawn()
    let first = try folder.bytes("page.html")
    let again = try Command.run(
      ["stress", "summarize", "results", "--page", "page.html"], in: folder)
    #expect(again.exitCode == 0)
    #expect(try folder.bytes("page.html") == first)
  }

  @Test func `takes the place of no other file unless it is told to`() throws {
    let folder = try Self.drawn()
    let page = try folder.bytes("page.html")
    let summarize = ["stress", "summarize", "results", "--page", "page.html"]
    try folder.write("mine".utf8, "page.html")
    try folder.write("mine".utf8, "page.html.new")
    let refused = try Command.run(summarize, in: folder)
    #expect(refused.exitCode == 65)
    #expect(refused.said.contains("page.html is there already"), "\(refused.said)")
    #expect(try folder.bytes("page.html") == Array("mine".utf8))
    #expect(try Command.run(summarize + ["--replace"], in: folder).exitCode == 0)
    #expect(try folder.bytes("page.html") == page)
    #expect(try folder.bytes("page.html.new") == Array("mine".utf8))
    #expect(try folder.entries().keys.filter { $0.contains("unfinished") } == [])
  }

  @Test func `is refused in one sentence where it cannot be written`() throws {
    let folder = try Self.drawn()
    let answer = try Command.run(
      ["stress", "summarize", "results", "--page", "nowhere/page.html"], in: folder)
    #expect(answer.exitCode == 65)
    #expect(answer.said.contains("error: could not write to nowhere/page.html: "))
  }
}
