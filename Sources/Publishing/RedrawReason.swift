/// Why a reviewer had to go by the record, read from the words that the program writes into ledgers.
enum RedrawReason: Hashable {
  case left, noLongerFits
  case standsDown(year: Int)

  /// Reads a reason; nil where it has other words than those known.
  init?(_ text: String) {
    if text.hasSuffix(" has left") {
      self = .left
    } else if let match = text.firstMatch(of: #/ stands down in year (\d+)$/#),
      let year = Int(match.1)
    {
      self = .standsDown(year: year)
    } else if text.contains(" no longer fits: ") {
      self = .noLongerFits
    } else {
      return nil
    }
  }
}
