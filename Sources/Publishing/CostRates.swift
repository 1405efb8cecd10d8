/// What documents, meetings and staff cost, in US dollars.
///
/// The defaults are from the financial notes of CTOC/COP/2010/17 (annexes III to V).
public struct CostRates: Hashable, Sendable {
  /// A page of a document in six languages.
  public var page = 1_420
  /// Half a day of a meeting with interpretation.
  public var halfDay = 11_380
  /// A month of a staff member at the P-3 level.
  public var month = 14_300
  /// Pages of the executive summary of one review.
  public var summaryPages = 12
  /// Half days of meetings a year: a review group and an expert group, five days each.
  public var halfDaysAYear = 20
  /// Months for which a staff member is assigned to a review.
  public var monthsAReview = 6

  /// The default rates.
  public init() {}
}
