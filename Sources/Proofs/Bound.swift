/// What no completion costs less than, whatever the prices (documentation, Proofs: prices).
struct Bound {
  /// What is left to draw; options that a tree takes out are out.
  let moment: Moment
  /// A price for each node of a flow, then one for each set of rivals.
  let price: [Int128]

  /// The value of an option.
  func value(_ state: Int, _ kind: Int, _ reviewer: Int) -> Int128 {
    var value =
      price[moment.exit(state, reviewer)] - price[moment.entry(state, kind, reviewer)]
      - moment.bonus(state, kind, reviewer)
    for place in moment.limits.rivals(of: state, reviewer) {
      value += price[moment.place(ofRivals: place)]
    }
    return value
  }

  /// The least value of a pair's options; 0 where none is below.
  private func least(_ state: Int, _ reviewer: Int) -> Int128 {
    let bits = moment.options[state * moment.count + reviewer]
    if bits == 0 { return 0 }
    var least: Int128 = 0
    for kind in 0..<moment.kinds where bits & (1 << UInt8(kind)) != 0 {
      least = min(least, value(state, kind, reviewer))
    }
    return least
  }

  /// The part of two States: h of the page.
  func pair(_ state: Int, _ reviewer: Int) -> Int128 {
    let own = least(state, reviewer)
    return moment.allowsMutual ? own : min(own, least(reviewer, state))
  }

  /// The part of a State's seats: f of the page.
  private func seats(_ state: Int) -> Int128 {
    var sum: Int128 = 0
    for kind in 0..<moment.kinds {
      let left = Int128(moment.left[state * moment.kinds + kind])
      sum += left * (moment.worth(kind) + (kind == moment.same ? moment.dissimilar[state] : 0))
      if kind != moment.same && kind != moment.last {
        sum += min(0, left * gain(state, kind))
      }
    }
    let last = Int128(moment.left[state * moment.kinds + moment.last])
    guard let same = moment.same else { return sum + min(0, last * gain(state, moment.last)) }
    let regional = Int128(moment.left[state * moment.kinds + same])
    let (own, other) = (gain(state, same), gain(state, moment.last))
    return sum
      + min(0, regional * own, (regional + last) * other, regional * own + last * other)
  }

  /// What holding one seat of a kind adds: its price, less what it spares.
  private func gain(_ state: Int, _ kind: Int) -> Int128 {
    price[1 + moment.count + state * moment.kinds + kind] - moment.worth(kind)
  }

  /// The part of a State's reviews: g of the page.
  private func reviews(_ reviewer: Int) -> Int128 {
    let most = moment.room[reviewer]
    func part(_ held: Int) -> Int128 {
      moment.shortfall(reviewer, after: held) - price[1 + reviewer] * Int128(held)
    }
    return min(
      part(0), part(min(most, moment.lacking[reviewer])),
      part(min(most, moment.offTarget[reviewer])), part(most))
  }

  /// The parts of all limits.
  private var bounds: Int128 {
    let limits = moment.limits
    var sum: Int128 = 0
    for (place, node) in limits.nodes.enumerated() {
      let own = price[limits.firstNode + place]
      switch node {
      case .year(let reviewer, let year):
        sum += min(0, Int128(max(0, limits.left(reviewer, year))) * (price[1 + reviewer] - own))
      case .group(let state, _, let kind):
        if limits.isClosed(limits.firstNode + place) { continue }
        sum += min(0, own - price[moment.node(state, kind)])
      }
    }
    for place in limits.rivals.indices where !limits.closedRivals.contains(place) {
      sum += min(0, -price[moment.place(ofRivals: place)])
    }
    return sum
  }

  /// The bound.
  var total: Int128 {
    var total = bounds
    for state in 0..<moment.count {
      total += seats(state) + reviews(state)
      for other in (moment.allowsMutual ? 0 : state + 1)..<moment.count {
        total += pair(state, other)
      }
    }
    return total
  }

  /// How much more every completion costs that holds an option.
  func more(_ state: Int, _ kind: Int, _ reviewer: Int) -> Int128 {
    value(state, kind, reviewer) - pair(state, reviewer)
  }
}
