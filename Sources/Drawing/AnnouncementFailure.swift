import Members

/// Why something about announcements is refused.
public enum AnnouncementFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The draw cannot come; others can.
  case cannotCome(DrawName, DrawObstacle, [DrawName])
  /// The draw is announced in other words.
  case standsOtherwise(DrawName)
  /// The draw is not announced; these are.
  case notAnnounced(DrawName, [DrawName])
  /// The draw is not made by this method.
  case wrongMethod(DrawName, DrawMethod, allowed: [DrawMethod])
  /// A draw by a ticket has no seed and so no secret.
  case secretOfTicket(DrawName)
  /// The secret was committed to before.
  case secretUsed
  /// A text that is to say something has no letter, or a line break.
  case noText(String)
  /// Another draw is announced, and nothing else may happen before it.
  case frozen(Announced, DrawName?)
  /// The draw was announced with another method.
  case otherMethod(Announced, DrawMethod)

  /// What is wrong, and what to do, with States by their codes.
  public var description: String { description { $0.text } }

  /// What is wrong, and what to do.
  ///
  /// - Parameter title: Writes a State for a person, from its code.
  func description(naming title: (Label) -> String) -> String {
    switch self {
    case .cannotCome(let draw, let obstacle, let possible):
      "\"\(draw.text)\" \(obstacle.text(title))\nhelp: \(obstacle.help(draw, possible))"
    case .standsOtherwise(let draw):
      "\"\(draw.text)\" is already announced, in other words\n"
        + "help: it stands until the draw has ended; or take it back with `peerlots withdraw`"
    case .notAnnounced(let draw, let announced):
      "\"\(draw.text)\" is not announced\n"
        + (announced.isEmpty
          ? "help: no announcement stands"
          : "help: announced: \(announced.map { "\"\($0.text)\"" }.joined(separator: ", "))")
    case .wrongMethod(let draw, let method, let allowed):
      "\"\(draw.text)\" is not drawn by the method \(method.rawValue), but by "
        + allowed.map(\.rawValue).joined(separator: " or ")
        + Self.aboutTickets(draw, method, allowed)
    case .secretOfTicket(let draw):
      "\"\(draw.text)\" is drawn by the number of a ticket and has no seed for a secret\n"
        + "help: bind the list instead: its draw is \"tickets \(draw.text)\""
    case .secretUsed:
      "this secret was committed to before in the cycle\n"
        + "help: make another, for instance with `openssl rand -hex 32`"
    case .noText(let what):
      "\(what) says nothing, or takes more than one line\nhelp: write it in words"
    case .frozen(let first, let draw):
      (draw.map { "\"\($0.text)\"" } ?? "this")
        + " cannot come now: \"\(first.draw.text)\" is announced, from \(first.source)\n"
        + "help: draw it first, or take the announcement back with "
        + "`peerlots withdraw --draw \"\(first.draw.text)\"`"
    case .otherMethod(let first, let method):
      "\"\(first.draw.text)\" is announced with the method \(first.method.rawValue), not "
        + "\(method.rawValue)\nhelp: draw it as announced, with "
        + (first.method == .tickets ? "--ticket NUMBER" : "`--method \(first.method.rawValue)`")
    }
  }

  private static func aboutTickets(
    _ draw: DrawName, _ method: DrawMethod, _ allowed: [DrawMethod]
  ) -> String {
    switch (draw, method) {
    case (.year, .tickets):
      "\nhelp: publish the list first, or announce it as \"tickets \(draw.text)\""
    case (.year, _): "\nhelp: a list of tickets stands for it, or is announced"
    default: "\nhelp: announce it with `--method \(allowed[0].rawValue)`"
    }
  }
}
