import Drawing
import Members
import Records

/// A command as the desk's form gives it, put into the words of the command line.
struct DeskForm {
  /// What an option takes.
  enum Kind {
    /// A text.
    case text
    /// A file that was uploaded.
    case file
    /// A rulebook: a file that was uploaded, or the name of a preset.
    case rulebook
    /// A secret, which goes into a file of its own.
    case secret
    /// Nothing.
    case flag
    /// Several words.
    case list
    /// A file that the command makes.
    case output
  }

  /// What is wrong with a form.
  struct Fault: Error {
    let words: String
  }

  private static let seed: [String: Kind] = [
    "seed": .text, "secret-file": .secret, "public": .text,
  ]

  /// The options of each command that the desk gives.
  static let commands: [String: [String: Kind]] = [
    "check": ["membership": .file, "rulebook": .rulebook, "conflicts": .file],
    "open": [
      "membership": .file, "rulebook": .rulebook, "conflicts": .file, "drawn": .file,
      "without": .list, "accept-waivers": .flag,
    ],
    "announce": [
      "draw": .text, "source": .text, "method": .text, "secret-file": .secret, "experts": .file,
    ],
    "withdraw": ["draw": .text, "reason": .text],
    "select": seed.with(["accept-waivers": .flag]),
    "draw": seed.with(["year": .text, "method": .text, "ticket": .text]),
    "tickets": seed.with(["year": .text, "count": .text, "few": .flag, "output": .output]),
    "redraw": seed.with([
      "state": .text, "only": .text, "exceptional": .text, "accept-waivers": .flag,
    ]),
    "defer": seed.with([
      "state": .text, "from": .text, "reason": .text, "no-replacement": .flag,
      "accept-waivers": .flag,
    ]),
    "stand-down": seed.with([
      "state": .text, "year": .text, "own-review": .flag, "reason": .text,
      "no-replacement": .flag, "accept-waivers": .flag,
    ]),
    "amend": seed.with([
      "membership": .file, "rulebook": .rulebook, "conflicts": .file, "leaves": .list,
      "joins": .list, "rename": .list, "without": .list, "accept-waivers": .flag,
    ]),
  ]

  /// The name of the command.
  let command: String
  /// What was filled in, by the options' names.
  var values: [String: [String]]

  /// Reads a form: `{"command": "draw", "options": {"year": ["1"], "seed": ["…"]}}`.
  init(_ bytes: [UInt8]) throws(Fault) {
    guard let value = try? JSONReader.value(of: bytes, in: bytes.indices),
      case .text(let name)? = value["command"], let known = Self.commands[name.text],
      case .object(let fields)? = value["options"]
    else { throw Fault(words: "the form is none of a command") }
    command = name.text
    var values: [String: [String]] = [:]
    for field in fields {
      guard known[field.key.text] != nil, case .array(let texts) = field.value else {
        throw Fault(words: "\(command) has no option \(Quotation(field.key.text))")
      }
      values[field.key.text] = try texts.map { text throws(Fault) in
        guard case .text(let label) = text else { throw Fault(words: "an option is no text") }
        return label.text
      }
    }
    self.values = values
  }

  /// What was filled in but the seed.
  var withoutSeed: [String: [String]] { values.filter { Self.seed[$0.key] == nil } }

  /// Whether the command can be told to go on where more must be waived.
  var accepts: Bool { Self.commands[command]?["accept-waivers"] != nil }

  /// Whether the command draws lots.
  var isDrawn: Bool { Self.commands[command]?["seed"] != nil }

  /// The name of the file that the command makes; nil where it makes none.
  var made: String? { values["output"]?.first }

  /// Whether a seed is given.
  var hasSeed: Bool { values["seed"] != nil || values["public"] != nil }

  /// The words after `peerlots`.
  ///
  /// - Parameters:
  ///   - folder: The folder of the cycle.
  ///   - files: The uploads and the files that commands make.
  ///   - hasSeed: Whether the seed is among them.
  func words(folder: String, _ files: DeskFiles, hasSeed: Bool = true) throws(Fault) -> [String] {
    var words = [command]
    if command != "check" { words.append(folder) }
    for (name, kind) in (Self.commands[command] ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let given = values[name], let first = given.first else { continue }
      if !hasSeed && Self.seed[name] != nil && command != "announce" { continue }
      switch kind {
      case .flag: words.append("--\(name)")
      case .text: words.append("--\(name)=\(first)")
      case .secret: words.append("--\(name)=\(files.secret(first))")
      case .output: words.append("--\(name)=\(files.output(first))")
      case .file: words += option(name, try file(first, files))
      case .rulebook: words += option(name, try rulebook(first, files))
      case .list:
        for item in given {
          guard !item.hasPrefix("-") else { throw Fault(words: "a word begins with a hyphen") }
          words += ["--\(name)", item]
        }
      }
    }
    return words
  }

  /// The table of `check` stands without an option.
  private func option(_ name: String, _ path: String) -> [String] {
    command == "check" && name == "membership" ? [path] : ["--\(name)", path]
  }

  private func file(_ number: String, _ files: DeskFiles) throws(Fault) -> String {
    guard let path = files.path(of: number) else { throw Fault(words: "a file is missing") }
    return path
  }

  private func rulebook(_ name: String, _ files: DeskFiles) throws(Fault) -> String {
    if let path = files.path(of: name) { return path }
    let isName =
      !name.isEmpty
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
    guard isName else { throw Fault(words: "\(Quotation(name)) is no preset") }
    return name
  }

  /// What must be typed before it is done: the State's code, the year, or the command's name.
  func confirmation(in roster: Membership?) -> String {
    func code(_ word: String) -> String {
      let typed = word.lowercased()
      let found =
        roster?.states.first { $0.code.text.lowercased() == typed }
        ?? roster?.states.first { !$0.name.isEmpty && $0.name.lowercased() == typed }
      return found?.code.text ?? word
    }
    if let state = values["state"]?.first { return code(state) }
    if let year = values["year"]?.first { return year }
    if let draw = values["draw"]?.first.flatMap({ DrawName(text: $0) }) {
      switch draw {
      case .year(let year), .tickets(let year): return String(year)
      case .redraw(let state, _), .deferral(let state, _), .standDown(let state, _):
        return code(state.text)
      case .selection: return "selection"
      case .amendment: return "amend"
      }
    }
    return command == "select" ? "selection" : command
  }
}

extension [String: DeskForm.Kind] {
  fileprivate func with(_ others: [String: DeskForm.Kind]) -> [String: DeskForm.Kind] {
    merging(others) { $1 }
  }
}

extension JSONValue {
  /// The value of a key of an object; nil where it has none.
  subscript(key: Label) -> JSONValue? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.key == key }?.value
  }

  /// The text of a key; nil where there is none.
  func text(_ key: Label) -> String? {
    if case .text(let label)? = self[key] { return label.text }
    return nil
  }
}
