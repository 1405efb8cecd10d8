/// In which order reviews have their turns, as far as chance decides it.
///
/// The reviews fall into groups, and a table says how many of each group have their turn in each
/// year. Which ones is a lot that makes all equally likely, and so is the order within a year. Where
/// the years of all States are known, the States of each year are a group.
public struct TurnOrder: Sendable {
  /// A table of places, with its chance.
  public struct Table: Sendable {
    /// How likely the table is.
    public let chance: Rational
    /// For each group, the places in each year.
    public let places: [[Int]]

    /// Makes a table.
    public init(chance: Rational, places: [[Int]]) {
      self.chance = chance
      self.places = places
    }
  }

  /// For each review, its group.
  let groups: [Int]
  /// The tables; their chances add up to one.
  let tables: [Table]
  /// For each group, its reviews as bits.
  private let members: [UInt64]

  /// Makes an order.
  ///
  /// - Parameters:
  ///   - groups: For each review, in canonical order of the States, its group, from 0.
  ///   - tables: The tables; their chances add up to one.
  public init(groups: [Int], tables: [Table]) {
    self.groups = groups
    self.tables = tables
    var members = Array(repeating: UInt64(0), count: (groups.max() ?? -1) + 1)
    for (review, group) in groups.enumerated() { members[group] |= 1 << UInt64(review) }
    self.members = members
  }

  /// The order in which the years are known.
  ///
  /// - Parameter years: For each review, in canonical order of the States, its year.
  public init(years: [Int]) {
    let all = Set(years).sorted()
    let groups = years.map { year in all.firstIndex(of: year) ?? 0 }
    let places = all.indices.map { group in
      all.indices.map { $0 == group ? groups.count { $0 == group } : 0 }
    }
    self.init(groups: groups, tables: [Table(chance: .one, places: places)])
  }

  /// How likely each turn is in a state, for one table.
  struct TurnChances {
    /// For each group, the places left in the year.
    let places: [UInt64]
    /// The places left in the year in all.
    let total: UInt64
    /// For each group, the reviews not served.
    let waiting: [UInt64]
  }

  /// The chances of the turns in a state.
  func chances(_ served: UInt64, _ table: Int) -> TurnChances {
    let count = served.nonzeroBitCount
    let places = tables[table].places
    var (open, year) = (Array(repeating: 0, count: places.count), 0)
    while open.reduce(0, +) <= count && year < places.reduce(0, { max($0, $1.count) }) {
      for group in places.indices { open[group] += places[group][year] }
      year += 1
    }
    let left = places.indices.map {
      UInt64(max(0, open[$0] - (members[$0] & served).nonzeroBitCount))
    }
    return TurnChances(
      places: left, total: left.reduce(0, +),
      waiting: members.map { UInt64(($0 & ~served).nonzeroBitCount) })
  }

  /// The reviews whose turn may come in a state, ascending.
  func possible(_ served: UInt64) -> [Int] {
    var isOpen = Array(repeating: false, count: members.count)
    for table in tables.indices {
      for (group, left) in chances(served, table).places.enumerated() where left > 0 {
        isOpen[group] = true
      }
    }
    return groups.indices.filter { isOpen[groups[$0]] && served >> UInt64($0) & 1 == 0 }
  }
}
