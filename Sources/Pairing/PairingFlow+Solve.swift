extension PairingFlow {
  /// Builds an assignment that is best when the mutual-review rule is left aside, by successive
  /// shortest paths with potentials (Ford and Fulkerson 1958; Edmonds and Karp 1972), all paths of
  /// one length at a time.
  ///
  /// - Complexity: O(d·n²) for n States and d different path costs, of which there are few.
  mutating func solve(_ work: inout FlowWork) {
    startPotentials()
    while unsent.contains(where: { $0 > 0 }) {
      let sources = (0..<stateCount).filter { unsent[$0] > 0 }.map { 3 * span + $0 }
      shortenPotentials(from: sources, to: sink)
      markTightArcs()
      sendDirectly()
      sendUnits(&work)
    }
    markTightArcs()
    log.removeAll(keepingCapacity: true)
  }

  /// Potentials under which no free arc of the empty assignment is negative.
  private mutating func startPotentials() {
    let n = span
    for i in 0..<stateCount {
      potential[i] = -costs.sameRegion
      potential[n + i] = 0
      potential[2 * n + i] = -costs.sameRegion - costs.legalSystem
      potential[3 * n + i] = 0
    }
    potential[sink] =
      -costs.sameRegion - costs.legalSystem - costs.minimumLoad - costs.targetLoad
  }

  /// Sends units along tight paths until none is left.
  private mutating func sendUnits(_ work: inout FlowWork) {
    var hasSent = true
    while hasSent {
      hasSent = false
      search(to: sink, in: &work.seat, isCareful: false)
      for state in 0..<stateCount where unsent[state] > 0 {
        let start = 3 * span + state
        guard work.seat.reached(start) else { continue }
        while unsent[state] > 0 && isOpen(from: start, along: work.seat) {
          unsent[state] -= 1
          push(from: start, along: work.seat)
          hasSent = true
        }
      }
      log.removeAll(keepingCapacity: true)
    }
  }

  /// Whether every step of a path found earlier can still be taken.
  private func isOpen(from start: Int, along search: FlowSearch) -> Bool {
    let n = span
    var node = start
    while search.next[node] >= 0 {
      let next = Int(search.next[node])
      switch (node / n, next / n) {
      case (0, 0), (0, 1), (1, 0):
        let state = next < n ? next : next - n
        if seat(of: Int(search.via[node]), underReview: state) != next { return false }
      case (0, 2), (1, 2):
        if on[node < n ? node : node - n, next - 2 * n] { return false }
      case (2, 0), (2, 1):
        if seat(of: node - 2 * n, underReview: next < n ? next : next - n) != next { return false }
      case (3, 0): if regional[next] >= 0 { return false }
      case (0, 3): if regional[node] < 0 { return false }
      case (1, 3): if open.count(node - n) == 0 { return false }
      case (2, 4): if !room[node - 2 * n] { return false }
      case (4, 2): if !shed[next - 2 * n] { return false }
      case (4, 3): if empty[next - 3 * n] == 0 { return false }
      default: break
      }
      node = next
    }
    return true
  }
}
