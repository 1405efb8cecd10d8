/// What is lawful in a membership and nearly always a slip of the keyboard.
public enum Slip: Hashable, Sendable {
  /// What a text names.
  public enum Kind: String, Hashable, Sendable {
    /// A State by its code.
    case state = "State"
    /// A regional group.
    case group = "regional group"
    /// A Protocol.
    case protocolCode = "Protocol"
    /// A legal system.
    case legalSystem = "legal system"
    /// A working language.
    case language
  }

  /// A text that a State carries, and the line of the State.
  public struct Carried: Hashable, Sendable {
    /// The text.
    public let text: Quotation
    /// The line, from 1.
    public let line: Int
  }

  /// A text that looks like another, which is probably meant.
  case lookAlike(Kind, Quotation, meant: Carried, difference: Likeness.Difference)
  /// A text of one State that differs from another by one letter.
  case oneLetter(Kind, Quotation, meant: Carried)
  /// Texts that are each carried by one State alone: the first, and how many there are.
  case alone(Kind, [Carried], count: Int)
  /// The name of a State that another has, too; the codes of both.
  case sameName(Quotation, code: String, other: String, line: Int)

  /// How many texts carried by one State a message names.
  static let mostNamed = 6
}

extension Slip: CustomStringConvertible {
  /// The slip as a sentence without its full stop.
  public var description: String {
    switch self {
    case .lookAlike(let kind, let text, let meant, let difference):
      "is the \(kind.rawValue) \(meant.text) of line \(meant.line) meant? \(text) differs from it "
        + "only in \(difference.rawValue)"
    case .oneLetter(let kind, let text, let meant):
      "is the \(kind.rawValue) \(meant.text) of line \(meant.line) meant? \(text), which no other "
        + "State has, differs from it by one letter"
    case .alone(let kind, let carried, let count):
      count == 1
        ? "no other State has the \(kind.rawValue) \(carried[0].text); is that meant?"
        : "each of these \(kind.rawValue)s is of one State alone: \(list(carried, count)); is that "
          + "meant?"
    case .sameName(let name, let code, let other, let line):
      "\(name) is also the name of \(other) on line \(line); is \(code) the same State?"
    }
  }

  private func list(_ carried: [Carried], _ count: Int) -> String {
    var texts = carried.map { "\($0.text) (line \($0.line))" }
    if count > carried.count { texts.append("\(count - carried.count) more") }
    return texts.dropLast().joined(separator: ", ") + " and " + texts.last!
  }
}
