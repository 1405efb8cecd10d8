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
    let rest = zip(remedy.best.rules, remedy.best.counts).filter { $1 > 0 }.map(Self.units)
    if rest.isEmpty {
      effect = "all rules could be kept"
    } else if remedy.best.isKept && !before.isKept {
      effect = "all rules could be kept but for \(rest.joined())"
    } else {
      effect = "only \(Self.list(rest)) would have to be given up"
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
        ? "for \(names(states, "or"))"
        : "\(count == 2 ? "twice" : "\(NumberWord.of(count)) times") among \(names(states))"
      return "If \(Self.what(rule)) were given up \(whom)"
    }
  }

  /// `a, b and c`.
  static func list(_ texts: [String], _ joint: String = "and") -> String {
    guard texts.count > 1, let last = texts.last else { return texts.joined() }
    return texts.dropLast().joined(separator: ", ") + " \(joint) \(last)"
  }

  /// So many waivers of a rule.
  static func units(_ rule: WaivableRule, _ count: Int) -> String {
    switch rule {
    case .seat: "\(NumberWord.of(count, "reviewer")) (para. 18)"
    case .sameRegion:
      "\(NumberWord.of(count, "reviewer")) of the regional group (para. 19)"
    case .minimumLoad: "\(NumberWord.of(count, "review")) below the minimum (para. 20)"
    case .legalSystem: "\(NumberWord.of(count, "similar legal system")) (para. 19)"
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
