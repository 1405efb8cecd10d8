import Members
import Rules

/// Five States of one group in a ring, each reviewed by the next two: a draw that keeps every rule
/// of the default rulebook, to be spoilt one way or another.
struct Ring {
  var states: [State]
  var rulebook = Rulebook()
  var conflicts: [Conflict] = []
  var reviews: [Review]

  init() {
    let names = ["Arcadia", "Bohemia", "Cathay", "Dalmatia", "Elysium"]
    states = names.map { Self.state($0) }
    reviews = names.indices.map {
      Review(
        underReview: $0, year: $0 + 1, regionalReviewer: ($0 + 1) % 5,
        openReviewers: [($0 + 2) % 5])
    }
  }

  /// A State of the group, party to one Protocol, but for what is said.
  static func state(
    _ name: String, region: RegionalGroup = "APG", protocols: [ProtocolCode] = ["TIP"],
    legalSystems: [LegalSystem] = ["civil"], isReviewed: Bool = true, isReviewer: Bool = true
  ) -> State {
    State(
      code: Label(name.prefix(3).uppercased()), name: name, region: region, protocols: protocols,
      legalSystems: legalSystems, isReviewed: isReviewed, isReviewer: isReviewer)
  }

  var draw: FinishedDraw {
    FinishedDraw(
      membership: Membership(states), rulebook: rulebook, conflicts: conflicts,
      assignment: Assignment(reviews: reviews))
  }

  /// What is broken, of every rule.
  var breaches: [Breach] { Provisions(rulebook, conflicts: conflicts).breaches(in: draw) }

  /// The sentences of one rule.
  func sentences(_ rule: String) -> [String] {
    breaches.filter { $0.rule == rule }.map(\.sentence)
  }
}
