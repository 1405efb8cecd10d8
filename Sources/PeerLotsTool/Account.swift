import Drawing
import Phrases
import Records

/// What a command says to a person once it has written: what happened, the seed, the hash of the last
/// line, and what to publish. A dry run says it in the conditional.
struct Account {
  private let chapter: Chapter
  private let narration: Narration
  private let english: English
  private let isDryRun: Bool
  private let namesLots: Bool

  /// Long lists are cut short here; the table and `log` have them in full.
  private static let longestList = 20

  init(
    _ chapter: Chapter, from before: Cycle?, to after: Cycle, isDryRun: Bool,
    namesLots: Bool = true, saysDifference: Bool = true
  ) {
    self.chapter = chapter
    self.isDryRun = isDryRun
    self.namesLots = namesLots
    english = Self.english(after, isDryRun: isDryRun)
    narration = Narration(
      chapter, from: before, to: after, english, namesLots: namesLots,
      saysDifference: saysDifference
    ) { Quotation.title(of: $0) }
  }

  /// The language of what is said, with lists that fit a screen.
  static func english(_ cycle: Cycle, isDryRun: Bool) -> English {
    English(isDryRun ? .conditional : .indicative, cycle.rulebook, longestList: longestList)
  }

  /// Says what happened.
  ///
  /// - Parameter remarks: What else there is to say of it.
  func tell(remarks: [String] = []) {
    for sentence in narration.sentences + remarks { Console.say(sentence) }
    guard isDryRun && namesLots else { return }
    for detail in narration.details { Console.say("  \(detail)") }
  }

  /// Says what comes after a table: the seed, what to publish, and the hash alone on the last line.
  ///
  /// - Parameter head: The hash of the ledger's last line; nil where nothing was written.
  func end(head: String?) {
    if isDryRun {
      if namesLots {
        saySeed()
      } else if chapter.seeded != nil {
        Console.say(english.seedDecides)
      }
      return Console.say(english.nothingWritten)
    }
    saySeed()
    guard let head else { return }
    Console.say(english.publish(published))
    Console.say(head)
  }

  private func saySeed() {
    guard let seeded = chapter.seeded else { return }
    Console.say(english.seed(seeded.seed.text, of: seeded.draw.text))
  }

  /// What is new and everybody should have.
  private var published: [String] {
    var things: [String] = []
    for event in chapter.events {
      switch event {
      case .opened: things += ["the membership", "the rulebook"]
      case .announced(let announced):
        things.append("this announcement")
        if let commitment = announced.commitment {
          things.append("the SHA-256 of the secret (\(commitment))")
        }
      case .withdrawn: things.append("the withdrawal")
      case .amended(let amended):
        if amended.membership != nil { things.append("the new membership") }
        if amended.rulebook != nil { things.append("the new rulebook") }
        if amended.conflicts != nil { things.append("the new table of conflicts") }
      case .tickets(let list): things += ["the list", "its SHA-256 (\(list.sha256))"]
      case .ticket(let drawn): things.append("the number of the ticket (\(drawn.ticket))")
      case .seeded(let seeded):
        things.append(seeded.revealed == nil ? "the seed" : "the seed with the secret in it")
      default: continue
      }
    }
    return things
  }
}
