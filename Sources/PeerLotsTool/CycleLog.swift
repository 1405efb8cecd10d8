import Drawing
import Members
import Phrases
import Records

/// A whole cycle in sentences, command by command.
struct CycleLog {
  /// One command.
  private struct Entry {
    let heading: String
    var sentences: [String]
    let details: [String]
  }

  private let title: String
  private var entries: [Entry] = []
  private var remarks: [String] = []

  /// Tells the commands of a ledger that was replayed.
  ///
  /// - Parameters:
  ///   - ledger: The ledger.
  ///   - pending: Its last events, where they are those of a command that was interrupted.
  init(_ ledger: Ledger, pending: [Event]) {
    title = ledger.opened.rulebook.name
    let events = Array(ledger.events.dropLast(pending.count))
    var announced: [DrawName: Int] = [:]
    var cycle: Cycle?
    for chapter in Chapter.all(of: events) {
      let before = cycle
      let after =
        before?.following(chapter.events)
        ?? Cycle(opening: ledger.opened).following(chapter.events.dropFirst())
      cycle = after
      let english = English(.indicative, after.rulebook)
      let narration = Narration(chapter, from: before, to: after, english) {
        Quotation.title(of: $0)
      }
      let lines = chapter.index + 1...chapter.index + chapter.events.count
      var sentences = [english.lines(lines)]
      switch chapter.events[0] {
      case .announced(let event): announced[event.draw] = lines.lowerBound
      case .withdrawn(let event): announced[event.draw] = nil
      case .seeded(let seeded):
        sentences.append(english.wasAnnounced(atLine: announced.removeValue(forKey: seeded.draw)))
        sentences.append(english.seed(seeded.seed.text, of: seeded.draw.text))
      case .ticket(let drawn):
        sentences.append(english.wasAnnounced(atLine: announced.removeValue(forKey: drawn.draw)))
      default: break
      }
      entries.append(
        Entry(
          heading: narration.heading, sentences: sentences + narration.sentences,
          details: narration.details))
    }
    if !pending.isEmpty {
      remarks.append(
        "The draw \"\(LedgerReplay.name(of: pending))\" was interrupted and is not told here.")
    }
    if let tail = ledger.tornTail { remarks.append("Line \(tail.line) is torn.") }
    remarks.append("The last line has the hash \(ledger.lastHash.text)")
  }

  /// As plain text.
  var text: String {
    var lines = [title, ""]
    for entry in entries {
      lines.append(entry.heading)
      lines += entry.sentences.map { "  \($0)" } + entry.details.map { "  - \($0)" }
      lines.append("")
    }
    return (lines + remarks).joined(separator: "\n") + "\n"
  }

  /// As Markdown.
  var markdown: String {
    var lines = ["# \(Self.escaped(title))", ""]
    for entry in entries {
      lines += ["## \(Self.escaped(entry.heading))", ""]
      lines += [entry.sentences.map(Self.escaped).joined(separator: " "), ""]
      if entry.details.isEmpty { continue }
      lines += entry.details.map { "- \(Self.escaped($0))" } + [""]
    }
    return (lines + remarks.map(Self.escaped)).joined(separator: "\n") + "\n"
  }

  /// A text in which Markdown finds nothing to obey.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>#|&".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
