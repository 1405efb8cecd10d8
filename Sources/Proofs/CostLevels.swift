import Rules

/// Waiver vectors packed into one number of 128 bits, most serious rule first, so that they are added
/// and compared like numbers.
///
/// A vector has an entry for rules that may not be waived, one for each waivable rule, and one more
/// that costs nothing and decides between equals (documentation, Proofs). Rules that the rulebook can
/// never count take no bits. An entry may be negative.
struct CostLevels: Hashable, Sendable {
  /// The waivable rules of the rulebook, most serious first.
  let rules: [WaivableRule]
  /// The place in a whole vector of each entry that has bits, in order.
  private let places: [Int]
  /// The bits of one entry.
  private let bits: Int

  /// The levels of a rulebook.
  init(_ rulebook: Rulebook) {
    rules = rulebook.waivers
    let counted = rules.indices.filter { place in
      switch rulebook.waivers[place] {
      case .supplement: false
      case .targetLoad: rulebook.targetLoad > 0
      case .legalSystem: rulebook.similarLegalSystem == .preferred
      case .seat, .sameRegion, .minimumLoad: true
      }
    }
    places = [0] + counted.map { $0 + 1 } + [rules.count + 1]
    bits = 126 / places.count
  }

  /// The last entry, which costs nothing.
  var least: Int128 { 1 }

  /// One waiver of a rule; of one that may not be waived, a unit of the first entry.
  func unit(_ rule: WaivableRule) -> Int128 {
    let place = rules.firstIndex(of: rule).map { $0 + 1 } ?? 0
    guard let level = places.firstIndex(of: place) else { return 0 }
    return Int128(1) << Int128((places.count - 1 - level) * bits)
  }

  /// A vector of counts, one for each waivable rule.
  func packed(_ counts: [Int]) -> Int128 {
    zip(rules, counts).reduce(0) { $0 + Int128($1.1) * unit($1.0) }
  }

  /// All entries of a packed vector: the first, one for each waivable rule, the last.
  func vector(_ packed: Int128) -> [Int] {
    var entries = Array(repeating: 0, count: rules.count + 2)
    var rest = packed
    let size = Int128(1) << Int128(bits)
    for place in places.reversed() {
      var entry = rest & (size - 1)
      if entry >= size / 2 { entry -= size }
      rest = (rest - entry) >> Int128(bits)
      entries[place] = Int(entry)
    }
    return entries
  }
}
