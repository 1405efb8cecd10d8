import BigInt
import Chances
import Lots
import Members
import Pairing
import Rules

/// The chances of the selection (para. 14), for odds before it is drawn.
public struct SelectionChances: Sendable {
  private let membership: Membership
  private let rulebook: Rulebook
  private let selection: Selection
  private let known: [Int]

  /// Looks at a membership of which no selection is drawn yet.
  ///
  /// - Parameter years: The years of the States that are known already, one entry per State; 0 for
  ///   those to be drawn, and for States that are not reviewed.
  public init(_ membership: Membership, _ rulebook: Rulebook, years: [Int]) {
    self.membership = membership
    self.rulebook = rulebook
    known = years
    selection = Selection(membership, rulebook) {
      membership.states[$0].isReviewed && years[$0] == 0
    }
  }

  /// Draws the years of a selection.
  ///
  /// - Parameter stream: The lots.
  /// - Returns: For each year, its States in canonical order.
  public func draw(_ stream: inout LotStream) -> [[Int]] {
    var years = Array(repeating: [Int](), count: rulebook.years)
    for (state, year) in known.enumerated() where year > 0 { years[year - 1].append(state) }
    // Drawing from a stream cannot fail.
    try? selection.draw { _, bowl in
      stream.draw(from: bowl.count).index
    } first: { _, states in
      stream.draw(from: states.count).index
    } year: { _, _, _, waiting in
      stream.draw(from: waiting.count).index
    } take: {
      years[$1 - 1].append($0)
    }
    return years.map { $0.sorted() }
  }

  /// The order of turns of a whole cycle, the selection's lots included: what matters of them is how
  /// many States of each group each year takes, since within a group all choices are equally
  /// likely.
  ///
  /// - Parameter most: The most different tables that are told apart.
  /// - Returns: nil where there are more, or where some years are known or filled from lists, in which
  ///   neighbours come together.
  public func order(mostTables most: Int) -> TurnOrder? {
    if selection.isAlphabetical || known.contains(where: { $0 > 0 }) { return nil }
    let sizes = selection.groups.map(\.states.count)
    var tables: [[[Int]]: Rational] = [:]
    func draw(_ places: ExtraPlaces, _ group: Int, _ left: Int, _ chance: Rational) {
      if tables.count > most { return }
      if group == sizes.count {
        let table = sizes.indices.map { group in
          places.extraPlaces(of: group).map { sizes[group] / selection.years + ($0 ? 1 : 0) }
        }
        tables[table] = (tables[table] ?? .zero) + chance
        return
      }
      if left == 0 {
        var next = places
        next.advance()
        let size = group + 1 < sizes.count ? sizes[group + 1] : 0
        return draw(next, group + 1, size % selection.years, chance)
      }
      let bowl = places.bowl()
      for year in bowl {
        var next = places
        next.place(in: year)
        draw(next, group, left - 1, chance / Rational(BigUInt(bowl.count), 1))
      }
    }
    let places = ExtraPlaces(sizes: sizes, years: selection.years)
    draw(places, 0, (sizes.first ?? 0) % selection.years, .one)
    if tables.count > most { return nil }
    let groupOfState = Dictionary(
      uniqueKeysWithValues: selection.groups.enumerated().flatMap { group, part in
        part.states.map { ($0, group) }
      })
    return TurnOrder(
      groups: groupOfState.keys.sorted().map { groupOfState[$0] ?? 0 },
      tables: tables.map { TurnOrder.Table(chance: $1, places: $0) }
        .sorted {
          $0.places.lexicographicallyPrecedes($1.places) { $0.lexicographicallyPrecedes($1) }
        }
    )
  }
}
