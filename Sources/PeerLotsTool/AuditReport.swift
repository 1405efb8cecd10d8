import Drawing
import Members
import Pairing
import Records
import Rules

/// What reviewers drawn in the past break, how the work was shared, and what was possible.
struct AuditReport {
  private let data: CycleData
  private let drawn: [ImportedReviewer]
  private let back: LookBack
  /// How many reviews each State does, one entry per State.
  private let loads: [Int]
  /// Whether every State to be reviewed is in the table, so that rules of whole cycles apply.
  private let isWhole: Bool
  /// The breaches, rule by rule in the order of the paragraphs.
  let breaches: [Breach]
  /// The best vector of these reviews; nil where the rules could not be kept at all.
  private let best: WaiverVector?

  init(_ data: CycleData, _ drawn: [ImportedReviewer]) throws {
    self.data = data
    self.drawn = drawn
    back = LookBack(
      membership: data.membership, rulebook: data.rulebook, conflicts: data.conflicts,
      exclusions: data.exclusions, drawn: drawn)
    loads = back.loads
    isWhole = back.underReview.count == data.membership.reviewedCount
    breaches = back.breaches + (isWhole ? back.breachesOfWholeCycle : [])
    do throws(PairingFailure) {
      best = try Lookahead.best(of: Self.problem(data, back, isWhole: isWhole))
    } catch { throw DrawingFailure.undecided(error) }
  }

  /// The question of the same reviews before anything was drawn; what counts at the end of a cycle is
  /// left aside where it has more.
  private static func problem(
    _ data: CycleData, _ back: LookBack, isWhole: Bool
  ) -> PairingProblem {
    var rulebook = data.rulebook
    if !isWhole { (rulebook.minimumLoad, rulebook.targetLoad) = (0, 0) }
    let isReviewed = Set(back.underReview)
    let states = data.membership.states.enumerated().map { index, state in
      State(
        code: state.code, name: state.name, region: state.region, protocols: state.protocols,
        legalSystems: state.legalSystems, languages: state.languages,
        isReviewed: isReviewed.contains(index), isReviewer: state.isReviewer,
        own: OwnNumbers(
          seats: state.own.seats, minimum: isWhole ? state.own.minimum : nil,
          maximum: state.own.maximum))
    }
    var problem = PairingProblem(
      membership: Membership(states), rulebook: rulebook, conflicts: data.conflicts,
      exclusions: data.exclusions)
    for review in back.draw.assignment.reviews { problem.years[review.underReview] = review.year }
    return problem
  }

  /// Whether nothing is broken that is more than a preference.
  var isKept: Bool { breaches.allSatisfy { Self.isPreference($0.rule) } }

  private static func isPreference(_ rule: String) -> Bool {
    WaivableRule(rawValue: rule)?.isPreference ?? false
  }

  /// The rules that are broken, in the order of the paragraphs.
  private var rules: [(rule: String, paragraph: String, breaches: [Breach])] {
    var order: [String] = []
    for breach in breaches where !order.contains(breach.rule) { order.append(breach.rule) }
    return order.map { rule in
      let all = breaches.filter { $0.rule == rule }
      return (rule, all[0].paragraph, all)
    }
  }

  /// What the reviews cost of each rule that the rulebook may waive, as `best` counts it.
  private var cost: WaiverVector {
    var vector = WaiverVector(rules: data.rulebook.waivers)
    for (level, rule) in vector.rules.enumerated() {
      vector.counts[level] = breaches.count { $0.rule == rule.rawValue }
    }
    return vector
  }

  // MARK: Groups and loads

  /// How many States did so many reviews, from the fewest.
  private var shares: [(load: Int, states: Int)] {
    let loads = data.membership.states.indices.filter { data.membership.states[$0].isReviewer }
      .map { self.loads[$0] }
    return Set(loads).sorted().map { load in (load, loads.count { $0 == load }) }
  }

  /// For each group, its States under review and the reviews that it did.
  private var groups: [(group: Label, underReview: Int, reviews: Int)] {
    let states = data.membership.states
    var counts: [Label: (Int, Int)] = [:]
    for review in back.draw.assignment.reviews {
      counts[states[review.underReview].region, default: (0, 0)].0 += 1
      for reviewer in review.reviewers {
        counts[states[reviewer].region, default: (0, 0)].1 += 1
      }
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value.0, $0.value.1) }
  }

  /// How many reviews had a reviewer of the group.
  private var withOwnGroup: Int {
    let states = data.membership.states
    return back.draw.assignment.reviews.count { review in
      let group = states[review.underReview].region
      return !group.isEmpty && review.reviewers.contains { states[$0].region == group }
    }
  }

  // MARK: Forms

  /// For a person.
  var lines: [String] {
    let reviews = back.underReview.count
    let part =
      isWhole
      ? ""
      : "; rules of whole cycles are left aside, for \(data.membership.reviewedCount) States "
        + "are to be reviewed"
    var lines = [
      "\(Words.count(reviews, "State")) under review, "
        + "\(Words.count(drawn.count, "reviewer"))\(part).",
      "Rulebook: \(data.rulebook.name).", "",
    ]
    lines.append(breaches.isEmpty ? "No rule is broken." : "What is broken:")
    for (rule, paragraph, breaches) in rules {
      let times = breaches.count == 1 ? "once" : "\(breaches.count) times"
      lines.append("\(rule) (\(paragraph)), \(times):")
      lines += breaches.map { "- \($0.sentence)" }
    }
    lines += ["", "What was possible for these reviews:"]
    switch best {
    case nil: lines.append("- the rules could not be kept, whatever was waived")
    case let best? where best.rules.isEmpty: lines.append("- to keep every rule")
    case let best?: lines += ["- at best: \(best.text)", "- as drawn: \(cost.text)"]
    }
    lines += ["", "Reviews done by a State:"]
    lines += shares.map { "- \($0.load): \(Words.count($0.states, "State"))" }
    lines += ["", "By group:"]
    lines += groups.map { group, underReview, reviews in
      "- \(group.isEmpty ? "no group" : Quotation.escaped(group.text)): \(underReview) under review, "
        + "\(Words.count(reviews, "review")) done"
    }
    return lines + ["- with a reviewer of its own group: \(withOwnGroup) of \(reviews)"]
  }

  /// The breaches, a row each.
  var csv: [UInt8] {
    var bytes: [UInt8] = []
    DelimitedLine.append(["rule", "paragraph", "state", "sentence"], to: &bytes)
    for breach in breaches {
      DelimitedLine.append(
        [
          breach.rule, breach.paragraph, data.membership.states[breach.state].code.text,
          breach.sentence,
        ], to: &bytes)
    }
    return bytes
  }

  /// All of it as one object.
  var json: [UInt8] {
    func number(_ value: Int) -> JSONValue { .integer(Int128(value)) }
    let states = data.membership.states
    let broken = breaches.map { breach in
      JSONValue.object([
        JSONField("rule", .text(Label(breach.rule))),
        JSONField("paragraph", .text(Label(breach.paragraph))),
        JSONField("state", .text(states[breach.state].code)),
        JSONField("sentence", .text(Label(breach.sentence))),
      ])
    }
    let byGroup = groups.map { group, underReview, reviews in
      JSONField(
        group,
        .object([
          JSONField("under_review", number(underReview)), JSONField("reviews", number(reviews)),
        ]))
    }
    var bytes: [UInt8] = []
    JSONValue.object([
      JSONField("kept", .bool(isKept)),
      JSONField("rulebook", .text(Label(data.rulebook.name))),
      JSONField("under_review", number(back.underReview.count)),
      JSONField("reviewers", number(drawn.count)),
      JSONField("whole", .bool(isWhole)),
      JSONField("breaches", .array(broken)),
      JSONField("drawn", cost.json),
      JSONField("best", best?.json ?? .null),
      JSONField(
        "loads",
        .object(
          states.indices.filter { states[$0].isReviewer || loads[$0] > 0 }.map {
            JSONField(states[$0].code, number(loads[$0]))
          })),
      JSONField("groups", .object(byGroup)),
      JSONField("with_own_group", number(withOwnGroup)),
    ]).write(to: &bytes)
    return bytes + [UInt8(ascii: "\n")]
  }
}
