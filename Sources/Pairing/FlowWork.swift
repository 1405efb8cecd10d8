/// The working memory of the searches in ``PairingFlow``s of one size, with a count of what they
/// did. It holds nothing that an answer depends on, so one serves any number of flows in turn.
struct FlowWork: Sendable {
  /// The search from a seat, or from the sink while a flow is built.
  var seat: FlowSearch
  /// For the cycles of a repair, while the other is still needed.
  var inner: FlowSearch
  /// The seat node whose bowl was found last, in the one flow there is, if nothing has changed
  /// since; −1 otherwise.
  var current = -1
  /// How often each stage decided; the searches count themselves.
  var decided = BowlTally()

  /// Makes the memory for flows of so many nodes.
  init(nodeCount: Int) {
    seat = FlowSearch(nodeCount: nodeCount)
    inner = seat
  }

  /// How often each stage decided, and what the searches did.
  var tally: BowlTally {
    var tally = decided
    tally.searches += seat.searches + inner.searches
    tally.searchSteps += seat.steps + inner.steps
    tally.searchArcs += seat.arcs + inner.arcs
    return tally
  }
}
