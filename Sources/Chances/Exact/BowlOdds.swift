import BigInt

/// The odds of drawing lot after lot from exact bowls, all orders of turns and seats included.
///
/// Chances are whole numbers over one denominator for each layer, the product of the layers' own, so
/// that nothing is ever rounded and no fraction need be reduced on the way.
struct BowlOdds: Sendable {
  /// For each review of the order's scope, the chance of each reviewer, by positions.
  let pairs: [[Rational]]
  /// For each reviewer, by position, the chance of 0, 1, 2 … reviews.
  let reviews: [[Rational]]

  /// Sums over all paths through a graph.
  init(_ graph: DrawGraph, _ scales: LayerScales) {
    // Chances that fit into 128 bits are many times faster.
    if scales.denominator.bitWidth < 126 {
      self.init(graph, scales, by: UInt128.self)
    } else {
      self.init(graph, scales, by: BigUInt.self)
    }
  }

  private init<Number: UnsignedInteger>(
    _ graph: DrawGraph, _ scales: LayerScales, by type: Number.Type
  ) {
    let board = graph.board
    var pairs = board.reviews.map { _ in board.reviewers.map { _ in Rational.zero } }
    var reviews = board.room.map { Array(repeating: Rational.zero, count: $0 + 1) }
    for table in scales.order.tables.indices {
      let flow = PathSums<Number>(graph, scales, table)
      let chance = scales.order.tables[table].chance
      let unit = Rational(chance.numerator, chance.denominator * scales.denominator)
      func add(_ sum: Number, to total: inout Rational) {
        if sum > 0 { total = total + Rational(BigUInt(sum), 1) * unit }
      }
      for review in pairs.indices {
        for reviewer in pairs[review].indices {
          add(flow.pairs[review][reviewer], to: &pairs[review][reviewer])
        }
      }
      for reviewer in reviews.indices {
        for count in reviews[reviewer].indices {
          add(flow.reviews[reviewer][count], to: &reviews[reviewer][count])
        }
      }
    }
    self.pairs = pairs
    self.reviews = reviews
  }
}

/// The denominators of the layers of a graph.
struct LayerScales: Sendable {
  /// The order of turns.
  let order: TurnOrder
  /// For each layer, a number that every chance of a turn and a set in it is a whole part of.
  let scales: [BigUInt]
  /// The product of all.
  let denominator: BigUInt

  /// Looks at every turn of a graph.
  init(_ graph: DrawGraph, _ order: TurnOrder) {
    self.order = order
    scales = graph.layers.dropLast().map { layer in
      var parts: Set<Part> = []
      for state in layer {
        let chances = order.tables.indices.map { order.chances(graph.served[state], $0) }
        for turn in graph.turns[graph.turnsOfState[state]] {
          for chance in chances where chance.places[order.groups[turn.review]] > 0 {
            parts.insert(
              Part(
                seats: turn.total, turn: chance.total * chance.waiting[order.groups[turn.review]]))
          }
        }
      }
      return parts.reduce(BigUInt(1)) { scale, part in
        let value = BigUInt(part.seats) * BigUInt(part.turn)
        return scale / scale.greatestCommonDivisor(with: value) * value
      }
    }
    denominator = scales.reduce(1, *)
  }

  private struct Part: Hashable {
    let seats: UInt64
    let turn: UInt64
  }

  /// For each turn of a graph, what a weight of one is worth in its layer's scale, for one table.
  func worth<Number: UnsignedInteger>(
    _ graph: DrawGraph, _ table: Int, as type: Number.Type
  ) -> [Number] {
    var worth = Array(repeating: Number(0), count: graph.turns.count)
    for (step, layer) in graph.layers.dropLast().enumerated() {
      let scale = Number(scales[step])
      for state in layer {
        let chances = order.chances(graph.served[state], table)
        for place in graph.turnsOfState[state] {
          let turn = graph.turns[place]
          let group = order.groups[turn.review]
          if chances.places[group] == 0 { continue }
          let part = Number(turn.total) * Number(chances.total * chances.waiting[group])
          worth[place] = scale / part * Number(chances.places[group])
        }
      }
    }
    return worth
  }
}

/// The sums over all paths for one table of places, over the common denominator.
private struct PathSums<Number: UnsignedInteger> {
  private(set) var pairs: [[Number]]
  private(set) var reviews: [[Number]]

  init(_ graph: DrawGraph, _ scales: LayerScales, _ table: Int) {
    let board = graph.board
    pairs = board.reviews.map { _ in board.reviewers.map { _ in 0 } }
    reviews = board.room.map { Array(repeating: 0, count: $0 + 1) }
    let worth = scales.worth(graph, table, as: Number.self)
    var chance = Array(repeating: Number(0), count: graph.left.count)
    chance[0] = 1
    for (step, layer) in graph.layers.dropLast().enumerated() {
      let scale = Number(scales.scales[step])
      for review in pairs.indices {
        for reviewer in pairs[review].indices { pairs[review][reviewer] *= scale }
      }
      for state in layer where chance[state] > 0 {
        for place in graph.turnsOfState[state] where worth[place] > 0 {
          let turn = graph.turns[place]
          let unit = chance[state] * worth[place]
          for edge in graph.edges[turn.edges] where edge.weight > 0 {
            let part = unit * Number(edge.weight)
            chance[Int(edge.target)] += part
            for reviewer in board.reviews[turn.review].sets[Int(edge.set)].reviewers {
              pairs[turn.review][reviewer] += part
            }
          }
        }
      }
    }
    for (state, number) in zip(graph.last, graph.layers[graph.layers.count - 1]) {
      for reviewer in board.room.indices {
        reviews[reviewer][state.done[reviewer]] += chance[number]
      }
    }
  }
}
