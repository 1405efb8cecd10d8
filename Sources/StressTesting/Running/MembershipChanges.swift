import Members

/// What a year changes of a membership: who joins, who leaves, who accedes to a Protocol.
struct MembershipChanges {
  private(set) var joined = 0
  private(set) var left = 0
  private(set) var acceded = 0
  private let old: Membership
  /// One entry per State; nil for those that leave.
  private var states: [State?]
  private var new: [State] = []
  private let protocols: [ProtocolCode]

  /// Begins with no change.
  init(_ old: Membership) {
    self.old = old
    states = old.states.map { $0 }
    protocols = Set(old.states.flatMap(\.protocols)).sorted()
  }

  /// A new State like another joins. Its code is `J`, the year, `-` and a number that no State of
  /// the roster, those that left included, has had.
  mutating func join(like state: Int, year: Int, roster: Membership) {
    joined += 1
    var number = joined
    while roster.index(of: Self.code(year, number)) != nil { number += roster.states.count + 1 }
    let model = old.states[state]
    new.append(
      State(
        code: Self.code(year, number), region: model.region, protocols: model.protocols,
        legalSystems: model.legalSystems, languages: model.languages, isReviewed: model.isReviewed,
        isReviewer: model.isReviewer, own: model.own))
  }

  private static func code(_ year: Int, _ number: Int) -> Label { Label("J\(year)-\(number)") }

  /// The Protocols of the membership that a party lacks; none for a signatory.
  func lacking(_ state: Int) -> [ProtocolCode] {
    let state = old.states[state]
    let isParty = state.isReviewer || !state.protocols.isEmpty
    return isParty ? protocols.filter { !state.protocols.contains($0) } : []
  }

  /// A State becomes a party to one more Protocol.
  mutating func accede(_ state: Int, to code: ProtocolCode) {
    acceded += 1
    let old = old.states[state]
    states[state] = State(
      code: old.code, name: old.name, region: old.region, protocols: old.protocols + [code],
      legalSystems: old.legalSystems, languages: old.languages, isReviewed: old.isReviewed,
      isReviewer: old.isReviewer, own: old.own, year: old.year)
  }

  /// A State leaves.
  mutating func leave(_ state: Int) {
    left += 1
    states[state] = nil
  }

  /// The membership after the changes; nil where there are none.
  var membership: Membership? {
    joined + left + acceded == 0 ? nil : Membership(states.compactMap(\.self) + new)
  }
}
