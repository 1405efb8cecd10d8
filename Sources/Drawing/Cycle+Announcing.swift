import Members

extension Cycle {
  /// A draw begins; where it was announced, that is redeemed.
  mutating func begin(_ draw: DrawName) {
    begunDraws.append(draw)
    if case .year(let year) = draw { seatsOfBegunYears[year] = rulebook.reviewersPerReview }
    announcements.removeAll { $0.draw == draw }
  }

  mutating func fold(_ announced: Announced) {
    announcements.append(announced)
    if let commitment = announced.commitment { commitments.append(commitment) }
  }

  mutating func fold(_ withdrawn: Withdrawn) {
    announcements.removeAll { $0.draw == withdrawn.draw }
    withdrawals.append(withdrawn)
  }

  /// The announcement of a draw that stands; nil where none does.
  public func announcement(of draw: DrawName) -> Announced? {
    announcements.first { $0.draw == draw }
  }

  /// The number that the next draw of a kind has, once those that are announced have come.
  private func nextNumber(_ draw: DrawName) -> Int {
    count(draw) + announcements.count { $0.draw.isSameKind(as: draw) } + 1
  }

  private func isAnnounced(_ draw: DrawName) -> Bool { announcement(of: draw) != nil }

  /// The first year that is neither drawn nor announced; nil where none is left.
  private var nextYearToAnnounce: Int? {
    (1...rulebook.years).first { !hasBegun(year: $0) && !isAnnounced(.year($0)) }
  }

  /// Why a draw cannot come, once those that are announced have come; nil where it can.
  func obstacle(to draw: DrawName) -> DrawObstacle? {
    switch draw {
    case .selection:
      rulebook.selectionMethod == .given ? .yearsGiven : isSelected ? .isDrawn : nil
    case .year(let year): obstacle(toYear: year)
    case .tickets(let year): obstacle(toTicketsOf: year)
    case .redraw(let state, let number):
      obstacle(to: draw, state, number) ?? obstacle(toRedrawOf: state)
    case .deferral(let state, let number):
      obstacle(to: draw, state, number) ?? obstacle(toDeferralOf: state)
    case .standDown(let state, let number):
      obstacle(to: draw, state, number) ?? obstacle(toStandDownOf: state)
    case .amendment(let number): obstacle(to: draw, number: number)
    }
  }

  /// Why a draw cannot begin now; nil where it can.
  func obstacle(toBegin draw: DrawName) -> DrawObstacle? {
    var now = self
    now.announcements = []
    return now.obstacle(to: draw)
  }

  private func obstacle(toYear year: Int) -> DrawObstacle? {
    guard (1...rulebook.years).contains(year) else { return .noSuchYear(rulebook.years) }
    if hasBegun(year: year) { return .isDrawn }
    if !isSelected && !isAnnounced(.selection) { return .comesAfter(.selection) }
    if let next = nextYearToAnnounce, next < year { return .comesAfter(.year(next)) }
    return nil
  }

  private func obstacle(toTicketsOf year: Int) -> DrawObstacle? {
    if let obstacle = obstacle(toYear: year) { return obstacle }
    if isAnnounced(.year(year)) { return .comesBefore(.year(year)) }
    return tickets(year: year) == nil ? nil : .isDrawn
  }

  private func obstacle(to draw: DrawName, number: Int) -> DrawObstacle? {
    let next = nextNumber(draw)
    if number == next { return nil }
    return number <= count(draw) ? .isDrawn : .otherNumber(draw.numbered(next))
  }

  private func obstacle(
    to draw: DrawName, _ state: Label, _ number: Int
  ) -> DrawObstacle? {
    guard let index = roster.index(of: state) else { return .unknownState(state, roster) }
    guard reviews[index].isPlanned else { return .notUnderReview(state) }
    return obstacle(to: draw, number: number)
  }

  private func obstacle(toRedrawOf state: Label) -> DrawObstacle? {
    let review = reviews[index(state)]
    if review.isServed { return nil }
    guard review.year > 0 else {
      return isAnnounced(.selection) ? nil : .comesAfter(.selection)
    }
    return isAnnounced(.year(review.year)) || !announcements.isEmpty
      ? nil : .comesAfter(.year(review.year))
  }

  /// Only what stands is looked at: what is announced before may change it.
  private func obstacle(toDeferralOf state: Label) -> DrawObstacle? {
    let index = index(state)
    let year = reviews[index].year
    if !announcements.isEmpty { return nil }
    guard year > 0 else { return .comesAfter(.selection) }
    let isGroup = { (other: Int) in
      other != index
        && (!rulebook.isSelectionProportional
          || roster.states[other].region == roster.states[index].region)
    }
    let drawsLots =
      year < rulebook.years
      && (hasBegun(year: year + 1) || states(year: year + 1).contains(where: isGroup))
    return drawsLots ? nil : .drawsNoLot
  }

  private func obstacle(toStandDownOf state: Label) -> DrawObstacle? {
    let index = index(state)
    let year = reviews[index].year
    if !announcements.isEmpty { return nil }
    guard year > 0 else { return .comesAfter(.selection) }
    return states(year: year).contains { reviews[$0].reviewers.contains(index) }
      ? nil : .drawsNoLot
  }

  /// The draws that can come next, to be named where another one cannot.
  var drawsThatCanCome: [DrawName] {
    var draws: [DrawName] = []
    if obstacle(to: .selection) == nil && !isAnnounced(.selection) { draws.append(.selection) }
    if let year = nextYearToAnnounce, obstacle(to: .year(year)) == nil { draws.append(.year(year)) }
    draws.append(.amendment(nextNumber(.amendment(0))))
    return draws
  }
}

extension DrawName {
  /// The draw of the same kind with another number.
  func numbered(_ number: Int) -> DrawName {
    switch self {
    case .selection, .year, .tickets: self
    case .redraw(let state, _): .redraw(state, number)
    case .deferral(let state, _): .deferral(state, number)
    case .standDown(let state, _): .standDown(state, number)
    case .amendment: .amendment(number)
    }
  }
}
