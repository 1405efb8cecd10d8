import Dispatch
import Members
import Rules
import Synchronization
import Testing
import TestingTools

/// What the laws looked at, and what was wrong.
struct Findings {
  var assignments = 0
  /// Assignments without a breach.
  var kept = 0
  var mistakes: [String] = []

  /// Looks at cases on every core.
  static func over(
    _ cases: [TinyCase], _ look: @Sendable (TinyCase, inout Findings) -> Void
  ) -> Findings {
    let all = Mutex(Findings())
    DispatchQueue.concurrentPerform(iterations: cases.count) { number in
      var own = Findings()
      look(cases[number], &own)
      all.withLock {
        $0.assignments += own.assignments
        $0.kept += own.kept
        $0.mistakes += own.mistakes.map { "\($0): \(cases[number])" }
      }
    }
    return all.withLock { $0 }
  }
}

/// A rule that checks a draw but demands nothing of the program.
struct Forgetful: Provision {
  let rule: any Provision
  var name: String { rule.name }
  var paragraph: String { rule.paragraph }
  var clause: String { rule.clause }
  var waiver: WaivableRule? { rule.waiver }

  func breaches(in draw: FinishedDraw) -> [Breach] { rule.breaches(in: draw) }
}

/// A rule is said twice, in rows and as a check of a finished draw; each judges the other.
@Suite(.serialized) struct `What the rows allow is what the check accepts` {
  static let provisions: [String] = Provisions(Rulebook()).all.map(\.name)

  /// Rules that demand nothing of the program beyond what its variables say.
  static let rowless = ["reviewed_once", "proportional", "other_states"]

  static func provision(_ name: String, _ tiny: TinyCase) -> any Provision {
    let all = Provisions(
      tiny.rulebook, conflicts: tiny.conflicts, exclusions: tiny.exclusions
    ).all
    return all.first { $0.name == name } ?? all[0]
  }

  @Test(arguments: provisions.filter { $0 != "proportional" })
  func `for every assignment of tiny memberships`(name: String) {
    let found = Findings.over(TinyCase.all) { tiny, found in
      let encoded = EncodedCase(tiny, Self.provision(name, tiny))
      tiny.forEachAssignment { reviews in
        let draw = tiny.draw(reviews)
        found.assignments += 1
        found.kept += encoded.provision.breaches(in: draw).isEmpty ? 1 : 0
        if let mistake = encoded.disagreement(on: reviews, of: draw) {
          found.mistakes.append("\(mistake): \(reviews)")
        }
      }
    }
    #expect(found.mistakes.isEmpty, "\(found.mistakes.count): \(found.mistakes.prefix(2))")
    #expect(found.kept > 0)
    print("\(name): \(found.assignments) assignments, \(found.kept) of them kept the rule")
  }

  /// A law that cannot fail would prove nothing.
  @Test(arguments: provisions.filter { !rowless.contains($0) })
  func `and it is noticed where a rule forgets its rows and permissions`(name: String) {
    let found = Findings.over(Array(TinyCase.threes.prefix(100))) { tiny, found in
      let encoded = EncodedCase(tiny, Forgetful(rule: Self.provision(name, tiny)))
      tiny.forEachAssignment { reviews in
        guard found.mistakes.isEmpty,
          let mistake = encoded.disagreement(on: reviews, of: tiny.draw(reviews))
        else { return }
        found.mistakes.append(mistake)
      }
    }
    #expect(!found.mistakes.isEmpty)
  }

  /// The variables leave these assignments out, whatever the rule; the check is this rule's alone.
  @Test func `for other_states also with a State itself and with reviewers that stand twice`() {
    let pairs = TinyCase.all.filter { $0.states.count == 2 }
    let found = Findings.over(pairs + TinyCase.threes.prefix(50)) { tiny, found in
      let encoded = EncodedCase(tiny, OtherStates())
      tiny.forEachAssignment(isWild: true) { reviews in
        found.assignments += 1
        if let mistake = encoded.disagreement(on: reviews, of: tiny.draw(reviews)) {
          found.mistakes.append("\(mistake): \(reviews)")
        }
      }
    }
    #expect(found.mistakes.isEmpty, "\(found.mistakes.count): \(found.mistakes.prefix(2))")
    #expect(found.assignments > 10_000)
  }

  @Test func `for seat also with more reviewers than seats, which no waiver makes lawful`() {
    let found = Findings.over(TinyCase.threes) { tiny, found in
      let encoded = EncodedCase(tiny, TwoReviewers(tiny.rulebook))
      var wide = tiny
      wide.rulebook.reviewersPerReview += 1
      wide.forEachAssignment { reviews in
        let isWide = reviews.contains {
          $0.holders.count { $0.seat != .supplementary }
            > tiny.rulebook.seatCount(of: tiny.states[$0.underReview])
        }
        guard isWide else { return }
        found.assignments += 1
        let isAccepted = encoded.provision.breaches(in: tiny.draw(reviews)).isEmpty
        if isAccepted { found.mistakes.append("the check accepts \(reviews)") }
        guard let point = encoded.point(reviews) else { return }
        if encoded.holdsWithLess(than: encoded.mostWaivers.reduce(1, +), point) {
          found.mistakes.append("the rows accept \(reviews)")
        }
      }
    }
    #expect(found.mistakes.isEmpty, "\(found.mistakes.count): \(found.mistakes.prefix(2))")
    #expect(found.assignments > 1_000)
  }

  /// A part of the draw is done: its pairs are no variables any more, but they count.
  @Test(arguments: ["mutual_reviews", "maximum_load", "minimum_load"])
  func `also where a review is drawn already`(name: String) {
    let found = Findings.over(TinyCase.threes) { tiny, found in
      let provision = Self.provision(name, tiny)
      guard let first = tiny.states.firstIndex(where: \.isReviewed) else { return }
      for done in tiny.reviews(of: first, isWild: false) {
        let encoded = EncodedCase(tiny, provision, drawn: [done])
        tiny.forEachAssignment { reviews in
          guard reviews[0] == done else { return }
          found.assignments += 1
          let rest = Array(reviews.dropFirst())
          if let mistake = encoded.disagreement(on: rest, of: tiny.draw(reviews)) {
            found.mistakes.append("\(mistake): \(reviews)")
          }
        }
      }
    }
    #expect(found.mistakes.isEmpty, "\(found.mistakes.count): \(found.mistakes.prefix(2))")
    #expect(found.assignments > 10_000)
  }

  /// The class program is a bound only if it is never stricter than the program over States.
  @Test(arguments: provisions) func `and classes of States exclude nothing that States allow`(
    name: String
  ) {
    let found = Findings.over(TinyCase.all) { tiny, found in
      let provision = Self.provision(name, tiny)
      let single = EncodedCase(tiny, provision)
      let classes = EncodedCase(tiny, provision, classes: true)
      if single.encoding.blocks.count == classes.encoding.blocks.count { return }
      let isWaivable = provision.waiver.map(tiny.rulebook.canWaive) == true
      tiny.forEachAssignment { reviews in
        let breaches = provision.breaches(in: tiny.draw(reviews))
        guard isWaivable || breaches.isEmpty, single.point(reviews) != nil else { return }
        found.assignments += 1
        guard let point = classes.point(reviews) else {
          return found.mistakes.append("a pair of classes has no variable: \(reviews)")
        }
        guard let waivers = isWaivable ? classes.waivers(for: breaches) : [],
          classes.holds(point, waiving: waivers)
        else { return found.mistakes.append("the rows of the classes fail: \(reviews)") }
      }
    }
    #expect(found.mistakes.isEmpty, "\(found.mistakes.count): \(found.mistakes.prefix(2))")
    #expect(found.assignments > 100)
  }
}
