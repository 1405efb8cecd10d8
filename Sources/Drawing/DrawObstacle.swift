import Members

/// Why a draw that is to be announced cannot come.
public enum DrawObstacle: Hashable, Sendable {
  /// It is done.
  case isDrawn
  /// The membership gives the years.
  case yearsGiven
  /// The cycle has fewer years.
  case noSuchYear(Int)
  /// Another draw has to come first.
  case comesAfter(DrawName)
  /// Another draw was announced that it would have to come before.
  case comesBefore(DrawName)
  /// The next of its kind has another number.
  case otherNumber(DrawName)
  /// There is no such State; the roster has those that may be meant.
  case unknownState(Label, Membership)
  /// The State is not under review.
  case notUnderReview(Label)
  /// As things stand it would draw no lot, so there is nothing to bind.
  case drawsNoLot

  /// The end of a sentence that begins with the draw.
  func text(_ title: (Label) -> String) -> String {
    switch self {
    case .isDrawn: "is already done"
    case .yearsGiven: "cannot come: the membership gives the years"
    case .noSuchYear(let years):
      "cannot come: the cycle has \(years == 1 ? "one year" : "\(years) years")"
    case .comesAfter(let draw): "cannot come before \"\(draw.text)\""
    case .comesBefore(let draw): "cannot come any more: \"\(draw.text)\" is announced before it"
    case .otherNumber(let next): "cannot come: the next of its kind is \"\(next.text)\""
    case .unknownState(let state, _): "cannot come: \(state) is not a State of this cycle"
    case .notUnderReview(let state):
      "cannot come: \(title(state)) is not under review in this cycle"
    case .drawsNoLot: "would draw no lot as things stand, so nothing can be bound"
    }
  }

  /// What could be meant, or done.
  func help(_ draw: DrawName, _ possible: [DrawName]) -> String {
    let others = possible.map { "\"\($0.text)\"" }.joined(separator: ", ")
    switch self {
    case .comesAfter(let first): return "announce or draw \"\(first.text)\" first"
    case .comesBefore(let other): return "withdraw \"\(other.text)\", then announce both in order"
    case .otherNumber(let next): return "announce \"\(next.text)\""
    case .unknownState(let state, let roster):
      let near = roster.states.map(\.code).filter { $0.isNear(state) }
      return near.isEmpty
        ? "what can come now, for instance: \(others)"
        : "did you mean \"\(draw.named(near[0]).text)\"?"
    case .drawsNoLot: return "give the command itself, without a seed"
    case .isDrawn, .yearsGiven, .noSuchYear, .notUnderReview:
      return "what can come now, for instance: \(others)"
    }
  }
}

extension DrawName {
  /// The same draw of another State.
  fileprivate func named(_ state: Label) -> DrawName {
    switch self {
    case .redraw(_, let number): .redraw(state, number)
    case .deferral(_, let number): .deferral(state, number)
    case .standDown(_, let number): .standDown(state, number)
    case .selection, .year, .tickets, .amendment: self
    }
  }
}

extension Label {
  /// Whether two codes differ in letter case or in one letter.
  fileprivate func isNear(_ other: Label) -> Bool {
    let (one, two) = (Array(text.uppercased().utf8), Array(other.text.uppercased().utf8))
    if one.count == two.count { return zip(one, two).count { $0 != $1 } <= 1 }
    let (short, long) = one.count < two.count ? (one, two) : (two, one)
    guard long.count == short.count + 1 else { return false }
    let same = zip(short, long).prefix { $0 == $1 }.count
    return short[same...].elementsEqual(long[(same + 1)...])
  }
}
