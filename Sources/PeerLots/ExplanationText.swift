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

  /// One paragraph for each rule that cannot be kept.
  var text: String {
    var lines: [String] = []
    if explanation.best == nil {
      lines.append(
        "No completion keeps the rules that the rulebook never waives. The least that would have "
          + "to be given up:")
    } else {
      lines.append("The rules cannot all be kept. The least that must be given up:")
    }
    for (rule, count) in zip(explanation.relaxed.rules, explanation.relaxed.counts) where count > 0
    {
      let concerns = explanation.concerns.filter { $0.rule == rule }
      lines.append("- \(Self.sentence(rule, count)) \(who(concerns))")
      if explanation.best == nil && !data.rulebook.canWaive(rule) {
        lines.append("  The rulebook does not list `\(rule.rawValue)` under `waivers`.")
      }
    }
    if !explanation.hasAllConcerns {
      lines.append("More States are concerned than could be listed here.")
    }
    return (lines + why + help).joined(separator: "\n")
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
    let (told, texts) = (told, conflictTexts)
    if told.isEmpty { return [] }
    var lines = ["Why:"]
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
    if explanation.unexplained > 0 {
      lines.append(
        "  \(Words.count(explanation.unexplained, "more waiver")) would follow; so many are not told "
          + "one by one.")
    }
    return lines
  }

  /// The smallest changes that would help.
  private var help: [String] {
    let shown = Set(told.map(\.first))
    let remedies = explanation.remedies.filter { $0.conflict.map(shown.contains) ?? true }
    let texts = sentences(of: remedies) + otherWaivers(than: remedies)
    if texts.isEmpty { return [] }
    var lines = ["What would help, the least first:"]
    lines += texts.prefix(Self.mostRemedies).map { "- \($0)" }
    if texts.count > Self.mostRemedies {
      lines.append(
        "- and \(texts.count - Self.mostRemedies) more; `--format json` lists them.")
    }
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

  /// Changes that are told; the JSON has all.
  private static let mostRemedies = 20

  /// Each change in a sentence.
  var remedyTexts: [String] {
    explanation.remedies.map { writer.text($0, before: explanation.relaxed) }
  }

  private var writer: ConflictText {
    ConflictText(data.membership, data.rulebook) { Quotation.title(of: $0) }
  }

  /// Each smallest conflict in sentences.
  var conflictTexts: [String] {
    explanation.conflicts.map { writer.text($0) }
  }

  private static func sentence(_ rule: WaivableRule, _ count: Int) -> String {
    let what =
      switch rule {
      case .seat: "\(Words.count(count, "seat")) must stay empty (para. 18)."
      case .sameRegion:
        "\(Words.count(count, "State")) must do without a reviewer of "
          + "\(count == 1 ? "its" : "their") own regional group (para. 19)."
      case .minimumLoad:
        "\(Words.count(count, "review")) below the minimum must stay undone (para. 20)."
      case .supplement:
        "\(Words.count(count, "supplementary seat")) must stay empty (rulebook, supplement)."
      case .targetLoad:
        "\(Words.count(count, "review")) below the target must stay undone (rulebook, target)."
      case .legalSystem:
        "\(Words.count(count, "State")) must do without a reviewer of the group with a similar "
          + "legal system (para. 19)."
      }
    return "\(rule.rawValue): \(what)"
  }

  private func who(_ concerns: [Explanation.Concern]) -> String {
    let certain = concerns.filter { $0.least == $0.most }
    let open = concerns.filter { $0.least < $0.most }
    var parts: [String] = []
    if !certain.isEmpty {
      let list = certain.map { concern in
        let among = names(concern.states)
        return concern.states.count == 1
          ? (concern.most == 1 ? among : "\(among): \(concern.most)")
          : "\(concern.most) among \(among)"
      }
      parts.append("Whatever the lots: \(list.joined(separator: "; ")).")
    }
    if !open.isEmpty {
      let least = open.filter { $0.least > 0 }.map { "at least \($0.least) of \(names($0.states))" }
      parts.append(
        "Depending on the lots, \(certain.isEmpty ? "" : "also ")some of: "
          + open.map { names($0.states) }.joined(separator: "; ")
          + (least.isEmpty ? "." : " (\(least.joined(separator: "; ")))."))
    }
    return parts.joined(separator: " ")
  }

  /// The first States by name, and how many more there are.
  private func names(_ states: [Int]) -> String {
    let shown = states.prefix(6).map { Quotation.title(of: data.membership.states[$0]) }
    let more = states.count - shown.count
    return shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}
