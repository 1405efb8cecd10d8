/// What a ``PenaltyChain`` keeps of one review: what stays, and what its set counts.
struct ReviewRow: Sendable {
  /// The State under review.
  let state: Int32
  /// Where its candidates begin, and how many there are.
  let start: Int32
  let candidates: UInt32
  /// The choices of the two lots of a sweep, and those for each member of the set.
  let replacements: Divisor
  let replacementsEach: Divisor
  let exchanges: Divisor
  let exchangesEach: Divisor
  /// 1 where it has a regional seat left, and where a similar legal system is counted.
  let hasRegional: Int32
  let isCounted: Int32
  /// The size of its set.
  var size: Int32 = 0
  /// Members that may take the regional seat, similar ones, and those for the regional seat only.
  var regionals: Int32 = 0
  var similars: Int32 = 0
  var regionalOnlys: Int32 = 0
}
