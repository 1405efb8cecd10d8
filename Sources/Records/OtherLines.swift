/// The lines on which a remark holds besides the one it names first.
public struct OtherLines: Hashable, Sendable {
  /// How many lines a message names.
  static let mostNamed = 5

  /// The first of them, at most ``mostNamed``.
  private(set) var named: [Int] = []
  /// How many there are.
  public private(set) var count = 0

  /// None.
  init() {}

  /// Adds a line after the others.
  mutating func append(_ line: Int) {
    count += 1
    if named.count < Self.mostNamed { named.append(line) }
  }
}

extension OtherLines: CustomStringConvertible {
  /// The lines as the end of a sentence; empty where there are none.
  public var description: String {
    if count == 0 { return "" }
    if count == 1 { return "; also on line \(named[0])" }
    let texts = named.map(String.init)
    let rest = count - named.count
    let last = rest > 0 ? "\(rest) more" : texts.last!
    let first = rest > 0 ? texts[...] : texts.dropLast()
    return "; also on lines \(first.joined(separator: ", ")) and \(last)"
  }
}
