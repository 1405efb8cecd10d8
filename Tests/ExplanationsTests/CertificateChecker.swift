import Explanations
import Members
import Rules
import TestingTools

/// Confirms a counting argument by adding up, State by State, with the rules in plain words; no
/// solver is asked.
struct CertificateChecker {
  let judge: PlainJudge
  let asked: PlainJudge.Asked
  let demands: [Demand]
  let count: CountingArgument

  init(_ conflict: SmallestConflict, _ count: CountingArgument, _ judge: PlainJudge) {
    self.judge = judge
    self.count = count
    demands = conflict.demands
    asked = judge.asked(conflict.demands)
  }

  /// What is wrong with it; nil where it shows that the demands cannot hold.
  var mistake: String? {
    for need in count.needs where !isDemanded(need) { return "not demanded: \(need)" }
    for place in count.places where !isRight(place) { return "not a limit: \(place)" }
    if count.needed <= count.available { return "enough: \(count.needed) of \(count.available)" }
    for i in judge.states.indices where judge.states[i].isReviewed {
      for j in judge.states.indices where mayReview(j, i) {
        for isRegional in [true, false] where mayHold(j, i, isRegional: isRegional) {
          if covered(i, j, isRegional) < served(i, j, isRegional) {
            return "\(i) by \(j) is not covered"
          }
        }
      }
    }
    return nil
  }

  private func isDemanded(_ need: CountingArgument.Need) -> Bool {
    need.states.allSatisfy { state in
      demands.contains {
        $0.rule == need.rule && $0.states.contains(state) && $0.count >= need.each
      }
    }
  }

  /// Whether a limit holds under the demands, and allows no more than it says.
  private func isRight(_ place: CountingArgument.Place) -> Bool {
    switch place.limit {
    case .seats(let states):
      return place.most >= states.reduce(0) { $0 + judge.rulebook.seatCount(of: judge.states[$1]) }
    case .regionalSeats(let states):
      return place.most >= states.count { judge.hasRegionalSeat($0) }
    case .pairs(let states, let reviewers):
      let pairs = states.reduce(0) { sum, i in sum + reviewers.count { $0 != i } }
      return place.most >= pairs
    case .maximum(let states):
      return states.allSatisfy { asked.maximum[$0] }
        && place.most >= states.reduce(0) { $0 + judge.rulebook.most(of: judge.states[$1]) }
    case .mutual(let left, let right):
      var pairs: Set<[Int]> = []
      for i in left { for j in right where i != j { pairs.insert([min(i, j), max(i, j)]) } }
      return pairs.isSubset(of: asked.bans) && place.most >= pairs.count
    }
  }

  private func mayReview(_ j: Int, _ i: Int) -> Bool {
    i != j && judge.states[j].isReviewer && !asked.conflicts.contains([i, j])
      && (!asked.protocols[i]
        || Set(judge.states[i].protocols).isSubset(of: judge.states[j].protocols))
  }

  private func mayHold(_ j: Int, _ i: Int, isRegional: Bool) -> Bool {
    let isSame = !judge.states[i].region.isEmpty && judge.states[i].region == judge.states[j].region
    return isRegional
      ? judge.hasRegionalSeat(i) && isSame : !(asked.openSeats[i] && isSame)
  }

  /// How often a review serves the demands that are counted.
  private func served(_ i: Int, _ j: Int, _ isRegional: Bool) -> Int {
    count.needs.reduce(0) { sum, need in
      let serves =
        switch need.rule {
        case .seat: need.states.contains(i)
        case .sameRegion: need.states.contains(i) && isRegional
        case .legalSystem: need.states.contains(i) && isRegional && judge.similar(i, j)
        case .minimumLoad: need.states.contains(j)
        default: false
        }
      return sum + (serves ? need.times : 0)
    }
  }

  /// How often the limits count it.
  private func covered(_ i: Int, _ j: Int, _ isRegional: Bool) -> Int {
    count.places.reduce(0) { sum, place in
      let covers =
        switch place.limit {
        case .seats(let states): states.contains(i)
        case .regionalSeats(let states): states.contains(i) && isRegional
        case .pairs(let states, let reviewers): states.contains(i) && reviewers.contains(j)
        case .maximum(let states): states.contains(j)
        case .mutual(let left, let right):
          left.contains(i) && right.contains(j) || left.contains(j) && right.contains(i)
        }
      return sum + (covers ? place.times : 0)
    }
  }
}
