/// Something in the data that is lawful but probably not meant, and where.
public struct Warning: Hashable, Sendable, CustomStringConvertible {
  /// What a warning can be about.
  public enum Remark: Hashable, Sendable {
    /// A column that the program does not know and does not read.
    case unknownColumn(Quotation, known: [String])
    /// A State of a regional group in which nobody else reviews; `others` more are like it.
    case noReviewerInRegion(Quotation, state: String, others: Int)
    /// The same pair as on an earlier line.
    case repeatedPair(earlierLine: Int)
    /// A State with itself; no State ever reviews itself.
    case selfPair(Quotation)
  }

  /// Where it is.
  public let place: Place
  /// What it is about.
  public let remark: Remark

  /// Makes a warning.
  public init(_ remark: Remark, at place: Place) {
    self.place = place
    self.remark = remark
  }

  /// One line: the place, that it is a warning, and what it is about.
  public var description: String { "\(place): warning: \(remark)" }
}

extension Warning.Remark: CustomStringConvertible {
  /// The remark as a sentence without its full stop.
  public var description: String {
    switch self {
    case .unknownColumn(let name, let known):
      "\(name) is not a column of this table and is not read; known: "
        + known.joined(separator: ", ")
    case .noReviewerInRegion(let region, let state, let others):
      "nobody else of the regional group \(region) reviews, so the regional seat of \(state)"
        + (others == 0 ? "" : " (and of \(others) more of the group)") + " can never be kept"
    case .repeatedPair(let line): "the pair stands already on line \(line)"
    case .selfPair(let code): "\(code) is paired with itself; no State ever reviews itself"
    }
  }
}
