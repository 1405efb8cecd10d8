import Drawing
import Members
import Reports

/// How likely the pairs were that a State's page names.
extension PageWriter {
  /// The odds of a State's year before its first lot; nil where they are not known.
  func oddsIndex(of state: Int) -> OddsIndex? {
    let year = cycle.reviews[state].year
    return publication.odds.first { $0.odds.year == year && cycle.hasBegun(year: year) }
  }

  /// How to read the chances of a review.
  func notes(onOddsOf state: Int) -> [Markup] {
    guard let index = oddsIndex(of: state) else { return [] }
    return [
      .element(
        "p", ["class": "note"],
        [say(.howPairsRead), .text(" "), say(origin(index.odds))])
    ]
  }

  /// The chance of a seat's reviewer before the first lot of the year, where that draw gave it; of
  /// a redraw and the like there was none.
  func chanceBefore(_ held: Record.HeldSeat, of state: Int) -> Markup? {
    guard let index = oddsIndex(of: state), held.lot?.draw == .year(index.odds.year),
      let chance = index.chances[state]?[held.reviewer]
    else { return nil }
    guard let interval = interval(chance, index.odds) else { return percent(chance).markup }
    return .all([
      percent(chance).markup, .element("br", [:]),
      .element("span", ["class": "small"], [interval.markup]),
    ])
  }

  /// The chances of a State to review another: before the year, and before the lot.
  func chances(of reviewer: Int, reviewing state: Int) -> Markup {
    guard let held = record.heldSeats(of: state).first(where: { $0.reviewer == reviewer }),
      let lot = held.lot
    else { return word(.none) }
    let own =
      lot.choices.count == 1
      ? word(.onlyOneInBowl) : say(.oneIn(lot.choices.count))
    guard let before = chanceBefore(held, of: state) else { return own }
    return .all([before, .element("br", [:]), own])
  }
}
