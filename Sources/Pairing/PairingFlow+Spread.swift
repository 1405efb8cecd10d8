import Rules

/// How often the States of one class review those of another, by a solution of the class program.
struct ClassCount {
  /// The States under review.
  let underReview: [Int]
  /// The reviewing States.
  let reviewers: [Int]
  /// Regional seats held.
  var regional: Int
  /// Open seats held.
  var open: Int
}

extension PairingFlow {
  /// Another assignment as good as this one: the class program's solution, spread evenly over the
  /// States of each class, with what does not fit sent by the flow.
  ///
  /// A vertex of the class program gives whole numbers of reviews between classes; within a class
  /// States take their turns, so that their loads differ by one at most and many keep room.
  ///
  /// - Parameter counts: The solution.
  /// - Returns: nil where that does not lead to an assignment as good as this one.
  /// - Complexity: O(n²) for n States.
  func spread(_ counts: [ClassCount], _ work: inout FlowWork) -> PairingFlow? {
    var even = self
    for (state, reviewer, seat) in pairs {
      even.perform(.drop(node(of: seat, underReview: state), reviewer))
      even.unsent[state] += 1
    }
    for state in 0..<stateCount where even.empty[state] > 0 {
      even.unsent[state] += even.empty[state]
      even.empty[state] = 0
    }
    // The State of each class whose turn it is, under review and reviewing.
    var turns: [Int: (underReview: Int, reviewer: Int)] = [:]
    for count in counts {
      guard let a = count.underReview.first, let b = count.reviewers.first else { continue }
      for seat in [Seat.regional, .open] {
        for _ in 0..<(seat == .regional ? count.regional : count.open) {
          let start = (turns[a]?.underReview ?? 0, turns[b]?.reviewer ?? 0)
          guard let taken = even.takeInTurn(seat, count, from: start) else { break }
          turns[a, default: (0, 0)].underReview = taken.underReview + 1
          turns[b, default: (0, 0)].reviewer = taken.reviewer + 1
        }
      }
    }
    even.sendUnits(&work)
    even.log.removeAll(keepingCapacity: true)
    let isComplete = even.unsent.allSatisfy { $0 == 0 }
    return isComplete && even.vector == vector ? even : nil
  }

  /// Gives one seat to the next pair of States of two classes that can have it at no cost.
  private mutating func takeInTurn(
    _ seat: Seat, _ count: ClassCount, from start: (underReview: Int, reviewer: Int)
  ) -> (underReview: Int, reviewer: Int)? {
    for i in 0..<count.underReview.count {
      let placeOfState = (start.underReview + i) % count.underReview.count
      let state = count.underReview[placeOfState]
      let isFree =
        seat == .open
        ? tightSupplyOpen[state]
        : hasRegional[state] && regional[state] < 0 && tightSupplyRegional[state]
      guard isFree && unsent[state] > 0 else { continue }
      for j in 0..<count.reviewers.count {
        let placeOfReviewer = (start.reviewer + j) % count.reviewers.count
        let reviewer = count.reviewers[placeOfReviewer]
        let isTight = (seat == .regional ? tightRegional : tightOpen)[state, reviewer]
        guard isTight && room[reviewer] && !on[state, reviewer],
          !forbidsMutual || !on[reviewer, state]
        else { continue }
        perform(.take(node(of: seat, underReview: state), reviewer))
        unsent[state] -= 1
        return (placeOfState, placeOfReviewer)
      }
    }
    return nil
  }
}
