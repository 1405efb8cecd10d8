import IntegerProgramming
import Members

/// Para. 18: each State under review is reviewed by two other States (as many as the rulebook has
/// seats, or as its own row says).
///
/// Rows, for each block a: Σ_b (regional + open)[a, b] + empty[a] = seats·|a|. A regional seat that
/// is given up is filled as an open seat, or stays empty, so no row tells the open seats apart. Where
/// there are more kinds, each kind k has a row Σ_b listed_k[a, b] ≤ seats_k·|a|, and the regional and
/// open seats together one like it.
public struct TwoReviewers: Provision {
  private let rulebook: Rulebook
  /// The rule's name.
  public let name = "seat"
  /// The paragraph.
  public let paragraph = "para. 18"
  /// The waiver that leaves a seat empty.
  public let waiver: WaivableRule? = .seat

  /// Makes the provision of a rulebook.
  public init(_ rulebook: Rulebook) { self.rulebook = rulebook }

  /// The demand.
  public var clause: String {
    let seats = rulebook.reviewersPerReview
    return seats == 1
      ? "is reviewed by one other State" : "is reviewed by \(seats) other States"
  }

  /// The demand in the sentence of a conflict.
  public func clause(_ subject: Subject, count: Int, of state: State) -> String {
    let each = subject.word("", "each ")
    if count < rulebook.reviewersPerReview(of: state) {
      return "must \(each)have at least \(NumberWord.of(count, "reviewer")) (\(paragraph))"
    }
    return "must \(each)be reviewed by \(NumberWord.of(count, "other State")) (\(paragraph))"
  }

  /// Every seat is held or counted as empty.
  public func addRows(to encoding: inout Encoding) {
    for (a, block) in encoding.blocks.enumerated() where block.seats > 0 {
      var terms = encoding.asUnderReview[a].flatMap { encoding.pairs[$0].seatTerms }
      let seats = block.size * block.seats
      if let empty = encoding.waiverVariable(.seat, block: a, upper: seats) {
        terms.append(Term(1, empty))
      }
      encoding.program.addRow("seats(\(block.name))", terms, lower: seats, upper: seats)
      addKindRows(a, block, &encoding)
    }
  }

  /// No kind of seats has more holders than seats.
  private func addKindRows(_ a: Int, _ block: Block, _ encoding: inout Encoding) {
    if block.left.listed.isEmpty { return }
    let pairs = encoding.asUnderReview[a].map { encoding.pairs[$0] }
    encoding.program.addRow(
      "kind(\(block.name))",
      pairs.flatMap { [$0.regional, $0.open].compactMap { $0.map { Term(1, $0) } } },
      upper: (block.regionalSeats + block.openSeats) * block.size)
    for (place, seats) in block.left.listed.enumerated() {
      let terms = pairs.compactMap { $0[.listed(UInt8(place))].map { Term(1, $0) } }
      if terms.isEmpty { continue }
      encoding.program.addRow(
        "kind(\(block.name),\(place))", terms, upper: seats * block.size)
    }
  }

  /// One breach for each empty seat.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    draw.reviews.flatMap { review -> [Breach] in
      let state = draw.membership.states[review.underReview]
      let seats = rulebook.reviewersPerReview(of: state)
      let empty = seats - review.reviewerCount
      if rulebook.hasSeveralKinds, let breach = fullKind(of: review, state) { return [breach] }
      if empty == 0 { return [] }
      let sentence =
        empty < 0
        ? "\(state.title) has more reviewers than the \(seats) it may have"
        : "\(state.title) has \(review.reviewerCount) of the \(seats) reviewers it must have"
      return (0..<abs(empty)).map { _ in
        Breach(self, state: review.underReview, sentence: sentence)
      }
    }
  }

  /// A kind of seats with more holders than seats, which no waiver allows.
  private func fullKind(of review: Review, _ state: State) -> Breach? {
    hasMoreHoldersThanSeats(review, state)
      ? Breach(
        self, state: review.underReview,
        sentence: "\(state.title) has more reviewers of one kind than it has seats") : nil
  }

  /// Whether a review has more holders of one kind of seats than it has seats, where seats that gave
  /// up their group are of the last kind.
  public func hasMoreHoldersThanSeats(_ review: Review, _ state: State) -> Bool {
    let counts = rulebook.seatCounts(of: state)
    func held(_ seat: Seat) -> Int { review.holders.count { $0.seat == seat } }
    let listed = rulebook.seatsInOrder.filter { $0 != .regional && $0 != .open }
    return held(.regional) > counts.regional
      || held(.regional) + held(.open) > counts.regional + counts.open
      || listed.contains { held($0) > counts[$0] }
  }
}
