/// How a sentence is meant.
public enum Mood: Sendable {
  /// What happened, or happens now.
  case indicative
  /// What would happen: nothing is written.
  case conditional
}
