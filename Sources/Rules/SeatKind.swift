import Members

/// A kind of seat of a review, as the rulebook lists them (contract, section 4).
public struct SeatKind: Hashable, Sendable {
  /// Whom the group of a reviewer is compared with: the State under review.
  public enum Group: String, CaseIterable, Sendable {
    /// Of its group.
    case same
    /// Not of its group; two States without a group are not of the same group.
    case other
    /// Of any group, or none.
    case any
  }

  /// Whether a similar legal system is sought.
  public enum LegalSystem: String, CaseIterable, Sendable {
    /// If possible.
    case preferred
    /// Not counted.
    case ignored
  }

  /// The name, unique among the kinds of a rulebook; the purpose of its lots is it and `reviewer`.
  public var name: Label
  /// How many seats of the kind a review has.
  public var count: Int
  /// Which group a reviewer is of.
  public var group: Group
  /// Whether a similar legal system is sought; only with ``Group/same``.
  public var legalSystem: LegalSystem

  /// Makes a kind.
  public init(
    name: Label, count: Int, group: Group = .any, legalSystem: LegalSystem = .ignored
  ) {
    self.name = name
    self.count = count
    self.group = group
    self.legalSystem = legalSystem
  }

  /// The most kinds of a rulebook.
  public static let mostKinds = 4
  /// The most seats of a review.
  public static let mostSeats = 8

  /// Whether a text can be the name of a kind: a small letter, then small letters, digits and `_`.
  ///
  /// It stands in the names of columns and in the purposes of lots, where it must not be mistaken
  /// for another.
  public static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first), text != "supplementary" else {
      return false
    }
    return text.utf8.count <= 40
      && text.utf8.allSatisfy {
        isLetter($0) || $0 == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0
      }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")) ~= byte
  }
}
