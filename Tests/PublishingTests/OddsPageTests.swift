import Drawing
import Members
import Publishing
import Records
import Testing

@Suite struct `Odds in a publication` {
  @Test func `of a year to come stand in its page and table, every pair`() throws {
    let (_, cycle) = try DrawnCycle.draw()
    let files = try DrawnCycle.files([.english, .french])
    let page = try #require(files["en/odds-3.html"])
    let table = try #require(files["en/odds-3.csv"]).split(separator: "\n")
    let odds = DrawnCycle.odds(ofYear: 3, cycle)
    #expect(table.count == odds.pairs.count + 1 && odds.pairs.count > 500)
    for pair in odds.pairs.prefix(300) {
      let start = "\(pair.underReview),"
      let row = table.first { $0.hasPrefix(start) && $0.contains(",\(pair.reviewer),") }
      #expect(row != nil, "\(pair)")
    }
    // The State under review last, and the reviewer with the highest number: 173 millionths each.
    let states = cycle.roster.states
    let state = try #require(cycle.states(year: 3).last)
    let reviewer = try #require(states.indices.last { $0 != state && states[$0].isReviewer })
    let section = try #require(
      page.split(separator: "id=\"odds-\(states[state].code)\"").last)
    let row = try #require(section.split(separator: "<tr>").dropFirst().dropFirst().first)
    #expect(row.contains("state-\(states[reviewer].code).html"))
    let tenths = (reviewer * 173 + 500) / 1_000
    #expect(row.contains(">\(tenths / 10).\(tenths % 10)%<"), "\(row)")
    // What is not nothing is not said to be nothing.
    #expect(page.contains(">below 0.1%<") && !page.contains(">0.0%<"))
    #expect(page.contains("Drawn in none of the trial draws: "))
    #expect(try #require(files["fr/odds-3.html"]).contains("moins de 0,1\u{A0}%"))
    #expect(files["en/odds-1.html"] == nil, "a year that is drawn has results")
  }

  @Test func `of a drawn year stand beside the pairs that the year's lots gave`() throws {
    let (events, cycle) = try DrawnCycle.draw()
    let files = try DrawnCycle.files([.english])
    let states = cycle.roster.states
    var shown = 0
    for event in events {
      guard case .lot(let lot) = event, lot.draw == .year(2),
        case .openReviewer(_, let code, _) = lot.purpose,
        let reviewer = cycle.roster.index(of: lot.drawn),
        let state = cycle.roster.index(of: code),
        cycle.reviews[state].reviewers.contains(reviewer)
      else { continue }
      let tenths = (reviewer * 173 + 500) / 1_000
      let chance =
        tenths == 0 && reviewer > 0 ? "below 0.1%" : "\(tenths / 10).\(tenths % 10)%"
      for page in ["state-\(code)", "state-\(states[reviewer].code)"] {
        #expect(try #require(files["en/\(page).html"]).contains(chance), "\(page) \(chance)")
      }
      shown += 1
    }
    #expect(shown > 5)
  }

  @Test func `are drawn in a map whose rows are groups, darker where likelier`() throws {
    let page = try #require(try DrawnCycle.files([.english])["en/odds-3.html"])
    let map = try #require(page.split(separator: "<svg").dropFirst().first)
    for group in ["African States (AFR)", "GRULAC", "WEOG"] {
      #expect(map.contains(">\(group)<"), "\(group)")
    }
    let fills = Set(map.matches(of: #/fill="#[0-9a-f]+"/#).map(\.0))
    #expect(map.contains("role=\"img\"") && fills.count > 3)
  }
}

@Suite struct `Experts in a publication` {
  @Test func `stand in the letters of their State's reviews, and who has none is named`() throws {
    let (_, cycle) = try DrawnCycle.draw()
    let files = try DrawnCycle.files([.english])
    let first = cycle.roster.states[1].code
    let letters = files.filter { $0.key.hasPrefix("en/letters-") && $0.value.contains("Judge 1<") }
    let reviews = cycle.reviews.indices.filter { state in
      (cycle.roster.states[state].code == first || cycle.reviews[state].reviewers.contains(1))
        && !cycle.reviews[state].reviewers.isEmpty
    }
    #expect(letters.count == reviews.count && !letters.isEmpty)
    let statistics = try #require(files["en/statistics.html"])
    let named = cycle.roster.states.prefix(20).count {
      cycle.membership.index(of: $0.code) != nil
    }
    #expect(statistics.contains("\(named) experts named by \(named) States (para. 21)."))
    #expect(statistics.contains("States that have named no expert yet: "))
    let check = try #require(files["en/check.html"])
    #expect(check.contains("It is not the list announced last in the ledger."))
    #expect(
      check.contains("href=\"../verifier.html\"")
        && files["ledger-0f0f0f0f0f0f/ledger.jsonl"] != nil)
  }

  @Test(arguments: [
    ("state,name\nA,b", "expert"), ("state,expert\nA,\n", "a name or a post"),
    ("state,expert\nA,\u{202E}x", "U+202E"),
  ])
  func `that are wrong are refused with the place`(_ table: String, _ words: String) throws {
    let membership = Membership([State(code: "A", region: "AFR"), State(code: "B", region: "AFR")])
    do throws(RecordsFailure) {
      _ = try ExpertsReader.read(Array(table.utf8), file: "e.csv", membership: membership)
      Issue.record("read")
    } catch {
      #expect("\(error)".contains("e.csv") && "\(error)".contains(words), "\(error)")
    }
  }

  @Test func `of other States and above twenty are warned of`() throws {
    let membership = Membership([State(code: "A", region: "AFR"), State(code: "B", region: "AFR")])
    let rows = (1...21).map { "A,expert \($0)" } + ["a,one more"]
    let reading = try ExpertsReader.read(
      Array(("state,expert\n" + rows.joined(separator: "\n")).utf8), file: "e.csv",
      membership: membership)
    let said = reading.warnings.map(\.description).joined(separator: "\n")
    #expect(reading.experts.count == 21)
    #expect(said.contains("is A meant?") && said.contains("names 21 experts"), "\(said)")
  }
}
