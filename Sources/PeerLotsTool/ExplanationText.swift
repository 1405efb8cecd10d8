import Drawing
import Explanations
import Members
import Pairing
import Records
import Rules

/// Why the rules cannot all be kept, in sentences.
struct ExplanationText {
  private let data: CycleData
  let explanation: Explanation

  init(_ data: CycleData, best: WaiverVector?) throws {
    self.data = data
    do {
      explanation = try Explanation(data.problem, best: best)
    } catch { throw DrawingFailure.undecided(error) }
  }

  /// One paragraph for each rule that cannot be kept, as many as a screen holds.
  var text: String { lines(atMost: Screen.lines).joined(separator: "\n") }

  /// What is said first.
  private var opening: String {
    guard let best = explanation.best else {
      return "No completion keeps the rules that the rulebook never waives. The least that would "
        + "have to be given up:"
    }
    return best.isKept
      ? "What the rulebook only prefers cannot all be had. The least of it that must be given up:"
      : "The rules cannot all be kept. The least that must be given up:"
  }

  /// The explanation in so many lines, or a few more: the rules first, then why, then what helps.
  func lines(atMost most: Int) -> [String] {
    var lines = [opening]
    let concernText = ConcernText(membership: data.membership)
    for (rule, count) in zip(explanation.relaxed.rules, explanation.relaxed.counts) where count > 0
    {
      let concerns = explanation.concerns.filter { $0.rule == rule }
      lines.append("- \(ConcernText.sentence(rule, count)) \(concernText.who(concerns))")
      if explanation.best == nil && !data.rulebook.canWaive(rule) {
        lines.append("  The rulebook does not list `\(rule.rawValue)` under `waivers`.")
      }
    }
    if !explanation.hasAllConcerns {
      lines.append("More States are concerned than could be listed here.")
    }
    let (why, help) = (why, help)
    let left = most - Screen.height(lines + whyEnd + helpEnd) - 2
    let shares = Screen.shares(of: [why, help], in: left)
    if !why.isEmpty { lines += ["Why:"] + Screen.first(shares[0], of: why, indent: "  ") + whyEnd }
    if !help.isEmpty {
      lines.append("What would help, the least first:")
      lines += Screen.first(shares[1], of: help) + helpEnd
    }
    return lines
  }

  /// The conflicts that are told one by one: those that fall short of the same limits as an earlier
  /// one are only counted with it.
  private var told: [(first: Int, others: [Int])] {
    var told: [(first: Int, others: [Int])] = []
    let conflicts = explanation.conflicts
    for (index, conflict) in conflicts.enumerated() {
      let reviewers = Self.overloaded(conflict)
      let place = told.firstIndex { group in
        let first = conflicts[group.first]
        return !conflict.follows.isEmpty && conflict.rule == first.rule
          && reviewers != nil && reviewers == Self.overloaded(first)
      }
      if let place { told[place].others.append(index) } else { told.append((index, [])) }
    }
    return told
  }

  /// The reviewers whose maximum alone makes a conflict; nil where there is more to it.
  private static func overloaded(_ conflict: SmallestConflict) -> [Int]? {
    let others: Set<DemandRule> = [.mutualReviews, .conflicts, .minimumLoad]
    if conflict.demands.contains(where: { others.contains($0.rule) }) { return nil }
    let loaded = conflict.demands.filter { $0.rule == .maximumLoad }.flatMap(\.states)
    return loaded.isEmpty ? nil : loaded.sorted()
  }

  /// The smallest conflicts, numbered where there are several.
  private var why: [String] {
    let rules = ruleConflictTexts
    if !rules.isEmpty {
      return rules.enumerated().map { number, text in
        rules.count == 1 ? "  \(text)" : "  \(number + 1). \(text)"
      }
    }
    let (told, texts) = (told, conflictTexts)
    var lines: [String] = []
    for (number, group) in told.enumerated() {
      var text = texts[group.first]
      let others = group.others.map { explanation.conflicts[$0] }
      let count = others.reduce(0) { $0 + $1.times }
      if count > 0 {
        let states = Set(others.flatMap { $0.options + $0.setAside }).sorted()
        text +=
          " For want of the same reviews \(NumberWord.of(count, "more waiver")) "
          + "\(count == 1 ? "is" : "are") needed among \(writer.names(states))."
      }
      lines.append(told.count == 1 ? "  \(text)" : "  \(number + 1). \(text)")
    }
    return lines
  }

  /// What is said after the conflicts.
  private var whyEnd: [String] {
    if explanation.unexplained == 0 { return [] }
    let waivers = Words.count(explanation.unexplained, "more waiver")
    return ["  \(waivers) would follow; so many are not told one by one."]
  }

  /// The smallest changes that would help.
  private var help: [String] {
    let shown = told.map { explanation.conflicts[$0.first] }
    let remedies = explanation.remedies.filter { remedy in
      guard case .waive(let rule, let count, let states) = remedy.change else { return true }
      return shown.contains {
        $0.rule == rule && $0.times == count && Set($0.options).isSubset(of: states)
      }
    }
    return (sentences(of: remedies) + otherWaivers(than: remedies)).map { "- \($0)" }
  }

  /// What is said after the changes that would help.
  private var helpEnd: [String] {
    var lines: [String] = []
    if explanation.untried > 0 {
      let changes = Words.count(explanation.untried, "more change")
      lines.append("\(changes) of one State or pair might help; so many were not tried.")
    }
    lines.append(
      "One more year would not help: the years decide only when a State is reviewed, not by whom.")
    return lines
  }

  /// Each change in a sentence, accessions to one Protocol with one effect in one.
  private func sentences(of remedies: [Remedy]) -> [String] {
    var texts: [String] = []
    var last: (code: ProtocolCode, best: WaiverVector, states: [Int])?
    func close() {
      guard let whole = last else { return }
      texts.append(
        writer.text(
          whole.states, accedingTo: whole.code, best: whole.best, before: explanation.relaxed))
      last = nil
    }
    for remedy in remedies {
      guard case .accede(let state, let code) = remedy.change else {
        close()
        texts.append(writer.text(remedy, before: explanation.relaxed))
        continue
      }
      if last?.code != code || last?.best != remedy.best { close() }
      last = (code, remedy.best, (last?.states ?? []) + [state])
    }
    close()
    return texts
  }

  /// Whom else a rule could be given up for, so that it helps.
  private func otherWaivers(than remedies: [Remedy]) -> [String] {
    explanation.relaxed.rules.compactMap { rule in
      var named: Set<Int> = []
      for case .waive(rule, 1, let states) in remedies.map(\.change) { named.formUnion(states) }
      let others = (explanation.helpedByWaiver[rule] ?? []).filter { !named.contains($0) }
      return others.isEmpty ? nil : writer.text(givingUp: rule, others, isMore: !named.isEmpty)
    }
  }

  /// Each change in a sentence.
  var remedyTexts: [String] {
    explanation.remedies.map { writer.text($0, before: explanation.relaxed) }
  }

  private var writer: ConflictText {
    ConflictText(data.membership, data.rulebook) { Quotation.title(of: $0) }
  }

  /// Each conflict of rules in sentences.
  var ruleConflictTexts: [String] {
    explanation.ruleConflicts.map { writer.text($0) }
  }

  /// Each smallest conflict in sentences.
  var conflictTexts: [String] {
    explanation.conflicts.map { writer.text($0) }
  }
}
