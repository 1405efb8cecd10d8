import Members

/// States by their codes.
extension Drawer {
  /// The index of a State of the cycle.
  func index(_ code: Label) throws -> Int {
    guard let index = cycle.roster.index(of: code) else {
      throw DrawingFailure.unknownState(code)
    }
    return index
  }

  /// The index of a State under review in the cycle.
  func indexUnderReview(_ code: Label) throws -> Int {
    let index = try index(code)
    guard cycle.reviews[index].isPlanned else { throw DrawingFailure.notUnderReview(code) }
    return index
  }
}
