import Members

/// The text of a file of proofs, line by line (documentation, Proofs: the file).
struct ProofFile {
  private let head: String
  private let states: [Label]
  private let places: [Label: Int]
  private var vectors: [[Int]] = []
  private var placeOfVector: [[Int]: Int] = [:]
  private var placeOfPrice: [Int128: Int] = [:]
  private var levels: CostLevels?
  /// The prices as they stand.
  private var prices: [Int128] = []
  private var lines: [String] = []
  /// Sets of States of whom no two may sit together.
  private var sets: [[Int]] = []
  private var placeOfSet: [[Int]: Int] = [:]

  /// A file without steps.
  init(head: String, states: [Label]) {
    self.head = head
    self.states = states
    places = Dictionary(uniqueKeysWithValues: states.enumerated().map { ($1, $0) })
  }

  /// The whole file.
  var text: String {
    let codes = states.map { "\"\($0.text)\"" }.joined(separator: ",")
    let vectors = self.vectors.map { Self.array($0) }.joined(separator: ",")
    let sets = self.sets.map { Self.array($0) }.joined(separator: ",")
    let first =
      "{\"proofs\":1,\"ledger\":\"\(head)\",\"states\":[\(codes)],\"sets\":[\(sets)],"
      + "\"vectors\":[\(vectors)]}"
    return ([first] + lines).joined(separator: "\n") + "\n"
  }

  private static func array(_ numbers: [Int]) -> String {
    "[" + numbers.map(String.init).joined(separator: ",") + "]"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// Writes a start.
  mutating func add(_ start: Start, line: Int, _ moment: Moment?, _ codes: [Label]) {
    var fields = ["\"line\":\(line)", "\"start\":\(Self.quoted(start.event))"]
    if let moment {
      prices = Array(repeating: 0, count: start.prices.count)
      let indices = codes.map { places[$0] ?? 0 }
      if let completion = start.completion {
        fields.append("\"completion\":\(Self.pairs(completion, indices))")
      }
      fields.append("\"prices\":\(change(to: start.prices, moment, indices))")
      prices = start.prices
      for (name, tree) in [("tree", start.tree), ("free", start.free), ("worse", start.worse)] {
        if let tree { fields.append("\"\(name)\":\(text(of: tree, moment, indices))") }
      }
    }
    if let reason = start.unproven { fields.append("\"unproven\":\(Self.quoted(reason))") }
    lines.append("{" + fields.joined(separator: ",") + "}")
  }

  /// Writes a bowl.
  mutating func add(_ bowl: BowlProof, line: Int, _ moment: Moment?, _ codes: [Label]) {
    guard let moment else { return }
    let indices = codes.map { places[$0] ?? 0 }
    let inside = bowl.inside.map { $0.map { Self.pairs($0, indices) } ?? "null" }
    var fields = ["\"line\":\(line)", "\"in\":[\(inside.joined(separator: ","))]"]
    if let new = bowl.prices {
      fields.append("\"prices\":\(change(to: new, moment, indices))")
      prices = new
    }
    let outside = bowl.outside.map { states, tree in
      "[\(Self.array(states.map { indices[$0] })),\(text(of: tree, moment, indices))]"
    }
    fields.append("\"out\":[\(outside.joined(separator: ","))]")
    if !bowl.unproven.isEmpty {
      fields.append("\"unproven\":\(Self.array(bowl.unproven.map { indices[$0] }))")
    }
    lines.append("{" + fields.joined(separator: ",") + "}")
  }

  private static func pairs(_ changes: [PairChange], _ indices: [Int]) -> String {
    array(changes.flatMap { [indices[$0.state], indices[$0.reviewer], $0.kind ?? -1] })
  }

  private mutating func text(of tree: ProofTree, _ moment: Moment, _ indices: [Int]) -> String {
    switch tree {
    case .leaf(let prices): return change(to: prices, moment, indices)
    case .branch(let branch, let first, let second):
      let cases = [text(of: first, moment, indices), text(of: second, moment, indices)]
        .joined(separator: ",")
      switch branch {
      case .mutual(let one, let other):
        let pair = Self.array([indices[one], indices[other]])
        return "{\"pair\":\(pair),\"cases\":[\(cases)]}"
      case .apart(let state, let one, let other):
        let sides = [one, other].map { Self.array($0.map { indices[$0] }) }.joined(separator: ",")
        return "{\"of\":\(indices[state]),\"apart\":[\(sides)],\"cases\":[\(cases)]}"
      }
    }
  }

  /// What changes from the prices as they stand; prices of seats that are not there, and of reviewers
  /// without room, matter to nothing.
  private mutating func change(
    to new: [Int128], _ moment: Moment, _ indices: [Int]
  ) -> String {
    var (asks, offers): ([Int], [Int]) = ([], [])
    for state in 0..<moment.count {
      let node = 1 + state
      if moment.room[state] > 0 && new[node] != prices[node] {
        asks += [indices[state], vector(new[node], moment.levels)]
      }
      for kind in 0..<moment.kinds {
        let place = state * moment.kinds
        let offer = 1 + moment.count + place + kind
        let gives = kind == moment.last ? moment.same.map { moment.left[place + $0] } ?? 0 : 0
        if moment.left[place + kind] + gives > 0 && new[offer] != prices[offer] {
          offers += [indices[state], kind, vector(new[offer], moment.levels)]
        }
      }
    }
    let (years, bounds) = limits(to: new, moment, indices)
    var fields: [String] = []
    if !years.isEmpty { fields.append("\"years\":\(Self.array(years))") }
    if !bounds.isEmpty { fields.append("\"sets\":\(Self.array(bounds))") }
    if !asks.isEmpty { fields.append("\"asks\":\(Self.array(asks))") }
    if !offers.isEmpty { fields.append("\"offers\":\(Self.array(offers))") }
    return "{" + fields.joined(separator: ",") + "}"
  }

  /// What changes of the prices of limits: those of years, and those of sets.
  private mutating func limits(
    to new: [Int128], _ moment: Moment, _ indices: [Int]
  ) -> (years: [Int], sets: [Int]) {
    let limits = moment.limits
    var (years, sets): ([Int], [Int]) = ([], [])
    for (place, node) in limits.nodes.enumerated() {
      let own = limits.firstNode + place
      switch node {
      case .year(let reviewer, let year):
        let (price, old) = (new[own] - new[1 + reviewer], prices[own] - prices[1 + reviewer])
        if price != old && limits.left(reviewer, year) > 0 {
          years += [indices[reviewer], year + 1, vector(price, moment.levels)]
        }
      case .group(let state, let group, let kind):
        let seat = moment.node(state, kind)
        let (price, old) = (new[seat] - new[own], prices[seat] - prices[own])
        if price != old && !limits.isClosed(own) {
          let set = self.set(limits.apart.groups[group].map { indices[$0] })
          sets += [indices[state], set, vector(price, moment.levels)]
        }
      }
    }
    for (place, rivals) in limits.rivals.enumerated() where !limits.closedRivals.contains(place) {
      let own = moment.place(ofRivals: place)
      if new[own] != prices[own] {
        let set = self.set(rivals.members.map { indices[$0] })
        sets += [indices[rivals.state], set, vector(new[own], moment.levels)]
      }
    }
    return (years, sets)
  }

  /// The place of a set, which is added where it is new.
  private mutating func set(_ members: [Int]) -> Int {
    let members = members.sorted()
    let place = placeOfSet[members] ?? sets.count
    if place == sets.count { sets.append(members) }
    placeOfSet[members] = place
    return place
  }

  /// The place of a vector, which is added where it is new.
  private mutating func vector(_ price: Int128, _ levels: CostLevels) -> Int {
    if self.levels != levels { (self.levels, placeOfPrice) = (levels, [:]) }
    if let place = placeOfPrice[price] { return place }
    let vector = levels.vector(price)
    let place = placeOfVector[vector] ?? vectors.count
    if place == vectors.count { vectors.append(vector) }
    placeOfVector[vector] = place
    placeOfPrice[price] = place
    return place
  }
}
