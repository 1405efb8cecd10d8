import Dispatch
import Drawing
import Foundation
import Members
import Rules
import Synchronization
import Testing
import TestingTools

/// Commands in any order over tiny memberships, judged by trying everything.
@Suite struct `Commands in any order` {
  /// PEERLOTS_SEQUENCES asks for more.
  static let sequences =
    ProcessInfo.processInfo.environment["PEERLOTS_SEQUENCES"].flatMap(Int.init) ?? 2_000

  /// A secretariat over five to seven States and a wild rulebook.
  ///
  /// - Returns: No secretariat where the rules cannot be kept at all, and whether that is so.
  static func secretariat(_ number: Int) throws -> (Secretariat?, isRight: Bool) {
    let random = RandomCase(number + 700_000, sizes: 5...7)
    var more = SplitMix(UInt64(number) &* 31 + 5)
    var rulebook = random.rulebook
    rulebook.redrawLimit = more.pick([0, 1, 2, 9])
    rulebook.excludesPreviousReviewers = more.chance(70)
    rulebook.distinctGroups = more.chance(25)
    if more.chance(30) {
      rulebook.maximumPerYear = 1 + more.below(2)
      rulebook.years = min(4, rulebook.years)
    }
    if more.chance(35) {
      let spare = rulebook.maximumLoad - rulebook.minimumLoad
      rulebook.targetLoad = max(1, rulebook.minimumLoad) + more.below(spare + 1)
      rulebook.maximumLoad = max(rulebook.maximumLoad, rulebook.targetLoad)
    }
    if more.chance(30) { rulebook.seats = SeatKind.some(number) }
    if more.chance(25) { rulebook.joining = .lastYear }
    if more.chance(15) { rulebook.redrawScope = .reviewer }
    if rulebook.years > 1 && more.chance(25) { rulebook.unselectedYears = 1 }
    var exclusions: Set<Exclusion> = []
    if more.chance(30) {
      for _ in 0...more.below(3) {
        let codes = (0..<2).map { _ in more.pick(random.membership.states).code }
        if codes[0] != codes[1] { exclusions.insert(Exclusion(codes[0], codes[1])) }
      }
    }
    let made = try Secretariat(
      random.membership, rulebook, random.conflicts, exclusions.sorted(),
      seed: UInt64(number) + 7, mostStates: 8)
    let opened = Opened(
      software: "tests", rulebook: rulebook, membership: random.membership,
      conflicts: random.conflicts, exclusions: exclusions.sorted(),
      best: WaiverVector(rules: rulebook.waivers))
    return (made, made != nil || !PlainQuestion(PlainCycle(opened)).hasCompletion)
  }

  static func verdict(_ number: Int) -> LedgerJudge.Verdict {
    do {
      let (made, isRight) = try secretariat(number)
      guard var secretariat = made else {
        return .init(mistake: isRight ? nil : "sequence \(number): its rules can be kept")
      }
      try secretariat.run()
      var verdict = LedgerJudge.judge(secretariat.events, secretariat.refused)
      verdict.ledgers = 1
      verdict.mistake = verdict.mistake.map { "sequence \(number): \($0)" }
      return verdict
    } catch {
      return LedgerJudge.Verdict(mistake: "sequence \(number): \(error)")
    }
  }

  @Test func `give the bowls, best vectors and waiver lines of brute force`() {
    let chunks = 64
    // The rules of some cannot be kept at all.
    let numbers = Self.sequences * 3 / 2
    let results = Mutex<(sum: LedgerJudge.Verdict, mistakes: [String])>((.init(), []))
    DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
      for number in stride(from: chunk, to: numbers, by: chunks) {
        let verdict = Self.verdict(number)
        results.withLock {
          $0.sum = $0.sum + verdict
          if let mistake = verdict.mistake { $0.mistakes.append(mistake) }
        }
      }
    }
    let (sum, mistakes) = results.withLock { $0 }
    #expect(mistakes.isEmpty, "\(mistakes.count), first: \(mistakes.sorted().prefix(4))")
    print(
      "oracle: \(sum.ledgers) sequences, \(sum.bowls) bowls, \(sum.vectors) vectors,",
      "\(sum.waivers) waiver lines, \(sum.work) steps")
    for (kind, count) in sum.commands.sorted(by: { $0.key < $1.key }) {
      print("oracle: \(count) × \(kind)")
    }
    #expect(sum.ledgers >= Self.sequences)
    #expect(sum.commands.count == 31)
    #expect(sum.commands.values.allSatisfy { $0 > Self.sequences / 200 })
  }
}
