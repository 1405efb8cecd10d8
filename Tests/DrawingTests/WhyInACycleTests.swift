import Drawing
import Explanations
import Members
import Pairing
import Rules
import Testing
import TestingTools

@Suite struct `Why a State was not in a bowl of a ledger` {
  /// The seat whose bowl an event is about.
  private static func question(
    _ event: Event
  ) -> (state: Label, isRegional: Bool, bowl: [Label])? {
    switch event {
    case .lot(let lot):
      switch lot.purpose {
      case .regionalReviewer(_, let state, _): (state, true, lot.bowl)
      case .openReviewer(_, let state, _): (state, false, lot.bowl)
      default: nil
      }
    case .waiver(let waiver) where waiver.rule == .sameRegion || waiver.rule == .seat:
      (waiver.state, waiver.rule == .sameRegion, [])
    default: nil
    }
  }

  /// Judges every pair of every bowl of a ledger, each at the moment of its lot.
  private static func judge(
    _ events: [Event], _ kinds: inout [String: Int]
  ) throws -> [String] {
    var mistakes: [String] = []
    for (place, event) in events.enumerated() {
      guard let question = question(event) else { continue }
      let replay = try Replay.run(Array(events[..<place]))
      let cycle = replay.cycle.following(replay.pending)
      guard let i = cycle.roster.index(of: question.state) else { continue }
      // Brute force knows eight States.
      if cycle.roster.states.count > 8 { continue }
      let judge = WhyJudge(cycle)
      for (j, other) in cycle.roster.states.enumerated()
      where !question.bowl.contains(other.code) {
        let reasons = try BowlReason.all(
          j, in: cycle.problem, question.isRegional ? .regional : .open, underReview: i,
          best: cycle.best)
        if reasons.isEmpty { mistakes.append("\(place): \(i) by \(j): no reason") }
        for reason in reasons {
          kinds[reason.kind, default: 0] += 1
          if let mistake = judge.mistake(reason, j, of: i, isRegional: question.isRegional) {
            mistakes.append("\(place): \(i) by \(j): \(reason.kind): \(mistake)")
          }
        }
      }
    }
    return mistakes
  }

  @Test func `is true by brute force, whatever happened before`() throws {
    var mistakes: [String] = []
    var kinds: [String: Int] = [:]
    var happened: [String: Int] = [:]
    for number in 0..<150 {
      let random = RandomCase(number + 900, sizes: 4...6)
      guard
        var secretariat = try Secretariat(
          random.membership, random.rulebook, random.conflicts, seed: UInt64(number) + 31)
      else { continue }
      try secretariat.run()
      for event in secretariat.events {
        let kind = "\(event)".prefix { $0 != "(" }
        happened[String(kind), default: 0] += 1
      }
      mistakes += try Self.judge(secretariat.events, &kinds).map { "case \(number): \($0)" }
    }
    #expect(mistakes.isEmpty, "\(mistakes.count), first: \(mistakes.prefix(5))")
    for kind in ["later_conflict", "excluded", "mutual_reviews", "maximum_load"] {
      #expect(kinds[kind, default: 0] > 50, "\(kind)")
    }
    for kind in ["redraw", "deferred", "stoodDown"] {
      #expect(happened[kind, default: 0] > 50, "\(kind)")
    }
    print("reasons in cycles:", kinds.sorted { $0.key < $1.key })
    print("events:", happened.sorted { $0.key < $1.key })
  }
}
