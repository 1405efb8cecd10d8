extension BadInput {
  /// A rehearsal of a good membership into a place.
  private static func rehearsal(
    _ name: String, into output: String, files: [String: Content] = [:], says: String...
  ) -> BadInput {
    BadInput(
      name: name, arguments: ["rehearse", "m.csv", "--seed", "1", "--output", output],
      files: files.merging(["m.csv": .text(good)]) { first, _ in first }, exitCode: 65, says: says)
  }

  private static func check(_ name: String, _ arguments: String..., says: String...) -> BadInput {
    BadInput(
      name: name, arguments: ["check"] + arguments, files: ["m.csv": .text(good)], exitCode: 65,
      says: says)
  }

  /// Files and folders that cannot be read or written.
  static let places = [
    check("a missing file", "none.csv", says: "none.csv: there is no such file"),
    check("a file below a file", "m.csv/x", says: "m.csv/x: there is no such file"),
    check(
      "the empty device", "/dev/null", says: "/dev/null: this is a device or a pipe, not a file",
      "help: "),
    check("no name", "", says: ": there is no such file"),
    check("a folder", ".", says: ".: this is a folder, not a file"),
    check(
      "a missing rulebook", "m.csv", "--rulebook", "none.yaml",
      says: "none.yaml: there is no such file"),
    check(
      "an endless rulebook", "m.csv", "--rulebook", "/dev/zero",
      says: "/dev/zero: this is a device or a pipe, not a file"),
    check(
      "missing conflicts", "m.csv", "--conflicts", "none.csv",
      says: "none.csv: there is no such file"),
    rehearsal(
      "an output nobody may make", into: "/proc/x", says: "could not make the folder /proc/x",
      "help: "),
    rehearsal(
      "an output below a missing folder", into: "a/b", says: "could not make the folder a/b",
      "help: make the folder above it first"),
    rehearsal(
      "an output below a file", into: "m.csv/x", says: "could not make the folder m.csv/x",
      "help: check the path"),
    rehearsal(
      "a file as the output", into: "m.csv", says: "could not make the folder m.csv",
      "help: check the path"),
    rehearsal("an output without a name", into: "", says: "could not make the folder", "help: "),
    rehearsal(
      "an output that holds a ledger", into: "cycle",
      files: ["cycle/ledger.jsonl": .ledger { _ in }, "cycle/notes.txt": .text("kept")],
      says: "there already is a ledger.jsonl in cycle",
      "help: name a new folder; a ledger is never overwritten"),
    rehearsal(
      "an output that holds an empty ledger", into: "cycle",
      files: ["cycle/ledger.jsonl": .text("")],
      says: "there already is a ledger.jsonl in cycle"),
    rehearsal(
      "an output in which a folder has the ledger's name", into: "cycle",
      files: ["cycle/ledger.jsonl": .folder],
      says: "there already is a ledger.jsonl in cycle"),
    rehearsal(
      "an output that cannot be written where the ledger is prepared", into: "cycle",
      files: ["cycle/.ledger.jsonl.peerlots-unfinished/x": .text("kept")],
      says: "cycle/.ledger.jsonl.peerlots-unfinished", "help: "),
  ]

  private static func usage(
    _ name: String, _ arguments: String..., says: String...
  ) -> BadInput {
    BadInput(
      name: name, arguments: arguments, files: ["m.csv": .text(good)], exitCode: 64,
      says: says + ["Usage: peerlots "])
  }

  private static func why(
    _ name: String, _ arguments: String..., files: [String: Content] = [:], says: String...
  ) -> BadInput {
    BadInput(
      name: name, arguments: ["why"] + arguments,
      files: files.merging(["m.csv": .text(good)]) { first, _ in first }, exitCode: 65, says: says)
  }

  /// Questions that cannot be answered.
  static let questions = [
    why(
      "an unknown State under review", "m.csv", "--state", "X", "--reviewer", "A",
      says: "\"X\" is not a State of this cycle"),
    why(
      "an unknown reviewer", "m.csv", "--state", "A", "--reviewer", "x y",
      says: "\"x y\" is not a State of this cycle"),
    why(
      "a State that is not reviewed", "m.csv", "--state", "A", "--reviewer", "B",
      files: ["m.csv": .text("state,reviewed\nA,no\nB,yes\n")],
      says: "A is not under review in this cycle"),
    why(
      "a year beyond the cycle", "m.csv", "--state", "A", "--reviewer", "B", "--year", "6",
      says: "year 6 is not one of the cycle's 5 years"),
    why(
      "a missing membership", "none.csv", "--state", "A", "--reviewer", "B",
      says: "none.csv: there is no such file"),
    why(
      "a folder without a ledger", ".", "--state", "A", "--reviewer", "B", says: "ledger.jsonl"),
    why(
      "an unknown State of a cycle", "cycle", "--state", "Nobody", "--reviewer", "A",
      files: ["cycle/ledger.jsonl": .ledger { _ in }],
      says: "\"Nobody\" is not a State of this cycle"),
  ]

  /// Wrong usage.
  static let usage = [
    usage("why without a State", "why", "m.csv", "--reviewer", "B", says: "'--state <state>'"),
    usage(
      "why without a reviewer", "why", "m.csv", "--state", "A", says: "'--reviewer <reviewer>'"),
    usage(
      "why about a fraction of a year", "why", "m.csv", "--state", "A", "--reviewer", "B", "--year",
      "1.5", says: "'1.5' is invalid"),
    usage(
      "why as a table", "why", "m.csv", "--state", "A", "--reviewer", "B", "--format", "csv",
      says: "'csv' is invalid", "'text' and 'json'"),
    usage(
      "why with another rulebook for a cycle", "why", ".", "--state", "A", "--reviewer", "B",
      "--rulebook", "r.yaml", says: "the folder of a cycle holds its own rulebook"),
    usage("an unknown subcommand", "frobnicate", says: "'frobnicate'"),
    usage("an unknown option", "check", "m.csv", "--colour", says: "--colour"),
    usage("no membership", "check", says: "'<membership>'"),
    usage("two memberships", "check", "m.csv", "m.csv", says: "nothing takes 'm.csv'"),
    usage(
      "a table of a check", "check", "m.csv", "--format", "csv",
      says: "'csv' is invalid", "'text' and 'json'"),
    usage("an unknown format", "check", "m.csv", "--format", "xml", says: "'xml' is invalid"),
    usage("no seed", "rehearse", "m.csv", "--output", "out", says: "'--seed <seed>'"),
    usage("a seed without a text", "rehearse", "m.csv", "--seed", says: "'--seed <seed>'"),
    usage(
      "level 9", "export", "m.csv", "--model", "states", "--format", "lp", "--level", "9",
      says: "--level takes a number from 1 to 6"),
    usage(
      "level 0", "export", "m.csv", "--model", "states", "--format", "lp", "--level", "0",
      says: "--level takes a number from 1 to 6"),
    usage(
      "level -1", "export", "m.csv", "--model", "states", "--format", "lp", "--level=-1",
      says: "--level takes a number from 1 to 6"),
    usage(
      "no model", "export", "m.csv", "--format", "lp", says: "'--model <model>'"),
    usage(
      "an unknown model", "export", "m.csv", "--model", "pairs", "--format", "lp",
      says: "'pairs' is invalid", "'states' and 'classes'"),
    usage(
      "no States", "generate", "--states", "0", "--seed", "1",
      says: "0 is not allowed; allowed: a whole number from 1 to 10000000"),
    usage("minus one States", "generate", "--states", "-1", "--seed", "1", says: "--states"),
    usage(
      "minus one States, told so", "generate", "--states=-1", "--seed", "1",
      says: "-1 is not allowed"),
    usage(
      "too many States", "generate", "--states", "99999999999", "--seed", "1",
      says: "99999999999 is not allowed"),
    usage(
      "States beyond all numbers", "generate", "--states", "99999999999999999999", "--seed", "1",
      says: "'99999999999999999999' is invalid"),
    usage("a fraction of a State", "generate", "--states", "1.5", "--seed", "1", says: "'1.5'"),
    usage("a seed for nothing", "generate", "--seed", "1", says: "'--states <states>'"),
    usage("States without a seed", "generate", "--states", "3", says: "'--seed <seed>'"),
    usage(
      "a share above all", "generate", "--states", "3", "--seed", "1", "--coverage", "101",
      says: "101 is not allowed", "from 0 to 100"),
    usage(
      "a method unheard of", "draw", ".", "--year", "1", "--seed", "s", "--method", "fair",
      says: "'fair' is invalid", "'bowls' and 'uniform'"),
    usage(
      "a ticket and a seed", "draw", ".", "--year", "1", "--ticket", "4", "--seed", "s",
      says: "--ticket takes the seed of its list"),
    usage(
      "a ticket of bowls", "draw", ".", "--year", "1", "--ticket", "4", "--method", "bowls",
      says: "tickets are drawn by the method uniform"),
    usage(
      "neither ticket nor seed", "draw", ".", "--year", "1", "--method", "uniform",
      says: "a seed is needed"),
    usage(
      "a ticket that is no number", "draw", ".", "--year", "1", "--ticket", "4-3-7",
      says: "'4-3-7' is invalid"),
    usage(
      "one ticket", "tickets", ".", "--year", "1", "--seed", "s", "--output", "t.csv",
      "--count", "1", says: "--count takes 2 to 10000"),
    usage(
      "too many tickets", "tickets", ".", "--year", "1", "--seed", "s", "--output", "t.csv",
      "--count", "10001", says: "--count takes 2 to 10000"),
    usage(
      "tickets without a seed", "tickets", ".", "--year", "1", "--output", "t.csv",
      says: "a seed is needed"),
    usage(
      "tickets without a file", "tickets", ".", "--year", "1", "--seed", "s",
      says: "'--output <output>'"),
    usage(
      "list and page in one file", "tickets", ".", "--year", "1", "--seed", "s", "--output",
      "t", "--print", "t", says: "--print and --output need different files"),
    usage("no folder", "verify", says: "'<folder>'"),
    usage(
      "half a hash", "verify", ".", "--head", "abc", says: "--head takes the 64 digits"),
    usage(
      "a hash in capitals", "verify", ".", "--head", String(repeating: "A", count: 64),
      says: "--head takes the 64 digits"),
    usage("an argument to the rulebook", "rulebook", "m.csv", says: "there is no preset"),
  ]
}
