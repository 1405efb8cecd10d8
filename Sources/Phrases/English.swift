import Members
import Rules

/// The sentences of English.
///
/// Another language is another type with the same functions; whatever they are about is put together
/// by ``Narration``.
public struct English: Sendable {
  /// Whether things happen, or would.
  public let mood: Mood
  /// Whether the paragraphs of the terms of reference are named: they are not those of other rules.
  let citesParagraphs: Bool
  /// How many States a list names before it counts the rest.
  let longestList: Int

  /// - Parameters:
  ///   - mood: Whether things happen, or would.
  ///   - rulebook: The rules, whose paragraphs are named where they are the terms of reference.
  ///   - longestList: How many States a list names before it counts the rest.
  public init(_ mood: Mood, _ rulebook: Rulebook, longestList: Int = .max) {
    self.mood = mood
    citesParagraphs = rulebook.source.contains("CTOC/COP")
    self.longestList = longestList
  }

  // MARK: Words

  /// A verb for one, or for many.
  func does(_ third: String, _ base: String, _ count: Int = 1) -> String {
    mood == .conditional ? "would \(base)" : count == 1 ? third : base
  }

  /// *To be*, for one or for many.
  func be(_ count: Int = 1) -> String {
    mood == .conditional ? "would be" : count == 1 ? "is" : "are"
  }

  /// A participle with its verb left out: *Released*, or *Would be released*.
  func done(_ participle: String) -> String {
    mood == .conditional
      ? "Would be \(participle)" : participle.prefix(1).uppercased() + participle.dropFirst()
  }

  /// A number with its noun.
  public func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// *A, B and C*; a long list is cut short and says so.
  public func list(_ items: [String]) -> String {
    guard items.count <= longestList else {
      return items.prefix(longestList).joined(separator: ", ")
        + " and \(items.count - longestList) more"
    }
    guard let last = items.last, items.count > 1 else { return items.first ?? "nobody" }
    return items.dropLast().joined(separator: ", ") + " and \(last)"
  }

  /// A paragraph of the terms of reference, in brackets and after a blank.
  func paragraph(_ number: String) -> String { citesParagraphs ? " (para. \(number))" : "" }

  /// What others wrote, as they wrote it.
  func quote(_ text: String) -> String { "\"\(text)\"" }

  /// A lot, in brackets: from how many.
  func among(_ count: Int) -> String {
    count == 1 ? "the only one in the bowl" : "by lot among \(count)"
  }

  // MARK: Waivers

  /// A rule that can be waived.
  public func rule(_ rule: WaivableRule) -> String {
    switch rule {
    case .seat: "a reviewer for every seat"
    case .supplement: "a supplementary reviewer"
    case .sameRegion: "a reviewer of the same regional group"
    case .minimumLoad: "the least number of reviews"
    case .legalSystem: "a similar legal system of the regional reviewer"
    case .targetLoad: "the number of reviews that each State should do"
    }
  }

  /// What a vector waives.
  public func waivers(_ best: WaiverVector) -> String {
    let parts = zip(best.rules, best.counts).filter { $0.1 > 0 }
      .map { "\(rule($0.0)), \($0.1 == 1 ? "once" : "\($0.1) times")" }
    return parts.isEmpty ? "nothing" : parts.joined(separator: "; ")
  }

  /// A rule that was given up for States.
  public func waived(_ rule: WaivableRule, for states: [String], reason: String?) -> String {
    let since = reason.map { ", since \($0)" } ?? ""
    return "\(done("waived")): \(self.rule(rule)), for \(list(states))\(since)."
  }

  /// Another best vector than before.
  func best(_ best: WaiverVector, before: WaiverVector) -> String {
    "Over the whole cycle, what must be waived \(be()) now: \(waivers(best)). Before: "
      + "\(waivers(before))."
  }
}
