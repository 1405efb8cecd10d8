import Members
import Rules

extension DemandSet {
  /// Asks one unit less of a State.
  mutating func giveUp(_ rules: [WaivableRule], of state: Int) {
    guard let place = parties.firstIndex(where: { $0.states.contains(state) }) else { return }
    var party = parties[place]
    parties[place].states.removeAll { $0 == state }
    if parties[place].states.isEmpty { parties.remove(at: place) }
    party.states = [state]
    for rule in rules { party.asks[rule.demand] = max(0, party.asks[rule.demand] - 1) }
    parties.append(party)
  }
}

extension State {
  /// The State with a maximum of its own.
  func doing(atMost maximum: Int) -> State {
    State(
      code: code, name: name, region: region, protocols: protocols, legalSystems: legalSystems,
      languages: languages, isReviewed: isReviewed, isReviewer: isReviewer,
      own: OwnNumbers(seats: own.seats, minimum: own.minimum, maximum: maximum))
  }

  /// The State as a party to one more Protocol.
  func acceding(to code: ProtocolCode) -> State {
    State(
      code: self.code, name: name, region: region, protocols: protocols + [code],
      legalSystems: legalSystems, languages: languages, isReviewed: isReviewed,
      isReviewer: isReviewer, own: own)
  }
}
