import Members
import Rules
import Yams

extension RulebookReader {
  static let shortKeys = ["per_review", "same_region", "open_seats", "similar_legal_system"]
  private static let kindKeys = ["name", "count", "group", "legal_system"]

  /// Reads the seats in the long form or in the short one.
  static func readSeats(
    of reviewers: YAMLNodes.Section, _ nodes: inout YAMLNodes, into rulebook: inout Rulebook
  ) {
    let perReview = nodes.number("per_review", of: reviewers, in: 1...SeatKind.mostSeats)
    let sameRegion = nodes.number("same_region", of: reviewers, in: 0...1)
    let openSeats: Rulebook.OpenSeats? = nodes.word("open_seats", of: reviewers)
    let similar: Rulebook.SimilarLegalSystem? = nodes.word("similar_legal_system", of: reviewers)
    let short = shortKeys.filter { reviewers.values[$0] != nil }
    guard let list = reviewers.values["seats"] else {
      if short.isEmpty { return }
      rulebook.seats = Rulebook.seats(
        perReview: perReview ?? rulebook.reviewersPerReview,
        sameRegion: sameRegion ?? rulebook.regionalSeats,
        openSeats: openSeats ?? rulebook.openSeats,
        similarLegalSystem: similar
          ?? (rulebook.regionalPlace == nil ? .preferred : rulebook.similarLegalSystem))
      return
    }
    for key in short {
      nodes.report(
        .rulebook(.bothForms(short: key)), at: reviewers.values[key], reviewers.prefix + key)
    }
    if let kinds = kinds(of: reviewers, list, &nodes) { rulebook.seats = kinds }
  }

  /// The kinds of a list; nil where it is wrong.
  private static func kinds(
    of reviewers: YAMLNodes.Section, _ list: Node, _ nodes: inout YAMLNodes
  ) -> [SeatKind]? {
    let path = reviewers.prefix + "seats"
    guard let entries = nodes.mappings("seats", of: reviewers, keys: kindKeys) else { return nil }
    var kinds: [SeatKind] = []
    var lines: [Label: Int] = [:]
    var lineOfSame: Int?
    for (node, section) in entries {
      guard let kind = kind(section, node, &nodes) else { continue }
      let line = node.mark?.line ?? 0
      if let earlier = lines[kind.name] {
        nodes.report(
          .rulebook(.repeatedKind(Quotation(kind.name.text), earlierLine: earlier)),
          at: section.values["name"], path + ".name")
        continue
      }
      lines[kind.name] = line
      if kind.group == .same {
        if let earlier = lineOfSame {
          nodes.report(
            .rulebook(.secondSame(earlierLine: earlier)), at: section.values["group"],
            path + ".group")
          continue
        }
        lineOfSame = line
      } else if kind.legalSystem == .preferred {
        nodes.report(
          .rulebook(.preferredOutside), at: section.values["legal_system"], path + ".legal_system")
        continue
      }
      kinds.append(kind)
    }
    guard kinds.count == entries.count else { return nil }
    return checked(kinds, list, path, &nodes)
  }

  private static func kind(
    _ section: YAMLNodes.Section, _ node: Node, _ nodes: inout YAMLNodes
  ) -> SeatKind? {
    nodes.require(["name"], in: section, at: node)
    let count = nodes.number("count", of: section, in: 0...SeatKind.mostSeats)
    let group: SeatKind.Group? = nodes.word("group", of: section)
    let legalSystem: SeatKind.LegalSystem? = nodes.word("legal_system", of: section)
    guard let name = nodes.text("name", of: section) else { return nil }
    guard SeatKind.isName(name) else {
      nodes.report(
        .rulebook(.kindName(Quotation(name))), at: section.values["name"], section.prefix + "name")
      return nil
    }
    func isWrong(_ key: String, _ isRead: Bool) -> Bool {
      section.values[key] != nil && !isRead
    }
    if isWrong("count", count != nil) || isWrong("group", group != nil)
      || isWrong("legal_system", legalSystem != nil)
    {
      return nil
    }
    return SeatKind(
      name: Label(name), count: count ?? 1, group: group ?? .any,
      legalSystem: legalSystem ?? .ignored)
  }

  /// The kinds, where there are neither too many nor too few; with one for seats that give up their
  /// group where all others are of the same.
  private static func checked(
    _ kinds: [SeatKind], _ list: Node, _ path: String, _ nodes: inout YAMLNodes
  ) -> [SeatKind]? {
    guard 1...SeatKind.mostKinds ~= kinds.count else {
      nodes.report(
        .rulebook(.kindCount(kinds.count, most: SeatKind.mostKinds)), at: list, path)
      return nil
    }
    let seats = kinds.reduce(0) { $0 + $1.count }
    guard 1...SeatKind.mostSeats ~= seats else {
      nodes.report(.rulebook(.seatCount(seats, most: SeatKind.mostSeats)), at: list, path)
      return nil
    }
    if kinds.contains(where: { $0.group != .same }) { return kinds }
    let name: Label = kinds[0].name == "open" ? "any" : "open"
    return kinds + [SeatKind(name: name, count: 0)]
  }
}
