/// Whether a sentence is about one State or about several.
public enum Subject: Hashable, Sendable {
  /// One State.
  case one
  /// Several, each for itself.
  case several

  /// The subject of so many States.
  public init(count: Int) { self = count == 1 ? .one : .several }

  /// One of two forms of a word.
  public func word(_ one: String, _ several: String) -> String { self == .one ? one : several }
}

/// Small numbers as words.
public enum NumberWord {
  private static let words = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  /// A number as a word up to twelve, in digits beyond.
  public static func of(_ number: Int) -> String {
    words.indices.contains(number) ? words[number] : "\(number)"
  }

  /// A number with its noun: `one review`, `three reviews`.
  public static func of(_ number: Int, _ noun: String) -> String {
    "\(of(number)) \(noun)\(number == 1 ? "" : "s")"
  }
}
