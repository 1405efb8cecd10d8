/// A waiver's reason, read from the words that the program writes into ledgers.
enum WaiverReason: Hashable {
  case nobody, nobodyOfGroup, regionalSeat, outcomeEmpty, outcomeNoGroup
  case sharesNoLegalSystem(String)
  case load(done: Int, due: Int)

  /// Reads a reason; nil where it has other words than those known.
  init?(_ text: String) {
    switch text {
    case "no State can take the seat without costing a waiver as serious elsewhere":
      self = .nobody
    case "its regional seat was given up": self = .regionalSeat
    case "the outcome drawn leaves the seat empty": self = .outcomeEmpty
    default:
      if let match = text.wholeMatch(of: #/(\S+) shares no legal system with it/#) {
        self = .sharesNoLegalSystem(String(match.1))
      } else if let match = text.wholeMatch(of: #/it does (\d+) of the (\d+) reviews? due/#),
        let done = Int(match.1), let due = Int(match.2)
      {
        self = .load(done: done, due: due)
      } else if text.hasPrefix("no State of "),
        text.hasSuffix(" can take the seat without costing a waiver as serious elsewhere")
      {
        self = .nobodyOfGroup
      } else if text.hasPrefix("the outcome drawn has no reviewer of ") {
        self = .outcomeNoGroup
      } else {
        return nil
      }
    }
  }
}
