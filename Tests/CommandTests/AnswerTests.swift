import Testing

/// A membership of `Instances` and what is known of it.
struct KnownAnswer: Sendable, CustomTestStringConvertible {
  let membership: String
  var options: [String] = []
  /// The best waivers in the order of the built-in rulebook; nil where there is no completion.
  let best: [Int]?
  /// What the explanation names, where the rules cannot be kept.
  var names: [String] = []

  var testDescription: String { ([membership] + options).joined(separator: " ") }
  var isKept: Bool { best.map { $0.prefix(3).allSatisfy { $0 == 0 } } ?? false }
  var arguments: [String] {
    ([membership] + options).map { $0.contains(".") ? Project.instance($0) : $0 }
  }

  static let noWaivers = ["--rulebook", "small/no-waivers.yaml"]

  /// What the README of `Instances` says.
  static let all: [KnownAnswer] =
    [
      KnownAnswer(membership: "untoc-2010.csv", best: [0, 0, 0, 0]),
      KnownAnswer(membership: "untoc-2014.csv", best: [0, 0, 0, 0]),
      KnownAnswer(membership: "untoc-2024-estimate.csv", best: [0, 0, 0, 0]),
      KnownAnswer(
        membership: "small/clubs.csv",
        options: ["--rulebook", "small/clubs.yaml", "--conflicts", "small/clubs-conflicts.csv"],
        best: [0, 0, 0, 0]),
      KnownAnswer(
        membership: "small/ten.csv", options: ["--rulebook", "small/small.yaml"],
        best: [0, 1, 0, 1], names: ["Norway (NOR)", "Sweden (SWE)", "same_region", "para. 19"]),
    ] + refused.flatMap { [$0, KnownAnswer($0)] }

  /// Those that have no completion without waivers.
  private static let refused = [
    KnownAnswer(
      membership: "small/ten.csv", best: [0, 1, 0, 1],
      names: ["Norway (NOR)", "Sweden (SWE)", "same_region", "legal_system", "para. 19"]),
    KnownAnswer(
      membership: "small/two-parties.csv", best: [0, 1, 0, 1],
      names: ["NOR", "SWE", "same_region", "legal_system", "para. 19"]),
    KnownAnswer(
      membership: "small/lone-reviewer.csv", best: [7, 2, 0, 3],
      names: ["A", "B, C, E", "seat", "7 seats", "para. 18", "same_region", "para. 19"]),
    KnownAnswer(
      membership: "small/no-protocols.csv", best: [0, 0, 1, 0],
      names: ["Whatever the lots: A.", "minimum_load", "1 review", "para. 20"]),
    KnownAnswer(
      membership: "small/three.csv", best: [3, 0, 0, 0],
      names: ["A, B, C", "seat", "3 seats", "para. 18"]),
  ]
}

extension KnownAnswer {
  /// The same membership where nothing may be waived.
  private init(_ answer: KnownAnswer) {
    self.init(
      membership: answer.membership, options: Self.noWaivers, best: nil,
      names: answer.names + ["under `waivers`"])
  }
}

@Suite struct `The memberships with a known answer` {
  private static let rules = ["seat", "same_region", "minimum_load", "legal_system"]

  @Test(arguments: KnownAnswer.all)
  func `have the best waivers that are known`(_ known: KnownAnswer) throws {
    let answer = try Command.run(
      ["check"] + known.arguments + ["--format", "json"], in: TemporaryFolder())
    #expect(answer.exitCode == (known.isKept ? 0 : 1))
    // Some of the small tables lack columns, and a club of one may be a slip.
    #expect(answer.said.split(separator: "\n").allSatisfy { $0.contains(": warning: ") })
    let json = try JSONObject(answer.text)
    #expect(json.truth("kept") == known.isKept)
    let best = json.object("best")
    #expect(Self.rules.compactMap { best?.number($0) } == known.best ?? [])
    #expect(json.isNull("best") == (known.best == nil))
    for name in known.names { #expect(json["explanation"]?.contains(name) == true, "\(name)") }
    #expect(json.isNull("explanation") == known.names.isEmpty)
  }

  @Test(arguments: KnownAnswer.all)
  func `are explained in words`(_ known: KnownAnswer) throws {
    let answer = try Command.run(["check"] + known.arguments, in: TemporaryFolder())
    #expect(answer.exitCode == (known.isKept ? 0 : 1))
    for name in known.names { #expect(answer.text.contains(name), "\(answer.text)") }
    #expect(answer.text.contains("The rules can be kept") == known.isKept)
    #expect(answer.text.contains("Best waivers: ") == (known.best != nil))
  }

  @Test(arguments: KnownAnswer.all.filter { !$0.isKept })
  func `are not drawn without waivers being accepted`(_ known: KnownAnswer) throws {
    let folder = try TemporaryFolder()
    let arguments = ["rehearse"] + known.arguments + ["--seed", "1", "--output", "cycle"]
    let refused = try Command.run(arguments, in: folder)
    #expect(refused.exitCode == 1)
    #expect(refused.output.isEmpty)
    #expect(try folder.entries().isEmpty)
    for name in known.names { #expect(refused.said.contains(name), "\(refused.said)") }

    let accepted = try Command.run(arguments + ["--accept-waivers"], in: folder)
    guard let best = known.best else {
      // What the rulebook never waives is not given up by saying so.
      #expect(accepted.exitCode == 1)
      #expect(accepted.output.isEmpty)
      #expect(try folder.entries().isEmpty)
      return
    }
    #expect(accepted.exitCode == 0)
    let lines = LedgerText(try folder.bytes("cycle/ledger.jsonl")).lines
    for (rule, count) in zip(Self.rules, best) {
      #expect(lines.filter { $0.contains("\"rule\":\"\(rule)\"") }.count == count)
      #expect(count == 0 || accepted.said.contains("\(count) × \(rule)"))
    }
    #expect(try Command.run(["verify", "cycle"], in: folder).exitCode == 0)
  }
}
