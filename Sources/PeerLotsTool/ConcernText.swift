import Explanations
import Members
import Records
import Rules

/// What a rule costs, and whom, in sentences.
struct ConcernText {
  /// States of one group that are named.
  private static let mostOfAGroup = 6
  /// States of one rule that are named.
  private static let mostNames = 18

  let membership: Membership

  /// What so many waivers of a rule are.
  static func sentence(_ rule: WaivableRule, _ count: Int) -> String {
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

  /// Whom a rule costs it, in every best completion and in some.
  func who(_ concerns: [Explanation.Concern]) -> String {
    let certain = concerns.filter { $0.least == $0.most }
    let open = concerns.filter { $0.least < $0.most }
    var parts: [String] = []
    if !certain.isEmpty {
      let list = list(certain) { concern in
        let among = names(concern.states)
        return concern.states.count == 1
          ? (concern.most == 1 ? among : "\(among): \(concern.most)")
          : "\(concern.most) among \(among)"
      }
      parts.append("Whatever the lots: \(list).")
    }
    if !open.isEmpty {
      let certainly = open.filter { $0.least > 0 }
      let least = list(certainly) { "at least \($0.least) of \(names($0.states))" }
      parts.append(
        "Depending on the lots, \(certain.isEmpty ? "" : "also ")some of: "
          + list(open) { names($0.states) } + (least.isEmpty ? "." : " (\(least))."))
    }
    return parts.joined(separator: " ")
  }

  /// Groups of States one after the other, until enough States are named.
  private func list(
    _ concerns: [Explanation.Concern], _ text: (Explanation.Concern) -> String
  ) -> String {
    var (texts, named): ([String], Int) = ([], 0)
    for (place, concern) in concerns.enumerated() {
      if named >= Self.mostNames {
        let more = concerns[place...].reduce(0) { $0 + $1.states.count }
        texts.append("and \(more) more")
        break
      }
      texts.append(text(concern))
      named += min(concern.states.count, Self.mostOfAGroup)
    }
    return texts.joined(separator: "; ")
  }

  /// The first States by name, and how many more there are.
  private func names(_ states: [Int]) -> String {
    let shown = states.prefix(Self.mostOfAGroup).map { Quotation.title(of: membership.states[$0]) }
    let more = states.count - shown.count
    return shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}
