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
    if let name = DrawName(text: draw) { return name }
    throw ValidationError(
      "\"\(draw)\" is not the name of a draw: selection, year 1, tickets year 1, redraw KEN 1, "
        + "deferral KEN 1, stand-down KEN 1 or amendment 1")
  }
}

/// `peerlots announce`: says which draw comes.
struct Announce: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says which draw comes, by which method and from which source, before it is known.",
    discussion: """
      From here until the draw has ended, or was withdrawn, nothing else may happen in the cycle \
      but draws that are announced, in the order announced. With --secret-file the draw is bound to \
      a secret too, and takes --secret-file and --public.
      """)

  @OptionGroup var folder: FolderArgument
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
      let name = try draw.name()
      var announced = Announced(draw: name, method: method ?? .bowls, source: source)
      if method == nil, case .tickets = name { announced.method = .tickets }
      if let secretFile {
        announced.commitment = Commitment.hash(of: try SecretFile.read(secretFile).text)
      }
      if let experts {
        announced.experts = Commitment.hash(of: try InputFile.read(path: experts))
      }
      try Session(folder: folder.folder).run { try $0.announce(announced) }
      Console.say(AnnouncementText.standing(announced))
      if let commitment = announced.commitment { try Console.write("\(commitment)\n") }
    }
  }
}

/// `peerlots withdraw`: takes an announcement back.
struct Withdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes the announcement of a draw back, for a stated reason.")

  @OptionGroup var folder: FolderArgument
  @OptionGroup var draw: DrawOption

  @Option(help: "Why, for the record.")
  var reason: String

  func run() throws {
    try Exit.reporting {
      let withdrawn = Withdrawn(draw: try draw.name(), reason: reason)
      try Session(folder: folder.folder).run { try $0.withdraw(withdrawn) }
      Console.say("The announcement of \"\(withdrawn.draw.text)\" is withdrawn.")
    }
  }
}

/// Announcements in words.
enum AnnouncementText {
  /// An announcement that stands.
  static func standing(_ announced: Announced) -> String {
    var parts = ["by \(announced.method.rawValue)", "from \(announced.source)"]
    if let commitment = announced.commitment { parts.append("bound to \(commitment)") }
    if let experts = announced.experts { parts.append("with the list of experts \(experts)") }
    return "Announced: \"\(announced.draw.text)\", \(parts.joined(separator: ", "))."
  }
}
