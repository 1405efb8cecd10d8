import Members

/// What States do in the course of a cycle: how likely each thing is in a year.
public struct Behaviour: Hashable, Sendable {
  /// What is done with a request that would make the best waivers worse in anything but
  /// `legal_system`.
  public enum Worse: String, CaseIterable, Hashable, Sendable {
    /// It is carried out.
    case accept
    /// It is refused.
    case refuse
  }

  /// The name, for tables.
  public var name = "quiet"
  /// A State under review asks for the next year.
  public var deferral = Rate.never
  /// A State under review asks for other reviewers; when they are drawn it may ask again.
  public var redraw = Rate.never
  /// A State under review does not review in that year.
  public var standDown = Rate.never
  /// A State of the membership brings a new one like it.
  public var joining = Rate.never
  /// A State leaves.
  public var leaving = Rate.never
  /// A party that lacks a Protocol accedes to one.
  public var accession = Rate.never
  /// What is done with a request that makes things worse.
  public var worse = Worse.accept

  /// What the States of some groups do otherwise, in canonical order.
  public var groups: [Group] = []

  /// What the States of one group do otherwise.
  public struct Group: Hashable, Sendable {
    /// The regional group.
    public let region: RegionalGroup
    /// The rates that differ, by the plan's key.
    public var rates: [String: Rate] = [:]

    /// Makes a group whose States do as all others.
    public init(region: RegionalGroup) { self.region = region }
  }

  /// Makes a behaviour in which nothing happens.
  public init() {}

  /// The rates, by the plan's key, in the order of the columns.
  public static let rates: [(key: String, path: WritableKeyPath<Behaviour, Rate> & Sendable)] = [
    ("deferral", \.deferral), ("redraw", \.redraw), ("stand_down", \.standDown),
    ("joining", \.joining), ("leaving", \.leaving), ("accession", \.accession),
  ]

  /// How likely something is for a State of a group: the last that names the group, else the rate of
  /// all.
  func rate(_ key: WritableKeyPath<Behaviour, Rate> & Sendable, in region: RegionalGroup) -> Rate {
    guard !groups.isEmpty, let name = Self.rates.first(where: { $0.path == key })?.key else {
      return self[keyPath: key]
    }
    return groups.last { $0.region == region && $0.rates[name] != nil }?.rates[name]
      ?? self[keyPath: key]
  }

  /// Whether something never happens, in any group.
  func isNever(_ key: WritableKeyPath<Behaviour, Rate> & Sendable) -> Bool {
    let name = Self.rates.first { $0.path == key }?.key ?? ""
    return self[keyPath: key].isNever && groups.allSatisfy { $0.rates[name]?.isNever ?? true }
  }

  /// The groups in one field of a table: `AFR:deferral=0.2;APG:redraw=0.1:accession=0`.
  var groupsText: String {
    groups.map { group in
      let rates = Self.rates.compactMap { key, _ in group.rates[key].map { "\(key)=\($0.text)" } }
      return ([group.region.text] + rates).joined(separator: ":")
    }.joined(separator: ";")
  }
}
