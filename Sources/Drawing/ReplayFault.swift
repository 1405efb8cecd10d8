/// The first event of a ledger that an honest run would not give.
public enum ReplayFault: Error, CustomStringConvertible {
  /// The event differs from what it should be.
  case differs(index: Int, String)
  /// The command that the event belongs to cannot be run here.
  case notAllowed(index: Int, DrawingFailure)
  /// The event begins no command.
  case outOfPlace(index: Int, String)
  /// The finished outcome breaks rules: a defect of the program that wrote it, or of this one.
  case unlawful(String)

  /// The index of the event, from 0; nil where no single event is at fault.
  public var index: Int? {
    switch self {
    case .differs(let index, _), .notAllowed(let index, _), .outOfPlace(let index, _): index
    case .unlawful: nil
    }
  }

  /// What is wrong, without its place.
  public var description: String {
    switch self {
    case .differs(_, let what): what
    case .notAllowed(_, let failure): "this cannot be drawn here: \(failure)"
    case .outOfPlace(_, let what): what
    case .unlawful(let what): "the outcome breaks the rules: \(what)"
    }
  }
}
