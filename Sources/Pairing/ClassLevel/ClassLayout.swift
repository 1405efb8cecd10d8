import Members
import Rules

/// How the States of a fresh cycle fall into kinds, and which kind may review which.
///
/// States of a kind have the same regional group, Protocols, legal systems and own numbers. A *row* stands for
/// seats: the regional seats of one kind, or the open seats of all kinds that the same kinds may
/// hold. A *block* stands for reviewers: a kind and how many reviews of the minimum they have done;
/// those who have done the minimum are one block, those who have done the maximum are in none.
struct ClassLayout: Sendable {
  /// The number of kinds.
  let kindCount: Int
  /// The kind of each State.
  let kindOf: [Int32]
  /// Blocks of a kind: one for each number of reviews below the minimum, one for all others.
  let levels: Int
  /// The number of rows: first the regional ones, then the open ones.
  let rowCount: Int
  /// The kind of each regional row.
  let kindOfRegionalRow: [Int]
  /// The kinds whose open seats each open row stands for.
  let kindsOfOpenRow: [[Int]]
  /// The row of each kind's regional seats; −1 where it has none.
  let regionalRow: [Int]
  /// The row of each kind's open seats; −1 where none of it is reviewed.
  let openRow: [Int]
  /// Which kinds may hold the seats of a row, row after row, as bits.
  let allowed: [[Bool]]
  /// Which kinds are similar to that of a regional row, where that is counted.
  let similar: [[Bool]]
  /// The number of States of each kind that are to be reviewed.
  let underReview: [Int]
  /// The seats of a review of each kind, and the fewest and the most reviews of each State of it.
  let seats: [Int]
  let minimum: [Int]
  let maximum: [Int]
  /// Whether a kind's regional seats count towards similar legal systems.
  let countsLegalSystem: [Bool]

  private struct Key: Hashable, Comparable {
    let region: RegionalGroup
    let protocols: [ProtocolCode]
    let legalSystems: [LegalSystem]
    let own: OwnNumbers

    static func < (left: Key, right: Key) -> Bool {
      if left.region != right.region { return left.region < right.region }
      if left.protocols != right.protocols {
        return left.protocols.lexicographicallyPrecedes(right.protocols)
      }
      if left.legalSystems != right.legalSystems {
        return left.legalSystems.lexicographicallyPrecedes(right.legalSystems)
      }
      return left.numbers.lexicographicallyPrecedes(right.numbers)
    }

    /// The State's own numbers, −1 for none.
    private var numbers: [Int] { [own.seats, own.minimum, own.maximum].map { $0 ?? -1 } }
  }

  /// The number of blocks.
  var blockCount: Int { kindCount * levels }

  /// Groups the States of a problem of which nothing is drawn.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - limit: The most kinds for which that is worth while.
  /// - Returns: nil where there are more kinds, or where a State must do more than it may.
  /// - Complexity: O(n + m²) for n States of m kinds.
  init?(_ problem: PairingProblem, limit: Int) {
    let states = problem.membership.states
    let rulebook = problem.rulebook
    var positions: [Key: Int] = [:]
    var kindOf: [Int32] = []
    kindOf.reserveCapacity(states.count)
    /// Of each kind, one State under review and one that reviews.
    var examples: [(underReview: Int, reviewer: Int)] = []
    var counts: [(underReview: Int, reviewers: Int)] = []
    /// The first State of each kind.
    var first: [Int] = []
    for (index, state) in states.enumerated() {
      let key = Key(
        region: state.region, protocols: state.protocols, legalSystems: state.legalSystems,
        own: state.own)
      let kind = positions[key] ?? examples.count
      if kind == examples.count {
        if kind == limit { return nil }
        positions[key] = kind
        examples.append((-1, -1))
        counts.append((0, 0))
        first.append(index)
      }
      kindOf.append(Int32(truncatingIfNeeded: kind))
      if state.isReviewed {
        examples[kind].underReview = index
        counts[kind].underReview += 1
      }
      if state.isReviewer {
        examples[kind].reviewer = index
        counts[kind].reviewers += 1
      }
    }
    // Kinds that the same seats are open to stand together, so that sets of them are short.
    let order = positions.sorted { $0.key < $1.key }.map(\.value)
    var places = order
    for (place, kind) in order.enumerated() { places[kind] = place }
    examples = order.map { examples[$0] }
    counts = order.map { counts[$0] }
    self.kindOf = kindOf.map { Int32(truncatingIfNeeded: places[Int($0)]) }
    kindCount = examples.count
    let likes = order.map { states[first[$0]] }
    seats = likes.map { rulebook.reviewersPerReview(of: $0) }
    minimum = likes.map { rulebook.minimumLoad(of: $0) }
    maximum = likes.map { rulebook.maximumLoad(of: $0) }
    // Beyond its maximum no kind has room, whatever it should do.
    if zip(minimum, maximum).contains(where: { $0 > $1 }) { return nil }
    levels = (minimum.max() ?? 0) + 1
    underReview = counts.map(\.underReview)
    let isCounted = examples.map { example in
      example.underReview >= 0 && problem.countsLegalSystem(of: example.underReview)
    }
    countsLegalSystem = isCounted
    let provisions = Provisions(rulebook)
    func permitted(_ kind: Int, _ seat: Seat) -> [Bool] {
      let state = examples[kind].underReview
      return examples.map { example in
        guard example.reviewer >= 0 else { return false }
        return provisions.permit(states[example.reviewer], toReview: states[state], in: seat)
      }
    }
    var allowed: [[Bool]] = []
    var similar: [[Bool]] = []
    var regionalRow = Array(repeating: -1, count: kindCount)
    var kindOfRegionalRow: [Int] = []
    for kind in 0..<kindCount {
      let state = examples[kind].underReview
      guard state >= 0 && problem.reviews[state].regionalSeats > 0 else { continue }
      regionalRow[kind] = allowed.count
      kindOfRegionalRow.append(kind)
      var row = permitted(kind, .regional)
      // The only State of its kind does not review itself.
      if counts[kind] == (1, 1) && examples[kind].reviewer == state { row[kind] = false }
      allowed.append(row)
      similar.append(
        examples.map { example in
          isCounted[kind] && example.reviewer >= 0
            && SimilarLegalSystem.similar(states[state], states[example.reviewer])
        })
    }
    var openRow = Array(repeating: -1, count: kindCount)
    var kindsOfOpenRow: [[Int]] = []
    var openRows: [[Bool]: Int] = [:]
    for kind in 0..<kindCount where examples[kind].underReview >= 0 {
      let row = permitted(kind, .open)
      if let known = openRows[row] {
        openRow[kind] = known
        kindsOfOpenRow[known - kindOfRegionalRow.count].append(kind)
      } else {
        openRow[kind] = allowed.count
        openRows[row] = allowed.count
        kindsOfOpenRow.append([kind])
        allowed.append(row)
      }
    }
    rowCount = allowed.count
    self.allowed = allowed
    self.similar = similar
    self.regionalRow = regionalRow
    self.openRow = openRow
    self.kindOfRegionalRow = kindOfRegionalRow
    self.kindsOfOpenRow = kindsOfOpenRow
  }

  /// Whether a row is of regional seats.
  func isRegional(_ row: Int) -> Bool { row < kindOfRegionalRow.count }

  /// The row of a State's seats.
  func row(of seat: Seat, underReview state: Int) -> Int {
    let kind = Int(kindOf[state])
    return seat == .regional ? regionalRow[kind] : openRow[kind]
  }

  /// The kind of a block.
  func kind(ofBlock block: Int) -> Int { block / levels }
}
