import Members
import Pairing
import Rules

/// The limits that a conflict meets, what they add up to, and where it arises again.
extension ConflictText {
  // MARK: Limits

  func limits(_ set: DemandSet) -> [String] {
    var sentences: [String] = []
    let loaded = Dictionary(grouping: set.parties.filter { $0.asks.maximumLoad > 0 }) { party in
      [set.field.done[party.kind], rulebook.maximumLoad(of: set.field.state(party.kind))]
    }
    for (load, parties) in loaded.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let (done, states) = (load[0], parties.flatMap(\.states).sorted())
      let subject = Subject(count: states.count)
      let limit = MaximumLoad(rulebook).clause(subject, count: 1, of: first(states))
      let drawn =
        done == 0
        ? "" : ", and \(subject.word("is", "are")) drawn for \(NumberWord.of(done)) already"
      sentences.append("\(names(states)) \(limit)\(drawn).")
    }
    let mutual = NoMutualReview(rulebook)
    switch set.bans {
    case .none: break
    case .all:
      sentences.append("No two States \(mutual.clause(.several, count: 1, of: first([0]))).")
    case .pairs(let pairs):
      let sorted = pairs.sorted {
        ($0.underReview, $0.reviewer) < ($1.underReview, $1.reviewer)
      }
      let states = Set(sorted.flatMap { [$0.underReview, $0.reviewer] }).sorted()
      let clause = mutual.clause(.several, count: 1, of: first([0]))
      if states.count > 2 && sorted.count == states.count * (states.count - 1) / 2 {
        sentences.append("No two of \(names(states)) \(clause.replacing("may not", with: "may")).")
      } else if sorted.count <= 3 {
        sentences += sorted.map { "\(names([$0.underReview, $0.reviewer])) \(clause)." }
      } else {
        sentences.append("Of these, no two States \(clause.replacing("may not", with: "may")).")
      }
    }
    let kept = Dictionary(grouping: set.conflicts, by: \.underReview)
    for state in kept.keys.sorted() {
      let reviewers = (kept[state] ?? []).map(\.reviewer).sorted()
      sentences.append(
        "The conflicts table keeps \(names(reviewers)) from reviewing \(names([state])).")
    }
    return sentences
  }

  /// Who could review the States of a group but for what is drawn or put aside already.
  func bars(_ group: Group, in set: DemandSet) -> [String] {
    let problem = set.field.problem
    let protocols = EveryProtocol(rulebook)
    return set.field.barred.sorted {
      ($0.underReview, $0.reviewer) < ($1.underReview, $1.reviewer)
    }.compactMap { pair in
      let (state, other) = (membership.states[pair.underReview], membership.states[pair.reviewer])
      guard group.states.contains(pair.underReview), other.isReviewer,
        group.asks.seats > 0 || other.region == state.region,
        protocols.permits(other, toReview: state, in: .open)
      else { return nil }
      if problem.reviews[pair.underReview].reviewers.contains(pair.reviewer) {
        return "\(names([pair.reviewer])) holds another seat of \(names([pair.underReview]))."
      }
      if problem.reviews[pair.reviewer].reviewers.contains(pair.underReview) {
        return "\(names([pair.reviewer])) may not review \(names([pair.underReview])), by which it "
          + "is reviewed (para. 19)."
      }
      return "\(names([pair.reviewer])) may not be drawn for \(names([pair.underReview]))."
    }
  }

  /// Adds up, where each demand is for other reviews than the next.
  func sum(_ count: CountingArgument) -> [String] {
    let states = count.needs.flatMap(\.states)
    guard count.isPlain, count.needed > 1, Set(states).count == states.count,
      Set(count.needs.map { $0.rule == .minimumLoad }).count == 1
    else { return [] }
    let done =
      count.available == 0
      ? "none of them can be done"
      : "at most \(NumberWord.of(count.available)) of them can be done"
    return ["That makes \(NumberWord.of(count.needed, "review")), and \(done)."]
  }

  // MARK: The same again

  func repetition(_ conflict: SmallestConflict) -> [String] {
    guard conflict.times > 1 else { return [] }
    let wanting = Set(conflict.demands.flatMap(\.states))
    let others = conflict.alike.filter { !wanting.contains($0) }
    if others.isEmpty { return ["It costs \(NumberWord.of(conflict.times, "waiver"))."] }
    if others.count == conflict.times - 1 && Set(conflict.setAside).count == conflict.times
      && conflict.waivable.reduce(0, { $0 + $1.states.count }) == 1
    {
      return ["\(names(others)) \(others.count == 1 ? "is" : "are each") in the same position."]
    }
    let are = others.count == 1 ? "is" : "are"
    return [
      "\(names(others)) \(are) in the same position, so this costs "
        + "\(NumberWord.of(conflict.times, "waiver"))."
    ]
  }
}
