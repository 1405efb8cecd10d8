import IntegerProgramming
import Members

/// Rulebook, `protocols: supplement`: for each reviewer that lacks Protocols of the State under
/// review a supplementary one is drawn, who is party to all that are lacking.
///
/// Rows, for each block a and each set L of Protocols that reviewers of it can lack:
/// Σ_b supplementary[a, b, L] + empty[a, L] = Σ_{b lacks L} (regional + open + listed)[a, b] + due·|a|,
/// where `due` are the supplementary seats still to be drawn for reviewers drawn already.
public struct SupplementaryReviewers: Provision {
  /// The rule's name.
  public let name = "supplement"
  /// The paragraph.
  public let paragraph = "rulebook, supplement"
  /// The demand.
  public let clause =
    "has for each reviewer that lacks Protocols a supplementary one that is party to them"
  /// The waiver that leaves a supplementary seat empty.
  public let waiver: WaivableRule? = .supplement
  /// Whether the rulebook has the rule.
  public let isRequired: Bool

  /// Makes the provision of a rulebook.
  public init(_ rulebook: Rulebook) { isRequired = rulebook.protocols == .supplement }

  /// The Protocols of a State under review that a reviewer is not party to, in canonical order.
  public static func lacking(_ reviewer: State, toReview underReview: State) -> [Label] {
    underReview.protocols.filter { !reviewer.protocols.contains($0) }
  }

  /// Each set of Protocols that a reviewer of a block can lack, in canonical order.
  static func lacking(
    underReview: Block, _ blocks: [Block], _ permits: (Block, Block, Seat) -> Bool
  ) -> [[Label]] {
    var sets = Set(underReview.supplementsDue)
    if underReview.seats > 0 {
      var seats: [Seat] = underReview.regionalSeats > 0 ? [.regional] : []
      if underReview.regionalSeats + underReview.openSeats > 0 { seats.append(.open) }
      for (place, count) in underReview.left.listed.enumerated() where count > 0 {
        seats.append(.listed(UInt8(truncatingIfNeeded: place)))
      }
      for reviewer in blocks where seats.contains(where: { permits(reviewer, underReview, $0) }) {
        sets.insert(lacking(reviewer.state, toReview: underReview.state))
      }
    }
    sets.remove([])
    return sets.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Every supplementary seat is held or counted as empty.
  public func addRows(to encoding: inout Encoding) {
    guard isRequired else { return }
    for (a, block) in encoding.blocks.enumerated() {
      let pairs = encoding.asUnderReview[a].map { encoding.pairs[$0] }
      for (place, lacking) in encoding.lacking[a].enumerated() {
        var terms = pairs.compactMap { pair in
          pair.supplements[place].map { Term(1, $0) }
        }
        let due = block.supplementsDue.count { $0 == lacking } * block.size
        if let empty = encoding.waiverVariable(
          .supplement, block: a, place: place, upper: due + block.size * block.seats)
        {
          terms.append(Term(1, empty))
        }
        for pair in pairs
        where Self.lacking(encoding.blocks[pair.pair.reviewer].state, toReview: block.state)
          == lacking
        {
          terms += pair.seatTerms.map { Term(-1, $0.variable) }
        }
        encoding.program.addRow(
          "supplement(\(block.name),\(place))", terms, lower: due, upper: due)
      }
    }
  }

  /// One breach for each reviewer that lacks a Protocol and has no supplementary one.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    guard isRequired else { return [] }
    let states = draw.membership.states
    return draw.reviews.flatMap { review -> [Breach] in
      let state = states[review.underReview]
      let supplemented = Set(review.holders.compactMap(\.supplemented))
      return review.holders.compactMap { holder -> Breach? in
        let reviewer = states[holder.reviewer]
        if holder.seat == .supplementary || supplemented.contains(holder.reviewer) { return nil }
        let missing = Self.lacking(reviewer, toReview: state)
        if missing.isEmpty { return nil }
        let list = missing.map(\.text).joined(separator: ", ")
        return Breach(
          self, state: review.underReview,
          sentence: "\(reviewer.title) reviews \(state.title) but is not party to \(list), and "
            + "nobody supplements it")
      }
    }
  }
}

extension State {
  /// Whether the State is party to all of some Protocols.
  public func isParty(to protocols: [Label]) -> Bool {
    protocols.allSatisfy { self.protocols.contains($0) }
  }
}
