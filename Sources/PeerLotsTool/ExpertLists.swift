import Members
import Records

/// Which States have named experts before the reviewers are drawn (para. 21).
struct ExpertLists {
  /// The experts.
  let experts: [Expert]
  /// The States that take part in reviews and have named none, in canonical order.
  let without: [State]

  /// Reads a list; what is odd about it is said.
  static func read(_ path: String, _ membership: Membership) throws -> ExpertLists {
    let reading = try ExpertsReader.read(path: path, membership: membership)
    for warning in reading.warnings { Console.say("\(warning)") }
    let named = Set(reading.experts.map(\.state))
    let without = membership.states.filter {
      ($0.isReviewer || $0.isReviewed) && !named.contains($0.code)
    }
    return ExpertLists(experts: reading.experts, without: without)
  }

  /// The States without a list in a sentence.
  var remark: String {
    if without.isEmpty { return "Every State has named experts (para. 21)." }
    let names = without.prefix(Self.mostNamed).map { Quotation.title(of: $0) }
    let rest = without.count - names.count
    return "\(Words.count(without.count, "State")) without a list of experts (para. 21): "
      + names.joined(separator: ", ")
      + (rest > 0 ? " and \(rest) more; `--format json` lists them" : "") + "."
  }

  private static let mostNamed = 40
}
