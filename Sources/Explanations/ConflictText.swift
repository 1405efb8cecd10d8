import Members
import Pairing
import Rules

/// A smallest conflict as sentences: who, which paragraphs, and why there are too few.
///
/// Each rule gives its own clause; here they are put together.
public struct ConflictText {
  /// Names that are written out; beyond, the first of them and how many more.
  static let mostNames = 12
  /// States of which it is said one by one who may review them.
  var mostParts = 4
  /// Names in all that are written out there.
  private static let mostNamesOfParts = 60

  let membership: Membership
  let rulebook: Rulebook
  private let title: (State) -> String

  /// Makes the writer of a cycle's conflicts.
  ///
  /// - Parameters:
  ///   - membership: The States.
  ///   - rulebook: The rules.
  ///   - title: How a State is named.
  public init(
    _ membership: Membership, _ rulebook: Rulebook, title: @escaping (State) -> String
  ) {
    self.membership = membership
    self.rulebook = rulebook
    self.title = title
  }

  /// The sentences of a conflict.
  public func text(_ conflict: SmallestConflict) -> String {
    let start = conflict.follows.isEmpty ? "" : "Even then, "
    var writer = self
    var reason: [String] = []
    if conflict.count == nil {
      // There is no sum to give, so it is said in full who may review whom.
      writer.mostParts = Self.mostNames
      reason = [
        "Counting alone does not show it, but no way of giving these reviews out keeps all of this."
      ]
    }
    return start
      + (writer.sentences(conflict.set, conflict.count) + reason + repetition(conflict))
      .joined(separator: " ")
  }

  /// The sentences of a set of demands that cannot hold together.
  func sentences(_ set: DemandSet, _ count: CountingArgument?) -> [String] {
    var sentences: [String] = []
    let groups = Self.groups(set, \.wantsReviewers, isUnderReview: true)
    let together = groups.count > 1 ? candidatesOfAll(groups, in: set) : nil
    for group in groups {
      sentences.append("\(names(group.states)) \(wanted(by: group, in: set)).")
      let drawn = bars(group, in: set)
      sentences += drawn
      if together == nil {
        sentences += candidates(of: group, in: set).map { sentence in
          drawn.isEmpty ? sentence : sentence.replacing("such State", with: "other such State")
        }
      }
    }
    if let together { sentences.append(together) }
    for group in Self.groups(set, { $0.minimumLoad > 0 }, isUnderReview: false) {
      sentences += reviewsWanted(by: group, in: set)
    }
    sentences += limits(set)
    if let count { sentences += sum(count) }
    return sentences
  }

  // MARK: Names

  /// `A, B and C`.
  public func names(_ states: [Int], _ joint: String = "and") -> String {
    let shown = states.count > Self.mostNames ? Array(states.prefix(Self.mostNames / 2)) : states
    var texts = shown.map { title(membership.states[$0]) }
    if shown.count < states.count { texts.append("\(states.count - shown.count) others") }
    return Self.list(texts, joint)
  }

  func first(_ states: [Int]) -> State { membership.states[states[0]] }

  // MARK: Groups of States of which the same is demanded

  /// States of which the same sentence is true.
  struct Group {
    let asks: Asks
    var states: [Int]
    var parties: [DemandSet.Party]
  }

  static func groups(
    _ set: DemandSet, _ choose: (Asks) -> Bool, isUnderReview: Bool
  ) -> [Group] {
    var groups: [Group] = []
    let rules = set.field.problem.rulebook
    let parties = set.parties.filter { choose($0.asks) }
    for party in parties.sorted(by: { $0.states[0] < $1.states[0] }) {
      let state = set.field.state(party.kind)
      let place = groups.firstIndex { group in
        let other = set.field.state(group.parties[0].kind)
        if !isUnderReview {
          let isBegun = set.field.done[party.kind] > 0
          return group.asks.minimumLoad == party.asks.minimumLoad
            && isBegun == (set.field.done[group.parties[0].kind] > 0)
        }
        let drawn = set.field.problem.reviews[party.states[0]].reviewers.isEmpty
        if drawn != set.field.problem.reviews[group.states[0]].reviewers.isEmpty { return false }
        var (left, right) = (group.asks, party.asks)
        (left.minimumLoad, right.minimumLoad) = (0, 0)
        (left.maximumLoad, right.maximumLoad) = (0, 0)
        return left == right
          && rules.reviewersPerReview(of: state) == rules.reviewersPerReview(of: other)
          && (left.protocols == 0 || state.protocols == other.protocols)
          && (left.sameRegion + left.legalSystem + left.openSeats == 0
            || state.region == other.region)
      }
      if let place {
        groups[place].states += party.states
        groups[place].parties.append(party)
      } else {
        groups.append(Group(asks: party.asks, states: party.states, parties: [party]))
      }
    }
    for place in groups.indices { groups[place].states.sort() }
    return groups
  }

  // MARK: Reviewers that are wanted

  /// What the States of a group must have, as the rest of a sentence.
  private func wanted(by group: Group, in set: DemandSet) -> String {
    let asks = group.asks
    let subject = Subject(count: group.states.count)
    let state = first(group.states)
    var what: String
    let similar = SimilarLegalSystem(rulebook).clause(subject, count: 1, of: state)
    if asks.seats > 0 {
      what = TwoReviewers(rulebook).clause(subject, count: asks.seats, of: state)
      if !set.field.problem.reviews[group.states[0]].reviewers.isEmpty {
        // Some of its reviewers are drawn already.
        let more = NumberWord.of(asks.seats, "more reviewer")
        what = "must \(subject.word("", "each "))have \(more) (para. 18)"
      }
      if asks.sameRegion + asks.legalSystem > 0 {
        let them = asks.seats == 1 ? "" : "one of them "
        let similarly = asks.legalSystem > 0 ? ", \(similar)" : " (para. 19)"
        what += ", \(them)of \(subject.word("its", "their")) regional group, \(region(state))"
        what += similarly
      }
    } else {
      what = SameRegionalGroup().clause(subject, count: 1, of: state)
      if asks.legalSystem > 0 { what = what.replacing(" (para. 19)", with: "") + ", \(similar)" }
    }
    if asks.protocols > 0 {
      let protocols = EveryProtocol(rulebook).clause(subject, count: 1, of: state)
      what += ", \(asks.seats > 1 ? "each " : "")\(protocols)"
    }
    if asks.openSeats > 0 {
      what += ", \(OpenSeatGroups(rulebook).clause(subject, count: 1, of: state))"
    }
    return what
  }

  private func region(_ state: State) -> String { state.region.text }

  /// Who can take a seat of a party.
  private func reviewers(
    of i: DemandSet.Party, in set: DemandSet, _ isFit: (DemandSet.Party, Bool, Bool) -> Bool
  ) -> [Int] {
    set.parties.flatMap { party -> [Int] in
      let may = set.mayReview(i, party)
      return isFit(party, may.regional, may.open) ? party.states : []
    }
  }

  /// Who can take the seats of several groups, where only their number is asked and the same States
  /// may review all.
  private func candidatesOfAll(_ groups: [Group], in set: DemandSet) -> String? {
    let isPlain = groups.allSatisfy {
      $0.asks.sameRegion + $0.asks.legalSystem + $0.asks.openSeats == 0
    }
    guard isPlain else { return nil }
    let parties = groups.flatMap(\.parties).map { party in
      (states: party.states, reviewers: reviewers(of: party, in: set) { $1 || $2 })
    }
    let all = Set(parties.flatMap(\.reviewers)).sorted()
    return isSame(parties, all) ? only(parties, "") : nil
  }

  /// Who can take the seats.
  private func candidates(of group: Group, in set: DemandSet) -> [String] {
    func may(_ i: DemandSet.Party, isRegional: Bool) -> [Int] {
      reviewers(of: i, in: set) { party, regional, open in
        let relation = set.field.relation(i.kind, reviewer: party.kind)
        let isFit = i.asks.legalSystem == 0 || relation.contains(.similar)
        return isRegional ? regional && isFit : regional || open
      }
    }
    var sentences: [String] = []
    if group.asks.sameRegion + group.asks.legalSystem > 0 {
      let what =
        group.asks.seats > 0
        ? "for \(Subject(count: group.states.count).word("the seat", "the seats")) of the group"
        : ""
      let candidates = group.parties.map { ($0.states, may($0, isRegional: true)) }
      sentences.append(
        (group.asks.seats == 0 ? such(candidates) : nil) ?? only(candidates, what))
    }
    if group.asks.seats > 0 {
      let what = sentences.isEmpty ? "" : "in all"
      sentences.append(only(group.parties.map { ($0.states, may($0, isRegional: false)) }, what))
      if group.asks.openSeats > 0 {
        let open = group.parties.map { party in
          (states: party.states, reviewers: reviewers(of: party, in: set) { $2 })
        }
        sentences.append(only(open, "of other groups"))
      }
    }
    return sentences
  }

  /// Says which States are such as is wanted; nil where that differs from State to State.
  private func such(_ candidates: [(states: [Int], reviewers: [Int])]) -> String? {
    let all = Set(candidates.flatMap(\.reviewers)).sorted()
    guard isSame(candidates, all) else { return nil }
    let states = Set(candidates.flatMap(\.states))
    if all.isEmpty || (states.count == 1 && Set(all) == states) { return "There is no such State." }
    let others = states.isDisjoint(with: all) ? "" : ", and no State reviews itself"
    let reviewers = states.count == 1 ? all.filter { !states.contains($0) } : all
    return "The only such \(reviewers.count == 1 ? "State is" : "States are") "
      + "\(names(reviewers))\(states.count == 1 ? "" : others)."
  }

  /// Whether every party has the same reviewers, but for itself.
  private func isSame(
    _ candidates: [(states: [Int], reviewers: [Int])], _ all: [Int]
  ) -> Bool {
    candidates.allSatisfy { party in
      party.states.allSatisfy { state in
        Set(party.reviewers).subtracting([state]) == Set(all).subtracting([state])
      }
    }
  }

  /// Says who may review some States, given for each party of them.
  private func only(_ candidates: [(states: [Int], reviewers: [Int])], _ what: String) -> String {
    let all = Set(candidates.flatMap(\.reviewers)).sorted()
    let states = Set(candidates.flatMap(\.states))
    let start = what.isEmpty ? "" : what.prefix(1).uppercased() + what.dropFirst() + ", "
    func capital(_ text: String) -> String {
      start.isEmpty ? text.prefix(1).uppercased() + text.dropFirst() : start + text
    }
    let them = states.count == 1 ? "it" : "them"
    if all.isEmpty { return capital("no State may review \(them).") }
    if isSame(candidates, all) {
      let isOne = states.count == 1
      let others = isOne || states.isDisjoint(with: all) ? "" : ", and no State reviews itself"
      let reviewers = isOne ? all.filter { !states.contains($0) } : all
      return capital("only \(names(reviewers)) may review \(them)\(others).")
    }
    let named = candidates.reduce(0) {
      $0 + min($1.states.count, Self.mostNames) + min($1.reviewers.count, Self.mostNames)
    }
    if candidates.count > mostParts || named > Self.mostNamesOfParts {
      return capital(
        "between them, \(names(Array(states).sorted())) may be reviewed only by "
          + "\(names(all)), and not each of them by all.")
    }
    let parts = candidates.sorted { $0.states[0] < $1.states[0] }.map { party in
      let reviewers = party.reviewers.filter {
        !party.states.contains($0) || party.states.count > 1
      }
      return reviewers.isEmpty
        ? "nobody may review \(names(party.states))"
        : "\(names(party.states)) may be reviewed only by \(names(reviewers.sorted()))"
    }
    return capital(parts.joined(separator: "; ") + ".")
  }
}
