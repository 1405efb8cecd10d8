/// The working memory of the searches in ``PairingFlow``s of one size, with a count of what they
/// did. It holds nothing that an answer depends on, so one serves any number of flows in turn.
struct FlowWork: Sendable {
  /// Skips steps that make two States review each other.
  var careful: FlowSearch
  /// Takes every tight step.
  var free: FlowSearch
  /// For the cycles of a repair, while one of the others is still needed.
  var inner: FlowSearch
  /// How often each stage decided; the searches count themselves.
  var decided = BowlTally()

  /// Makes the memory for flows of so many nodes.
  init(nodeCount: Int) {
    careful = FlowSearch(nodeCount: nodeCount)
    free = careful
    inner = careful
  }

  /// How often each stage decided, and what the searches did.
  var tally: BowlTally {
    var tally = decided
    tally.searches += careful.searches + free.searches + inner.searches
    tally.searchSteps += careful.steps + free.steps + inner.steps
    return tally
  }
}
