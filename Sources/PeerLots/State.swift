internal import Members

/// A State of a membership: a party to the Convention, or any unit that reviews and is reviewed.
public struct State: Hashable, Sendable, Identifiable {
  /// The unique code: letters, digits, `_` and `-`; ISO 3166-1 alpha-3 where it is a country.
  public var code: String
  /// The name to show; empty where there is none.
  public var name: String
  /// The regional group; empty where there is none.
  public var region: String
  /// The codes of the Protocols that the State is party to.
  public var protocols: [String]
  /// The codes of its legal systems; States that share one are similar.
  public var legalSystems: [String]
  /// The codes of its working languages.
  public var languages: [String]
  /// Whether the State is to be reviewed in the cycle.
  public var isReviewed: Bool
  /// Whether the State may review others.
  public var isReviewer: Bool
  /// The year of its review, from 1, where the rulebook takes the years from the membership.
  public var year: Int?
  /// How many reviewers it has in all, in place of the rulebook's number: 1 to 8.
  public var seats: Int?
  /// The fewest reviews that it does in the cycle, in place of the rulebook's: 0 to 1000.
  public var minimum: Int?
  /// The most reviews that it does in the cycle, in place of the rulebook's: 0 to 1000.
  public var maximum: Int?

  /// The code, which tells the State from all others.
  public var id: String { code }

  /// Makes a State that is reviewed and reviews, unless said otherwise.
  public init(
    _ code: String, name: String = "", region: String = "", protocols: [String] = [],
    legalSystems: [String] = [], languages: [String] = [], isReviewed: Bool = true,
    isReviewer: Bool = true, year: Int? = nil, seats: Int? = nil, minimum: Int? = nil,
    maximum: Int? = nil
  ) {
    self.code = code
    self.name = name
    self.region = region
    self.protocols = protocols
    self.legalSystems = legalSystems
    self.languages = languages
    self.isReviewed = isReviewed
    self.isReviewer = isReviewer
    self.year = year
    self.seats = seats
    self.minimum = minimum
    self.maximum = maximum
  }

  init(_ base: Members.State) {
    self.init(
      base.code.text, name: base.name, region: base.region.text,
      protocols: base.protocols.map(\.text), legalSystems: base.legalSystems.map(\.text),
      languages: base.languages.map(\.text), isReviewed: base.isReviewed,
      isReviewer: base.isReviewer, year: base.year, seats: base.own.seats,
      minimum: base.own.minimum, maximum: base.own.maximum)
  }
}

extension State: CustomStringConvertible {
  /// The name with the code, `Norway (NOR)`; the code alone where there is no name.
  public var description: String { name.isEmpty ? code : "\(name) (\(code))" }
}
