import Drawing
import Explanations
import Members
import Pairing
import Reports
import Rules

/// What a hall shows of a publication while it grows: single pages, and the words of its pages.
extension Publication {
  /// One file; nil where there is none of this path.
  ///
  /// - Complexity: That of the one page, and linear in the number of States.
  public func file(at path: String) -> PublishedFile? {
    if path == "index.html" { return PublishedFile(path: path, text: FrontPage(self).page.text) }
    for tongue in tongues where path.hasPrefix("\(tongue.rawValue)/") {
      let name = path.dropFirst(tongue.rawValue.count + 1)
      guard let file = PageWriter(self, in: tongue).files.first(where: { $0.path == name }) else {
        return nil
      }
      return PublishedFile(path: path, text: file.text())
    }
    return nil
  }

  /// What States, groups and Protocols are called in a language.
  public func names(in tongue: Tongue) -> SpokenNames {
    let writer = PageWriter(self, in: tongue)
    let states = record.states
    let groups = Set(states.map(\.region)).sorted()
    let protocols = Set(states.flatMap(\.protocols)).sorted()
    return SpokenNames(
      states: zip(states, writer.names).map { ($0.code, $1.text) },
      groups: groups.map { ($0, writer.group($0).plain) },
      protocols: protocols.map { ($0, writer.protocolName($0).plain) })
  }

  /// Why a State was not in the bowl of a lot for a seat, in sentences; nil where the line is no
  /// such lot, or the State none of the cycle; empty where it was in the bowl.
  ///
  /// - Parameters:
  ///   - code: The State, by its code of now.
  ///   - line: The line of the lot, from 1.
  /// - Complexity: Linear in the number of lines and States.
  public func absence(of code: Label, atLine line: Int, in tongue: Tongue) -> [String]? {
    guard record.events.indices.contains(line - 1),
      case .lot(let lot) = record.events[line - 1], let (reviewed, _) = lot.purpose.seat
    else { return nil }
    let cycle = Cycle(opening: record.opened).following(record.events[1..<(line - 1)])
    guard let other = cycle.roster.index(of: code), let state = cycle.roster.index(of: reviewed)
    else { return nil }
    if lot.bowl.contains(code) { return [] }
    let writer = PageWriter(self, in: tongue)
    if other == state { return [writer.language.text(.stateUnderReview)] }
    let seat = cycle.seatDrawnNext(of: state) ?? .open
    let reasons = BowlReason.ofThePair(other, in: cycle.problem, seat, state)
      .compactMap(WhyNot.Reason.init)
    return (reasons.isEmpty ? [.later] : reasons).map {
      writer.language.text(writer.sentence($0)).plain
    }
  }
}

/// What States, groups and Protocols are called in a language, by their codes.
public struct SpokenNames: Sendable {
  /// The States of the roster, in canonical order.
  public let states: [(code: Label, name: String)]
  /// The groups, in canonical order.
  public let groups: [(code: RegionalGroup, name: String)]
  /// The Protocols, in canonical order.
  public let protocols: [(code: ProtocolCode, name: String)]
}

extension Publication {
  /// The same publication in other languages.
  ///
  /// - Parameter tongues: The languages, each once; at least one.
  public func inLanguages(_ tongues: [Tongue]) -> Publication {
    Publication(
      record, in: tongues, timetable: timetable, start: start, holidays: holidays, rates: rates,
      odds: odds.map(\.odds))
  }
}
