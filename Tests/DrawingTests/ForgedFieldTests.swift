import Drawing
import Foundation
import Records
import Testing

@Suite struct `A forged field` {
  /// What people chose, and no program can know better: a ledger with another choice is another
  /// ledger, which is lawful unless what follows contradicts it. The page Ledger says so field by
  /// field.
  static let choices: Set<String> = [
    "opened.software", "opened.rulebook.name", "opened.rulebook.source", "opened.membership.name",
    "opened.membership.languages", "amended.membership.name", "amended.membership.languages",
    "announced.source", "announced.experts", "withdrawn.reason", "deferred.reason",
    "redraw.exceptional", "amended.rulebook.name", "amended.rulebook.source",
  ]

  /// Choices that have consequences: found where the ledger first contradicts them.
  static func hasConsequences(_ field: String) -> Bool {
    [
      "opened.rulebook.", "opened.membership", "opened.conflicts", "opened.exclusions",
      "amended.rulebook.", "amended.membership", "amended.conflicts", "amended.exclusions",
    ]
    .contains { field.hasPrefix($0) }
      || [
        "seeded.seed", "announced.draw", "announced.method", "announced.commitment",
        "opened.after", "opened.carried", "opened.imported", "stood down.state", "deferred.state",
      ].contains(field)
  }

  /// The line of the first fault, from 1; nil where there is none.
  static func faultyLine(_ bytes: [UInt8]) -> (line: Int, says: String)? {
    let events: [Event]
    do throws(LedgerFailure) {
      events = try Ledger(bytes: bytes).events
    } catch { return (error.line ?? 1, "\(error)") }
    do throws(ReplayFault) {
      let replay = try Replay.run(events)
      return replay.pending.isEmpty ? nil : (events.count, "unfinished")
    } catch { return (error.index.map { $0 + 1 } ?? 0, "\(error)") }
  }

  @Test(arguments: [
    "clubs", "ten", "every-event", "uniform", "changes", "synthetic-60", "supplement-uniform",
  ])
  func `of any event of a golden ledger is found, and its line named`(name: String) throws {
    let forger = try FieldForger(`Golden ledgers`.bytes("\(name).jsonl"))
    // A replay of sixty States takes a while; its lines are alike.
    let step = name == "synthetic-60" ? 29 : 1
    var (tried, mistakes, passed) = (0, [String](), Set<String>())
    for line in stride(from: 1, through: forger.count, by: step) {
      for forgery in forger.forgeries(ofLine: line) {
        tried += 1
        let found = Self.faultyLine(forgery.bytes)
        if let found {
          let isRight =
            found.line == line || (Self.hasConsequences(forgery.field) && found.line > line)
          if !isRight {
            mistakes.append("line \(line) \(forgery.field): \(found) for \(forgery.change)")
          }
        } else if !Self.choices.contains(forgery.field) && !Self.hasConsequences(forgery.field) {
          mistakes.append("line \(line) \(forgery.field) passes: \(forgery.change)")
        } else {
          passed.insert(forgery.field)
        }
      }
    }
    print("\(name): \(tried) forgeries; choices that pass: \(passed.sorted())")
    #expect(
      mistakes.isEmpty, "\(mistakes.count), first:\n\(mistakes.prefix(25).joined(separator: "\n"))")
    #expect(tried > 50)
  }
}
