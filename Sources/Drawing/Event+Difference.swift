import Members
import Rules

extension Event {
  /// How another event differs from this one; nil where it does not.
  ///
  /// The software that wrote a ledger may read differently.
  public func difference(to other: Event) -> String? {
    switch (self, other) {
    case (.opened(let this), .opened(let that)):
      if this.best != that.best {
        return "the best waivers are \(Self.text(this.best)), not \(Self.text(that.best))"
      }
      var same = that
      same.software = this.software
      return this == same ? nil : "the cycle is opened with other data"
    case (.lot(let this), .lot(let that)): return Self.difference(this, that)
    case (.waiver(let this), .waiver(let that)):
      if this.rule == that.rule && this.state == that.state {
        let isSame = Label(this.reason) == Label(that.reason)
        return isSame ? nil : "the reason is: \(this.reason)"
      }
      return "the waiver due here is of \(this.rule.rawValue) for \(this.state), "
        + "not of \(that.rule.rawValue) for \(that.state)"
    default:
      if self == other { return nil }
      if kind != other.kind { return "\(kind) is due here, not \(other.kind)" }
      return solved(otherThan: other) ?? "\(kind) differs from what an honest run gives"
    }
  }

  /// What differs of that for which it takes a solver to find what is right; nil where nothing does.
  private func solved(otherThan other: Event) -> String? {
    if let best, let that = other.best, best != that {
      return "the best waivers are \(Self.text(best)), not \(Self.text(that))"
    }
    guard case .redraw(let this) = self, case .redraw(let that) = other,
      this.exclusion != that.exclusion
    else { return nil }
    return this.exclusion
      ? "the reviewers released before can be excluded" : "nobody is excluded: it costs a waiver"
  }

  private var best: WaiverVector? {
    switch self {
    case .redraw(let redraw): redraw.best
    case .deferred(let deferral): deferral.best
    case .stoodDown(let standDown): standDown.best
    case .amended(let amended): amended.best
    default: nil
    }
  }

  private static func difference(_ this: DrawnLot, _ that: DrawnLot) -> String? {
    if this.draw != that.draw {
      return "the lot belongs to \"\(this.draw.text)\", not to \"\(that.draw.text)\""
    }
    if this.purpose != that.purpose { return "the lot due here is another: \(this.purpose.text)" }
    if this.choices != that.choices {
      let (right, found) = (this.bowl, that.bowl)
      let (inRight, inFound) = (Set(right), Set(found))
      let missing = right.filter { !inFound.contains($0) }
      let extra = found.filter { !inRight.contains($0) }
      func list(_ labels: [Label]) -> String { labels.map(\.text).joined(separator: ", ") }
      if missing.isEmpty && extra.isEmpty { return "the bowl is not in canonical order" }
      return "the bowl is wrong"
        + (missing.isEmpty ? "" : ": \(list(missing)) should be in it")
        + (extra.isEmpty ? "" : ": \(list(extra)) should not be in it")
    }
    if this.counter != that.counter {
      return "the lot's first block is \(this.counter), not \(that.counter)"
    }
    if this.index != that.index { return "the lot is \(this.index), not \(that.index)" }
    if this.drawn != that.drawn { return "the lot draws \(this.drawn), not \(that.drawn)" }
    return nil
  }

  private static func text(_ best: WaiverVector) -> String {
    zip(best.rules, best.counts).map { "\($0.rawValue) \($1)" }.joined(separator: ", ")
  }

  /// What kind of event it is, with an article.
  public var kind: String {
    switch self {
    case .opened: "the opening"
    case .announced(let announced): "the announcement of \"\(announced.draw.text)\""
    case .withdrawn(let withdrawn): "the withdrawal of \"\(withdrawn.draw.text)\""
    case .seeded(let seeded): "the seed of \"\(seeded.draw.text)\""
    case .lot(let lot): "a lot (\(lot.purpose.text))"
    case .waiver(let waiver): "a waiver of \(waiver.rule.rawValue) for \(waiver.state)"
    case .redraw: "a redraw"
    case .deferred: "a deferral"
    case .stoodDown: "a stand-down"
    case .amended: "an amendment"
    case .uniform(let drawn): "a uniform draw of \"\(drawn.draw.text)\""
    case .tickets(let list): "the list \"\(list.draw.text)\""
    case .ticket(let drawn): "ticket \(drawn.ticket) of \"\(drawn.draw.text)\""
    }
  }
}

extension DrawnLot.Purpose {
  /// The purpose in words.
  public var text: String {
    switch self {
    case .extraPlace(let region):
      region.isEmpty
        ? "an extra place of the States without a group" : "an extra place of \(region)"
    case .first(let region):
      region.isEmpty
        ? "the first of the States without a group" : "the first of the list of \(region)"
    case .year(let region, let year):
      region.isEmpty
        ? "a State without a group for year \(year)" : "a State of \(region) for year \(year)"
    case .turn(let year): "the next State of year \(year)"
    case .regionalReviewer(_, let state, let kind): "the \(kind) reviewer of \(state)"
    case .openReviewer(_, let state, let kind): "the \(kind) reviewer of \(state)"
    case .supplementaryReviewer(_, let state, let reviewer):
      "the supplementary reviewer of \(state) for \(reviewer)"
    case .replacement(let state): "the replacement of \(state)"
    case .joining(let state): "the year of \(state)"
    }
  }
}
