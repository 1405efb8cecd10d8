internal import Members
internal import Records

/// Who may not review whom, and who may not sit on one review.
public struct Conflicts: Hashable, Sendable {
  /// A pair that may not be drawn.
  public struct Pair: Hashable, Sendable {
    /// The code of the State under review.
    public let underReview: String
    /// The code of the State that may not review it.
    public let reviewer: String

    /// Makes a pair of two codes.
    public init(underReview: String, reviewer: String) {
      self.underReview = underReview
      self.reviewer = reviewer
    }
  }

  /// Two States that may not sit on one review.
  public struct Exclusion: Hashable, Sendable {
    /// The code of one.
    public let one: String
    /// The code of the other.
    public let other: String

    /// Makes an exclusion of two codes.
    public init(_ one: String, _ other: String) {
      self.one = one
      self.other = other
    }
  }

  /// The pairs that may not be drawn.
  public var pairs: [Pair]
  /// The States that may not sit on one review.
  public var exclusions: [Exclusion]
  /// What is lawful in the file but probably not meant, a sentence each.
  public private(set) var warnings: [String] = []

  /// Makes conflicts; codes that are not of the membership concern nobody.
  public init(_ pairs: [Pair] = [], exclusions: [Exclusion] = []) {
    self.pairs = pairs
    self.exclusions = exclusions
  }

  /// Reads a CSV file with the columns `under_review,reviewer`, or `reviewer,other`.
  ///
  /// - Parameters:
  ///   - path: The file; the table of an earlier cycle is read too.
  ///   - membership: The States that may be named; of others it is warned.
  public init(contentsOf path: String, of membership: Membership) throws(PeerLotsFailure) {
    do throws(RecordsFailure) {
      let read = try ConflictsReader.read(path: path, membership: membership.base)
      self.init(
        read.conflicts.map {
          Pair(underReview: $0.underReview.text, reviewer: $0.reviewer.text)
        },
        exclusions: read.exclusions.map { Exclusion($0.reviewer.text, $0.other.text) })
      warnings = read.warnings.map(\.description)
    } catch { throw PeerLotsFailure(error) }
  }

  /// The pairs of States of a membership, as they are drawn by.
  func pairs(of membership: Members.Membership) -> [Conflict] {
    pairs.map { Conflict(underReview: Label($0.underReview), reviewer: Label($0.reviewer)) }
      .filter {
        $0.underReview != $0.reviewer && membership.index(of: $0.underReview) != nil
          && membership.index(of: $0.reviewer) != nil
      }
  }

  /// The exclusions of States of a membership, as they are drawn by.
  func exclusions(of membership: Members.Membership) -> [Members.Exclusion] {
    exclusions.map { Members.Exclusion(Label($0.one), Label($0.other)) }
      .filter {
        $0.reviewer != $0.other && membership.index(of: $0.reviewer) != nil
          && membership.index(of: $0.other) != nil
      }
  }
}
