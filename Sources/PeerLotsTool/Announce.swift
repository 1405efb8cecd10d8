import ArgumentParser
import Drawing
import Lots
import Members
import Records

extension DrawMethod: ExpressibleByArgument {}

/// The draw that an announcement is about.
struct DrawOption: ParsableArguments {
  @Option(help: "The draw, for instance `selection`, \"year 1\" or \"redraw KEN 1\".")
  var draw: String

  /// Reads the name.
  func name() throws -> DrawName {
    if let name = DrawName(text: draw) ?? Self.ofNamedState(draw) { return name }
    throw ValidationError(
      "\"\(draw)\" is not the name of a draw: selection, year 1, tickets year 1, redraw KEN 1, "
        + "deferral KEN 1, stand-down KEN 1 or amendment 1"
        + (Self.near(draw).map { "\nhelp: did you mean \"\($0.text)\"?" } ?? ""))
  }

  /// Reads the name of a draw of a State whose name has blanks in it.
  private static func ofNamedState(_ text: String) -> DrawName? {
    let words = text.split(separator: " ")
    guard words.count > 3, let count = Int(words[words.count - 1]), count > 0 else { return nil }
    let state = Label(words[1..<(words.count - 1)].joined(separator: " "))
    switch words[0] {
    case "redraw": return .redraw(state, count)
    case "deferral": return .deferral(state, count)
    case "stand-down": return .standDown(state, count)
    default: return nil
    }
  }

  /// The draw that was probably meant.
  private static func near(_ text: String) -> DrawName? {
    // A number that stands against its word is a word of its own.
    let spaced = text.replacing(#/([A-Za-z])(\d+)$/#) { "\($0.1) \($0.2)" }
    var words = spaced.split(separator: " ").map(String.init)
    let kinds = [
      "selection", "year", "tickets", "redraw", "deferral", "stand-down", "amendment",
    ]
    guard let first = words.first, let kind = Nearest(kinds).words(to: first).first else {
      return nil
    }
    words[0] = kind
    if kind == "tickets" && words.count == 2 { words.insert("year", at: 1) }
    if Int(words[words.count - 1]) == nil && kind != "selection" { words.append("1") }
    return DrawName(text: words.joined(separator: " "))
  }

  /// The name, with the code of its State as the cycle has it.
  func name(in cycle: Cycle) throws -> DrawName {
    let name = try name()
    do throws(StateWord.Failure) {
      return try StateWord.draw(name, in: cycle.roster)
    } catch {
      // One that stands in the ledger already may be of a State that has another code by now.
      if !error.several.isEmpty || !cycle.seeded.contains(where: { $0.draw == name }) {
        throw error
      }
      return name
    }
  }
}

/// `peerlots announce`: says which draw comes.
struct Announce: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "announce",
    abstract: "Says which draw comes, by which method and from which source, before it is known.",
    discussion: """
      From here until the draw has ended, or was withdrawn, nothing else may happen in the cycle \
      but draws that are announced, in the order announced. With --secret-file the draw is bound to \
      a secret too, and takes --secret-file and --public.
      """)

  @OptionGroup var folder: WrittenFolder
  @OptionGroup var draw: DrawOption

  @Option(help: "Where the public text will come from, or the number of the ticket, in words.")
  var source: String

  @Option(help: "How it will be drawn: bowls (default), uniform or tickets.")
  var method: DrawMethod?

  @Option(help: "The file with a secret, a text without `/`.", completion: .file())
  var secretFile: String?

  @Option(help: "A list of experts, whose SHA-256 is announced with the draw.", completion: .file())
  var experts: String?

  func run() throws {
    try Exit.reporting {
      _ = try draw.name()
      let session = try folder.session()
      let name = try draw.name(in: session.cycle)
      var announced = Announced(draw: name, method: method ?? .bowls, source: source)
      if method == nil, case .tickets = name { announced.method = .tickets }
      if let secretFile {
        announced.commitment = Commitment.hash(of: try SecretFile.read(secretFile).text)
      }
      if let experts {
        announced.experts = Commitment.hash(of: try InputFile.read(path: experts))
      }
      try session.run(
        show: { _ in
          if folder.isDryRun { return }
          if let commitment = announced.commitment { try Console.write("\(commitment)\n") }
        }
      ) { try $0.announce(announced) }
    }
  }
}

/// `peerlots withdraw`: takes an announcement back.
struct Withdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Takes the announcement of a draw back, for a stated reason.")

  @OptionGroup var folder: WrittenFolder
  @OptionGroup var draw: DrawOption

  @Option(help: "Why, for the record.")
  var reason: String

  func run() throws {
    try Exit.reporting {
      _ = try draw.name()
      let session = try folder.session()
      let withdrawn = Withdrawn(draw: try draw.name(in: session.cycle), reason: reason)
      try session.run { try $0.withdraw(withdrawn) }
    }
  }
}
