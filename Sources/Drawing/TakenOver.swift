import Members
import Rules

/// What a cycle takes over from before it was opened (contract, sections 5 and 9).
public struct TakenOver: Hashable, Sendable {
  /// The hash of the last line of the cycle that this one follows; empty where it follows none.
  public var after: String
  /// The States that are reviewed in year 1 without a lot, in canonical order.
  public var carried: [Label]
  /// The reviewers that were drawn elsewhere before, in order.
  public var imported: [ImportedReviewer]

  /// Puts together what is taken over; lists are put in order, and repeated entries are dropped.
  public init(after: String = "", carried: [Label] = [], imported: [ImportedReviewer] = []) {
    self.after = after
    self.carried = Set(carried).sorted()
    self.imported = Set(imported).sorted()
  }

  /// What the first event of a ledger says.
  public init(_ opened: Opened) {
    self.init(after: opened.after, carried: opened.carried, imported: opened.imported)
  }

  /// Whether a review of the cycle is touched.
  var touchesReviews: Bool { !carried.isEmpty || !imported.isEmpty }

  /// The States whose year no selection decides.
  var states: Set<Label> { Set(carried).union(imported.map(\.underReview)) }

  /// The same, with States that go on under other codes.
  func renaming(_ code: (Label) -> Label) -> TakenOver {
    TakenOver(
      after: after, carried: carried.map(code),
      imported: imported.map {
        ImportedReviewer(
          year: $0.year, underReview: code($0.underReview), seat: $0.seat,
          reviewer: code($0.reviewer), source: $0.source)
      })
  }

  /// Refuses what cannot stand in a cycle at all. What breaks a rule can: it is named and kept.
  func check(_ membership: Membership, _ rulebook: Rulebook) throws(DrawingFailure) {
    func isReviewed(_ code: Label) -> Bool { membership.state(code)?.isReviewed ?? false }
    if let code = states.sorted().first(where: { !isReviewed($0) }) {
      throw .takingOver(.notReviewed(code))
    }
    var years: [Label: Int] = [:]
    var pairs: Set<Conflict> = []
    var rows: [Label: Int] = [:]
    let seats = rulebook.seatsOfTables
    for entry in imported {
      rows[entry.underReview, default: 0] += 1
      let (state, reviewer) = (entry.underReview, entry.reviewer)
      let failure: TakingOverFailure? =
        if carried.contains(state) {
          .carriedAndDrawn(state)
        } else if !(1...rulebook.years).contains(entry.year) {
          .noSuchYear(state, entry.year, years: rulebook.years)
        } else if years.updateValue(entry.year, forKey: state) ?? entry.year != entry.year {
          .twoYears(state)
        } else if !seats.contains(entry.seat) {
          .noSuchSeat(entry.seat, seats)
        } else if rulebook.protocols == .supplement
          && rows[state, default: 0] > SupplementsTakenOver.mostRows
        {
          .tooMany(state)
        } else if membership.index(of: reviewer) == nil {
          .notAState(reviewer)
        } else if state == reviewer {
          .ofItself(state)
        } else if !pairs.insert(Conflict(underReview: state, reviewer: reviewer)).inserted {
          .twice(reviewer, of: state)
        } else {
          nil
        }
      if let failure { throw .takingOver(failure) }
    }
  }
}

extension Rulebook {
  /// The names of seats in a table of reviewers drawn elsewhere.
  package var seatsOfTables: [Label] {
    seats.map(\.name) + (protocols == .supplement ? [SupplementsTakenOver.seat] : [])
  }
}

/// Why something cannot be taken over from before a cycle.
public enum TakingOverFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The State is not to be reviewed by the membership.
  case notReviewed(Label)
  /// The State is carried over, and reviewers were drawn for it.
  case carriedAndDrawn(Label)
  /// The cycle has fewer years.
  case noSuchYear(Label, Int, years: Int)
  /// A State is under review in two years.
  case twoYears(Label)
  /// The rulebook has no such kind of seat; those it has.
  case noSuchSeat(Label, [Label])
  /// The reviewer is not of the membership.
  case notAState(Label)
  /// A State reviews itself.
  case ofItself(Label)
  /// A reviewer stands twice.
  case twice(Label, of: Label)
  /// More reviewers than a State can have, beside supplementary ones.
  case tooMany(Label)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .notReviewed(let state):
      "\(state) is taken over, but is not to be reviewed by the membership\n"
        + "help: write yes in its column `reviewed`, or leave it out"
    case .carriedAndDrawn(let state):
      "\(state) is carried over into year 1, and reviewers were drawn for it before\n"
        + "help: leave its rows out of the table of what was drawn"
    case .noSuchYear(let state, let year, let years):
      "\(state) was drawn for year \(year), but the cycle has \(years)\n"
        + "help: the years of a cycle are counted from 1"
    case .twoYears(let state): "\(state) was drawn for two years"
    case .noSuchSeat(let seat, let seats):
      "the rulebook has no seat \"\(seat)\"\n"
        + "help: its seats are \(seats.map(\.text).joined(separator: ", "))"
    case .notAState(let state): "\(state) is not a State of the membership"
    case .ofItself(let state): "\(state) cannot review itself"
    case .twice(let reviewer, let state): "\(reviewer) stands twice as a reviewer of \(state)"
    case .tooMany(let state):
      "\(state) has more than \(SupplementsTakenOver.mostRows) reviewers, supplementary ones "
        + "included"
    }
  }
}
