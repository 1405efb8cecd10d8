import Explanations
import Members
import Pairing
import Records
import Rules

/// The answer of `check` as an object.
struct CheckJSON {
  let data: CycleData
  let best: WaiverVector?
  let explanation: ExplanationText?
  let warnings: [(warning: MembershipWarning, text: String)]
  let remarks: [String]
  /// The States without a list of experts; nil where none was given.
  var withoutExperts: [Label]?

  /// The bytes, with a newline.
  var bytes: [UInt8] {
    let explained = explanation?.explanation
    var bytes: [UInt8] = []
    JSONValue.object(fields(explained) + expertFields).write(to: &bytes)
    return bytes + [UInt8(ascii: "\n")]
  }

  private var expertFields: [JSONField] {
    withoutExperts.map { [JSONField("without_experts", .texts($0))] } ?? []
  }

  private func fields(_ explained: Explanation?) -> [JSONField] {
    [
      JSONField("kept", .bool(best?.isKept ?? false)),
      JSONField("best", best.map(vector) ?? .null),
      JSONField("states", number(data.membership.states.count)),
      JSONField("under_review", number(data.membership.reviewedCount)),
      JSONField("concerns", .array((explained?.concerns ?? []).map(concern))),
      JSONField("all_concerns", .bool(explained?.hasAllConcerns ?? true)),
      JSONField("explanation", explanation.map { text($0.text) } ?? .null),
      JSONField("relaxed", explained.map { vector($0.relaxed) } ?? .null),
      JSONField("conflicts", .array(conflicts)),
      JSONField("rule_conflicts", .array(ruleConflicts)),
      JSONField("unexplained", number(explained?.unexplained ?? 0)),
      JSONField("remedies", .array(remedies)),
      JSONField("helped_by_waiver", .object(helpedByWaiver)),
      JSONField("untried", number(explained?.untried ?? 0)),
      JSONField("warnings", .array(warnings.map(warning))),
      JSONField("remarks", .array(remarks.map(text))),
      JSONField("rulebook", data.rulebook.json),
    ]
  }

  // MARK: Values

  private func number(_ value: Int) -> JSONValue { .integer(Int128(value)) }

  private func text(_ text: String) -> JSONValue { .text(Label(text)) }

  private func codes(_ states: [Int]) -> JSONValue {
    .texts(states.map { data.membership.states[$0].code })
  }

  private func vector(_ vector: WaiverVector) -> JSONValue {
    .object(zip(vector.rules, vector.counts).map { JSONField(Label($0.rawValue), number($1)) })
  }

  private func concern(_ concern: Explanation.Concern) -> JSONValue {
    .object([
      JSONField("rule", text(concern.rule.rawValue)),
      JSONField("waivable", .bool(concern.isWaivable)),
      JSONField("states", codes(concern.states)),
      JSONField("least", number(concern.least)),
      JSONField("most", number(concern.most)),
    ])
  }

  private func warning(_ warning: (warning: MembershipWarning, text: String)) -> JSONValue {
    .object([
      JSONField("kind", text(warning.warning.kind.rawValue)),
      JSONField("states", codes(warning.warning.states)),
      JSONField("reviewers", codes(warning.warning.reviewers)),
      JSONField("text", text(warning.text)),
    ])
  }

  // MARK: Conflicts

  private var conflicts: [JSONValue] {
    guard let explanation else { return [] }
    return zip(explanation.explanation.conflicts, explanation.conflictTexts).map {
      conflict, words in
      .object([
        JSONField("rule", text(conflict.rule.rawValue)),
        JSONField("waivers", number(conflict.times)),
        JSONField("text", text(words)),
        JSONField("demands", .array(conflict.demands.map(demand))),
        JSONField("options", codes(conflict.options)),
        JSONField("follows", .array(conflict.follows.map(number))),
        JSONField("certificate", certificate(conflict)),
      ])
    }
  }

  private var ruleConflicts: [JSONValue] {
    guard let explanation else { return [] }
    return zip(explanation.explanation.ruleConflicts, explanation.ruleConflictTexts).map {
      conflict, words in
      .object([
        JSONField("rule", text(conflict.rule.rawValue)),
        JSONField("states", codes(conflict.states)),
        JSONField("rules", .texts(conflict.rules.map { Label($0.rawValue) })),
        JSONField("smallest", .bool(conflict.isSmallest)),
        JSONField("text", text(words)),
      ])
    }
  }

  private func demand(_ demand: Demand) -> JSONValue {
    .object([
      JSONField("rule", text(demand.rule.rawValue)),
      JSONField("states", codes(demand.states)),
      JSONField("count", number(demand.count)),
    ])
  }

  private func certificate(_ conflict: SmallestConflict) -> JSONValue {
    guard let count = conflict.count else {
      return .object([
        JSONField("kind", text("program")), JSONField("format", text("lp")),
        JSONField("program", text(conflict.programText)),
      ])
    }
    return .object([
      JSONField("kind", text("count")),
      JSONField("needed", number(count.needed)),
      JSONField("available", number(count.available)),
      JSONField("needs", .array(count.needs.map(need))),
      JSONField("places", .array(count.places.map(place))),
    ])
  }

  private func need(_ need: CountingArgument.Need) -> JSONValue {
    .object([
      JSONField("rule", text(need.rule.rawValue)),
      JSONField("states", codes(need.states)),
      JSONField("each", number(need.each)),
      JSONField("times", number(need.times)),
    ])
  }

  private func place(_ place: CountingArgument.Place) -> JSONValue {
    let (name, states, others): (String, [Int], [Int]) =
      switch place.limit {
      case .seats(let states): ("seats", states, [])
      case .regionalSeats(let states): ("regional_seats", states, [])
      case .pairs(let states, let reviewers): ("pairs", states, reviewers)
      case .maximum(let states): ("maximum_load", states, [])
      case .mutual(let states, let others): ("mutual_reviews", states, others)
      }
    return .object([
      JSONField("limit", text(name)),
      JSONField("states", codes(states)),
      JSONField("reviewers", codes(others)),
      JSONField("most", number(place.most)),
      JSONField("times", number(place.times)),
    ])
  }

  // MARK: Remedies

  private var remedies: [JSONValue] {
    guard let explanation else { return [] }
    return zip(explanation.explanation.remedies, explanation.remedyTexts).map { remedy, words in
      .object(
        change(remedy.change) + [
          JSONField("best", vector(remedy.best)),
          JSONField("kept", .bool(remedy.best.isKept)),
          JSONField("text", text(words)),
        ])
    }
  }

  /// For whom each rule could be given up.
  private var helpedByWaiver: [JSONField] {
    guard let explained = explanation?.explanation else { return [] }
    return explained.relaxed.rules.map { rule in
      JSONField(Label(rule.rawValue), codes(explained.helpedByWaiver[rule] ?? []))
    }
  }

  private func change(_ change: Change) -> [JSONField] {
    func code(_ state: Int) -> JSONValue { .text(data.membership.states[state].code) }
    switch change {
    case .lift(let state, let reviewer):
      return [
        JSONField("change", text("lift_conflict")), JSONField("under_review", code(state)),
        JSONField("reviewer", code(reviewer)),
      ]
    case .letSitTogether(let one, let other):
      return [
        JSONField("change", text("lift_exclusion")), JSONField("reviewer", code(one)),
        JSONField("other", code(other)),
      ]
    case .raisePerYear(let most):
      return [JSONField("change", text("raise_per_year")), JSONField("per_year", number(most))]
    case .allowTwoOfAGroup: return [JSONField("change", text("allow_two_of_a_group"))]
    case .exchangeSeat(let from, let to):
      let seats = data.rulebook.seats
      return [
        JSONField("change", text("exchange_seat")), JSONField("from", .text(seats[from].name)),
        JSONField("to", .text(seats[to].name)),
      ]
    case .accede(let state, let protocolCode):
      return [
        JSONField("change", text("accede")), JSONField("state", code(state)),
        JSONField("protocol", .text(protocolCode)),
      ]
    case .raiseMaximum(let maximum):
      return [JSONField("change", text("raise_maximum")), JSONField("maximum", number(maximum))]
    case .raiseOwnMaximum(let state, let maximum):
      return [
        JSONField("change", text("raise_own_maximum")), JSONField("state", code(state)),
        JSONField("maximum", number(maximum)),
      ]
    case .waive(let rule, let count, let states):
      return [
        JSONField("change", text("waive")), JSONField("rule", text(rule.rawValue)),
        JSONField("count", number(count)), JSONField("states", codes(states)),
      ]
    }
  }
}
