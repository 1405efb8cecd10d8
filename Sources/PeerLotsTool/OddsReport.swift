import Chances
import Drawing
import Members
import Pairing
import Records
import Rules

/// What `peerlots odds` answers, exact or estimated.
struct OddsReport {
  /// A pair and its chance.
  struct Row {
    let underReview: Int
    let reviewer: Int
    let chance: Rational
    let low: Rational
    let high: Rational
  }

  let membership: Membership
  let year: Int?
  let method: LotMethod
  let includesSelection: Bool
  private(set) var underReview: [Int]
  /// Every pair of a State under review and another State that reviews, in canonical order.
  private(set) var rows: [Row]
  /// For each State, the chance of 0, 1, 2 … of the reviews looked at.
  let reviews: [[Rational]]
  /// The exact odds; nil where they are estimated.
  let exact: ExactOdds?
  /// The samples; nil where the odds are exact.
  let sampled: SampledOdds?

  /// Reports exact odds.
  init(_ question: OddsQuestion, _ method: LotMethod, _ odds: ExactOdds) {
    let chances = method == .bowls ? odds.bowls ?? odds.uniform : odds.uniform
    self.init(question, method, chances, exact: odds, sampled: nil)
  }

  /// Reports samples.
  init(_ question: OddsQuestion, _ method: LotMethod, _ odds: SampledOdds) {
    self.init(question, method, odds.chances, exact: nil, sampled: odds)
  }

  private init(
    _ question: OddsQuestion, _ method: LotMethod, _ chances: ExactChances, exact: ExactOdds?,
    sampled: SampledOdds?
  ) {
    membership = question.problem.membership
    year = question.year
    includesSelection = question.includesSelection && question.year != nil
    underReview = question.underReview
    self.method = method
    self.exact = exact
    self.sampled = sampled
    reviews = chances.reviews
    let states = membership.states
    rows = question.underReview.enumerated().flatMap { row, state in
      states.indices.compactMap { reviewer -> Row? in
        // Drawn already, so there is no chance in it.
        let isDrawn = question.problem.reviews[state].reviewers.contains(reviewer)
        guard reviewer != state, states[reviewer].isReviewer || isDrawn else { return nil }
        let chance = isDrawn && exact != nil ? .one : chances.pairs[row][reviewer]
        let interval = sampled.map { $0.interval(of: $0.pairs[row][reviewer]) }
        return Row(
          underReview: state, reviewer: reviewer, chance: chance, low: interval?.low ?? chance,
          high: interval?.high ?? chance)
      }
    }
  }

  /// The same, with only the pairs of one State, under review or as reviewer.
  func only(_ state: Label) throws -> OddsReport {
    guard let index = membership.index(of: state) else { throw DrawingFailure.unknownState(state) }
    var report = self
    report.rows = rows.filter { $0.underReview == index || $0.reviewer == index }
    report.only = index
    return report
  }

  /// Digits behind the point: samples do not tell more than a millionth.
  var digits: Int { exact == nil ? 6 : 9 }

  func code(_ state: Int) -> String { membership.states[state].code.text }

  /// A State's name and code, for a person.
  func name(_ state: Int) -> String { Quotation.title(of: membership.states[state]) }

  /// The hash of the last line of the ledger that is asked about; nil for a membership.
  var head: String?

  /// The one State that is asked about; nil where all are.
  private(set) var only: Int?

  /// The rows that can happen, the likeliest first.
  var likeliest: [Row] {
    rows.filter { $0.chance > .zero }.sorted {
      $0.chance == $1.chance
        ? ($0.underReview, $0.reviewer) < ($1.underReview, $1.reviewer) : $0.chance > $1.chance
    }
  }

  /// The rows that are certain; of samples, those that always happened.
  var certain: [Row] { rows.filter { $0.chance == .one } }

  /// The reviews that a State is expected to do.
  func expected(_ state: Int) -> Rational {
    reviews[state].enumerated().reduce(Rational.zero) { sum, part in
      sum + part.element.times(part.offset)
    }
  }

  /// The States that can do a review, in canonical order.
  var reviewers: [Int] {
    membership.states.indices.filter {
      membership.states[$0].isReviewer && $0 == only ?? $0
    }
  }

  /// The answer in a form; it ends in a newline.
  func bytes(as format: TableFormat, showsAll: Bool) -> [UInt8] {
    switch format {
    case .text: Array(OddsText(self, showsAll: showsAll).text.utf8)
    case .csv: csv
    case .json: OddsJSON(self).bytes
    }
  }

  private var csv: [UInt8] {
    var bytes: [UInt8] = []
    DelimitedLine.append(["under_review", "reviewer", "probability", "low", "high"], to: &bytes)
    for row in rows {
      let numbers = [row.chance, row.low, row.high].map { $0.decimal(digits: digits) }
      DelimitedLine.append([code(row.underReview), code(row.reviewer)] + numbers, to: &bytes)
    }
    return bytes
  }
}
