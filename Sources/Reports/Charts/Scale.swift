/// Where values lie along an axis.
struct Scale {
  /// A value with a line and a number.
  struct Tick {
    var value: Double
    var text: String
  }

  private(set) var low: Double
  private(set) var high: Double
  private(set) var ticks: [Tick] = []
  private let isLogarithmic: Bool

  /// A scale on which all values that are numbers have a place.
  init(_ axis: Axis, values: [Double]) {
    let finite = values.filter(\.isFinite)
    isLogarithmic = axis.kind == .logarithmic
    if isLogarithmic {
      let shown = (axis.bounds.map { [$0.lowerBound, $0.upperBound] } ?? []) + finite
      let positive = shown.filter { $0 > 0 }
      (low, high) = (positive.min() ?? 1, positive.max() ?? 10)
      chooseLogarithmicTicks()
    } else {
      low = axis.bounds?.lowerBound ?? min(0, finite.min() ?? 0)
      high = axis.bounds?.upperBound ?? finite.max() ?? 1
      if high <= low { high = low + 1 }
      chooseLinearTicks(widens: axis.bounds == nil, whole: axis.places == 0)
    }
  }

  /// Where a value lies, from 0 to 1; nil where it has no place.
  func fraction(_ value: Double) -> Double? {
    guard value.isFinite, !isLogarithmic || value > 0 else { return nil }
    let share =
      isLogarithmic
      ? (Logarithm.ofTen(value) - Logarithm.ofTen(low))
        / (Logarithm.ofTen(high) - Logarithm.ofTen(low))
      : (value - low) / (high - low)
    return share.isFinite ? max(0, min(1, share)) : nil
  }

  private mutating func chooseLinearTicks(widens: Bool, whole: Bool) {
    let wanted = (high - low) / 4
    var (step, places) = (wanted, 0)
    search: for exponent in -9...18 {
      if whole && exponent < 0 { continue }
      for factor in [1.0, 2, 5] where factor * Logarithm.power(exponent) >= wanted * 0.999 {
        (step, places) = (factor * Logarithm.power(exponent), max(0, -exponent))
        break search
      }
    }
    let first = (low / step).rounded(.down)
    if widens {
      low = first * step
      high = max((high / step).rounded(.up) * step, low + step)
    }
    var count = first
    // A hair more, as a multiple of the step may end above the value it stands for.
    while count * step <= high + step / 1000 && ticks.count < 20 {
      if count * step >= low - step / 1000 {
        ticks.append(Tick(value: count * step, text: NumberText.text(count * step, places: places)))
      }
      count += 1
    }
  }

  private mutating func chooseLogarithmicTicks() {
    let least = Int((Logarithm.ofTen(low) + 1e-9).rounded(.down))
    let most = max(Int((Logarithm.ofTen(high) - 1e-9).rounded(.up)), least + 1)
    let factors = most - least <= 2 ? [1.0, 2, 5] : [1]
    // Of very many powers of ten, every second or third.
    let stride = max(1, (most - least + 5) / 6)
    for exponent in least...most where (exponent - least) % stride == 0 {
      for factor in factors {
        let value = factor * Logarithm.power(exponent)
        guard value > 0 && value.isFinite else { continue }
        ticks.append(
          Tick(value: value, text: NumberText.text(value, places: min(9, max(0, -exponent)))))
      }
    }
    // From the last tick at or below the values to the first at or above them.
    if let start = ticks.lastIndex(where: { $0.value <= low * 1.000_001 }) {
      ticks.removeFirst(start)
    }
    if let end = ticks.firstIndex(where: { $0.value >= high * 0.999_999 }), end > 0 {
      ticks.removeLast(ticks.count - 1 - end)
    }
    low = min(low, ticks.first?.value ?? low)
    high = max(high, ticks.last?.value ?? high, low * 2)
  }
}
