import Dispatch
import Drawing
import Members
import Pairing
import Rules
import Synchronization
import Testing
import TestingTools

@Suite(.serialized) struct `The same seed` {
  /// Rehearses cases on every core in two ways, and gathers those whose events differ.
  static func differing(
    _ cases: Range<Int>,
    _ other: @Sendable (RandomCase, _ seed: String) throws -> WatchedRehearsal
  ) -> [Int] {
    let differing = Mutex<[Int]>([])
    DispatchQueue.concurrentPerform(iterations: cases.count) { place in
      let number = cases.lowerBound + place
      let random = RandomCase(number)
      let seed = "case \(number)"
      do {
        let plain = try WatchedRehearsal(
          random.membership, random.rulebook, random.conflicts, seed: seed)
        let events = try other(random, seed).events
        if events != plain.events { differing.withLock { $0.append(number) } }
      } catch DrawingFailure.impossible {
        // Nothing is drawn, whatever the seed.
      } catch { differing.withLock { $0.append(number) } }
    }
    return differing.withLock { $0.sorted() }
  }

  @Test func `gives the same bytes with the rows of the membership and the conflicts shuffled`() {
    let differing = Self.differing(3_000..<3_600) { random, seed in
      var shuffler = SplitMix(seed.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) })
      let states = random.membership.states.shuffled(using: &shuffler).map { state in
        State(
          code: state.code, name: state.name, region: state.region,
          protocols: state.protocols.shuffled(using: &shuffler),
          legalSystems: state.legalSystems.reversed(), languages: state.languages,
          isReviewed: state.isReviewed, isReviewer: state.isReviewer, own: state.own)
      }
      return try WatchedRehearsal(
        Membership(states), random.rulebook,
        random.conflicts.reversed() + random.conflicts, seed: seed)
    }
    #expect(differing.isEmpty)
  }

  /// Which optimal assignment is kept may differ between machines and versions.
  @Test func `gives the same bytes when a different but equally good witness is forced`() {
    let replaced = Mutex(0)
    let differing = Self.differing(4_000..<4_600) { random, seed in
      var disturber = SplitMix(UInt64(random.membership.states.count))
      return try WatchedRehearsal(
        random.membership, random.rulebook, random.conflicts, seed: seed
      ) { lookahead in
        for _ in 0..<5 {
          let count = lookahead.disturb { disturber.below($0) }
          replaced.withLock { $0 += count }
        }
      }
    }
    #expect(differing.isEmpty)
    #expect(replaced.withLock { $0 } > 1_000)
    print("witnesses replaced in 600 rehearsals: \(replaced.withLock { $0 })")
  }
}
