extension BadInput {
  /// Rulebooks that are wrong.
  static let rulebooks = rulebookKeys + rulebookValues + rulebookTexts

  private static let rulebookKeys = [
    data(
      "an unknown key", rulebook: .text("name: x\ncycles: {years: 5}\n"),
      says: "r.yaml:2: key `cycles`: ",
      "is not a key; allowed: name, source, cycle, joining, reviewers, loads, selection, redraws, "
        + "waivers"),
    data(
      "an unknown key in a section", rulebook: .text("reviewers:\n  per_reveiw: 2\n"),
      says: "r.yaml:2: key `reviewers.per_reveiw`: ", "is not a key; allowed: seats, "),
    data(
      "a key twice", rulebook: .text("name: x\nname: y\n"),
      says: "key `name`: the key stands twice, also on line "),
    data(
      "a list as a rulebook", rulebook: .text("- 5\n"),
      says: "r.yaml:1", "a list is not allowed; allowed: a mapping with the keys name, source"),
    data(
      "a key that a terminal would obey", rulebook: .text("\"\\e[2J\": 1\n"),
      says: "r.yaml:1", "\\u{1B}[2J"),
  ].flatMap { $0 }

  private static let rulebookValues = [
    data(
      "a word for a number", rulebook: .text("cycle: {years: five}\n"),
      says: "r.yaml:1: key `cycle.years`: \"five\" is not allowed",
      "allowed: a whole number from 1 to 50"),
    data(
      "a quoted number", rulebook: .text("cycle: {years: \"5\"}\n"),
      says: "r.yaml:1: key `cycle.years`: the quoted text \"5\" is not allowed"),
    data(
      "a number with a fraction", rulebook: .text("cycle: {years: 5.0}\n"),
      says: "r.yaml:1: key `cycle.years`: \"5.0\" is not allowed"),
    data(
      "no years", rulebook: .text("cycle: {years: 0}\n"),
      says: "r.yaml:1: key `cycle.years`: \"0\" is not allowed",
      "allowed: a whole number from 1 to 50"),
    data(
      "too many years", rulebook: .text("cycle: {years: 51}\n"),
      says: "r.yaml:1: key `cycle.years`: \"51\" is not allowed"),
    data(
      "a number beyond all bounds", rulebook: .text("loads: {maximum: 99999999999999999999}\n"),
      says: "r.yaml:1: key `loads.maximum`: \"99999999999999999999\" is not allowed"),
    data(
      "nine reviewers", rulebook: .text("reviewers: {per_review: 9}\n"),
      says: "r.yaml:1: key `reviewers.per_review`: \"9\" is not allowed", "from 1 to 8"),
    data(
      "a minimum below nothing", rulebook: .text("loads: {minimum: -1}\n"),
      says: "r.yaml:1: key `loads.minimum`: \"-1\" is not allowed", "from 0 to 1000"),
    data(
      "a minimum above the maximum", rulebook: .text("loads: {minimum: 4}\n"),
      says: "r.yaml:1: key `loads.minimum`: the minimum 4 is above the maximum 3"),
    data(
      "an unknown word", rulebook: .text("reviewers:\n  protocols: some\n"),
      says: "r.yaml:2: key `reviewers.protocols`: \"some\" is not allowed; allowed: all, any"),
    data(
      "a yes for a truth", rulebook: .text("selection: {proportional: yes}\n"),
      says: "r.yaml:1: key `selection.proportional`: \"yes\" is not allowed; allowed: true, false",
      "help: truth is written true or false"),
    data(
      "nothing after a key", rulebook: .text("cycle:\n"),
      says: "r.yaml:1: key `cycle`: an empty value is not allowed"),
    data(
      "an unknown waiver", rulebook: .text("waivers: [seat, protocols]\n"),
      says: "r.yaml:1: key `waivers`: ", "\"protocols\" is not allowed; allowed: "),
    data(
      "a waiver twice", rulebook: .text("waivers:\n  - seat\n  - seat\n"),
      says: "r.yaml:3: key `waivers`: \"seat\" stands already on line 2"),
    data(
      "a waiver without a list", rulebook: .text("waivers: seat\n"),
      says: "r.yaml:1: key `waivers`: \"seat\" is not allowed; allowed: a list of"),
    data(
      "a million characters for a number",
      rulebook: .text("cycle: {years: \(String(repeating: "1", count: 60_000))}\n"),
      says: "r.yaml:1: key `cycle.years`: \"1111", "(60000 bytes) is not allowed"),
  ].flatMap { $0 }

  private static let rulebookTexts = [
    data(
      "a bracket that is never closed", rulebook: .text("cycle: {years: 5\n"),
      says: "r.yaml:", "this is not YAML: "),
    data(
      "a tab before a key", rulebook: .text("cycle:\n\tyears: 5\n"),
      says: "r.yaml:2", "this is not YAML: "),
    data(
      "a membership as a rulebook", rulebook: .text(good), says: "r.yaml:1", "is not allowed"),
    data(
      "two documents", rulebook: .text("name: x\n---\nname: y\n"),
      says: "r.yaml:2", "a second document begins; the file is to hold one"),
    data(
      "a Latin-1 rulebook", rulebook: .bytes(Array("name: C".utf8) + [0xF4, 10]),
      says: "r.yaml:1", "byte 8 (0xF4) is not UTF-8", "help: save the file as UTF-8"),
    data(
      "a UTF-16 rulebook", rulebook: .bytes([0xFF, 0xFE, 0x6E, 0]),
      says: "r.yaml: the file is UTF-16, not UTF-8"),
    data("a NUL byte in a rulebook", rulebook: .text("name: a\0b\n"), says: "r.yaml:1"),
    data(
      "aliases that grow without end",
      rulebook: .text("a: &a [x, x]\n" + (1...30).map { _ in "b: [*a, *a, *a]\n" }.joined()),
      says: "r.yaml"),
    data(
      "a rulebook nested ten thousand deep",
      rulebook: .text("name: " + String(repeating: "[", count: 10_000)), says: "r.yaml"),
    data(
      "a rulebook of a million characters",
      rulebook: .text("name: \(String(repeating: "x", count: 1_000_000))\n"),
      says: "r.yaml: the file is larger than the 65536 bytes that can be read"),
    data("a folder as a rulebook", rulebook: .folder, says: "r.yaml: this is a folder, not a file"),
    lawful("an empty rulebook is the built-in one", rulebook: .text("# nothing\n")),
  ].flatMap { $0 }

  /// Conflicts that are wrong or odd.
  static let conflicts = [
    lawful(
      "an unknown State in a conflict", conflicts: .text("under_review,reviewer\nA,B\nA,Q\n"),
      says: "c.csv:3: column `reviewer`: warning: \"Q\" is not a State of the membership"),
    lawful(
      "a State in other letters", conflicts: .text("under_review,reviewer\na,B\n"),
      says: "c.csv:2: column `under_review`: warning: \"a\" is not a State of the membership",
      "is A meant?"),
    lawful("exclusions", conflicts: .text("reviewer,other\nA,B\n")),
    data("empty conflicts", conflicts: .text(""), says: "c.csv: the file is empty"),
    data(
      "conflicts without a header", conflicts: .text("A,B\n"),
      says: "c.csv:1: no column is named `under_review`",
      "c.csv:1: no column is named `reviewer`"),
    data(
      "half a conflict", conflicts: .text("under_review,reviewer\nA\n"),
      says: "c.csv:2: column `reviewer`: missing: the row has 1 of the 2 fields"),
    data("a folder as conflicts", conflicts: .folder, says: "c.csv: this is a folder, not a file"),
    lawful(
      "a State in conflict with itself", conflicts: .text("under_review,reviewer\nA,A\n"),
      says: "c.csv:2: warning: \"A\" is paired with itself"),
    lawful(
      "a conflict twice", conflicts: .text("under_review,reviewer\nA,B\nA,B\n"),
      says: "c.csv:3: warning: the pair stands already on line 2"),
    lawful("no conflict", conflicts: .text("under_review,reviewer\n")),
  ].flatMap { $0 }
}
