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
  /// The sum of their squares, which would be too large for a whole number.
  private var squares = 0.0
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
    squares += Double(number) * Double(number)
    if number != 0 { nonzeroCount += 1 }
  }

  /// The mean; nil where there is none.
  public var mean: Double? { count == 0 ? nil : Double(sum) / Double(count) }

  /// In what bounds the mean lies with 95 % confidence, by the normal approximation; nil below two
  /// numbers.
  public var meanInterval: ClosedRange<Double>? {
    guard count > 1, let mean else { return nil }
    let n = Double(count)
    let variance = max(0, (squares - n * mean * mean) / (n - 1))
    let half = Estimate.z * (variance / n).squareRoot()
    // What is counted is never below 0.
    return (smallest >= 0 ? max(0, mean - half) : mean - half)...(mean + half)
  }

  /// The mean in thousandths, rounded to the nearest, exactly; nil where there is none.
  public var meanInThousandths: Int? {
    count == 0 ? nil : (2000 * sum + count) / (2 * count)
  }
}
