/// One of several independent parts of a plan's cycles: every n-th cycle, from the k-th.
public struct Shard: Hashable, Sendable {
  /// The number of the shard, from 1.
  public let number: Int
  /// How many shards there are.
  public let count: Int

  /// The largest number of shards.
  public static let limit = 1_000_000

  /// The whole.
  public static let whole = Shard(checked: 1, of: 1)

  private init(checked number: Int, of count: Int) {
    (self.number, self.count) = (number, count)
  }

  /// Makes a shard; nil where there is none of that number.
  public init?(_ number: Int, of count: Int) {
    guard (1...Self.limit).contains(count), (1...count).contains(number) else { return nil }
    self.init(checked: number, of: count)
  }

  /// Reads `2/7`; nil for any other text.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, let number = NamedCounts.number(Array(parts[0])[...]),
      let count = NamedCounts.number(Array(parts[1])[...])
    else { return nil }
    self.init(number, of: count)
  }

  /// The shard for a message.
  public var text: String { count == 1 ? "the whole plan" : "shard \(number)/\(count)" }

  /// How many of so many cycles are the shard's.
  func size(of total: Int) -> Int { total >= number ? (total - number) / count + 1 : 0 }

  /// The place, from 0, among all cycles of the plan of the shard's cycle with a place, from 0.
  func global(_ place: Int) -> Int { number - 1 + place * count }
}
