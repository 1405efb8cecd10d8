import Members
import Reports

/// How likely each pair of a year is before it is drawn: by group as a picture, by State as tables.
extension PageWriter {
  func odds(_ index: OddsIndex) -> Page {
    let year = index.odds.year
    var body: [Markup] = [
      paragraph(.notYetDrawn), paragraph(origin(index.odds)),
    ]
    if index.odds.isUniform { body.append(paragraph(.uniform)) }
    body.append(paragraph(.howChanceReads))
    if !index.odds.options.isEmpty {
      let command = "peerlots odds \(publication.ledgerFolder) \(index.odds.options)"
      body += [paragraph(.repeated), commandLine(command)]
    }
    let groups = GroupOdds(index, record)
    body += [
      heading(2, .byGroup), heatMap(groups), paragraph(.howMapReads), groupTable(groups),
      heading(2, .byState), contents(of: index),
    ]
    for state in index.underReview { body += reviewersOdds(of: state, index) }
    body += [
      .element("h2", [say(.byReviewer)]), paragraph(.howReviewsRead), reviewsToExpect(index),
      .element(
        "p", [.element("a", ["href": path(ofOddsTable: year)], [.text("CSV")])]),
    ]
    return page(path(ofOdds: year), language.text(.oddsOfYear(year)), body)
  }

  /// Odds of the years whose draw has not begun.
  var oddsAhead: [OddsIndex] {
    publication.odds.filter { !cycle.hasBegun(year: $0.odds.year) }
  }

  func path(ofOdds year: Int) -> String { "odds-\(year).html" }

  func path(ofOddsTable year: Int) -> String { "odds-\(year).csv" }

  /// A link to the odds of a State under review; nil where there are none.
  func oddsLink(of state: Int) -> Markup? {
    guard let index = oddsAhead.first(where: { $0.chances[state] != nil }) else { return nil }
    let year = index.odds.year
    return .element(
      "a", ["href": "\(path(ofOdds: year))#\(anchor(state))"], [say(.oddsOfYear(year))])
  }

  func say(_ sentence: ChanceSentence) -> Markup { language.text(sentence).markup }

  func paragraph(_ sentence: ChanceSentence) -> Markup { .element("p", [say(sentence)]) }

  /// Where the numbers are from, and how far they may be off.
  func origin(_ odds: YearOdds) -> ChanceSentence {
    switch odds.origin {
    case .counted: .counted
    case .sampled(let draws): .sampled(draws)
    }
  }

  // MARK: Chances

  /// A chance in percent.
  func percent(_ chance: YearOdds.Chance) -> Wording {
    let tenths = (chance.millionths + 500) / 1_000
    return language.text(
      tenths == 0 && chance.millionths > 0
        ? ChanceSentence.percentBelow(tenths: 1) : .percent(tenths: tenths))
  }

  /// The interval of a chance, its ends rounded outwards; nil where the chance is exact.
  func interval(_ chance: YearOdds.Chance, _ odds: YearOdds) -> Wording? {
    if odds.origin == .counted { return nil }
    return language.text(
      ChanceSentence.between(low: chance.low / 1_000, high: (chance.high + 999) / 1_000))
  }

  // MARK: Parts of the page

  private func anchor(_ state: Int) -> String { "odds-\(fileWords[state])" }

  private func contents(of index: OddsIndex) -> Markup {
    .element(
      "ul", ["class": "index"],
      index.underReview.map { state in
        .element(
          "li", [.element("a", ["href": "#\(anchor(state))"], [title(state).markup])])
      })
  }

  /// The States that may review one, the likeliest first, and those that did not come up.
  private func reviewersOdds(of state: Int, _ index: OddsIndex) -> [Markup] {
    let isSampled = index.odds.origin != .counted
    var grid = Grid(
      title(state),
      [
        .init(title: language.word(.reviewingStates)),
        .init(title: language.word(.regionalGroup)),
        .init(title: language.text(ChanceSentence.chance), isNumber: true),
      ] + (isSampled ? [.init(title: language.text(ChanceSentence.interval))] : []))
    let reviewers = index.reviewers(of: state)
    for (reviewer, chance) in reviewers {
      grid.append(
        [
          link(reviewer), group(record.states[reviewer].region).markup, percent(chance).markup,
        ] + (interval(chance, index.odds).map { [$0.markup] } ?? []))
    }
    let others = index.others(than: reviewers.map(\.state), of: state)
    var parts: [Markup] = [
      .element("h3", ["id": anchor(state)], [link(state)]), grid.markup,
    ]
    if !others.isEmpty {
      let list = language.listing(others.map { names[$0] })
      parts.append(paragraph(isSampled ? .neverDrawn(list) : .cannotBeDrawn(list)))
    }
    return parts
  }

  /// The same the other way round: what each reviewing State has to expect.
  private func reviewsToExpect(_ index: OddsIndex) -> Markup {
    var grid = Grid(
      language.text(ChanceSentence.byReviewer),
      [
        .init(title: language.word(.state)),
        .init(title: language.text(ChanceSentence.expectedReviews), isNumber: true),
        .init(title: language.text(ChanceSentence.likeliestReview)),
        .init(title: language.text(ChanceSentence.chance), isNumber: true),
      ])
    for reviewer in record.states.indices {
      let chances = index.underReview.compactMap { state in
        index.chances[state]?[reviewer].map { (state: state, chance: $0) }
      }
      if chances.isEmpty { continue }
      let sum = chances.reduce(0) { $0 + $1.chance.millionths }
      // Of several that are equally likely, the first.
      let likeliest = chances.reversed().max { $0.chance.millionths < $1.chance.millionths }
      let isPossible = sum > 0
      grid.append([
        link(reviewer), .text(decimal(hundredths: (sum + 5_000) / 10_000)),
        likeliest.filter { _ in isPossible }.map { link($0.state) } ?? word(.none),
        likeliest.filter { _ in isPossible }.map { percent($0.chance).markup } ?? word(.none),
      ])
    }
    return grid.markup
  }

  private func decimal(hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100)\(language.decimalMark)\(rest < 10 ? "0" : "")\(rest)"
  }

  // MARK: By group

  /// The picture; groups above it by their codes where these are those of the United Nations.
  private func heatMap(_ groups: GroupOdds) -> Markup {
    let title = language.text(ChanceSentence.meanChance).plain
    var axis = Axis(title, places: 1)
    axis.decimalMark = language.decimalMark
    var chart = HeatChart(
      columns: groups.reviewers.map { code($0).plain },
      rows: zip(groups.underReview, groups.means).map { region, means in
        .init(group(region).plain, means.map { $0.map { Double($0) / 10 } })
      }, axis: axis)
    chart.isRightToLeft = tongue.isRightToLeft
    return .element(
      "figure", ["id": "groups"], [chart.markup(name: "groups", title: title)])
  }

  /// A group in the heading of a narrow column.
  private func code(_ region: RegionalGroup) -> Wording {
    region.isEmpty ? "–" : Wording(Name(region.text))
  }

  private func groupTable(_ groups: GroupOdds) -> Markup {
    var grid = Grid(
      language.text(ChanceSentence.meanChance),
      [.init(title: language.text(ChanceSentence.groupUnderReview))]
        + groups.reviewers.map { .init(title: code($0), isNumber: true) })
    for (region, means) in zip(groups.underReview, groups.means) {
      grid.append(
        [group(region).markup]
          + means.map { $0.map { .text(language.decimal(tenths: $0)) } ?? word(.none) })
    }
    return grid.markup
  }
}

extension Optional {
  /// The value where it fits.
  fileprivate func filter(_ fits: (Wrapped) -> Bool) -> Wrapped? {
    flatMap { fits($0) ? $0 : nil }
  }
}

/// Mean chances of pairs by the groups of their States.
struct GroupOdds {
  /// The groups of the States under review, in canonical order.
  let underReview: [RegionalGroup]
  /// The groups of the States that review, in canonical order.
  let reviewers: [RegionalGroup]
  /// For each pair of groups the mean chance in tenths of a percent; nil where there is no pair.
  let means: [[Int?]]

  init(_ index: OddsIndex, _ record: Record) {
    struct Sum { var (millionths, pairs) = (0, 0) }
    func region(_ state: Int) -> RegionalGroup { record.states[state].region }
    var sums: [RegionalGroup: [RegionalGroup: Sum]] = [:]
    var reviewing: Set<RegionalGroup> = []
    for (state, chances) in index.chances {
      for (reviewer, chance) in chances {
        reviewing.insert(region(reviewer))
        sums[region(state), default: [:]][region(reviewer), default: Sum()].millionths +=
          chance.millionths
        sums[region(state), default: [:]][region(reviewer), default: Sum()].pairs += 1
      }
    }
    let columns = reviewing.sorted()
    underReview = sums.keys.sorted()
    reviewers = columns
    means = underReview.map { row in
      columns.map { column in
        sums[row]?[column].map { ($0.millionths / $0.pairs + 500) / 1_000 }
      }
    }
  }
}
