import Lots
import Members

/// A membership of any size that resembles the real ones, for tests and measurements.
///
/// The joint shares of regional groups, Protocols, legal systems and languages are those of the 2024
/// file (see `WeightTables`). Each State takes its lots in one order: the group, the Protocols, the
/// legal systems, the languages, and, where there are signatories, whether it is one. So the same
/// options and seed give the same membership on every machine.
public struct SyntheticMembership: Hashable, Sendable {
  /// What can be chosen, by the name that messages use.
  public enum Option: String, CaseIterable, Hashable, Sendable {
    /// How many States.
    case states
    /// How many regional groups.
    case groups
    /// How many percent of the States are signatories.
    case signatories
    /// How many percent of the States are party to each Protocol.
    case coverage

    /// The numbers allowed.
    public var range: ClosedRange<Int> {
      switch self {
      case .states: 1...10_000_000
      case .groups: 0...1000
      case .signatories, .coverage: 0...100
      }
    }
  }

  /// The number of States.
  public var stateCount: Int
  /// The seed of the lots, taken verbatim.
  public var seed: Seed
  /// The number of regional groups; nil for the five real ones with their real shares. Any other
  /// groups are named `G1`, `G2` …, are equally likely, and resemble the real ones in turn. With 0
  /// no State has a group; otherwise the share of States without one is the real one.
  public var groupCount: Int?
  /// The percentage of signatories: reviewed on the Convention alone, reviewing nobody.
  public var signatoryPercent: Int
  /// The percentage of States party to each Protocol, each Protocol by a lot of its own; nil for the
  /// real sets of Protocols.
  public var coveragePercent: Int?

  /// Chooses a membership; nothing is made yet.
  public init(
    stateCount: Int, seed: Seed, groupCount: Int? = nil, signatoryPercent: Int = 0,
    coveragePercent: Int? = nil
  ) {
    self.stateCount = stateCount
    self.seed = seed
    self.groupCount = groupCount
    self.signatoryPercent = signatoryPercent
    self.coveragePercent = coveragePercent
  }

  /// Makes the membership. Codes are `S` and the number of the State, padded with zeros to equal
  /// width, so that canonical order is the order of the numbers; names are `State 1`, `State 2` …
  ///
  /// - Throws: ``SyntheticFailure`` where an option is out of range.
  /// - Complexity: O(n) for n States.
  public func make() throws(SyntheticFailure) -> Membership {
    try check(.states, stateCount)
    try check(.groups, groupCount)
    try check(.signatories, signatoryPercent)
    try check(.coverage, coveragePercent)

    let groups = self.groups
    var lots = LotStream(seed: seed)
    let width = String(stateCount).utf8.count
    var states: [State] = []
    states.reserveCapacity(stateCount)
    for number in 1...stateCount {
      let digits = String(number)
      let padding = String(repeating: "0", count: width - digits.utf8.count)
      states.append(
        makeState(code: Label("S\(padding)\(digits)"), name: "State \(digits)", groups, &lots))
    }
    return Membership(states)
  }

  /// A regional group with its sums of weights, and the real group that it resembles.
  private struct WeightedGroup {
    let region: RegionalGroup
    let sum: Int
    let model: WeightTables.Group
  }

  private func check(_ option: Option, _ value: Int?) throws(SyntheticFailure) {
    guard let value, !option.range.contains(value) else { return }
    throw .outOfRange(option: option, value: value, allowed: option.range)
  }

  private var groups: [WeightedGroup] {
    let real = WeightTables.groups.filter { !$0.region.isEmpty }
    let without = WeightTables.groups.filter(\.region.isEmpty)
    var chosen = WeightTables.groups.map { ($0.region, $0.weight, $0) }
    if let groupCount {
      // Equal shares of what the real groups have together: the weights of both sides multiplied.
      let together = real.reduce(0) { $0 + $1.weight }
      chosen =
        (0..<groupCount).map { (Label("G\($0 + 1)"), together, real[$0 % real.count]) }
        + without.map { ($0.region, $0.weight * max(groupCount, 1), $0) }
    }
    var sum = 0
    return chosen.map { region, weight, model in
      sum += weight
      return WeightedGroup(region: region, sum: sum, model: model)
    }
  }

  private func makeState(
    code: Label, name: String, _ groups: [WeightedGroup], _ lots: inout LotStream
  ) -> State {
    let ticket = lots.draw(from: groups[groups.count - 1].sum).index
    let group = groups[groups.firstIndex { ticket < $0.sum }!]
    let protocols = drawProtocols(group.model, &lots)
    let legalSystems = Self.draw(group.model.legalSystems, &lots)
    let languages = Self.draw(group.model.languages, &lots)
    let isSignatory = signatoryPercent > 0 && lots.draw(from: 100).index < signatoryPercent
    return State(
      code: code, name: name, region: group.region, protocols: isSignatory ? [] : protocols,
      legalSystems: legalSystems, languages: languages, isReviewer: !isSignatory)
  }

  private func drawProtocols(
    _ model: WeightTables.Group, _ lots: inout LotStream
  ) -> [ProtocolCode] {
    guard let coveragePercent else { return Self.draw(model.protocols, &lots) }
    let codes: [ProtocolCode] = ["FA", "SOM", "TIP"]
    return codes.filter { _ in lots.draw(from: 100).index < coveragePercent }
  }

  private static func draw(
    _ choices: WeightTables.Choices, _ lots: inout LotStream
  ) -> [Label] {
    let ticket = lots.draw(from: choices.sums[choices.sums.count - 1]).index
    return choices.sets[choices.sums.firstIndex { ticket < $0 }!]
  }
}
