import Foundation
import Lots
import Records
import StressTesting
import Testing

@Suite(.serialized) struct `A run` {
  @Test func `defers only the States of the group that does`() throws {
    let laboratory = try Laboratory()
    try laboratory.write(Sample.ten, "ten.csv")
    func deferrals(_ behaviour: String) throws -> [Int] {
      let plan = try laboratory.plan(
        """
        seed: s
        cycles: 5
        memberships: {file: ten.csv}
        rulebook: {cycle: {years: 3}}
        behaviours: \(behaviour)
        """)
      let folder = "out-\(behaviour.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFFFF })"
      try laboratory.run(plan, folder)
      return try laboratory.table("\(folder)/cycles.csv").map {
        (Int($0["deferrals"] ?? "") ?? 0) + (Int($0["deferrals_refused"] ?? "") ?? 0)
      }
    }
    let all = try deferrals("{deferral: 1}")
    let nobody = try deferrals(
      "{deferral: 1, groups: [{group: \"\", deferral: 0}, "
        + "{group: \"S;t/o:p%\", deferral: 0}, {group: \"North, far\", deferral: 0}]}")
    let some = try deferrals("{groups: {group: \"S;t/o:p%\", deferral: 1}}")
    #expect(nobody == [0, 0, 0, 0, 0])
    #expect(zip(some, all).allSatisfy { $0 > 0 && $0 < $1 }, "\(some) of \(all)")
  }

  @Test func `tries its cells beforehand and writes nothing`() throws {
    let laboratory = try Laboratory()
    try laboratory.write(Sample.ten, "ten.csv")
    let plan = try laboratory.plan(Sample.plan)
    let run = StressRun(plan, folder: laboratory.path("out"), software: "tests", threads: 1)
    let cells = try run.tryCells(for: 1_000)
    #expect(cells.map(\.number) == Array(1...12))
    #expect(cells.allSatisfy { $0.secondsACycle.map { $0 > 0 } ?? false })
    #expect(cells[4].settings.contains { $0.name == "states" && $0.value == "12" })
    #expect(try run.tryCells(for: 0).allSatisfy { $0.secondsACycle == nil })
    #expect(throws: (any Error).self) { try laboratory.results("out") }
    var slowest: [StressProgress.SlowestCell?] = []
    try run.run { slowest.append($0.slowest) }
    let last = try #require(slowest.last ?? nil)
    #expect((1...12).contains(last.cell) && last.seconds > 0)
  }

  static func laboratory(
    _ plan: String = Sample.plan
  ) throws -> (Laboratory, StressPlan) {
    let laboratory = try Laboratory()
    try laboratory.write(Sample.ten, "ten.csv")
    return (laboratory, try laboratory.plan(plan))
  }

  @Test func `gives the same bytes with any number of threads`() throws {
    let (laboratory, plan) = try Self.laboratory()
    var first: [String: [UInt8]]?
    for threads in [1, 2, 5] {
      let end = try laboratory.run(plan, "t\(threads)", threads: threads)
      #expect(end.done == 72 && end.total == 72)
      let results = try laboratory.results("t\(threads)")
      #expect(
        results.keys.sorted() == [
          "causes.csv", "cells.csv", "cycles.csv", "pairs.csv", "stress.json",
        ])
      if let first { #expect(results == first, "\(threads) threads") }
      first = results
      #expect(try laboratory.table("t\(threads)/times.csv").count == 72)
    }
  }

  @Test func `in shards of any number, merged in any order, gives the same bytes`() throws {
    let (laboratory, plan) = try Self.laboratory(Sample.quick)
    try laboratory.run(plan, "whole")
    let whole = try laboratory.results("whole")
    // With more shards than cycles some have nothing to do.
    for count in [1, 2, 7, 50] {
      var folders: [String] = []
      for number in (1...count).reversed() {
        let shard = try #require(Shard(number, of: count))
        let end = try laboratory.run(plan, "s\(count)-\(number)", shard: shard, threads: 1)
        #expect(end.done == end.total)
        folders.append(laboratory.path("s\(count)-\(number)"))
      }
      #expect(try StressMerge.merge(folders, into: laboratory.path("m\(count)")) == 48)
      #expect(try laboratory.results("m\(count)") == whole, "\(count) shards")
      #expect(try laboratory.table("m\(count)/times.csv").count == 48)
    }
  }

  @Test func `that is stopped anywhere goes on to the same bytes`() throws {
    let (laboratory, plan) = try Self.laboratory(Sample.quick)
    try laboratory.run(plan, "whole")
    let whole = try laboratory.results("whole")
    var lots = LotStream(seed: "stops")
    for number in 0..<6 {
      var done = 0
      while done < 48 {
        let until = min(48, done + 1 + lots.draw(from: 30).index)
        let end = try StressRun(
          plan, folder: laboratory.path("r\(number)"), software: "tests", threads: 2
        ).run(until: until)
        #expect(end.done == until && end.lost == 0)
        done = end.done
      }
      #expect(try laboratory.results("r\(number)") == whole)
    }
  }

  @Test func `that is told to stop at once keeps what is done`() throws {
    let (laboratory, plan) = try Self.laboratory(Sample.quick)
    let run = StressRun(plan, folder: laboratory.path("r"), software: "tests", threads: 2)
    #expect(try run.run(until: 7).done == 7)
    let stop = StopFlag()
    stop.raise()
    #expect(try run.run(stop: stop).done == 7)
  }

  /// Cuts the files as a power cut may: each at any byte, the journal never being behind.
  @Test func `that lost the ends of its files goes on to the same bytes`() throws {
    let (laboratory, plan) = try Self.laboratory(Sample.quick)
    try laboratory.run(plan, "whole")
    let whole = try laboratory.results("whole")
    var lots = LotStream(seed: "cuts")
    var lost = 0
    for number in 0..<48 {
      let folder = "c\(number)"
      // After every cycle once, the last among them.
      try StressRun(
        plan, folder: laboratory.path(folder), software: "tests", threads: 1
      ).run(until: number + 1)
      for name in ["cycles.csv", "times.csv", "stress.journal"] {
        let path = laboratory.path("\(folder)/\(name)")
        guard let bytes = FileManager.default.contents(atPath: path) else { continue }
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        guard lines.count > 2 else { continue }
        let cut = lots.draw(from: lines[lines.count - 1].count + 2).index
        try bytes.dropLast(cut).write(to: URL(fileURLWithPath: path))
      }
      lost += try laboratory.run(plan, folder, threads: 1).lost
      #expect(try laboratory.results(folder) == whole, "cut \(number)")
    }
    #expect(lost > 15)
  }

  @Test func `refuses a folder with anything else in it`() throws {
    let (laboratory, plan) = try Self.laboratory()
    try laboratory.write("mine", "mine/notes.txt")
    #expect(throws: StressFailure.notEmpty(folder: laboratory.path("mine"))) {
      try laboratory.run(plan, "mine")
    }
    #expect(try laboratory.results("mine").keys.sorted() == ["notes.txt"])
    try laboratory.run(plan, "out")
    let before = try laboratory.results("out")
    let other = try laboratory.plan(Sample.plan.replacing("joining: 0.1", with: "joining: 0.2"))
    #expect(throws: StressFailure.self) { try laboratory.run(other, "out") }
    let half = try #require(Shard(1, of: 2))
    #expect(
      throws: StressFailure.otherShard(
        folder: laboratory.path("out"), found: .whole, expected: half)
    ) { try laboratory.run(plan, "out", shard: half) }
    #expect(throws: StressFailure.self) {
      try laboratory.run(plan, "out", software: "another version")
    }
    try laboratory.write(Sample.ten.replacing("P Q,z", with: "P,z"), "ten.csv")
    let member = try laboratory.plan(Sample.plan)
    #expect(throws: StressFailure.self) { try laboratory.run(member, "out") }
    #expect(try laboratory.results("out") == before)
    // Comments and names of files do not count.
    try laboratory.write(Sample.ten, "again.csv")
    let same = try laboratory.plan(
      "# again\n" + Sample.plan.replacing("file: ten.csv", with: "file: again.csv"))
    #expect(try laboratory.run(same, "out").now == 0)
  }

  @Test func `notices a line that was changed`() throws {
    let (laboratory, plan) = try Self.laboratory()
    try StressRun(
      plan, folder: laboratory.path("out"), software: "tests", threads: 1
    ).run(until: 4)
    let path = laboratory.path("out/cycles.csv")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try Data(text.replacing("\n1,2,", with: "\n1,3,").utf8).write(to: URL(fileURLWithPath: path))
    #expect(
      throws: StressFailure.damaged(
        path: path, line: 3, why: "this is not the line that is due here")
    ) { try laboratory.run(plan, "out") }
  }

  @Test func `merges nothing but all shards of one plan`() throws {
    let (laboratory, plan) = try Self.laboratory()
    for number in 1...3 {
      try laboratory.run(plan, "s\(number)", shard: #require(Shard(number, of: 3)))
    }
    let (one, two, three) = (
      laboratory.path("s1"), laboratory.path("s2"), laboratory.path("s3")
    )
    let out = laboratory.path("out")
    func refusal(_ folders: [String], into output: String? = nil) -> StressFailure? {
      do throws(StressFailure) {
        _ = try StressMerge.merge(folders, into: output ?? out)
        return nil
      } catch { return error }
    }
    let third = try #require(Shard(3, of: 3))
    #expect(refusal([one, two]) == .missingShards([3], of: 3))
    #expect(refusal([one, three, two, three]) == .shardTwice(third, folders: [three, three]))
    #expect(refusal([one, two, laboratory.path]) == .noResults(folder: laboratory.path))
    #expect(refusal([one, two, three], into: two) == .outputIsInput(folder: two))
    let half = try #require(Shard(1, of: 2))
    try laboratory.run(plan, "half", shard: half)
    #expect(refusal([one, laboratory.path("half")]) == .differentDivisions([2, 3]))
    let other = try laboratory.plan(Sample.plan.replacing("seed: s", with: "seed: t"))
    try laboratory.run(other, "foreign", shard: third)
    #expect(
      refusal([one, two, laboratory.path("foreign")])
        == .otherPlan(
          folder: laboratory.path("foreign"), what: "its seed is \"t\", not \"s\""))
    let stop = StopFlag()
    stop.raise()
    try laboratory.run(plan, "begun", shard: third, stop: stop)
    #expect(
      refusal([one, two, laboratory.path("begun")])
        == .unfinished(folder: laboratory.path("begun"), done: 0, of: 24))
    #expect(!FileManager.default.fileExists(atPath: out + "/stress.json"))
    #expect(
      try (FileManager.default.fileExists(atPath: out) ? laboratory.results("out") : [:]).isEmpty)
    #expect(refusal([three, one, two]) == nil)
    let merged = try laboratory.results("out")
    // The same again changes nothing; another folder is not taken.
    #expect(refusal([one, three, two]) == nil)
    #expect(try laboratory.results("out") == merged)
    for into in [laboratory.path("half"), laboratory.path] {
      #expect(refusal([three, one, two], into: into) == .notEmpty(folder: into))
    }
  }

  @Test func `by two processes at once is refused`() throws {
    let (laboratory, plan) = try Self.laboratory()
    let run = StressRun(plan, folder: laboratory.path("out"), software: "tests", threads: 1)
    try run.run(until: 2)
    let descriptor = unsafe open(laboratory.path("out"), O_RDONLY | O_DIRECTORY)
    #expect(descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    #expect(throws: StressFailure.locked(folder: laboratory.path("out"))) { try run.run() }
    close(descriptor)
    #expect(try run.run().done == 72)
  }
}
