import IntegerProgramming
import Members

/// States that the rows need not tell apart, with what is left to draw for each of them.
public struct Block: Hashable, Sendable {
  /// A unique name of characters that MPS and LP files allow.
  public let name: String
  /// One of the States; the others differ in code and name only.
  public let state: State
  /// The number of States.
  public let size: Int
  /// Seats still to be drawn, for each State.
  public let left: SeatCounts
  /// Reviews already fixed as done, by each State.
  public let reviewsDone: Int
  /// The year in which the States are under review; 0 where none is known, or none matters.
  public let year: Int
  /// Reviews already fixed as done in each year, by each State.
  public let reviewsDoneInYear: [Int: Int]
  /// The groups of the reviewers already drawn for the States, without supplementary ones.
  public let groupsDrawn: Set<RegionalGroup>
  /// What is lacking in each supplementary seat of reviewers already drawn that is still to be
  /// drawn, for each State.
  public let supplementsDue: [[Label]]

  /// Makes a block.
  public init(
    name: String, state: State, size: Int, left: SeatCounts, reviewsDone: Int = 0, year: Int = 0,
    reviewsDoneInYear: [Int: Int] = [:], groupsDrawn: Set<RegionalGroup> = [],
    supplementsDue: [[Label]] = []
  ) {
    self.name = name
    self.state = state
    self.size = size
    self.left = left
    self.reviewsDone = reviewsDone
    self.year = year
    self.reviewsDoneInYear = reviewsDoneInYear
    self.groupsDrawn = groupsDrawn
    self.supplementsDue = supplementsDue
  }

  /// Seats still to be drawn, for each State.
  public var seats: Int { left.total }
  /// Regional seats still to be drawn, for each State.
  public var regionalSeats: Int { left.regional }
  /// Open seats still to be drawn, for each State.
  public var openSeats: Int { left.open }
}

/// An ordered pair of blocks: the States of one under review, those of the other reviewing.
public struct BlockPair: Hashable, Sendable {
  /// The block under review, by index.
  public let underReview: Int
  /// The reviewing block, by index.
  public let reviewer: Int

  /// Makes a pair.
  public init(underReview: Int, reviewer: Int) {
    self.underReview = underReview
    self.reviewer = reviewer
  }

  /// The pair the other way round.
  public var reversed: BlockPair { BlockPair(underReview: reviewer, reviewer: underReview) }
}

/// The variables of one pair of blocks.
public struct PairVariables: Hashable, Sendable {
  /// The pair.
  public let pair: BlockPair
  /// How often a State of the reviewing block takes a regional seat of the other; nil: never.
  public let regional: Variable.ID?
  /// How often a State of the reviewing block takes an open seat of the other; nil: never.
  public let open: Variable.ID?

  /// How often it takes a seat of each other kind, by place; empty where there is no other.
  public var listed: [Variable.ID?] = []

  /// How often it takes a supplementary seat of the other, by the place of what is lacking in
  /// ``Encoding/lacking``; empty where there is none.
  public var supplements: [Variable.ID?] = []

  /// All variables of seats that are not supplementary, with coefficient 1.
  public var seatTerms: [Term] {
    ([regional, open] + listed).compactMap { $0.map { Term(1, $0) } }
  }

  /// All variables, with coefficient 1.
  public var terms: [Term] {
    supplements.isEmpty
      ? seatTerms : seatTerms + supplements.compactMap { $0.map { Term(1, $0) } }
  }

  /// The variable of a kind of seats.
  public subscript(seat: Seat) -> Variable.ID? {
    switch seat {
    case .regional: regional
    case .open: open
    case .listed(let place): Int(place) < listed.count ? listed[Int(place)] : nil
    case .supplementary: nil
    }
  }
}

/// The integer program of the rules while the provisions write their rows into it.
///
/// With every block of size one this is the program over States; with States grouped into classes
/// it is the class program, whose optimum bounds that of the States (and is reached by all but
/// contrived memberships).
public struct Encoding: Sendable {
  /// The program so far.
  public var program: Program
  /// The rules.
  public let rulebook: Rulebook
  /// The blocks, in canonical order of their first States.
  public let blocks: [Block]
  /// Pairs of States already drawn, between blocks of size one: not drawn again, and binding for
  /// the mutual-review rule.
  public let drawn: Set<BlockPair>
  /// The variables of each pair that has any, ordered by block under review, then by reviewer.
  public private(set) var pairs: [PairVariables] = []
  /// For each block, the positions in ``pairs`` where it is under review.
  public private(set) var asUnderReview: [[Int]]
  /// For each block, the positions in ``pairs`` where it reviews.
  public private(set) var asReviewer: [[Int]]
  /// The variables that count waivers, rule by rule, each with its coefficient 1.
  public private(set) var waived: [WaivableRule: [Term]] = [:]
  /// For each rule, the variables that count its waivers, with their blocks.
  public private(set) var waiverBlocks: [WaivableRule: [(block: Int, variable: Variable.ID)]] = [:]

  /// For each block under review, each set of Protocols that a reviewer of it can lack, in canonical
  /// order; empty without supplementary reviewers.
  public private(set) var lacking: [[[Label]]] = []

  /// The rows that let at most one of some pairs of States be drawn, each with the pairs of blocks.
  public private(set) var rivalRows: [(row: Int, pairs: [BlockPair])] = []

  /// Makes the variables of every pair that all provisions permit.
  ///
  /// - Parameters:
  ///   - name: The name of the program.
  ///   - rulebook: The rules.
  ///   - blocks: The blocks.
  ///   - excluded: Pairs of blocks that may not be drawn (again).
  ///   - drawn: Pairs of States already drawn, between blocks of size one.
  ///   - provisions: The rules that look at pairs.
  /// - Complexity: O(m²) for m blocks.
  public init(
    name: String, rulebook: Rulebook, blocks: [Block], excluded: Set<BlockPair> = [],
    drawn: Set<BlockPair> = [], provisions: [any Provision]
  ) {
    program = Program(name: name)
    self.rulebook = rulebook
    self.blocks = blocks
    self.drawn = drawn
    asUnderReview = Array(repeating: [], count: blocks.count)
    asReviewer = asUnderReview
    // Backwards, the cheap questions come first.
    let ofPairs = Array(provisions.filter { !$0.permitsEveryPair }.reversed())
    func permits(_ reviewer: Block, _ underReview: Block, _ seat: Seat) -> Bool {
      ofPairs.allSatisfy { $0.permits(reviewer.state, toReview: underReview.state, in: seat) }
    }
    if rulebook.protocols == .supplement {
      lacking = blocks.map { SupplementaryReviewers.lacking(underReview: $0, blocks, permits) }
    }
    for (a, underReview) in blocks.enumerated()
    where underReview.seats > 0 || !underReview.supplementsDue.isEmpty {
      let lacking = self.lacking.isEmpty ? [] : self.lacking[a]
      for (b, reviewer) in blocks.enumerated() {
        let pair = BlockPair(underReview: a, reviewer: b)
        if excluded.contains(pair) || drawn.contains(pair) { continue }
        let most =
          a == b ? underReview.size * (underReview.size - 1) : underReview.size * reviewer.size
        if most == 0 { continue }
        func variable(_ seat: Seat, _ seats: Int, _ letter: String) -> Variable.ID? {
          guard seats > 0, permits(reviewer, underReview, seat) else { return nil }
          return program.addVariable(
            "\(letter)(\(underReview.name),\(reviewer.name))",
            upper: min(most, underReview.size * seats))
        }
        let regional = variable(.regional, underReview.regionalSeats, "r")
        // A regional seat that is given up is filled as an open seat.
        let open = variable(.open, underReview.regionalSeats + underReview.openSeats, "o")
        let listed = underReview.left.listed.enumerated().map { place, seats in
          variable(.listed(UInt8(place)), seats, "k\(place)")
        }
        let supplements = lacking.enumerated().map { place, lacking in
          reviewer.state.isParty(to: lacking)
            ? variable(
              .supplementary, underReview.seats + underReview.supplementsDue.count, "s\(place)")
            : nil
        }
        let others = listed + supplements
        if regional == nil && open == nil && others.allSatisfy({ $0 == nil }) { continue }
        asUnderReview[a].append(pairs.count)
        asReviewer[b].append(pairs.count)
        pairs.append(
          PairVariables(
            pair: pair, regional: regional, open: open, listed: listed, supplements: supplements))
      }
    }
  }

  /// The variables of a pair, or nil where it has none.
  ///
  /// - Complexity: O(log m) for m blocks.
  public func variables(of pair: BlockPair) -> PairVariables? {
    let positions = asUnderReview[pair.underReview]
    var (low, high) = (0, positions.count)
    while low < high {
      let middle = (low + high) / 2
      let found = pairs[positions[middle]]
      if found.pair.reviewer == pair.reviewer { return found }
      if found.pair.reviewer < pair.reviewer { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// Adds the row of pairs of blocks of whose pairs of States at most one in each set may be drawn.
  mutating func addRivalRow(
    _ name: String, of pairs: [BlockPair], _ terms: [Term], upper: Int
  ) {
    rivalRows.append((program.rows.count, pairs))
    program.addRow(name, terms, upper: upper)
  }

  /// The number of ordered pairs of States that a pair of blocks holds.
  public func statePairs(in pair: BlockPair) -> Int {
    let size = blocks[pair.underReview].size
    return pair.underReview == pair.reviewer ? size * (size - 1) : size * blocks[pair.reviewer].size
  }

  /// Makes the variable that counts waivers of a rule for a block; nil where the rulebook does not
  /// let the rule be waived.
  ///
  /// - Parameter place: What tells it from others of the block, where there are several.
  public mutating func waiverVariable(
    _ rule: WaivableRule, block: Int, place: Int? = nil, upper: Int
  ) -> Variable.ID? {
    guard rulebook.canWaive(rule) else { return nil }
    let suffix = place.map { ",\($0)" } ?? ""
    let variable = program.addVariable(
      "\(rule.rawValue)(\(blocks[block].name)\(suffix))", upper: upper)
    waived[rule, default: []].append(Term(1, variable))
    waiverBlocks[rule, default: []].append((block, variable))
    return variable
  }
}
