import Members
import Rules

/// The bowls from which those of a large cycle are told: of lots that are alike, the last.
public struct EarlierBowls: Hashable, Sendable {
  /// A lot and its bowl.
  package struct Told: Hashable, Sendable {
    /// The number of its line, from 0.
    package let sequence: Int
    /// Its bowl, a set of the States that the ledger names.
    package let bowl: Choices
  }

  /// The States, each as its last row says, also those that left.
  package private(set) var members: Membership
  private var rulebook: Rulebook
  private var last: [Likeness: Told] = [:]

  /// Nothing is told yet; nil where the cycle is small, and each bowl is a list.
  public init?(_ opened: Opened) {
    guard opened.membership.states.count >= Choices.fewestStatesForSets else { return nil }
    (members, rulebook) = (opened.membership, opened.rulebook)
  }

  /// The last lot that is alike; nil where there is none, or the bowl is one of years.
  package func told(before purpose: DrawnLot.Purpose) -> Told? {
    Likeness(purpose, members, rulebook).flatMap { last[$0] }
  }

  /// Takes over an event.
  public mutating func take(_ event: Event, sequence: Int) {
    switch event {
    case .amended(let amended):
      if let new = amended.rulebook { rulebook = new }
      guard let new = amended.membership else { return }
      let others = members.states.filter { new.index(of: $0.code) == nil }
      members = Membership(new.states + others)
      last = last.compactMapValues { told in
        told.bowl.set(in: members).map { Told(sequence: told.sequence, bowl: $0) }
      }
    case .lot(let lot):
      guard let likeness = Likeness(lot.purpose, members, rulebook),
        let bowl = lot.choices.set(in: members)
      else { return }
      last[likeness] = Told(sequence: sequence, bowl: bowl)
    default: return
    }
  }
}

/// What lots have in common whose bowls are much the same.
struct Likeness: Hashable, Sendable {
  private let purpose: String
  private var region: RegionalGroup = ""
  private var protocols: [ProtocolCode] = []
  private var legalSystems: [LegalSystem] = []

  /// nil where the bowl is one of years.
  init?(_ purpose: DrawnLot.Purpose, _ membership: Membership, _ rulebook: Rulebook) {
    switch purpose {
    case .extraPlace, .joining: return nil
    case .first(let region): (self.purpose, self.region) = ("first", region)
    case .year(let region, _): (self.purpose, self.region) = ("year", region)
    case .turn: self.purpose = "turn"
    case .replacement: self.purpose = "replacement"
    case .regionalReviewer(_, let code, let name), .openReviewer(_, let code, let name):
      self.purpose = "\(name) reviewer"
      guard let state = membership.state(code) else { return }
      let kind = rulebook.seats.first { $0.name == name }
      protocols = state.protocols
      if kind?.group != .any { region = state.region }
      if kind?.legalSystem == .preferred { legalSystems = state.legalSystems }
    case .supplementaryReviewer(_, let code, _):
      self.purpose = "supplementary reviewer"
      protocols = membership.state(code)?.protocols ?? []
    }
  }
}
