/// What can be wrong with a rulebook whose keys and values are each allowed.
public enum RulebookFault: Hashable, Sendable {
  /// The seats stand there in both forms.
  case bothForms(short: String)
  /// A name that no kind of seat can have.
  case kindName(Quotation)
  /// Two kinds of one name.
  case repeatedKind(Quotation, earlierLine: Int)
  /// Too many kinds, or none.
  case kindCount(Int, most: Int)
  /// Too many seats, or none.
  case seatCount(Int, most: Int)
  /// A second kind of the same group.
  case secondSame(earlierLine: Int)
  /// A similar legal system sought outside the group.
  case preferredOutside
  /// A selection over more years than there are.
  case selectedAboveYears(selected: Int, years: Int)
  /// A target below the minimum or above the maximum.
  case target(Int, minimum: Int, maximum: Int)
  /// A value that is lawful but that this version does not draw.
  case notDrawn(String)
}

extension RulebookFault: CustomStringConvertible {
  /// The fault in words.
  public var description: String {
    switch self {
    case .bothForms(let short):
      "`\(short)` is a key of the short form, and `seats` of the long one; only one can be used"
    case .kindName(let text): "\(text) cannot be the name of a kind of seat"
    case .repeatedKind(let name, let line):
      "\(name) is already the name of the kind on line \(line)"
    case .kindCount(let count, let most):
      "there are \(count) kinds of seats; allowed: 1 to \(most)"
    case .seatCount(let count, let most): "there are \(count) seats in all; allowed: 1 to \(most)"
    case .secondSame(let line):
      "a second kind has the group `same`, as the one on line \(line) has; allowed: one"
    case .preferredOutside:
      "`preferred` is allowed only in a kind of the group `same`; allowed here: ignored"
    case .selectedAboveYears(let selected, let years):
      "the selection is over \(selected) years, but the cycle has \(years)"
    case .target(let target, let minimum, let maximum):
      "the target \(target) is not between the minimum \(minimum) and the maximum \(maximum)"
    case .notDrawn(let what): "\(what); this version of PeerLots does not draw that yet"
    }
  }

  /// What can be done about it; nil where the fault says it all.
  var help: String? {
    switch self {
    case .kindName:
      "a name is a small letter, then small letters, digits and _, at most 40 in all, and not "
        + "`supplementary`"
    case .target: "a target of 0 asks for nothing"
    default: nil
    }
  }
}
