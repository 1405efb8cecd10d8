import Explanations
import Members
import Rules

/// The slow, obviously right judge of a set of demands: tries every way of giving reviewers to
/// States. The rules are written here once more; no program and no provision is asked.
package struct PlainJudge {
  package let states: [State]
  package let rulebook: Rulebook
  package let table: Set<Conflict>

  /// What is demanded of each State.
  package struct Asked: Hashable {
    package var seats: [Int]
    package var region: [Bool]
    package var legal: [Bool]
    package var minimum: [Int]
    package var protocols: [Bool]
    package var openSeats: [Bool]
    package var maximum: [Bool]
    /// Pairs of States, lower index first.
    package var bans: Set<[Int]> = []
    /// State under review, then reviewer.
    package var conflicts: Set<[Int]> = []

    package init(nothingOf count: Int) {
      seats = Array(repeating: 0, count: count)
      minimum = seats
      region = Array(repeating: false, count: count)
      (legal, protocols, openSeats, maximum) = (region, region, region, region)
    }
  }

  /// What is drawn already and stays.
  package struct History {
    /// Seats left of each review.
    package var seats: [Int]
    /// Whether the regional seat is among them.
    package var hasRegional: [Bool]
    /// Reviews that each State has been drawn for.
    package var done: [Int]
    /// State under review, then reviewer: pairs that cannot be drawn any more.
    package var barred: Set<[Int]>

    package init(seats: [Int], hasRegional: [Bool], done: [Int], barred: Set<[Int]>) {
      (self.seats, self.hasRegional, self.done, self.barred) = (seats, hasRegional, done, barred)
    }
  }

  let history: History

  /// - Parameter history: What is drawn already; nil for nothing.
  package init(
    _ membership: Membership, _ rulebook: Rulebook, _ conflicts: [Conflict],
    after history: History? = nil
  ) {
    states = membership.states
    self.rulebook = rulebook
    table = Set(conflicts)
    self.history =
      history
      ?? History(
        seats: states.map { $0.isReviewed ? rulebook.seatCount(of: $0) : 0 },
        hasRegional: states.map {
          $0.isReviewed && rulebook.regionalSeats == 1 && !$0.region.isEmpty
        },
        done: states.map { _ in 0 }, barred: [])
  }

  package func hasRegionalSeat(_ i: Int) -> Bool { history.hasRegional[i] }

  package func countsLegal(_ i: Int) -> Bool {
    hasRegionalSeat(i) && rulebook.similarLegalSystem == .preferred
      && !states[i].legalSystems.isEmpty
  }

  /// Everything that the rules demand.
  package var everything: Asked {
    var asked = Asked(nothingOf: states.count)
    for i in states.indices {
      if states[i].isReviewed { asked.seats[i] = rulebook.seatCount(of: states[i]) }
      asked.region[i] = hasRegionalSeat(i)
      asked.legal[i] = countsLegal(i)
      if states[i].isReviewer { asked.minimum[i] = rulebook.least(of: states[i]) }
      asked.protocols[i] = rulebook.protocols == .all
      asked.openSeats[i] = rulebook.openSeats == .otherRegion
      asked.maximum[i] = true
      for j in states.indices {
        if rulebook.mutualReviews == .forbidden && i < j { asked.bans.insert([i, j]) }
        if table.contains(Conflict(underReview: states[i].code, reviewer: states[j].code)) {
          asked.conflicts.insert([i, j])
        }
      }
    }
    return asked
  }

  /// The demands of a conflict, and nothing else.
  package func asked(_ demands: [Demand]) -> Asked {
    var asked = Asked(nothingOf: states.count)
    for demand in demands {
      switch demand.rule {
      case .mutualReviews:
        for i in demand.states { for j in demand.states where i < j { asked.bans.insert([i, j]) } }
      case .conflicts: asked.conflicts.insert(demand.states)
      default: for i in demand.states { Self.set(demand.rule, i, demand.count, &asked) }
      }
    }
    return asked
  }

  package static func set(_ rule: DemandRule, _ i: Int, _ count: Int, _ asked: inout Asked) {
    switch rule {
    case .seat: asked.seats[i] = count
    case .sameRegion: asked.region[i] = count > 0
    case .minimumLoad: asked.minimum[i] = count
    case .legalSystem: asked.legal[i] = count > 0
    case .protocols: asked.protocols[i] = count > 0
    case .openSeats: asked.openSeats[i] = count > 0
    case .maximumLoad: asked.maximum[i] = count > 0
    case .supplement, .targetLoad, .mutualReviews, .conflicts: break
    }
  }

  package func similar(_ i: Int, _ j: Int) -> Bool {
    !Set(states[i].legalSystems).isDisjoint(with: states[j].legalSystems)
  }

  /// Whether the demands can hold together.
  package func canHold(
    _ asked: Asked, within budget: [WaivableRule: Int] = [:], forcing: PlainSearch.Forced? = nil
  ) -> Bool {
    var search = PlainSearch(self, asked, within: budget, forcing: forcing)
    return search.completes(search.start)
  }
}
