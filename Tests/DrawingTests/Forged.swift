import Drawing
import Members
import Rules
import TestingTools

/// Ledgers that no honest draw gives: what was drawn stays, a bowl or a best vector does not.
struct Forged {
  /// The events.
  let events: [Event]
  /// The line that is forged, from 1.
  let line: Int
  /// What was done.
  let what: String

  /// One bowl trimmed, one padded, one with a State exchanged, where there are such bowls.
  static func bowls(_ events: [Event], _ random: inout SplitMix) -> [Forged] {
    guard case .opened(let opened) = events[0] else { return [] }
    let reviewers = opened.membership.states.filter(\.isReviewer).map(\.code)
    let seats = events.indices.filter { lot(events[$0])?.isOfReviewer ?? false }
    var forged: [Forged] = []
    func forge(_ what: String, _ change: (DrawnLot) -> [Label]?) {
      let able = seats.filter { lot(events[$0]).flatMap(change) != nil }
      guard let place = able.isEmpty ? nil : able[random.below(able.count)],
        var own = lot(events[place]), let bowl = change(own)
      else { return }
      own.bowl = bowl.sorted()
      own.index = own.bowl.firstIndex(of: own.drawn) ?? 0
      var changed = events
      changed[place] = .lot(own)
      forged.append(Forged(events: changed, line: place + 1, what: what))
    }
    func missing(_ lot: DrawnLot) -> Label? { lot.bowl.first { $0 != lot.drawn } }
    func vain(_ lot: DrawnLot) -> Label? { reviewers.first { !lot.bowl.contains($0) } }
    forge("trimmed") { lot in missing(lot).map { left in lot.bowl.filter { $0 != left } } }
    forge("padded") { lot in vain(lot).map { lot.bowl + [$0] } }
    forge("exchanged") { lot in
      guard let left = missing(lot), let vain = vain(lot) else { return nil }
      return lot.bowl.filter { $0 != left } + [vain]
    }
    return forged
  }

  private static func lot(_ event: Event) -> DrawnLot? {
    if case .lot(let lot) = event { lot } else { nil }
  }

  /// The best vector of the opening raised and lowered at each place.
  static func bests(_ events: [Event]) -> [Forged] {
    guard case .opened(let opened) = events[0] else { return [] }
    return opened.best.counts.indices.flatMap { place in
      [1, -1].compactMap { step in
        var forged = opened
        forged.best.counts[place] += step
        if forged.best.counts[place] < 0 { return nil }
        return Forged(
          events: [.opened(forged)] + events.dropFirst(), line: 1,
          what: "best \(forged.best.rules[place]) \(step)")
      }
    }
  }

  /// A text with one digit of one number changed, the first line aside.
  static func changingANumber(_ text: String, _ random: inout SplitMix) -> String {
    var bytes = Array(text.utf8)
    let first = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? 0
    let digits = bytes.indices.filter {
      $0 > first && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[$0])
    }
    if digits.isEmpty { return text }
    bytes[digits[random.below(digits.count)]] = UInt8(ascii: "0") + UInt8(random.below(10))
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension DrawnLot {
  /// Whether it is for a seat.
  var isOfReviewer: Bool {
    switch purpose {
    case .regionalReviewer, .openReviewer: true
    default: false
    }
  }
}
