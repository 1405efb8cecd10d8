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

  /// Makes a behaviour in which nothing happens.
  public init() {}

  /// The rates, by the plan's key, in the order of the columns.
  public static let rates: [(key: String, path: WritableKeyPath<Behaviour, Rate> & Sendable)] = [
    ("deferral", \.deferral), ("redraw", \.redraw), ("stand_down", \.standDown),
    ("joining", \.joining), ("leaving", \.leaving), ("accession", \.accession),
  ]
}
