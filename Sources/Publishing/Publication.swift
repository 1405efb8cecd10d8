import Members
import Reports

/// A file of a publication.
public struct PublishedFile: Hashable, Sendable {
  /// Its path inside the publication, with `/` between folders: letters, digits, `.`, `-` and `_`.
  public let path: String
  /// Its content.
  public let text: String
}

/// What delegations take home from a cycle, as files in memory: pages, letters, calendars, tables.
///
/// The same ledger and options give the same bytes on every machine: no time, host or path is in
/// them.
public struct Publication: Sendable {
  /// What the ledger says.
  let record: Record
  /// The languages, in the order of their pages' links.
  let tongues: [Tongue]
  /// When the reviews of each year begin, and what follows; nil where no day is known.
  let timetable: Timetable
  /// The day on which the reviews of the first year begin; nil where it is not known.
  let start: CivilDate?
  /// Days on which no work is done.
  let holidays: Set<CivilDate>
  /// What documents, meetings and staff cost.
  let rates: CostRates
  /// The odds of years before their first lots, by year.
  let odds: [OddsIndex]
  /// The experts that States have named; nil where no list was given.
  public var experts: ExpertList?
  /// The text of the ledger's file, which stands in the publication; nil to leave it out.
  public var ledger: String?
  /// The page that checks ledger and proofs in a browser; nil where there are no proofs.
  public var verifier: String?
  /// Which documents of word processors the caller makes beside each blueprint; the pages lead to
  /// them.
  public var blueprintKinds: [BlueprintKind] = []

  /// A publication of a cycle.
  ///
  /// - Parameters:
  ///   - tongues: The languages, each once; at least one.
  ///   - timetable: The steps of a review.
  ///   - start: The day of the notification of the first year's reviews; each later year's is a
  ///     year later.
  ///   - odds: The odds of years before their first lots, at most one a year.
  public init(
    _ record: Record, in tongues: [Tongue], timetable: Timetable = .guidelines,
    start: CivilDate? = nil, holidays: Set<CivilDate> = [], rates: CostRates = CostRates(),
    odds: [YearOdds] = []
  ) {
    self.record = record
    self.tongues = tongues
    self.timetable = timetable
    self.start = start
    self.holidays = holidays
    self.rates = rates
    self.odds = odds.sorted { $0.year < $1.year }.map { OddsIndex($0, record) }
  }

  /// The folder of the ledger, as `peerlots verify` takes it. It has the hash in its name, so that
  /// no ledger is ever written over.
  var ledgerFolder: String { ledger == nil ? "ledger" : "ledger-\(record.head.prefix(12))" }
  /// Where the verifier stands.
  static let verifierPath = "verifier.html"

  /// All files, in the order of their paths' making; no two have the same path.
  ///
  /// - Complexity: Linear in what the pages say, which holds every bowl once for each language.
  public func files(_ write: (PublishedFile) throws -> Void) rethrows {
    try write(PublishedFile(path: "index.html", text: FrontPage(self).page.text))
    if let ledger { try write(PublishedFile(path: "\(ledgerFolder)/ledger.jsonl", text: ledger)) }
    if let verifier { try write(PublishedFile(path: Self.verifierPath, text: verifier)) }
    for tongue in tongues {
      for (path, text) in PageWriter(self, in: tongue).files {
        try write(PublishedFile(path: "\(tongue.rawValue)/\(path)", text: text()))
      }
    }
  }
}
