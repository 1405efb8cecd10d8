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
    if number % 4 == 1 { rulebook.protocols = .supplement }
    if more.chance(25) { rulebook.joining = .lastYear }
    if more.chance(15) { rulebook.redrawScope = .reviewer }
    if rulebook.years > 1 && more.chance(25) { rulebook.unselectedYears = 1 }
    rulebook.selectionMethod = more.pick([.lots, .lots, .lots, .alphabetical, .given])
    let membership = Self.named(random.membership, rulebook, &more)
    var exclusions: Set<Exclusion> = []
    if more.chance(30) {
      for _ in 0...more.below(3) {
        let codes = (0..<2).map { _ in more.pick(random.membership.states).code }
        if codes[0] != codes[1] { exclusions.insert(Exclusion(codes[0], codes[1])) }
      }
    }
    let isTakenOver = more.chance(25)
    let takenOver = isTakenOver ? Self.takenOver(membership, rulebook, &more) : TakenOver()
    let made = try Secretariat(
      membership, rulebook, random.conflicts, exclusions.sorted(), takingOver: takenOver,
      seed: UInt64(number) + 7, mostStates: 8)
    let opened = Opened(
      software: "tests", rulebook: rulebook, membership: membership,
      conflicts: random.conflicts, exclusions: exclusions.sorted(), carried: takenOver.carried,
      imported: takenOver.imported, best: WaiverVector(rules: rulebook.waivers))
    return (made, made != nil || !PlainQuestion(PlainCycle(opened)).hasCompletion)
  }

  /// The same States with names, some of which two share, and with years where they are given.
  static func named(
    _ membership: Membership, _ rulebook: Rulebook, _ random: inout SplitMix
  ) -> Membership {
    Membership(
      membership.states.map { state in
        State(
          code: state.code, name: random.pick(["", "Sé", "Se", "sa", "T"]), region: state.region,
          protocols: state.protocols, legalSystems: state.legalSystems,
          isReviewed: state.isReviewed, isReviewer: state.isReviewer, own: state.own,
          year: rulebook.selectionMethod == .given ? 1 + random.below(rulebook.years) : nil)
      })
  }

  /// States carried over, and reviewers drawn elsewhere, who may break any rule.
  static func takenOver(
    _ membership: Membership, _ rulebook: Rulebook, _ random: inout SplitMix
  ) -> TakenOver {
    var takenOver = TakenOver()
    var loads: [Label: Int] = [:]
    for state in membership.states where state.isReviewed {
      if random.chance(20) {
        takenOver.carried.append(state.code)
        continue
      }
      if random.chance(50) { continue }
      let year = 1 + random.below(rulebook.years)
      var others = membership.states.filter { $0.code != state.code }
      func take(_ other: State, _ seat: () -> Label) {
        let most = min(rulebook.maximumLoad(of: other), rulebook.maximumPerYear)
        if loads[other.code, default: 0] >= most && random.chance(85) { return }
        loads[other.code, default: 0] += 1
        takenOver.imported.append(
          ImportedReviewer(
            year: year, underReview: state.code, seat: seat(), reviewer: other.code,
            source: "by hand"))
      }
      for _ in 0..<random.below(rulebook.reviewersPerReview(of: state) + 1) where !others.isEmpty {
        take(others.remove(at: random.below(others.count))) { random.pick(rulebook.seats).name }
      }
      guard rulebook.protocols == .supplement else { continue }
      // Supplementary reviewers, whether anybody needs them or not.
      for _ in 0..<random.pick([0, 1, 1, 2]) where !others.isEmpty {
        take(others.remove(at: random.below(others.count))) { "supplementary" }
      }
    }
    takenOver.imported.sort()
    return takenOver
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
    #expect(sum.commands.count == 38)
    #expect(sum.commands.values.allSatisfy { $0 > Self.sequences / 1000 })
  }
}
