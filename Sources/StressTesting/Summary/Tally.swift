/// Whole numbers counted over cycles: how many, their sum, the smallest and the largest.
public struct Tally: Hashable, Sendable {
  /// How many numbers.
  public private(set) var count = 0
  /// Their sum.
  public private(set) var sum = 0
  /// The smallest; 0 where there is none.
  public private(set) var smallest = 0
  /// The largest; 0 where there is none.
  public private(set) var largest = 0
  /// How many of them are not 0.
  public private(set) var nonzeroCount = 0

  /// Makes a tally of nothing.
  public init() {}

  /// Counts a number.
  public mutating func add(_ number: Int) {
    smallest = count == 0 ? number : min(smallest, number)
    largest = count == 0 ? number : max(largest, number)
    count += 1
    sum += number
    if number != 0 { nonzeroCount += 1 }
  }

  /// The mean; nil where there is none.
  public var mean: Double? { count == 0 ? nil : Double(sum) / Double(count) }

  /// The mean in thousandths, rounded to the nearest, exactly; nil where there is none.
  public var meanInThousandths: Int? {
    count == 0 ? nil : (2000 * sum + count) / (2 * count)
  }
}
