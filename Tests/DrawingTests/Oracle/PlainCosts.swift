import Rules

/// Costs of waivers as numbers that compare like the vector of their counts.
struct PlainCosts {
  private static let width = 8

  private let ofRule: [WaivableRule: Int]
  /// One more than any completion can cost.
  let beyondAll: Int
  let seat: Int
  let supplement: Int
  let minimumLoad: Int
  let targetLoad: Int
  let sameRegion: Int
  /// By kind and State under review: what a holder that is not similar costs in the seat.
  let dissimilar: [[Int]]

  init(_ rulebook: Rulebook, _ kinds: [PlainKind], isCounted: [Bool]) {
    let waivers = rulebook.waivers
    /// More than can be had where the rule is never waived.
    func cost(_ rule: WaivableRule) -> Int {
      let place = waivers.firstIndex(of: rule).map { waivers.count - 1 - $0 } ?? waivers.count
      return 1 << (Self.width * place)
    }
    ofRule = Dictionary(uniqueKeysWithValues: WaivableRule.allCases.map { ($0, cost($0)) })
    beyondAll = 1 << (Self.width * waivers.count)
    seat = cost(.seat)
    supplement = cost(.supplement)
    minimumLoad = cost(.minimumLoad)
    targetLoad = cost(.targetLoad)
    sameRegion = cost(.sameRegion)
    let legalSystem = cost(.legalSystem)
    dissimilar = kinds.map { kind in
      isCounted.map { kind.prefersSimilar && $0 ? legalSystem : 0 }
    }
  }

  subscript(_ rule: WaivableRule) -> Int { ofRule[rule]! }

  /// The number that stands for a vector; none where a count is too great to be told apart.
  func number(of counts: [Int]) -> Int? {
    if counts.contains(where: { $0 < 0 || $0 >= 1 << Self.width }) { return nil }
    return counts.reduce(0) { $0 << Self.width + $1 }
  }
}
