import Rules

/// What one unit of each waiver costs, as one whole number with a field of bits for each level.
///
/// The costs of a path are compared as vectors: a path has fewer arcs than half of what a field
/// holds, so no field overflows into the next, and comparing the packed numbers is comparing the
/// vectors. The totals of a whole assignment are never packed; they are counted rule by rule.
struct Costs: Hashable, Sendable {
  /// The most units of one level in a price, what one waiver costs included, so that a path over
  /// prices fits as well.
  static let largestPriceCount = 200

  /// What one waiver costs at its level: more than 1 where prices are fractions of it.
  let scale: Int
  /// Bits of one level: 25 with the four levels that most rulebooks have.
  let bitsPerLevel: Int
  /// The place in the rulebook's waivers of each rule that has a level, most serious first. Rules
  /// that this rulebook can never count have none.
  private let places: [Int]
  /// How many waivers the rulebook lists.
  private let waiverCount: Int

  /// An empty seat.
  let seat: Int128
  /// A supplementary seat that stays empty.
  let supplement: Int128
  /// A regional seat that is given up.
  let sameRegion: Int128
  /// A review below a State's minimum.
  let minimumLoad: Int128
  /// A counted regional seat without a similar reviewer.
  let legalSystem: Int128
  /// A review below the target.
  let targetLoad: Int128

  /// The costs under a rulebook: the first level is for rules that may not be waived, the others
  /// follow the rulebook's order.
  init(_ rulebook: Rulebook, scale: Int = 1) {
    let levels = rulebook.waivers.filter {
      switch $0 {
      case .supplement: rulebook.protocols == .supplement
      case .targetLoad: rulebook.targetLoad > 0
      case .seat, .sameRegion, .minimumLoad, .legalSystem: true
      }
    }
    places = levels.map { rulebook.waivers.firstIndex(of: $0)! }
    waiverCount = rulebook.waivers.count
    let (count, bits) = (levels.count, min(25, 126 / (levels.count + 1)))
    bitsPerLevel = bits
    self.scale = scale
    func cost(_ rule: WaivableRule) -> Int128 {
      let level = levels.firstIndex(of: rule).map { $0 + 1 } ?? 0
      return Int128(scale) << Int128((count - level) * bits)
    }
    seat = cost(.seat)
    supplement = rulebook.protocols == .supplement ? cost(.supplement) : 0
    sameRegion = cost(.sameRegion)
    minimumLoad = cost(.minimumLoad)
    legalSystem = rulebook.similarLegalSystem == .preferred ? cost(.legalSystem) : 0
    targetLoad = rulebook.targetLoad > 0 ? cost(.targetLoad) : 0
  }

  /// The most arcs of a path for which packing is exact.
  var longestPath: Int { 1 << (bitsPerLevel - 1) }

  /// The different costs of one unit, the least first.
  var steps: [Int128] {
    Set([seat, supplement, sameRegion, minimumLoad, legalSystem, targetLoad])
      .filter { $0 > 0 }.sorted()
  }

  /// A packed cost of counts, one for each of the rulebook's waivers.
  func packed(_ counts: [Int]) -> Int128 {
    places.reduce(0) { $0 << Int128(bitsPerLevel) + Int128(counts[$1]) }
  }

  /// What a packed cost counts: first of rules that may not be waived, then of each of the
  /// rulebook's waivers.
  ///
  /// A count may be negative, and is as small as that of a path, so each field has one reading.
  func counts(of cost: Int128) -> [Int] {
    var counts = Array(repeating: 0, count: waiverCount + 1)
    let field: Int128 = 1 << Int128(bitsPerLevel)
    var left = cost
    for level in (0...places.count).reversed() {
      var count = left & (field - 1)
      if count >= field / 2 { count -= field }
      counts[level == 0 ? 0 : places[level - 1] + 1] = Int(count)
      left = (left - count) >> Int128(bitsPerLevel)
    }
    assert(left == 0, "a price has counts above the first level")
    return counts
  }
}
