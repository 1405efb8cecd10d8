import Members
import Rules

/// Changes that would help, as sentences.
extension ConflictText {
  /// What would change, and what it would do.
  ///
  /// - Parameters:
  ///   - remedy: The change.
  ///   - before: The best vector without it.
  public func text(_ remedy: Remedy, before: WaiverVector) -> String {
    let effect: String
    if remedy.best.isZero {
      effect = "all rules could be kept"
    } else if remedy.best.isKept && !before.isKept {
      effect = "all rules could be kept but for \(NumberWord.of(remedy.best[.legalSystem])) similar "
        + "legal \(remedy.best[.legalSystem] == 1 ? "system" : "systems")"
    } else {
      let changes = zip(before.rules, zip(before.counts, remedy.best.counts)).compactMap {
        rule, counts -> String? in
        counts.0 == counts.1 ? nil : "\(rule.rawValue) \(counts.1) instead of \(counts.0)"
      }
      effect = "this would be left to waive: \(changes.joined(separator: ", "))"
        + (changes.count == before.counts.count { $0 > 0 } ? "" : ", all else as before")
    }
    return "\(condition(remedy.change)), \(effect)."
  }

  private func condition(_ change: Change) -> String {
    switch change {
    case .lift(let underReview, let reviewer):
      return "If the conflicts table let \(names([reviewer])) review \(names([underReview]))"
    case .accede(let state, let code):
      return "If \(names([state])) acceded to the Protocol \(code)"
    case .raiseMaximum(let maximum):
      return "If every State could do \(NumberWord.of(maximum, "review")) (para. 20)"
    case .waive(let rule, let count, let states):
      let whom =
        count == 1
        ? "for \(names(states, "or"))" : "\(NumberWord.of(count)) times for States of \(names(states))"
      return "If \(Self.what(rule)) were given up \(whom)"
    }
  }

  /// A rule as what is given up.
  static func what(_ rule: WaivableRule) -> String {
    switch rule {
    case .seat: "a reviewer (para. 18)"
    case .sameRegion: "the reviewer of the regional group (para. 19)"
    case .minimumLoad: "a review below the minimum (para. 20)"
    case .legalSystem: "the similar legal system (para. 19)"
    }
  }
}
