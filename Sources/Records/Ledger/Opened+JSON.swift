import Drawing
import Members
import Rules

extension Opened {
  /// The event's own fields, in the order of the contract's table.
  var fields: [JSONField] {
    [
      JSONField("format", format),
      JSONField("software", .text(Label(software))),
      JSONField("rulebook", rulebook.json),
      JSONField("membership", membership.json),
      JSONField("conflicts", conflicts.json),
      JSONField("exclusions", exclusions.json),
      JSONField("after", .text(Label(after))),
      JSONField("carried", .texts(carried)),
      JSONField("imported", .array(imported.map(\.json))),
      JSONField("best", best.json),
    ]
  }

  /// Reads the first event of a ledger.
  init(_ reader: FieldReader) throws(LedgerFailure) {
    var fields = reader
    // The format comes first: in another format the other fields may be others.
    let format = try fields.integer("format", in: JSONValue.integers)
    guard format == Opened.currentFormat else { throw .unreadableFormat(format) }
    let software = try fields.text("software").text
    let rulebook = try Rulebook(try fields.object("rulebook"))
    let membership = try Membership(&fields, "membership")
    let conflicts = try fields.conflicts("conflicts", membership)
    let exclusions = try fields.exclusions("exclusions", membership)
    let after = try fields.text("after")
    if !after.isEmpty && LineHash(after.text) == nil {
      throw fields.failure("after", .notAHash(after))
    }
    let carried = try fields.orderedLabels("carried")
    for code in carried where membership.index(of: code) == nil {
      throw fields.failure("carried", .notACode(code))
    }
    let imported = try fields.imported("imported", rulebook, membership)
    let best = try WaiverVector(&fields, "best", rules: rulebook.waivers)
    try fields.finish()
    self.init(
      software: software, rulebook: rulebook, membership: membership, conflicts: conflicts,
      exclusions: exclusions, after: after.text, carried: carried, imported: imported, best: best)
  }
}

extension [Conflict] {
  /// The pairs as a ledger holds them.
  var json: JSONValue {
    .array(
      map {
        .object([
          JSONField("under_review", .text($0.underReview)),
          JSONField("reviewer", .text($0.reviewer)),
        ])
      })
  }
}

extension [Exclusion] {
  /// The pairs as a ledger holds them.
  var json: JSONValue {
    .array(
      map {
        .object([
          JSONField("reviewer", .text($0.reviewer)), JSONField("other", .text($0.other)),
        ])
      })
  }
}

extension ImportedReviewer {
  fileprivate var json: JSONValue {
    .object([
      JSONField("year", year), JSONField("under_review", .text(underReview)),
      JSONField("seat", .text(seat)), JSONField("reviewer", .text(reviewer)),
      JSONField("source", .text(Label(source))),
    ])
  }
}

extension FieldReader {
  /// Takes pairs that may not be drawn, in canonical order, each once.
  ///
  /// - Parameter membership: The States that may be named; nil where replaying asks that.
  mutating func conflicts(
    _ key: Label, _ membership: Membership?
  ) throws(LedgerFailure) -> [Conflict] {
    var conflicts: [Conflict] = []
    for (place, value) in try array(key).enumerated() {
      var pair = try object(value, key, place)
      let conflict = Conflict(
        underReview: try pair.text("under_review"), reviewer: try pair.text("reviewer"))
      try pair.finish()
      try check([conflict.underReview, conflict.reviewer], key, membership)
      try check(conflict, after: conflicts.last, key) { "\($0.underReview),\($0.reviewer)" }
      conflicts.append(conflict)
    }
    return conflicts
  }

  /// Takes pairs that may not sit on one review: in each the first code first, in canonical order,
  /// each once.
  mutating func exclusions(
    _ key: Label, _ membership: Membership?
  ) throws(LedgerFailure) -> [Exclusion] {
    var exclusions: [Exclusion] = []
    for (place, value) in try array(key).enumerated() {
      var pair = try object(value, key, place)
      let (reviewer, other) = (try pair.text("reviewer"), try pair.text("other"))
      try pair.finish()
      try check([reviewer, other], key, membership)
      guard reviewer < other else {
        throw failure(
          key, reviewer == other ? .repeated(other) : .outOfOrder(other, after: reviewer))
      }
      let exclusion = Exclusion(reviewer, other)
      try check(exclusion, after: exclusions.last, key) { "\($0.reviewer),\($0.other)" }
      exclusions.append(exclusion)
    }
    return exclusions
  }

  /// Takes reviewers drawn elsewhere, in order, each once.
  mutating func imported(
    _ key: Label, _ rulebook: Rulebook, _ membership: Membership
  ) throws(LedgerFailure) -> [ImportedReviewer] {
    var imported: [ImportedReviewer] = []
    for (place, value) in try array(key).enumerated() {
      var entry = try object(value, key, place)
      let reviewer = ImportedReviewer(
        year: try entry.int("year", in: 1...rulebook.years),
        underReview: try entry.text("under_review"), seat: try entry.text("seat"),
        reviewer: try entry.text("reviewer"), source: try entry.text("source").text)
      try entry.finish()
      try check([reviewer.underReview, reviewer.reviewer], key, membership)
      try check(reviewer, after: imported.last, key) {
        "\($0.year),\($0.underReview),\($0.seat),\($0.reviewer)"
      }
      imported.append(reviewer)
    }
    return imported
  }

  private func check(
    _ codes: [Label], _ key: Label, _ membership: Membership?
  ) throws(LedgerFailure) {
    guard let membership else { return }
    for code in codes where membership.index(of: code) == nil {
      throw failure(key, .notACode(code))
    }
  }

  private func check<Entry: Comparable>(
    _ entry: Entry, after before: Entry?, _ key: Label, _ text: (Entry) -> String
  ) throws(LedgerFailure) {
    guard let before, !(before < entry) else { return }
    let (label, labelBefore) = (Label(text(entry)), Label(text(before)))
    throw failure(
      key,
      before < entry || entry < before
        ? .outOfOrder(label, after: labelBefore) : .repeated(label))
  }
}
