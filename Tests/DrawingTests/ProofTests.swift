import Drawing
import Foundation
import Members
import Proofs
import Rules
import Testing
import TestingTools

@Suite struct `Proofs of ledgers` {
  static let head = String(repeating: "a", count: 64)

  /// The ledger of a simulated secretariat; nil where its rules cannot be kept.
  static func events(_ number: Int) throws -> [Event]? {
    let random = RandomCase(number, sizes: 4...9)
    guard
      var secretariat = try Secretariat(
        random.membership, random.rulebook, random.conflicts, seed: UInt64(number))
    else { return nil }
    try secretariat.run()
    return secretariat.events
  }

  static func proofs(_ events: [Event]) throws -> LedgerProofs {
    try Prover.prove(events, head: head) { _, _ in }
  }

  @Test func `of whole cycles with all their changes hold, and prove nearly every lot`() throws {
    var mistakes: [String] = []
    var (cycles, lots, proven, number) = (0, 0, 0, 0)
    while cycles < 500 {
      defer { number += 1 }
      guard let events = try Self.events(number) else { continue }
      cycles += 1
      let proofs = try Self.proofs(events)
      let checker = try #require(try ProofChecker(events, head: Self.head, proofs.text))
      mistakes += checker.wrong.map { "\(number), line \($0.line): \($0.what)" }
      let open = Set(proofs.gaps.filter(\.isLot).map(\.line))
      let empty = Set(events.indices.filter { events[$0].isWaiver }.map { $0 + 1 })
      if checker.proven.subtracting(empty).count != proofs.provenCount
        || !checker.proven.isDisjoint(with: open)
      {
        mistakes.append("\(number): what is proven is said otherwise")
      }
      lots += proofs.lotCount
      proven += proofs.provenCount
    }
    print("proofs: \(proven) of \(lots) lots of \(cycles) cycles")
    #expect(mistakes.isEmpty, "\(mistakes.count), first: \(mistakes.prefix(5))")
    #expect(lots > 4000 && (lots - proven) * 50 <= lots)
  }

  @Test func `under years, groups, exclusions, targets and several kinds hold, nearly all proven`()
    throws
  {
    var mistakes: [String] = []
    var (lots, proven) = (0, 0)
    // Every fourth draws supplementary reviewers, whose lots have no proofs yet.
    for number in 0..<320 where number % 4 != 1 {
      guard var secretariat = try `Commands in any order`.secretariat(number).0 else { continue }
      try secretariat.run()
      let events = secretariat.events
      let proofs = try Self.proofs(events)
      let checker = try #require(try ProofChecker(events, head: Self.head, proofs.text))
      mistakes += checker.wrong.map { "\(number), line \($0.line): \($0.what)" }
      if !checker.proven.isDisjoint(with: proofs.gaps.filter(\.isLot).map(\.line)) {
        mistakes.append("\(number): what is proven is said otherwise")
      }
      // What is not proven is right all the same.
      if !proofs.gaps.isEmpty {
        mistakes += LedgerJudge.judge(events, secretariat.refused).mistake.map { [$0] } ?? []
      }
      lots += proofs.lotCount
      proven += proofs.provenCount
    }
    print("proofs under all rules: \(proven) of \(lots) lots")
    #expect(mistakes.isEmpty, "\(mistakes.count), first: \(mistakes.prefix(5))")
    #expect(lots > 1500 && (lots - proven) * 33 <= lots)
  }

  @Test func `are the same bytes each time`() throws {
    let events = try #require(try Self.events(3) ?? Self.events(4))
    #expect(try Self.proofs(events).text == Self.proofs(events).text)
  }

  @Test func `of a ledger with a forged bowl or best cannot be made, nor those before be used`()
    throws
  {
    var mistakes: [String] = []
    var forged = 0
    for number in 0..<250 {
      guard let events = try Self.events(number) else { continue }
      let honest = try Self.proofs(events)
      var random = SplitMix(UInt64(number))
      for forgery in Forged.bowls(events, &random) + Forged.bests(events) {
        forged += 1
        let name = "\(number), line \(forgery.line): \(forgery.what)"
        // Honest proofs, of the same States: the chain of a forger gives any head.
        let checker = try #require(
          try ProofChecker(forgery.events, head: Self.head, honest.text))
        if checker.proven.contains(forgery.line)
          && !checker.wrong.contains(where: {
            $0.line <= forgery.line
          })
        {
          mistakes.append("\(name): the honest proofs prove it")
        }
        guard let own = try? Self.proofs(forgery.events) else { continue }
        if !own.gaps.contains(where: { $0.line <= forgery.line }) {
          mistakes.append("\(name): proven")
        }
      }
    }
    print("forged ledgers: \(forged)")
    #expect(mistakes.isEmpty, "\(mistakes.count), first: \(mistakes.prefix(5))")
    #expect(forged > 500)
  }

  @Test(arguments: 0..<40)
  func `with one number changed prove nothing that is wrong`(number: Int) throws {
    guard let events = try Self.events(number) else { return }
    var random = SplitMix(UInt64(number))
    let forgeries = Forged.bowls(events, &random)
    let honest = try Self.proofs(events).text
    for forgery in forgeries.prefix(3) {
      for _ in 0..<20 {
        let text = Forged.changingANumber(honest, &random)
        guard
          let checker = try? ProofChecker(forgery.events, head: Self.head, text)
        else { continue }
        #expect(
          !checker.proven.contains(forgery.line)
            || checker.wrong.contains { $0.line <= forgery.line }, "\(forgery.what)")
      }
    }
  }
}

extension Event {
  /// Whether it is a waiver.
  fileprivate var isWaiver: Bool {
    if case .waiver = self { true } else { false }
  }
}
