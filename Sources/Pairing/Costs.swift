import Rules

/// What one unit of each waiver costs, as one whole number with a field of 25 bits for each level.
///
/// The costs of a path are compared as vectors: a path has fewer arcs than 2²⁴, so no field
/// overflows into the next, and comparing the packed numbers is comparing the vectors. The totals
/// of a whole assignment are never packed; they are counted rule by rule.
struct Costs: Hashable, Sendable {
  /// Bits of one level.
  static let bitsPerLevel = 25
  /// The most arcs of a path for which packing is exact.
  static let longestPath = 1 << 24

  /// The most units of one level in a price, so that a path over prices fits as well.
  static let largestPriceCount = 200

  /// An empty seat.
  let seat: Int128
  /// A regional seat that is given up.
  let sameRegion: Int128
  /// A review below a State's minimum.
  let minimumLoad: Int128
  /// A counted regional seat without a similar reviewer.
  let legalSystem: Int128

  /// The costs under a rulebook: the first level is for rules that may not be waived, the others
  /// follow the rulebook's order.
  init(_ rulebook: Rulebook) {
    func cost(_ rule: WaivableRule) -> Int128 {
      let level = rulebook.waivers.firstIndex(of: rule).map { $0 + 1 } ?? 0
      return 1 << Int128((WaivableRule.allCases.count - level) * Self.bitsPerLevel)
    }
    seat = cost(.seat)
    sameRegion = cost(.sameRegion)
    minimumLoad = cost(.minimumLoad)
    legalSystem = rulebook.similarLegalSystem == .preferred ? cost(.legalSystem) : 0
  }

  /// The different costs of one unit, the least first.
  var steps: [Int128] {
    Set([seat, sameRegion, minimumLoad, legalSystem]).filter { $0 > 0 }.sorted()
  }

  /// What a packed cost counts on each level, the one for rules that may not be waived first.
  ///
  /// A count may be negative, and is as small as that of a path, so each field has one reading.
  ///
  /// - Parameter levels: How many levels there are; no other holds anything.
  static func counts(of cost: Int128, levels: Int) -> [Int] {
    var counts = Array(repeating: 0, count: WaivableRule.allCases.count + 1)
    let field: Int128 = 1 << Int128(bitsPerLevel)
    var left = cost
    for level in counts.indices.reversed() {
      var count = left & (field - 1)
      if count >= field / 2 { count -= field }
      counts[level] = Int(count)
      left = (left - count) >> Int128(bitsPerLevel)
    }
    assert(counts[levels...].allSatisfy { $0 == 0 }, "a price has counts below the last level")
    return Array(counts[..<levels])
  }
}
