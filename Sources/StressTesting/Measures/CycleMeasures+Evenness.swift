extension CycleMeasures {
  /// How uneven the reviews lie on the States that may review (Gini 1912): the mean difference between
  /// two of them over twice their mean, 0 where all do as many, in millionths, rounded to the nearest.
  ///
  /// Nil where nobody does any review, or where somebody does more than the columns tell apart.
  var giniInMillionths: Int? {
    guard loads.last == 0 else { return nil }
    var (states, reviews, differences) = (0, 0, 0)
    // Every State is compared with those that do less, whose number and reviews are known by then.
    for (load, count) in loads.enumerated() {
      differences += count * (load * states - reviews)
      states += count
      reviews += count * load
    }
    let whole = states * reviews
    return whole == 0 ? nil : (2_000_000 * differences + whole) / (2 * whole)
  }
}
