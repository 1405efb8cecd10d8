import Members
import Pairing
import Rules

/// The state of a cycle: what folding the events of its ledger gives, and nothing else.
public struct Cycle: Hashable, Sendable {
  /// The rules.
  public internal(set) var rulebook: Rulebook
  /// The pairs that may not be drawn.
  public internal(set) var conflicts: [Conflict]
  /// The pairs that may not sit on one review.
  public internal(set) var exclusions: [Exclusion]
  /// The membership in force.
  public internal(set) var membership: Membership
  /// Every State of the cycle, those that left included, in canonical order; indices are into it.
  public internal(set) var roster: Membership
  /// Where each State's review stands, one entry per State of the roster.
  public internal(set) var reviews: [CycleReview]
  /// The best waiver vector as last computed.
  public internal(set) var best: WaiverVector
  /// The waivers in force, in the order of their lines.
  public internal(set) var waivers: [Waiver] = []
  /// The draws that were begun, in order.
  public internal(set) var begunDraws: [DrawName] = []
  /// The seeds used, in order, each with its draw.
  public internal(set) var seeded: [Seeded] = []
  /// The redraws, deferrals, stand-downs and amendments so far, each with its number in place of a
  /// draw's.
  public internal(set) var counts: [DrawName: Int] = [:]
  /// The State whose seats a redraw draws, where reviewers released from its review are left out of
  /// their bowls; nil once another command has begun, for they are left out of that redraw only.
  public internal(set) var redrawnWithoutReleased: Int?
  /// Who stands down in which year, in order.
  public internal(set) var standDowns: [StoodDown] = []
  /// The deferrals, in order.
  public internal(set) var deferrals: [DoneDeferral] = []
  /// The seats that a review has in each year that has begun: an amended rulebook does not change
  /// them.
  var seatsOfBegunYears: [Int: Int] = [:]
  /// Whether an amendment changed anything but the best vector.
  var isAmended = false
  /// Whether an amendment changed the rulebook, or a State's own numbers.
  var hasOtherRules = false
  /// What stands in the cycle from the opening on.
  public internal(set) var takenOver: TakenOver
  /// The years of the extra places of each group, until its alphabetical list is dealt out.
  var extraPlaces: [RegionalGroup: Set<Int>] = [:]
  /// The lists of tickets that are published and still hold, in order.
  public internal(set) var tickets: [TicketList] = []
  /// The tickets drawn, by year.
  public internal(set) var drawnTickets: [Int: Int] = [:]
  /// The lists that lapsed before they were drawn from, in order.
  public internal(set) var lapsedTickets: [TicketList] = []
  /// The announcements that stand, in order.
  public internal(set) var announcements: [Announced] = []
  /// All commitments made so far, those withdrawn included, in order.
  public internal(set) var commitments: [String] = []
  /// The announcements taken back, in order.
  public internal(set) var withdrawals: [Withdrawn] = []

  /// A State that reviews nobody in the year it is under review in.
  public struct StoodDown: Hashable, Sendable {
    /// The State.
    public let state: Label
    /// The year.
    public let year: Int
  }

  /// Begins a cycle.
  init(_ opened: Opened) {
    rulebook = opened.rulebook
    conflicts = opened.conflicts
    exclusions = opened.exclusions
    membership = opened.membership
    roster = opened.membership
    best = opened.best
    takenOver = TakenOver(opened)
    reviews = roster.states.map { state in
      var review = CycleReview(state, isPlanned: state.isReviewed, opened.rulebook)
      review.year = opened.rulebook.givenYear(of: state)
      return review
    }
    if takenOver.touchesReviews { layTakenOver() }
    waivers = waiversOfTakenOver
  }

  /// Whether it is known which year each State is reviewed in: the selection has been drawn, or the
  /// membership gives the years.
  public var isSelected: Bool {
    rulebook.selectionMethod == .given || begunDraws.contains(.selection)
  }

  /// Whether the draw of a year has begun.
  public func hasBegun(year: Int) -> Bool { begunDraws.contains(.year(year)) }

  /// The first year whose draw has not begun; nil where all have.
  public var nextYear: Int? { (1...rulebook.years).first { !hasBegun(year: $0) } }

  /// Whether nothing is left to draw.
  public var isComplete: Bool {
    nextYear == nil && reviews.allSatisfy { !$0.isPlanned || !$0.hasSeatToDraw }
  }

  /// The year a State is under review in; nil where it is not, or where none is drawn yet.
  public func year(of state: Label) -> Int? {
    guard let index = roster.index(of: state), reviews[index].isPlanned else { return nil }
    return reviews[index].year > 0 ? reviews[index].year : nil
  }

  /// The States under review in a year, in canonical order.
  public func states(year: Int) -> [Int] {
    reviews.indices.filter { reviews[$0].isPlanned && reviews[$0].year == year }
  }

  /// How many reviews each State does, one entry per State of the roster.
  public var loads: [Int] {
    var loads = Array(repeating: 0, count: roster.states.count)
    for review in reviews {
      for reviewer in review.reviewers { loads[reviewer] += 1 }
    }
    return loads
  }

  /// The question that the next lots ask.
  public var problem: PairingProblem {
    var problem = PairingProblem(
      membership: rosterWithTakenOver, rulebook: rulebook, conflicts: conflicts,
      exclusions: exclusions)
    for (state, review) in reviews.enumerated() {
      problem.reviews[state] = RemainingReview(review.left, reviewers: review.reviewers)
      if problem.drawsSupplements {
        problem.reviews[state].supplementary =
          review.holders.filter { $0.seat == .supplementary }.map(\.reviewer)
        problem.reviews[state].due = review.supplementsDue
      }
      problem.years[state] = review.isPlanned ? review.year : 0
    }
    for (state, review) in reviews.enumerated() where review.hasSeatToDraw {
      if state == redrawnWithoutReleased {
        for reviewer in review.released {
          problem.excluded.insert(.init(underReview: state, reviewer: reviewer))
        }
      }
      for stoodDown in standDowns where stoodDown.year == review.year {
        if let reviewer = roster.index(of: stoodDown.state) {
          problem.excluded.insert(.init(underReview: state, reviewer: reviewer))
        }
      }
    }
    for waiver in waivers where !waiver.rule.countsAtTheEnd {
      if let level = rulebook.waivers.firstIndex(of: waiver.rule) {
        problem.settled.counts[level] += 1
      }
    }
    return problem
  }

  /// How many draws of a kind there were, for a State or in the cycle; the number of `draw` does
  /// not matter.
  func count(_ draw: DrawName) -> Int { counts[draw.kind] ?? 0 }

  /// The draw of a kind that a seed was used for; nil where none was.
  func draw(of kind: DrawName, seededBy source: SeedSource) -> DrawName? {
    seeded.first { $0.seed == source.seed && $0.draw.isSameKind(as: kind) }?.draw
  }

  /// What has been drawn, as an assignment of the roster's States.
  public var assignment: Assignment {
    Assignment(
      reviews: reviews.enumerated().compactMap { state, review in
        guard review.isPlanned else { return nil }
        let first = review.holders.filter { $0.seat == .regional }
        return Review(
          underReview: state, year: review.year,
          holders: first.isEmpty
            ? review.holders : first + review.holders.filter { $0.seat != .regional })
      })
  }

  /// Hashes what identifies the cycle.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(membership)
    hasher.combine(seeded)
    hasher.combine(reviews)
  }
}
