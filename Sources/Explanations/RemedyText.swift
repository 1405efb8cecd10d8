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
    "\(condition(remedy.change)), \(effect(remedy.best, before))."
  }

  /// What it would do if any one of some States acceded to a Protocol.
  public func text(
    _ states: [Int], accedingTo code: ProtocolCode, best: WaiverVector, before: WaiverVector
  ) -> String {
    let who = states.count == 1 ? names(states) : "any one of \(names(states))"
    return "If \(who) acceded to the Protocol \(code), \(effect(best, before))."
  }

  /// For whom else a rule could be given up.
  public func text(givingUp rule: WaivableRule, _ states: [Int], isMore: Bool) -> String {
    let whom = states.count == 1 ? names(states) : "any one of \(names(states))"
    return "To give up \(Self.what(rule)) for \(whom) would \(isMore ? "help too" : "help")."
  }

  /// What would be left to give up.
  private func effect(_ best: WaiverVector, _ before: WaiverVector) -> String {
    let rest = zip(best.rules, best.counts).filter { $1 > 0 }.map(Self.units)
    if rest.isEmpty { return "all rules could be kept" }
    if best.isKept && !before.isKept { return "all rules could be kept but for \(rest.joined())" }
    return "only \(Self.list(rest)) would have to be given up"
  }

  private func condition(_ change: Change) -> String {
    switch change {
    case .lift(let underReview, let reviewer):
      return "If the conflicts table let \(names([reviewer])) review \(names([underReview]))"
    case .letSitTogether(let one, let other):
      return "If the conflicts table let \(names([one, other])) sit on one review"
    case .accede(let state, let code):
      return "If \(names([state])) acceded to the Protocol \(code)"
    case .raiseMaximum(let maximum):
      let whose =
        membership.states.contains { $0.own.maximum != nil } ? " without a maximum of its own" : ""
      return "If every State\(whose) could do \(NumberWord.of(maximum, "review")) (para. 20)"
    case .raiseOwnMaximum(let state, let maximum):
      return "If \(names([state])) could do \(NumberWord.of(maximum, "review")) (para. 20)"
    case .raisePerYear(let most):
      return "If every State could do \(NumberWord.of(most, "review")) in one year (rulebook, "
        + "per_year)"
    case .allowTwoOfAGroup:
      return "If two reviewers of a State could be of one regional group (rulebook, "
        + "distinct_groups)"
    case .exchangeSeat(let from, let to):
      let seats = rulebook.seats
      return "If every review had one more seat of the kind `\(seats[to].name)` and one less of "
        + "the kind `\(seats[from].name)`"
    case .waive(let rule, let count, let states):
      let often = count == 1 ? "" : count == 2 ? "twice " : "\(NumberWord.of(count)) times "
      let whom =
        count == 1 || states.count == 1
        ? "\(often)for \(names(states, "or"))" : "\(often)among \(names(states))"
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
    case .supplement: "\(NumberWord.of(count, "supplementary reviewer")) (rulebook, supplement)"
    case .targetLoad: "\(NumberWord.of(count, "review")) below the target (rulebook, target)"
    }
  }

  /// A rule as what is given up.
  static func what(_ rule: WaivableRule) -> String {
    switch rule {
    case .seat: "a reviewer (para. 18)"
    case .sameRegion: "the reviewer of the regional group (para. 19)"
    case .minimumLoad: "a review below the minimum (para. 20)"
    case .legalSystem: "the similar legal system (para. 19)"
    case .supplement: "a supplementary reviewer (rulebook, supplement)"
    case .targetLoad: "a review below the target (rulebook, target)"
    }
  }
}
