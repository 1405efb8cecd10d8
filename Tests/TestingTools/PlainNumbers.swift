import Members
import Rules

/// The numbers of one State, as the contract says them: its own row comes first.
extension Rulebook {
  package func least(of state: State) -> Int { state.own.minimum ?? minimumLoad }
  /// In no year more than `per_year`, so in all no more than that in each.
  package func most(of state: State) -> Int {
    min(state.own.maximum ?? maximumLoad, maximumPerYear * years)
  }
  package func wanted(of state: State) -> Int {
    min(targetLoad, state.own.maximum ?? maximumLoad)
  }
  package func seatCount(of state: State) -> Int { state.own.seats ?? reviewersPerReview }
}

extension WaivableRule {
  /// Whether the rule counts reviews that are missing at the end.
  package var isOfLoads: Bool { self == .minimumLoad || self == .targetLoad }
}

extension OwnNumbers {
  /// Random numbers of a State, often none.
  package static func random(_ random: inout SplitMix) -> OwnNumbers {
    if random.chance(60) { return OwnNumbers() }
    let minimum = random.chance(40) ? random.below(3) : nil
    let maximum = random.chance(60) ? (minimum ?? 0) + random.below(3) : nil
    return OwnNumbers(
      seats: random.chance(35) ? random.pick([1, 2, 3]) : nil, minimum: minimum, maximum: maximum)
  }
}

extension State {
  /// The State with other numbers of its own.
  package func with(_ own: OwnNumbers) -> State {
    State(
      code: code, name: name, region: region, protocols: protocols, legalSystems: legalSystems,
      languages: languages, isReviewed: isReviewed, isReviewer: isReviewer, own: own)
  }
}

extension Membership {
  /// The membership, a quarter of the time with States that have numbers of their own.
  ///
  /// They are drawn apart from the rest, so that the other cases stay as they are.
  package func withRandomNumbers(_ number: Int) -> Membership {
    var random = SplitMix(UInt64(number) &* 0xD6E8_FEB8_6659_FD93 &+ 3)
    if random.chance(75) { return self }
    return Membership(states.map { $0.with(.random(&random)) })
  }
}
