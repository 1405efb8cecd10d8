import Members

/// Para. 14: each year's number of States under review from a regional group is proportionate to
/// the group's size.
///
/// With Y selected years and a group of n States each year takes ⌊n/Y⌋ or ⌈n/Y⌉ of them, and the years'
/// totals are ⌊N/Y⌋ or ⌈N/Y⌉. No rows: which year a State is reviewed in does not matter to who
/// can review it; the selection's own bowls keep this rule. Years that the membership gives are as
/// they are.
public struct ProportionateYears: Provision {
  /// The rule's name.
  public let name = "proportional"
  /// The paragraph.
  public let paragraph = "para. 14"
  /// The demand.
  public let clause = "is under review in a year in which its group takes part in proportion"
  /// The years over which the selection is made.
  public let years: Int
  /// Whether regional groups are told apart.
  public let isProportional: Bool
  /// Whether the membership gives the years.
  public let isGiven: Bool

  /// Makes the provision of a rulebook.
  public init(_ rulebook: Rulebook) {
    years = rulebook.selectedYears
    isProportional = rulebook.isSelectionProportional
    isGiven = rulebook.selectionMethod == .given
  }

  /// One breach for each year of each group, and for each year's total, that is out of proportion,
  /// at the first State of the group.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    if isGiven { return [] }
    var groups: [RegionalGroup: [Int]] = [:]
    let selected = draw.assignment.reviews.filter {
      !draw.outsideSelection.contains($0.underReview)
    }
    for review in selected {
      let region = isProportional ? draw.membership.states[review.underReview].region : ""
      groups[region, default: []].append(review.underReview)
    }
    var year = Array(repeating: 0, count: draw.membership.states.count)
    for review in draw.assignment.reviews { year[review.underReview] = review.year }
    var breaches: [Breach] = []
    func check(_ states: [Int], _ whose: String) {
      guard let first = states.min() else { return }
      for wanted in 1...years {
        let count = states.count { year[$0] == wanted }
        let least = states.count / years
        if count >= least && count <= least + (states.count % years == 0 ? 0 : 1) { continue }
        breaches.append(
          Breach(
            self, state: first,
            sentence: "year \(wanted) takes \(count) of the \(states.count) States \(whose), "
              + "out of proportion over \(years) years"))
      }
    }
    for region in groups.keys.sorted() {
      check(groups[region] ?? [], region.isEmpty ? "without a group" : "of \(region)")
    }
    check(selected.map(\.underReview), "in all")
    return breaches
  }
}
