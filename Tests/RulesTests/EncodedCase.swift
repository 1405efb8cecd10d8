import IntegerProgramming
import Members
import Rules
import TestingTools

/// The rows of one provision for a tiny case, and assignments as points of that program.
struct EncodedCase {
  let encoding: Encoding
  let provision: any Provision
  /// The block of each State.
  private let blockOf: [Int]
  /// The variables that count waivers of the provision, each with its block.
  private let waiverVariables: [(variable: Variable.ID, block: Int)]

  /// Encodes a case.
  ///
  /// - Parameters:
  ///   - drawn: Reviews that are drawn already, whole.
  ///   - classes: Whether States that are alike share a block.
  init(
    _ tiny: TinyCase, _ provision: any Provision, drawn: [Review] = [], classes: Bool = false
  ) {
    self.provision = provision
    var members: [[Int]] = []
    for state in tiny.states.indices {
      let alike = members.firstIndex { classes && Self.areAlike($0[0], state, tiny) }
      if let alike { members[alike].append(state) } else { members.append([state]) }
    }
    let blockOf = tiny.states.indices.map { state in
      members.firstIndex { $0.contains(state) } ?? -1
    }
    self.blockOf = blockOf
    let blocks = members.map { Self.block($0, tiny, drawn) }
    let pairs = drawn.flatMap { review in
      review.reviewers.map {
        BlockPair(underReview: blockOf[review.underReview], reviewer: blockOf[$0])
      }
    }
    var encoding = Encoding(
      name: "tiny", rulebook: tiny.rulebook, blocks: blocks, drawn: Set(pairs),
      provisions: [provision])
    provision.addRows(to: &encoding)
    self.encoding = encoding
    let terms = provision.waiver.map { encoding.waived[$0] ?? [] } ?? []
    waiverVariables = terms.map { term in
      let name = encoding.program.variables[term.variable.index].name
      // Of a supplementary seat a number follows; there is one kind of Protocols in these cases.
      let place = blocks.firstIndex {
        name.hasSuffix("(\($0.name))") || name.hasSuffix("(\($0.name),0)")
      }
      return (term.variable, place ?? -1)
    }
  }

  private static func block(_ group: [Int], _ tiny: TinyCase, _ drawn: [Review]) -> Block {
    let first = group[0]
    let state = tiny.states[first]
    let isOpen = state.isReviewed && !drawn.contains { $0.underReview == first }
    let regional = isOpen && tiny.hasRegionalSeat(first) ? 1 : 0
    return Block(
      name: state.code.text, state: state, size: group.count,
      left: SeatCounts(
        regional: regional, open: isOpen ? tiny.rulebook.seatCount(of: state) - regional : 0),
      reviewsDone: drawn.reduce(0) { $0 + $1.reviewers.count { $0 == first } },
      year: tiny.year(of: first),
      reviewsDoneInYear: Dictionary(
        drawn.filter { $0.reviewers.contains(first) }.map { ($0.year, 1) }, uniquingKeysWith: +))
  }

  /// States that no rule can tell apart; a State in the conflicts table is like no other.
  private static func areAlike(_ left: Int, _ right: Int, _ tiny: TinyCase) -> Bool {
    let (a, b) = (tiny.states[left], tiny.states[right])
    let named =
      tiny.conflicts.flatMap { [$0.underReview, $0.reviewer] }
      + tiny.exclusions.flatMap { [$0.reviewer, $0.other] }
    return a.region == b.region && a.protocols == b.protocols && a.legalSystems == b.legalSystems
      && a.isReviewed == b.isReviewed && a.isReviewer == b.isReviewer && a.own == b.own
      && tiny.year(of: left) == tiny.year(of: right)
      && !named.contains(a.code) && !named.contains(b.code)
  }

  /// The upper bounds of the waiver variables.
  var mostWaivers: [Int] {
    waiverVariables.map { encoding.program.variables[$0.variable.index].upper ?? 0 }
  }

  /// The point of an assignment, nothing waived; nil where a pair has no variable.
  func point(_ reviews: [Review]) -> [Int]? {
    var point = Array(repeating: 0, count: encoding.program.variables.count)
    for review in reviews {
      func count(_ reviewer: Int, _ seat: Seat) -> Bool {
        let pair = BlockPair(underReview: blockOf[review.underReview], reviewer: blockOf[reviewer])
        let variables = encoding.variables(of: pair)
        let variable =
          switch seat {
          case .regional: variables?.regional
          case .supplementary: variables?.supplements.first ?? nil
          case .open, .listed: variables?.open
          }
        guard let variable else { return false }
        point[variable.index] += 1
        return true
      }
      if let regional = review.regionalReviewer, !count(regional, .regional) { return nil }
      for open in review.openReviewers where !count(open, .open) { return nil }
      for other in review.reviewers(in: .supplementary) where !count(other, .supplementary) {
        return nil
      }
    }
    return point
  }

  /// Whether every row and bound holds at a point with these waivers, one entry per variable.
  func holds(_ point: [Int], waiving waivers: [Int] = []) -> Bool {
    var point = point
    for ((variable, _), count) in zip(waiverVariables, waivers) { point[variable.index] = count }
    return encoding.program.holds(at: point)
  }

  /// Whether the rows hold with some waivers of a smaller total.
  func holdsWithLess(than total: Int, _ point: [Int]) -> Bool {
    let most = mostWaivers
    func extend(_ chosen: [Int], _ left: Int) -> Bool {
      guard chosen.count < most.count else { return holds(point, waiving: chosen) }
      return (0...min(left, most[chosen.count])).contains { extend(chosen + [$0], left - $0) }
    }
    return total > 0 && extend([], total - 1)
  }

  /// What a check found, as one count per waiver variable; nil where it found a breach for a State
  /// that has none.
  func waivers(for breaches: [Breach]) -> [Int]? {
    var counts = waiverVariables.map { _ in 0 }
    for breach in breaches {
      let block = blockOf[breach.state]
      guard let place = waiverVariables.firstIndex(where: { $0.block == block }) else {
        return nil
      }
      counts[place] += 1
    }
    return counts
  }

  /// How rows and check differ on an assignment; nil where they agree.
  ///
  /// - Parameters:
  ///   - reviews: What is not drawn yet in the encoding.
  ///   - draw: The whole draw.
  func disagreement(on reviews: [Review], of draw: FinishedDraw) -> String? {
    let breaches = provision.breaches(in: draw)
    let sentences = breaches.map(\.sentence)
    guard let point = point(reviews) else {
      return breaches.isEmpty ? "a pair has no variable, the check accepts it" : nil
    }
    guard let rule = provision.waiver, draw.rulebook.canWaive(rule) else {
      let isKept = holds(point)
      return isKept == breaches.isEmpty ? nil : "rows \(isKept), check \(sentences)"
    }
    guard let waivers = waivers(for: breaches) else { return "no waiver for \(sentences)" }
    if !holds(point, waiving: waivers) { return "the rows fail with \(waivers) waived" }
    return holdsWithLess(than: breaches.count, point)
      ? "the rows hold with less than \(waivers) waived" : nil
  }
}
