/// Which years take one more State of a group than the others, drawn so that the years' totals can
/// always still be met (para. 14).
///
/// A plan of all extra places to come is kept, and a year is in the bowl if the plan can be moved so
/// that the group has an extra place there: one backward search over the years, whose steps move
/// an extra place of another group from one year to another. This is the lookahead of the reviews
/// in small (Régin 1996).
struct ExtraPlaces {
  /// The years of the cycle.
  let years: Int
  /// Extra places of each year in all: the least and the most.
  private let least: Int
  private let most: Int
  /// One row per group: whether the plan has an extra place in each year.
  private var plan: [[Bool]]
  /// Extra places of each year in the plan.
  private var totals: [Int]
  /// The group whose places are being drawn.
  private var group = 0
  /// Years already drawn for that group.
  private var drawn: [Bool]
  /// For two years, how many later groups have a place in the first and none in the second.
  private var moves: [[Int]]

  /// Plans the extra places.
  ///
  /// - Parameters:
  ///   - sizes: The number of States of each group, in canonical order of the groups.
  ///   - years: The years of the cycle.
  init(sizes: [Int], years: Int) {
    self.years = years
    let total = sizes.reduce(0, +)
    let base = sizes.reduce(0) { $0 + $1 / years }
    least = total / years - base
    most = least + (total % years == 0 ? 0 : 1)
    // Dealing the extra places round the years keeps the totals within one of each other.
    var next = 0
    plan = sizes.map { size in
      var row = Array(repeating: false, count: years)
      for _ in 0..<(size % years) {
        row[next] = true
        next = (next + 1) % years
      }
      return row
    }
    totals = Array(repeating: 0, count: years)
    moves = Array(repeating: Array(repeating: 0, count: years), count: years)
    drawn = Array(repeating: false, count: years)
    for row in plan {
      for year in 0..<years where row[year] { totals[year] += 1 }
    }
    for position in plan.indices { count(position, 1) }
    if !plan.isEmpty { count(0, -1) }
  }

  /// The number of States of a group reviewed in each year, from the first, once all is drawn.
  func extraPlaces(of group: Int) -> [Bool] { plan[group] }

  /// Goes on to the next group.
  mutating func advance() {
    group += 1
    drawn = Array(repeating: false, count: years)
    if group < plan.count { count(group, -1) }
  }

  /// The years, from 0, that can take the next extra place of the group.
  func bowl() -> [Int] {
    let next = search()
    return (0..<years).filter { !drawn[$0] && (plan[group][$0] || next[$0] != nil) }
  }

  /// Draws a year of the bowl.
  mutating func place(in year: Int) {
    if !plan[group][year] {
      let next = search()
      var node = year
      totals[year] += 1
      plan[group][year] = true
      while let step = next[node], step != node {
        move(from: node, to: step)
        node = step
      }
      // The search ends at a year that the group gives up.
      plan[group][node] = false
      totals[node] -= 1
    }
    drawn[year] = true
  }

  private mutating func count(_ position: Int, _ change: Int) {
    let row = plan[position]
    for from in 0..<years where row[from] {
      for to in 0..<years where !row[to] { moves[from][to] += change }
    }
  }

  /// Moves an extra place between two years: of a later group where one can, or, over the node
  /// that stands for the slack of the totals, of none.
  private mutating func move(from: Int, to: Int) {
    if from == years || to == years { return }
    for later in plan.indices.dropFirst(group + 1) where plan[later][from] && !plan[later][to] {
      count(later, -1)
      plan[later][from] = false
      plan[later][to] = true
      count(later, 1)
      totals[from] -= 1
      totals[to] += 1
      return
    }
  }

  /// For each year from which a place can travel to a year that the group can give up, the next
  /// step; a year that can be given up steps to itself.
  ///
  /// Node `years` stands for the slack of the totals: a year below its most steps to it, and it
  /// steps to a year above its least.
  private func search() -> [Int?] {
    var next: [Int?] = Array(repeating: nil, count: years + 1)
    var queue = (0..<years).filter { plan[group][$0] && !drawn[$0] }
    for year in queue { next[year] = year }
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for other in 0...years where next[other] == nil {
        let steps =
          switch (other, node) {
          case (years, _): totals[node] > least
          case (_, years): totals[other] < most
          default: moves[other][node] > 0
          }
        guard steps else { continue }
        next[other] = node
        queue.append(other)
      }
    }
    return next
  }
}
