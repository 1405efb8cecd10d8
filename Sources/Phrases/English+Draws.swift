import Drawing
import Members

extension English {
  /// A seat that was drawn.
  struct Seat {
    /// The name of its kind.
    var kind: String
    /// Who holds it.
    var reviewer: String
    /// The size of its bowl.
    var bowlCount: Int
  }

  // MARK: The cycle

  func opens(states: Int, reviewed: Int, years: Int, rulebook: String) -> String {
    "A cycle \(does("opens", "open")) with \(count(states, "State")), of which \(reviewed) "
      + "\(reviewed == 1 ? "is" : "are") to be reviewed in \(count(years, "year")), under the "
      + "rulebook \(quote(rulebook))."
  }

  func barred(_ pairs: Int) -> String { "\(count(pairs, "pair")) may not be drawn." }

  func follows(_ hash: String) -> String {
    "It \(does("follows", "follow")) the cycle whose last line has the hash \(hash)."
  }

  func carries(_ states: [String]) -> String {
    "\(done("carried over")) into year 1, without a lot: \(list(states))."
  }

  func takesOver(_ reviewers: Int, of states: Int, sources: [String]) -> String {
    "\(done("taken over")): \(count(reviewers, "reviewer")) of \(count(states, "State")), drawn before"
      + (sources.isEmpty ? "." : " (\(list(sources))).")
  }

  func keepsBreach(_ sentence: String, _ paragraph: String) -> String {
    "\(done("kept")), though it breaks a rule: \(sentence) (\(paragraph))."
  }

  func bestAtFirst(_ waived: String) -> String {
    waived == "nothing"
      ? "All rules can be kept: nothing \(does("needs", "need")) to be waived."
      : "What must be waived at the least: \(waived)."
  }

  // MARK: Draws

  func selects(_ states: Int) -> String {
    "Lots \(does("gives", "give", 2)) \(count(states, "State")) the year of review"
      + "\(paragraph("14"))."
  }

  func eachYearHas(_ states: Int, of years: Int) -> String {
    let least = states / years
    return "Each of \(count(years, "year")) \(does("has", "have")) "
      + (states % years == 0 ? "\(least)." : "\(least) or \(least + 1).")
  }

  func yearsAreGiven() -> String {
    "The membership \(does("gives", "give")) the year of each review."
  }

  /// The State at which the alphabetical list of a group begins; all States are one where the group
  /// has no name.
  func listBegins(_ group: String, at state: String, bowlCount: Int) -> String {
    "The list\(group.isEmpty ? "" : " of \(group)") \(does("begins", "begin")) at \(state) "
      + "(\(among(bowlCount))) and \(does("goes", "go")) on in the order of names."
  }

  func yearHas(_ year: Int, _ states: Int, _ groups: [(name: String, count: Int)]) -> String {
    if states == 0 { return "Year \(year): no State." }
    let named = groups.filter { !$0.name.isEmpty }.map { "\($0.name) \($0.count)" }
    let parts =
      named + groups.filter { $0.name.isEmpty }.map { "\($0.count) without a group" }
    return "Year \(year): \(count(states, "State"))"
      + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))") + "."
  }

  func yearOf(_ year: Int, _ group: String, _ states: [String]) -> String {
    "Year \(year)\(group.isEmpty ? "" : ", \(group)"): \(list(states))."
  }

  func yearIsDrawn(_ year: Int, states: Int, reviewers: Int, how: String) -> String {
    if states == 0 {
      return "Year \(year) \(be()) drawn; no State is under review in it, so there is no lot."
    }
    return "Year \(year) \(be()) drawn\(paragraph("19")): \(count(states, "State")) under review "
      + "\(does("has", "have", states)) \(count(reviewers, "reviewer")), \(how)."
  }

  func yearWouldBeDrawn(_ year: Int, states: Int) -> String {
    if states == 0 { return yearIsDrawn(year, states: 0, reviewers: 0, how: "") }
    return
      "Lots \(does("names", "name", 2)) the reviewers of \(count(states, "State")) under review "
      + "in year \(year)\(paragraph("19"))."
  }

  func byLots(_ lots: Int) -> String { "by \(count(lots, "lot"))" }

  func uniformly(_ way: UniformDraw.Way) -> String {
    let how =
      switch way {
      case .number(let number, let all): "number \(number.text) of \(all.text), counted from 0"
      case .chain(let lawful, let sweeps):
        "\(count(lawful, "lawful outcome")) in \(count(sweeps, "sweep"))"
      }
    return
      "by the method uniform, in which every lawful outcome of the rest of the cycle is equally likely "
      + "(\(how))"
  }

  func byTicket(_ ticket: Int, of count: Int?) -> String {
    "by ticket \(ticket)" + (count.map { " of \($0), numbered from 0" } ?? "")
  }

  func listIsPublished(_ count: Int, year: Int, sha256: String?) -> String {
    "A list of \(self.count(count, "ticket")) for year \(year) \(be()) published, drawn by the method "
      + "uniform" + (sha256.map { "; its file has the SHA-256 \($0)." } ?? ".")
  }

  // MARK: Reviews

  func seat(_ seat: Seat) -> String {
    "\(seat.reviewer) as \(seat.kind) reviewer (\(among(seat.bowlCount)))"
  }

  /// The reviewers of a State, in a line.
  func review(of state: String, _ seats: [Seat]) -> String {
    "\(state): \(seats.isEmpty ? "nobody" : list(seats.map(self.seat)))."
  }

  func review(of state: String, reviewers: [String]) -> String {
    "\(state): \(list(reviewers))."
  }

  func isDrawn(for state: String, _ seats: [Seat], anew: Bool) -> String {
    let drawn = done(anew ? "drawn anew" : "drawn")
    return "\(drawn) for \(state): \(list(seats.map(seat)))."
  }

  func lotsWouldName(for states: [String]) -> String {
    "Reviewers \(be(2)) drawn by lot for \(list(states))."
  }
}
