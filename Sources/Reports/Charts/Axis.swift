/// What an axis measures.
public struct Axis: Hashable, Sendable {
  /// How values are laid along it.
  public enum Kind: Hashable, Sendable {
    /// Equal steps for equal differences, from zero.
    case linear
    /// Equal steps for equal factors; values that are not above zero are left out.
    case logarithmic
  }

  /// What is measured and in which unit: `time, s`.
  public var title: String
  /// How values are laid along it.
  public var kind: Kind
  /// The first and the last value shown; nil for what the values need.
  public var bounds: ClosedRange<Double>?
  /// How many places a value has where it is written beside its mark.
  public var places: Int
  /// What follows a value there: ` %`.
  public var suffix: String
  /// What stands between the whole part of a number and its decimals.
  public var decimalMark = "."

  /// An axis.
  public init(
    _ title: String, kind: Kind = .linear, bounds: ClosedRange<Double>? = nil, places: Int = 0,
    suffix: String = ""
  ) {
    self.title = title
    self.kind = kind
    self.bounds = bounds
    self.places = places
    self.suffix = suffix
  }

  /// An axis of shares from 0 to 100 %.
  public static func percent(_ title: String, places: Int = 0) -> Axis {
    Axis(title, bounds: 0...100, places: places, suffix: " %")
  }

  /// A value as it is written beside its mark.
  func text(_ value: Double) -> String { bare(value) + suffix }

  /// The number alone.
  func bare(_ value: Double) -> String {
    NumberText.text(value, places: places).replacing(".", with: decimalMark)
  }
}
