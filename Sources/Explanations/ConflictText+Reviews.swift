import Members
import Pairing
import Rules

/// The reviews that a reviewer must do, and where it can.
extension ConflictText {
  func reviewsWanted(by group: Group, in set: DemandSet) -> [String] {
    let subject = Subject(count: group.states.count)
    var what = MinimumLoad(rulebook).clause(
      subject, count: group.asks.minimumLoad, of: first(group.states))
    if group.parties.contains(where: { set.field.done[$0.kind] > 0 }) {
      what = what.replacing(" review", with: " more review")
    }
    var sentences = ["\(names(group.states)) \(what)."]
    let reviewable = group.parties.map { reviewer in
      set.parties.filter { party in
        let may = set.mayReview(party, reviewer)
        return may.regional || may.open
      }.flatMap(\.states).filter { [$0] != reviewer.states }.sorted()
    }
    let protocols = set.parties.filter { $0.asks.protocols > 0 }.flatMap(\.states).sorted()
    let it = subject.word("It", "They")
    let union = Set(reviewable.flatMap(\.self)).sorted()
    let isSame = zip(group.parties, reviewable).allSatisfy { reviewer, states in
      states == union.filter { [$0] != reviewer.states }
    }
    if isSame {
      let states = union
      if !states.isEmpty {
        let others =
          group.states.count == 1 || Set(states).isDisjoint(with: group.states)
          ? "" : ", and no State reviews itself"
        sentences.append("\(it) may review only \(names(states))\(others).")
      } else if protocols.isEmpty {
        sentences.append("\(it) may review no State under review.")
      } else {
        let all = protocols.filter { !group.states.contains($0) || group.states.count > 1 }
        let isParty = all.count == 1 ? "is party" : "are each party"
        sentences.append(
          "\(it) may review nobody: \(names(all)) \(isParty) to a Protocol to which "
            + "\(subject.word("it is", "they are")) not (para. 18 bis).")
      }
    } else if group.parties.count > mostParts {
      sentences.append(
        "Between them they may review only \(names(union)), and not each of them all.")
    } else {
      let parts = zip(group.parties, reviewable).map { reviewer, states in
        "\(names(reviewer.states)) may review "
          + (states.isEmpty ? "nobody" : "only \(names(states))")
      }
      sentences.append(parts.joined(separator: "; ") + ".")
    }
    return sentences
  }
}
