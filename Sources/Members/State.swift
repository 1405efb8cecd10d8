/// A State of the membership: a party to the Convention, or any unit that reviews and is reviewed.
public struct State: Hashable, Sendable {
  /// The unique code, `[A-Za-z0-9][A-Za-z0-9_-]*`; ISO 3166-1 alpha-3 where it is a country.
  public let code: Label
  /// The display name; empty where there is none.
  public let name: String
  /// The regional group; empty where there is none.
  public let region: RegionalGroup
  /// The Protocols the State is party to, in canonical order, each once.
  public let protocols: [ProtocolCode]
  /// The legal systems, in canonical order, each once.
  public let legalSystems: [LegalSystem]
  /// The working languages, in canonical order, each once.
  public let languages: [Label]
  /// Whether the State is to be reviewed in the cycle.
  public let isReviewed: Bool
  /// Whether the State may review others.
  public let isReviewer: Bool
  /// What the table says of this State in place of the rulebook.
  public let own: OwnNumbers
  // A membership has up to a million States, so the year takes one byte; 0 for none.
  private let givenYear: UInt8

  /// The year of the review that the table gives, where years are given (para. 14); nil for none.
  public var year: Int? { givenYear == 0 ? nil : Int(givenYear) }
  /// What ``year`` may be.
  public static let yearRange = 1...50

  /// Makes a State; lists are put in canonical order and repeated entries are dropped.
  ///
  /// - Parameters:
  ///   - code: The unique code.
  ///   - name: The display name.
  ///   - region: The regional group, empty for none.
  ///   - protocols: The Protocols the State is party to.
  ///   - legalSystems: The legal systems of the State.
  ///   - languages: The working languages of the State.
  ///   - isReviewed: Whether the State is to be reviewed.
  ///   - isReviewer: Whether the State may review others.
  ///   - own: What the table says of this State in place of the rulebook.
  ///   - year: The year of the review that the table gives, of ``yearRange``; nil for none.
  public init(
    code: Label, name: String = "", region: RegionalGroup = "", protocols: [ProtocolCode] = [],
    legalSystems: [LegalSystem] = [], languages: [Label] = [], isReviewed: Bool = true,
    isReviewer: Bool = true, own: OwnNumbers = OwnNumbers(), year: Int? = nil
  ) {
    self.code = code
    self.name = name
    self.region = region
    self.protocols = Self.canonical(protocols)
    self.legalSystems = Self.canonical(legalSystems)
    self.languages = Self.canonical(languages)
    self.isReviewed = isReviewed
    self.isReviewer = isReviewer
    self.own = own
    givenYear = UInt8(year ?? 0)
  }

  /// The name and code for a sentence: `Norway (NOR)`, or the code alone where there is no name.
  public var title: String { name.isEmpty ? code.text : "\(name) (\(code))" }

  private static func canonical(_ labels: [Label]) -> [Label] {
    // Readers give lists in canonical order, shared by many States; they stay shared.
    if zip(labels, labels.dropFirst()).allSatisfy({ $0 < $1 }) { return labels }
    return Set(labels).sorted()
  }
}
