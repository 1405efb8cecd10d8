internal import Members
internal import Records
internal import Rules

/// The rules of a cycle, as far as they may be varied; *Mechanisms* compares those of five.
///
/// Without anything said, the terms of reference of 2010. Whether the values fit together is looked
/// at where the rulebook is used; what does not fit is a ``PeerLotsFailure/data(_:)``.
public struct Rulebook: Hashable, Sendable {
  var base: Rules.Rulebook

  /// Makes the built-in rulebook, the terms of reference of 2010.
  public init() { base = Rules.Rulebook() }

  /// Reads a YAML file; a key left out takes its default.
  public init(contentsOf path: String) throws(PeerLotsFailure) {
    do throws(RecordsFailure) {
      base = try RulebookReader.read(path: path)
    } catch { throw PeerLotsFailure(error) }
  }

  /// Reads the text of such a file.
  public init(yaml text: String) throws(PeerLotsFailure) {
    do throws(RecordsFailure) {
      base = try RulebookReader.read(Array(text.utf8), file: "rulebook")
    } catch { throw PeerLotsFailure(error) }
  }

  /// A rulebook that stands in the program.
  public enum Preset: String, CaseIterable, Sendable {
    /// The terms of reference planned in 2010 for the Convention against Transnational Organized
    /// Crime.
    case untoc2010 = "untoc-2010"
    /// The procedures adopted for it in 2018.
    case untoc2018 = "untoc-2018"
    /// The mechanism of the Convention against Corruption.
    case uncac
    /// The Universal Periodic Review of the Human Rights Council.
    case upr
    /// The draw of 2002 of the mechanism of the Inter-American Convention against Corruption.
    case mesicic2002 = "mesicic-2002"

    fileprivate var base: Records.Preset {
      switch self {
      case .untoc2010: .untoc2010
      case .untoc2018: .untoc2018
      case .uncac: .uncac
      case .upr: .upr
      case .mesicic2002: .mesicic2002
      }
    }
  }

  /// Takes the rulebook of a mechanism.
  public init(_ preset: Preset) throws(PeerLotsFailure) {
    do throws(RecordsFailure) {
      base = try RulebookReader.read(preset.base)
    } catch { throw PeerLotsFailure(error) }
  }

  /// The rules, once they are known to fit together.
  func checked() throws(PeerLotsFailure) -> Rules.Rulebook {
    var bytes: [UInt8] = []
    base.json.write(to: &bytes)
    do throws(RecordsFailure) {
      return try RulebookReader.read(bytes, file: "rulebook")
    } catch { throw PeerLotsFailure(error) }
  }
}

extension Rulebook {
  /// The name of the rulebook.
  public var name: String {
    get { base.name }
    set { base.name = newValue }
  }

  /// Where the rules are written.
  public var source: String {
    get { base.source }
    set { base.source = newValue }
  }

  /// The years of a cycle, 1 to 50; the selection is over all of them.
  public var years: Int {
    get { base.years }
    set { base.years = newValue }
  }

  /// How many years at the end of the cycle the selection leaves empty.
  public var unselectedYears: Int {
    get { base.unselectedYears }
    set { base.unselectedYears = newValue }
  }

  /// The kinds of seats of a review, in the order in which they are drawn: 1 to 4 kinds, at most 8
  /// seats in all.
  public var seats: [SeatKind] {
    get { base.seats.map(SeatKind.init) }
    set { base.seats = newValue.map(\.base) }
  }

  /// Whether no two reviewers of a State may be of one group.
  public var hasDistinctGroups: Bool {
    get { base.distinctGroups }
    set { base.distinctGroups = newValue }
  }

  /// What a reviewer must be party to.
  public var protocols: ProtocolRule {
    get { ProtocolRule(rawValue: base.protocols.rawValue) ?? .all }
    set { base.protocols = Rules.Rulebook.ProtocolRule(rawValue: newValue.rawValue) ?? .all }
  }

  /// Whether two States may review each other.
  public var allowsMutualReviews: Bool {
    get { base.mutualReviews == .allowed }
    set { base.mutualReviews = newValue ? .allowed : .forbidden }
  }

  /// The fewest reviews that a State does in the cycle, 0 to 1000.
  public var minimum: Int {
    get { base.minimumLoad }
    set { base.minimumLoad = newValue }
  }

  /// How many reviews each State should do, if possible; 0 asks for nothing.
  public var target: Int {
    get { base.targetLoad }
    set { base.targetLoad = newValue }
  }

  /// The most reviews that a State does in the cycle, 0 to 1000.
  public var maximum: Int {
    get { base.maximumLoad }
    set { base.maximumLoad = newValue }
  }

  /// The most reviews that a State does in one year, 0 to 1000.
  public var maximumPerYear: Int {
    get { base.maximumPerYear }
    set { base.maximumPerYear = newValue }
  }

  /// How it is found in which year a State is reviewed.
  public var selection: Selection {
    get { Selection(rawValue: base.selectionMethod.rawValue) ?? .lots }
    set {
      base.selectionMethod = Rules.Rulebook.SelectionMethod(rawValue: newValue.rawValue) ?? .lots
    }
  }

  /// Whether regional groups take part in each year in proportion to their size.
  public var isProportional: Bool {
    get { base.isSelectionProportional }
    set { base.isSelectionProportional = newValue }
  }

  /// How often a State may ask for other reviewers.
  public var redrawLimit: Int {
    get { base.redrawLimit }
    set { base.redrawLimit = newValue }
  }

  /// The rules that may be waived, the most serious first; any other rule never is.
  public var waivers: [Rule] {
    get { base.waivers.compactMap { Rule(rawValue: $0.rawValue) } }
    set { base.waivers = newValue.compactMap { WaivableRule(rawValue: $0.rawValue) } }
  }
}
