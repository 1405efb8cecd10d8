extension EnglishWords {
  func text(_ sentence: ChanceSentence) -> Wording {
    switch sentence {
    case .oddsOfYear(let year): "Odds of year \(year)"
    case .chance: "Chance"
    case .interval: "Interval of 95%"
    case .beforeTheYear: "Chance before the first lot of the year"
    case .howLikely: "How likely the pair was"
    case .meanChance: "Mean chance of a pair, %"
    case .groupUnderReview: "Group of the State under review"
    case .groupOfReviewer: "Group of the reviewing State"
    case .byReviewer: "By reviewing State"
    case .expectedReviews: "Reviews to expect"
    case .likeliestReview: "Likeliest review"
    case .notYetDrawn:
      "No reviewer of this year is drawn yet: these are chances, not results."
    case .sampled(let draws):
      """
      Estimated from \(count(draws, "trial draw", "trial draws")), made from the point where the \
      cycle stood before the first lot of the year. In 95 of 100 cases the true chance lies in the \
      interval.
      """
    case .counted: "Counted exactly, over all orders in which the lots can fall."
    case .uniform: "The odds are those of a draw that makes every lawful outcome equally likely."
    case .repeated: "This command, run on the ledger as it stood then, gives the same numbers:"
    case .howChanceReads:
      """
      A chance of 5% means: of a hundred such draws, five on average would give this pair. The \
      chances of all States to review one State add up to the number of its reviewers.
      """
    case .howMapReads:
      """
      Each field says how likely a given State of the group above it is, on average, to review a \
      given State of the group beside it. The darker, the likelier; a dash means that there is no \
      such pair. The table below holds the same numbers.
      """
    case .howReviewsRead:
      "How many reviews of this year each State can expect to do, and the likeliest of them."
    case .howPairsRead:
      """
      Two chances are given: before the first lot of the year, and just before the lot itself, \
      when every State in the bowl had the same.
      """
    case .neverDrawn(let names): "Drawn in none of the trial draws: \(names)."
    case .cannotBeDrawn(let names): "Cannot be drawn: \(names)."
    case .percent(let tenths): "\(decimal(tenths))%"
    case .percentBelow(let tenths): "below \(decimal(tenths))%"
    case .between(let low, let high): "\(decimal(low))% to \(decimal(high))%"
    }
  }
}
