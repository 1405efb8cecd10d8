import Members

extension English {
  // MARK: Redraws

  func redraws(_ state: String, request: Int, limit: Int, only: Bool) -> String {
    let whose = only ? "One reviewer" : "The reviewers"
    let start = "\(whose) of \(state) \(be(only ? 1 : 2)) drawn again"
    if request == 0 { return "\(start); that does not count as a request\(paragraph("19"))." }
    let which =
      request > limit
      ? "request \(request), beyond the limit of \(limit)" : "request \(request) of \(limit)"
    return "\(start), at its \(which)\(paragraph("19"))."
  }

  func byTheRecord(_ reason: String) -> String { "By the record, \(reason)." }

  func exceptionally(_ reason: String) -> String { "The exceptional reason: \(quote(reason))." }

  func releases(_ reviewers: [String]) -> String { "\(done("released")): \(list(reviewers))." }

  func takesThemBackIn() -> String {
    "Reviewers released before \(be(2)) in the bowls again: without them more would have to be "
      + "waived."
  }

  /// How often a State asked for new reviewers, and how often the record itself was the reason.
  public func hasAsked(_ state: String, redraws: Int, others: Int, limit: Int) -> String {
    "\(state) has asked for \(redraws == 0 ? "no redraw" : count(redraws, "redraw"))"
      + (redraws > limit ? ", more than the limit of \(limit)" : ", of at most \(limit)")
      + (others == 0 ? "." : ", and has had \(others) by the record, without asking.")
  }

  /// A reviewer who should not review any more, and the words before the command that mends it.
  public func noLongerMatches(_ state: String, why: String) -> String {
    "A reviewer of \(state) \(mood == .conditional ? "would no longer match" : "no longer matches"): "
      + "\(why). To mend it:"
  }

  // MARK: Deferrals

  func moves(_ state: String, from: Int, to: Int) -> String {
    let where_ = to == 0 ? "the next cycle" : "year \(to)"
    return "The review of \(state) \(does("moves", "move")) from year \(from) to \(where_)"
      + "\(paragraph("14"))."
  }

  func reason(_ reason: String) -> String { "Its reason: \(quote(reason))." }

  func takesPlace(_ state: String, year: Int, among count: Int) -> String {
    count == 1
      ? "\(state), the only State of its group in the next year, \(does("takes", "take")) its place "
        + "in year \(year)."
      : "By lot among \(count) States of its group, \(state) \(does("takes", "take")) its place in "
        + "year \(year)."
  }

  func oneOf(_ count: Int, takesPlaceIn year: Int) -> String {
    "By lot, one of \(self.count(count, "State")) of its group \(does("takes", "take")) its place in "
      + "year \(year)."
  }

  func nobodyTakesPlace(year: Int) -> String {
    "No State \(does("takes", "take")) its place in year \(year)."
  }

  func keepsReviewers(_ state: String, _ reviewers: [String]) -> String {
    "The reviewers of \(state) \(does("goes", "go", 2)) with it: \(list(reviewers))."
  }

  // MARK: Stand-downs

  func standsDown(_ state: String, year: Int) -> String {
    "\(state), under review in year \(year), \(does("stands", "stand")) down as a reviewer in that "
      + "year\(paragraph("20"))."
  }

  func satOn(_ reviews: [String]) -> String {
    "It \(does("leaves", "leave")) the \(reviews.count == 1 ? "review" : "reviews") of "
      + "\(list(reviews))."
  }

  func reviewsNobody() -> String { "It reviews nobody in it so far, so nothing is drawn anew." }

  // MARK: Amendments

  func join(_ states: [String]) -> String {
    sentence(states, "State", ("joins", "join"))
  }

  func leave(_ states: [String]) -> String {
    sentence(states, "State", ("leaves", "leave"))
  }

  func goOn(_ states: [(name: String, code: String)]) -> String {
    sentence(
      states.map { "\($0.name) as \($0.code)" }, "State",
      ("goes on under another code", "go on under other codes", "go on under another code"))
  }

  func accede(_ states: [(name: String, codes: [String])]) -> String {
    sentence(
      states.map { "\($0.name) to \(list($0.codes))" }, "State", ("accedes", "accede"))
  }

  func denounce(_ states: [(name: String, codes: [String])]) -> String {
    sentence(
      states.map { "\($0.name) no longer to \(list($0.codes))" }, "State",
      ("is party to fewer Protocols", "are party to fewer Protocols", "be party to fewer Protocols")
    )
  }

  func move(_ states: [(name: String, from: String, to: String)]) -> String {
    func group(_ name: String) -> String { name.isEmpty ? "no group" : name }
    return sentence(
      states.map { "\($0.name) from \(group($0.from)) to \(group($0.to))" }, "State",
      ("moves to another group", "move to another group"))
  }

  /// Other changes of States, by what they become.
  func become(_ states: [String], _ what: Becoming) -> String {
    sentence(states, "State", what.verbs)
  }

  /// What a State can become by a new table.
  enum Becoming {
    case otherLegalSystems, otherNames, otherNumbers, reviewed, notReviewed, reviewing, notReviewing

    var verbs: (String, String, String) {
      switch self {
      case .otherLegalSystems:
        ("has other legal systems", "have other legal systems", "have other legal systems")
      case .otherNames:
        (
          "has another name or other languages", "have other names or languages",
          "have another name or other languages"
        )
      case .otherNumbers:
        (
          "has other seats or limits of its own", "have other seats or limits of their own",
          "have other seats or limits of their own"
        )
      case .reviewed: ("is now to be reviewed", "are now to be reviewed", "be to be reviewed")
      case .notReviewed:
        (
          "is no longer to be reviewed", "are no longer to be reviewed",
          "no longer be to be reviewed"
        )
      case .reviewing: ("now reviews others", "now review others", "review others")
      case .notReviewing: ("no longer reviews", "no longer review", "no longer review")
      }
    }
  }

  func bar(_ pairs: [(state: String, reviewer: String)]) -> String {
    sentence(
      pairs.map { "\($0.reviewer) as a reviewer of \($0.state)" }, "pair",
      ("may no longer be drawn", "may no longer be drawn", "be barred"))
  }

  func unbar(_ pairs: [(state: String, reviewer: String)]) -> String {
    sentence(
      pairs.map { "\($0.reviewer) as a reviewer of \($0.state)" }, "pair",
      ("may be drawn again", "may be drawn again", "be free to be drawn again"))
  }

  func separate(_ pairs: [(String, String)]) -> String {
    sentence(
      pairs.map { "\($0.0) with \($0.1)" }, "pair",
      ("may no longer sit on one review", "may no longer sit on one review", "be kept apart"))
  }

  func reunite(_ pairs: [(String, String)]) -> String {
    sentence(
      pairs.map { "\($0.0) with \($0.1)" }, "pair",
      ("may sit on one review again", "may sit on one review again", "be free to sit together"))
  }

  func change(rules: [(key: String, from: String, to: String)]) -> String {
    "The rulebook \(does("changes", "change")): "
      + rules.map { "\($0.key) from \($0.from) to \($0.to)" }.joined(separator: "; ") + "."
  }

  func joins(_ state: String, year: Int, among years: [String]) -> String {
    years.count < 2
      ? "\(state) \(be()) under review in year \(year)"
        + (years.isEmpty ? "." : ", the only year in the bowl.")
      : "\(state) \(be()) under review in year \(year), by lot among the years "
        + "\(everyOne(years))."
  }

  func joinsByLot(_ states: [String]) -> String {
    "The year of review of \(list(states)) \(be()) drawn by lot."
  }

  func joinsTooLate(_ states: [String]) -> String {
    "Every year has begun, so \(list(states)) \(be(states.count)) not reviewed in this cycle."
  }

  func joinsBeforeSelection() -> String {
    "The selection, still to come, \(does("gives", "give")) the new States their years."
  }

  func dropOut(_ states: [(name: String, year: Int)]) -> String {
    (mood == .conditional ? "Would no longer be" : "No longer") + " under review in this cycle: "
      + list(states.map { "\($0.name), which stood in year \($0.year)" }) + "."
  }

  func lapses(year: Int, sha256: String) -> String {
    "The list of tickets of year \(year) (SHA-256 \(sha256)) \(does("lapses", "lapse")), because the "
      + "change touches its outcomes; another list is needed."
  }

  private func everyOne(_ items: [String]) -> String {
    items.dropLast().joined(separator: ", ") + " and " + (items.last ?? "")
  }

  /// How many do something, and who: *2 States join: A and B.*
  private func sentence(
    _ who: [String], _ noun: String, _ verbs: (String, String)
  ) -> String {
    sentence(who, noun, (verbs.0, verbs.1, verbs.1))
  }

  private func sentence(
    _ who: [String], _ noun: String, _ verbs: (one: String, many: String, base: String)
  ) -> String {
    let verb =
      mood == .conditional ? "would \(verbs.base)" : who.count == 1 ? verbs.one : verbs.many
    return "\(count(who.count, noun)) \(verb): \(list(who))."
  }
}
