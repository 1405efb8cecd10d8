import BigInt
import Chances
import Lots
import Pairing
import Rules
import Synchronization
import Testing
import TestingTools

@Suite struct `Outcomes by number` {
  @Test func `are all lawful ones, each once, also in mid-cycle`() {
    let compared = Mutex(0)
    let several = Mutex(0)
    let wrong = mistakes(in: 0..<500) { number in
      let problem = RandomProblem(number, sizes: 3...6).problem
      let (best, outcomes) = LawfulOutcomes.all(problem)
      guard let best, outcomes.count <= 3000 else { return nil }
      guard let numbered = NumberedOutcomes(problem, best: best) else { return "is not counted" }
      if numbered.count != BigUInt(outcomes.count) {
        return "\(numbered.count) outcomes, brute force \(outcomes.count)"
      }
      compared.withLock { $0 += 1 }
      if outcomes.count > 1 { several.withLock { $0 += 1 } }
      let listed = outcomes.indices.map { numbered.outcome(BigUInt($0)) }
      return Set(listed) == Set(outcomes) && Set(listed).count == listed.count
        ? nil : "other outcomes than brute force"
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    #expect(compared.withLock { $0 } >= 250 && several.withLock { $0 } >= 150)
  }

  @Test func `are so under kinds of seats, groups, years, targets and States kept apart`() {
    let compared = Mutex<[String: Int]>([:])
    let wrong = mistakes(in: 0..<800) { number in
      let problem = RandomProblem(number + 50_000, sizes: 3...6, asksMore: true).problem
      let (best, outcomes) = LawfulOutcomes.all(problem)
      guard let best, outcomes.count <= 3000 else { return nil }
      guard let numbered = NumberedOutcomes(problem, best: best) else { return "is not counted" }
      if numbered.count != BigUInt(outcomes.count) {
        return "\(numbered.count) outcomes, brute force \(outcomes.count)"
      }
      compared.withLock { counts in
        for rule in problem.newRules { counts[rule, default: 0] += 1 }
      }
      let listed = Set(outcomes.indices.map { numbered.outcome(BigUInt($0)) })
      return listed == Set(outcomes) ? nil : "other outcomes than brute force"
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    #expect(compared.withLock { $0.count == 5 && $0.values.allSatisfy { $0 >= 80 } })
  }

  @Test func `are counted up to the last step that is allowed`() throws {
    var tried = 0
    for number in 0..<60 {
      let problem = RandomProblem(number, sizes: 4...6).problem
      guard let best = try Lookahead.from(problem)?.best else { continue }
      let steps = try #require(NumberedOutcomes(problem, best: best)).steps
      #expect(NumberedOutcomes(problem, best: best, mostSteps: steps) != nil, "case \(number)")
      if steps == 0 { continue }
      #expect(NumberedOutcomes(problem, best: best, mostSteps: steps - 1) == nil, "case \(number)")
      tried += 1
    }
    #expect(tried >= 30)
  }

  /// Drawn by `draw_index` of the independent verifier, with the seed `numbers`, one after another.
  static let vectors: [(size: String, number: String, counter: UInt64)] = [
    ("6", "0", 1),
    ("18446744073709551615", "16257988644680723766", 2),
    ("18446744073709551616", "16580166000660839577", 3),
    ("18446744073709551617", "14356440422380797213", 5),
    ("1000000000000000000000000000000", "722250448204997299501328638985", 7),
    ("255211775190703847597530955573826158592", "157586610514439536801313352568436380106", 9),
    ("255211775190703847597530955573826158592", "59482951838923869508804404255861170614", 13),
    ("255211775190703847597530955573826158592", "61271611893589139793837330831800602547", 15),
    ("255211775190703847597530955573826158592", "28903633622790244959378959812326422148", 19),
    ("255211775190703847597530955573826158592", "196988761732109447480375593109602359606", 21),
    ("340282366920938463463374607431768211456", "180299731407877112624999274975446459138", 23),
    ("340282366920938463463374607431768211457", "119505794898646286018008245937378330785", 26),
    ("1", "0", 27),
  ]

  @Test func `have numbers of any length`() throws {
    var stream = LotStream(seed: "numbers")
    for vector in Self.vectors {
      let size = try #require(BigUInt(vector.size))
      #expect(stream.drawNumber(below: size).description == vector.number, "\(vector.size)")
      #expect(stream.counter == vector.counter, "\(vector.size)")
    }
  }

  @Test func `are lots where a bowl could be as large`() {
    for size in [1, 2, 6, 1_000_003, UInt64.max] {
      var (stream, lots) = (LotStream(seed: "lots"), LotStream(seed: "lots"))
      for _ in 0..<20 {
        #expect(stream.drawNumber(below: BigUInt(size)) == BigUInt(lots.drawIndex(below: size)))
      }
      #expect(stream.counter == lots.counter)
    }
  }
}
