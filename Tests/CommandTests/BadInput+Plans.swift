extension BadInput {
  /// Plans of the laboratory that are wrong.
  static let plans = planFaults + planUsage

  private static let fine = "seed: s\ncycles: 1\nmemberships: {file: m.csv}\n"

  private static func plan(
    _ name: String, _ text: String, says: String..., isLong: Bool = false
  ) -> BadInput {
    BadInput(
      name: name, arguments: ["stress", "run", "p.yaml", "--output", "out"],
      files: ["p.yaml": .text(text), "m.csv": .text(good)], exitCode: 65, says: says,
      isLong: isLong)
  }

  private static let planFaults = [
    plan("an empty plan", "", says: "p.yaml: the file is empty"),
    plan("a plan that is a list", "- 1\n", says: "p.yaml:1: a list is not allowed"),
    plan(
      "a plan with a mistake in line 12",
      fine + "rulebook:\n  name: x\n  cycle:\n    years: 3\n" + "  loads:\n    minimum: 1\n"
        + "  redraws:\n    limit: 1\n    exclude: true\n",
      says: "error: p.yaml:12: key `rulebook.redraws.exclude`: \"exclude\" is not a key; allowed: "),
    plan(
      "a plan without a seed", "cycles: 1\nmemberships: {file: m.csv}\n",
      says: "p.yaml:1: the key `seed` is missing"),
    plan(
      "a plan without a membership", "seed: s\ncycles: 1\n",
      says: "p.yaml:1: the key `memberships` is missing"),
    plan(
      "no cycles", "seed: s\ncycles: 0\nmemberships: {file: m.csv}\n",
      says: "p.yaml:2: key `cycles`: \"0\" is not allowed"),
    plan(
      "a membership that is not there", "seed: s\ncycles: 1\nmemberships: {file: no.csv}\n",
      says: "no.csv: there is no such file"),
    plan(
      "a plan as its own membership", "seed: s\ncycles: 1\nmemberships: {file: p.yaml}\n",
      says: "p.yaml:1: no column is named `state`"),
    plan(
      "a rate above one", fine + "behaviours: {redraw: 2}\n",
      says: "p.yaml:4: key `behaviours.redraw`: \"2\" is not allowed; allowed: a number from 0 to 1"
    ),
    plan(
      "a rate of a word", fine + "behaviours: {redraw: often}\n",
      says: "p.yaml:4: key `behaviours.redraw`: \"often\" is not allowed"),
    plan(
      "a range that runs backwards", fine + "rulebook: {cycle: {years: {from: 5, to: 3}}}\n",
      says: "p.yaml:4: key `rulebook.cycle.years`: `from` is 5, above `to`, which is 3"),
    plan(
      "too many cells",
      fine
        + "rulebook: {cycle: {years: {from: 1, to: 50}}, loads: {maximum: {from: 2, to: 900}}}\n",
      says: "p.yaml:4: key `rulebook.loads", "these are more than 10000 combinations"),
    plan(
      "a plan that is never closed", fine + "behaviours: [{name: x\n",
      says: "p.yaml:", "this is not YAML: "),
    plan(
      "a name that a terminal would obey", fine + "\"\\e[2J\": 1\n", says: "\\u{1B}[2J"),
  ]

  private static let planUsage = [
    BadInput(
      name: "no plan", arguments: ["stress", "run", "no.yaml", "--output", "out"], exitCode: 65,
      says: ["no.yaml: there is no such file"]),
    BadInput(
      name: "no output", arguments: ["stress", "run", "p.yaml"], exitCode: 64,
      says: ["--output"]),
    BadInput(
      name: "a shard that is not there",
      arguments: ["stress", "run", "p.yaml", "--output", "out", "--shard", "3/2"],
      files: ["p.yaml": .text(fine), "m.csv": .text(good)], exitCode: 64, says: ["3/2"]),
    BadInput(
      name: "no threads",
      arguments: ["stress", "run", "p.yaml", "--output", "out", "--threads", "0"],
      exitCode: 64, says: ["--threads is a whole number from 1 to 1024"]),
    BadInput(
      name: "a folder of something else",
      arguments: ["stress", "run", "p.yaml", "--output", "out"],
      files: ["p.yaml": .text(fine), "m.csv": .text(good), "out/notes.txt": .text("mine")],
      exitCode: 65, says: ["out holds files that are no results", "help: name a new folder"]),
    BadInput(
      name: "a file as output", arguments: ["stress", "run", "p.yaml", "--output", "m.csv"],
      files: ["p.yaml": .text(fine), "m.csv": .text(good)], exitCode: 65,
      says: ["could not make the folder m.csv"]),
    BadInput(
      name: "no results to summarize", arguments: ["stress", "summarize", "out"],
      files: ["out": .folder], exitCode: 65, says: ["there is no stress.json in out", "help: "]),
    BadInput(
      name: "nothing to merge", arguments: ["stress", "merge", "a", "b", "--output", "c"],
      exitCode: 65, says: ["there is no stress.json in a"]),
    BadInput(
      name: "a manifest that is no JSON", arguments: ["stress", "summarize", "out"],
      files: ["out/stress.json": .text("{")], exitCode: 65,
      says: ["out/stress.json: this is no JSON object"]),
    BadInput(
      name: "a manifest of a later format", arguments: ["stress", "merge", "out", "--output", "c"],
      files: ["out/stress.json": .text("{\"format\":2}")], exitCode: 65,
      says: ["this program reads format 1 only"]),
  ]
}
