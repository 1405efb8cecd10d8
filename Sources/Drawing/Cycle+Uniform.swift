import Chances
import Members
import Pairing
import Rules

extension Cycle {
  /// The list of tickets that is published for a year and not drawn from yet; nil where none is.
  public func tickets(year: Int) -> TicketList? {
    if hasBegun(year: year) { return nil }
    return tickets.first { $0.draw == .tickets(year) }
  }

  /// The seed of a list of tickets.
  public func seed(of list: TicketList) -> Label {
    seeded.last { $0.draw == list.draw }?.seed ?? ""
  }

  /// The States of a year whose turn has not come, in canonical order.
  func waiting(year: Int) -> [Int] { states(year: year).filter { !reviews[$0].isServed } }

  /// Folds a drawn ticket.
  mutating func fold(_ drawn: TicketDraw) {
    begin(drawn.draw)
    if case .year(let year) = drawn.draw { drawnTickets[year] = drawn.ticket }
    fold(drawn.outcome)
  }

  /// Gives the reviewers of an outcome their seats.
  ///
  /// The regional seat goes to the first reviewer of the group in canonical order that shares a
  /// legal system with the State, where that is counted, else to the first of the group; the others
  /// take open seats in canonical order. So the seats cost the fewest waivers that the reviewers
  /// allow. Waiver lines for what is left follow.
  mutating func fold(_ outcome: [DrawnReviewers]) {
    if givesSeatsByKind { return foldByKinds(outcome) }
    for drawn in outcome {
      let state = index(drawn.underReview)
      var reviewers = drawn.reviewers.map(index)
      if reviews[state].regional == .toDraw,
        let regional = regionalReviewer(of: state, among: reviewers)
      {
        reviews[state].regional = .held(regional)
        reviewers.removeAll { $0 == regional }
      }
      reviews[state].open += reviewers
      // A regional seat that nobody holds is one open seat more, once its waiver line is read.
      reviews[state].openLeft -= reviewers.count
      reviews[state].isServed = true
    }
  }

  /// Whether the seats of an outcome are given kind by kind, and then the supplementary ones.
  var givesSeatsByKind: Bool { rulebook.hasSeveralKinds || rulebook.protocols == .supplement }

  /// The same where there are several kinds of seats or supplementary ones, in the order of
  /// `PairingProblem.seats`.
  private mutating func foldByKinds(_ outcome: [DrawnReviewers]) {
    let problem = problem
    for drawn in outcome {
      let state = index(drawn.underReview)
      guard let seats = problem.seats(of: drawn.reviewers.map(index), underReview: state) else {
        preconditionFailure("the reviewers of \(drawn.underReview) cannot sit")
      }
      let counts = problem.countsLegalSystem(of: state) && rulebook.canWaive(.legalSystem)
      for (seat, reviewer, supplemented) in seats {
        if let supplemented {
          reviews[state].take(reviewer, supplementing: supplemented)
          continue
        }
        reviews[state].take(
          reviewer, in: seat, isLacking: isLacking(reviewer, underReview: state))
        let last = reviews[state].holders.endIndex - 1
        reviews[state].holders[last].isDissimilar =
          counts && seat == .regional
          && !SimilarLegalSystem.similar(roster.states[state], roster.states[reviewer])
      }
      reviews[state].isServed = true
    }
  }

  private func regionalReviewer(of state: Int, among reviewers: [Int]) -> Int? {
    let underReview = roster.states[state]
    let group = reviewers.filter { roster.states[$0].region == underReview.region }
    if rulebook.similarLegalSystem == .preferred,
      let similar = group.first(where: {
        SimilarLegalSystem.similar(underReview, roster.states[$0])
      })
    {
      return similar
    }
    return group.first
  }
}
