import Members
import Rules

extension MembershipReader.Reading {
  /// The membership as a rulebook reads it: with the years of its table where the rulebook takes them
  /// from there, else without.
  ///
  /// - Parameter file: The name of the table in messages.
  /// - Returns: The membership, and a warning where years stand there that nobody reads.
  /// - Throws: ``RecordsFailure`` where a State to be reviewed has no year of the cycle.
  public func membership(
    under rulebook: Rulebook, in file: String
  ) throws(RecordsFailure) -> (Membership, [Warning]) {
    let place = Place(file: file, field: .column(MembershipReader.Column.year.rawValue))
    if rulebook.selectionMethod == .given {
      let without = rulebook.withoutYear(in: membership)
      if without.isEmpty { return (membership, []) }
      throw .data(
        faults: [Fault(.withoutYear(without, years: rulebook.years), at: place)],
        warnings: warnings)
    }
    guard membership.states.contains(where: { $0.year != nil }) else { return (membership, []) }
    let states = membership.states.map { state in
      State(
        code: state.code, name: state.name, region: state.region, protocols: state.protocols,
        legalSystems: state.legalSystems, languages: state.languages, isReviewed: state.isReviewed,
        isReviewer: state.isReviewer, own: state.own)
    }
    return (Membership(states), [Warning(.yearsNotRead, at: place)])
  }
}
