/// A completion, or a set of reviews that is one but for mutual reviews, as a flow of least cost, with
/// the prices that show that it costs least.
///
/// Nodes: 0 the hub, then one for each State as a reviewer, then one for each kind of seat of each
/// State, then those of limits. From the hub goes a unit to each seat that is held, from there to its
/// reviewer, on its way through the limits of both, and back to the hub. A regional seat that gives up
/// its group passes its unit on to the last kind. The price of a node is that of the pages on proofs:
/// what a reviewer asks, what a seat offers; that of a year is what its reviewer asks in that year,
/// that of a group what the seat offers to the group.
struct SeatFlow: Sendable {
  /// What is left to draw; options that were taken out are out, and their pairs stay as they are.
  var moment: Moment
  /// The price of each node; 0 at the hub.
  var price: [Int128]
  /// The kind of seat that a reviewer holds, or −1, at `state * count + reviewer`.
  private(set) var pairs: [Int8]
  /// The reviewers of each State.
  private(set) var reviewers: [[Int]]
  /// The States that each State reviews.
  private(set) var reviewed: [[Int]]
  /// Seats held, at `state * kinds + kind`.
  private(set) var held: [Int]
  /// What each review costs beside prices, at `state * count + reviewer`; empty without tolls.
  var tolls: [Int128] = []
  /// The sets of reviews with a toll, each once.
  var tolled: [Tolled] = []
  /// Seats that may be used so far, at `state * kinds + kind`.
  var open: [Int]

  /// Nobody holds a seat, and none may be used yet.
  init(empty moment: Moment) {
    self.moment = moment
    let n = moment.count
    price = Array(repeating: 0, count: moment.nodeCount)
    pairs = Array(repeating: -1, count: n * n)
    reviewers = Array(repeating: [], count: n)
    reviewed = reviewers
    held = Array(repeating: 0, count: n * moment.kinds)
    open = held
  }

  /// Takes over the prices and tolls of another flow that costs as little.
  mutating func take(pricesOf other: SeatFlow) {
    (price, tolls, tolled) = (other.price, other.tolls, other.tolled)
  }

  /// The number of nodes.
  var nodeCount: Int { price.count }
  /// The node of a State as a reviewer.
  func node(_ reviewer: Int) -> Int { 1 + reviewer }
  /// The node of a State's seats of a kind.
  func node(_ state: Int, _ kind: Int) -> Int { moment.node(state, kind) }
  /// The prices of all nodes and of all sets of rivals.
  var prices: [Int128] {
    var prices = price + Array(repeating: 0, count: moment.limits.rivals.count)
    for one in tolled {
      if let place = one.rivals { prices[moment.place(ofRivals: place)] = one.toll }
    }
    return prices
  }

  /// The kind of seat that a reviewer holds; nil where it holds none.
  func kind(_ state: Int, _ reviewer: Int) -> Int? {
    let kind = pairs[state * moment.count + reviewer]
    return kind < 0 ? nil : Int(kind)
  }

  /// Whether a reviewer holds a seat of a State.
  func holds(_ state: Int, _ reviewer: Int) -> Bool {
    pairs[state * moment.count + reviewer] >= 0
  }

  /// What an option costs beside its prices (documentation, Proofs).
  func value(_ state: Int, _ kind: Int, _ reviewer: Int) -> Int128 {
    price[moment.exit(state, reviewer)] - price[moment.entry(state, kind, reviewer)]
      - moment.bonus(state, kind, reviewer) + toll(state, reviewer)
  }

  /// Regional seats of a State whose unit is passed on to the last kind.
  func passed(_ state: Int) -> Int {
    let place = state * moment.kinds + moment.last
    return moment.same == nil ? 0 : max(0, held[place] - open[place])
  }

  /// Units from the hub to a State's seats of a kind.
  func units(_ state: Int, _ kind: Int) -> Int {
    let own = held[state * moment.kinds + kind]
    if kind == moment.same { return own + passed(state) }
    return kind == moment.last ? own - passed(state) : own
  }

  /// Puts a reviewer into a seat of a kind, moves it to another, or takes it out (nil).
  mutating func set(_ state: Int, _ reviewer: Int, _ kind: Int?) {
    let place = state * moment.count + reviewer
    if pairs[place] >= 0 {
      held[state * moment.kinds + Int(pairs[place])] -= 1
      if kind == nil {
        reviewers[state].removeAll { $0 == reviewer }
        reviewed[reviewer].removeAll { $0 == state }
      }
    } else if kind != nil {
      reviewers[state].append(reviewer)
      reviewed[reviewer].append(state)
    }
    if let kind { held[state * moment.kinds + kind] += 1 }
    pairs[place] = Int8(kind ?? -1)
  }

  /// Carries changes of pairs out.
  mutating func apply(_ changes: [PairChange]) {
    for change in changes { set(change.state, change.reviewer, change.kind) }
  }

  /// The cost of what is held.
  var cost: Int128 {
    var cost: Int128 = 0
    for state in 0..<moment.count {
      for kind in 0..<moment.kinds {
        let place = state * moment.kinds + kind
        cost += moment.emptySeat * Int128(moment.left[place] - held[place])
        if kind == moment.same {
          cost += (moment.otherGroup) * Int128(moment.left[place] - held[place])
          cost += moment.dissimilar[state] * Int128(moment.left[place])
        }
      }
      for reviewer in reviewers[state] {
        if let kind = kind(state, reviewer) { cost -= moment.bonus(state, kind, reviewer) }
      }
      cost += moment.shortfall(state, after: reviewed[state].count)
    }
    return cost
  }

  /// Reviews of which one at least must go, by a rule that the flow does not know: the first in
  /// canonical order; nil where there are none.
  var breach: Tolled? {
    if !moment.allowsMutual {
      for state in 0..<moment.count {
        for reviewer in reviewers[state].sorted() where holds(reviewer, state) {
          return .mutual(state, reviewer)
        }
      }
    }
    for place in moment.limits.rivals.indices where held(place) > 1 { return rivals(place) }
    return nil
  }

  /// A set of rivals.
  func rivals(_ place: Int) -> Tolled {
    let rivals = moment.limits.rivals[place]
    return Tolled(rivals: place, pairs: rivals.members.map { (rivals.state, $0) })
  }

  /// How many of a set of rivals hold seats.
  private func held(_ place: Int) -> Int {
    let rivals = moment.limits.rivals[place]
    return rivals.members.count { holds(rivals.state, $0) }
  }

  /// Draws a reviewer, who holds the seat, for good.
  mutating func draw(_ state: Int, _ kind: Int, _ reviewer: Int) {
    set(state, reviewer, nil)
    moment.draw(state, kind, reviewer)
    open = moment.left
    liftVainTolls()
  }

  /// Leaves a seat without a reviewer for good.
  mutating func leave(_ state: Int, _ kind: Int) {
    moment.leave(state, kind)
    open = moment.left
    liftVainTolls()
  }
}

/// Reviews of which one at most takes place, with the toll that each costs and that is paid back once.
struct Tolled: Sendable {
  /// The place of these rivals; nil for two States that would review each other.
  let rivals: Int?
  /// The reviews.
  let pairs: [(state: Int, reviewer: Int)]
  /// The toll.
  var toll: Int128 = 0

  /// Two States that would review each other.
  static func mutual(_ one: Int, _ other: Int) -> Tolled {
    Tolled(rivals: nil, pairs: [(one, other), (other, one)])
  }

  /// Whether another is of the same reviews.
  func isSame(as other: Tolled) -> Bool {
    rivals == other.rivals
      && (rivals != nil || pairs.contains { $0 == other.pairs[0] })
  }
}

/// A pair whose seat changes.
struct PairChange: Hashable, Sendable {
  /// The State under review.
  let state: Int
  /// The reviewer.
  let reviewer: Int
  /// The kind of seat that it holds afterwards; nil for none.
  let kind: Int?
}
