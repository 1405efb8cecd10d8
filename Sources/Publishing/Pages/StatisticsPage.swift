import Drawing
import Members
import Reports
import Rules

/// Counts of the draw and of what came after it.
extension PageWriter {
  var statistics: Page {
    page(
      "statistics.html", language.word(.statistics),
      [
        heading(2, .reviewsPerState), reviewsPerState, heading(2, .byGroup), groupTable,
        heading(2, .yearsAndGroups), paragraph(.howShareReads), yearsAndGroups,
        heading(2, .occurrences), occurrences, heading(2, .bowl), paragraph(.chancesOfPairs),
        bowlSizes, heading(2, .protocolCoverage), protocolCoverage,
      ] + expertsInAll)
  }

  /// The States that review, with how many reviews each does.
  private var reviewing: [Int] {
    record.states.indices.filter {
      record.states[$0].isReviewer && !record.hasLeft($0) || !record.reviewed[$0].isEmpty
    }
  }

  private var reviewsPerState: Markup {
    var grid = Grid(
      language.word(.reviewsPerState),
      [
        .init(title: language.word(.reviews), isNumber: true),
        .init(title: language.word(.statesInAll), isNumber: true),
      ])
    for count in Set(reviewing.map { record.reviewed[$0].count }).sorted() {
      let states = reviewing.count { record.reviewed[$0].count == count }
      grid.append([Wording(count).markup, Wording(states).markup])
    }
    return grid.markup
  }

  /// The groups of the roster, in canonical order.
  private var regions: [RegionalGroup] { Set(record.states.map(\.region)).sorted() }

  private var groupTable: Markup {
    var grid = Grid(
      language.word(.byGroup),
      [
        .init(title: language.word(.regionalGroup)),
        .init(title: language.word(.statesInAll), isNumber: true),
        .init(title: language.word(.stateUnderReview), isNumber: true),
        .init(title: language.word(.reviews), isNumber: true),
      ])
    for region in regions {
      let members = record.states.indices.filter {
        record.states[$0].region == region && !record.hasLeft($0)
      }
      grid.append([
        group(region).markup, Wording(members.count).markup,
        Wording(members.count { cycle.reviews[$0].isPlanned }).markup,
        Wording(members.reduce(0) { $0 + record.reviewed[$1].count }).markup,
      ])
    }
    return grid.markup
  }

  /// Reviews of each year and group, beside the group's proportional share of the year.
  private var yearsAndGroups: Markup {
    var grid = Grid(
      language.word(.yearsAndGroups),
      [.init(title: language.word(.regionalGroup))]
        + years.map { .init(title: language.text(.year($0)), isNumber: true) }
        + [.init(title: language.word(.proportionalShare), isNumber: true)])
    let selectedYears = max(1, cycle.rulebook.selectedYears)
    for region in regions {
      let planned = cycle.reviews.indices.filter {
        cycle.reviews[$0].isPlanned && record.states[$0].region == region
      }
      // Tenths, rounded to the nearest.
      let share = (planned.count * 20 / selectedYears + 1) / 2
      grid.append(
        [group(region).markup]
          + years.map { year in
            Wording(planned.count { cycle.reviews[$0].year == year }).markup
          } + [.text(language.decimal(tenths: share))])
    }
    return grid.markup
  }

  private var occurrences: Markup {
    var grid = Grid(
      language.word(.occurrences),
      [
        .init(title: language.word(.event)), .init(title: language.word(.paragraph)),
        .init(title: language.word(.total), isNumber: true),
      ])
    func count(_ fits: (Event) -> Bool) -> Int { record.events.count(where: fits) }
    let events: [(Term, String, Int)] = [
      (.deferrals, "14", count { if case .deferred = $0 { true } else { false } }),
      (.redraws, "19", count { if case .redraw = $0 { true } else { false } }),
      (.standDowns, "20", count { if case .stoodDown = $0 { true } else { false } }),
      (.amendments, "", count { if case .amended = $0 { true } else { false } }),
    ]
    for (term, paragraph, total) in events {
      grid.append([
        word(term), paragraph.isEmpty ? word(.none) : .text(paragraph), Wording(total).markup,
      ])
    }
    for rule in cycle.rulebook.waivers {
      let total = cycle.waivers.count { $0.rule == rule }
      let paragraph =
        switch rule {
        case .seat: "18"
        case .supplement: ""
        case .sameRegion, .legalSystem: "19"
        case .minimumLoad: "20"
        case .targetLoad: ""
        }
      grid.append([
        .all([word(.waivers), .element("br", [:]), word(term(rule))]),
        paragraph.isEmpty ? word(.none) : .text(paragraph), Wording(total).markup,
      ])
    }
    return grid.markup
  }

  private var bowlSizes: Markup {
    var sizes: [Label: [Int]] = [:]
    for lot in record.lots.joined() { sizes[lot.kind, default: []].append(lot.choices.count) }
    var grid = Grid(
      language.word(.bowl),
      [
        .init(title: language.word(.seat)), .init(title: language.word(.lots), isNumber: true),
        .init(title: language.word(.smallest), isNumber: true),
        .init(title: language.word(.median), isNumber: true),
        .init(title: language.word(.largest), isNumber: true),
      ])
    for kind in sizes.keys.sorted() {
      let ordered = (sizes[kind] ?? []).sorted()
      grid.append([
        seat(kind).markup, Wording(ordered.count).markup, Wording(ordered[0]).markup,
        Wording(ordered[ordered.count / 2]).markup, Wording(ordered[ordered.count - 1]).markup,
      ])
    }
    return grid.markup
  }

  private var protocolCoverage: Markup {
    let codes = Set(cycle.membership.states.flatMap(\.protocols)).sorted()
    var grid = Grid(
      language.word(.protocolCoverage),
      [
        .init(title: language.word(.protocols)),
        .init(title: language.word(.statesParties), isNumber: true),
        .init(title: language.word(.stateUnderReview), isNumber: true),
      ])
    for code in codes {
      let parties = cycle.membership.states.filter { $0.protocols.contains(code) }
      grid.append([
        protocolName(code).markup, Wording(parties.count).markup,
        Wording(parties.count(where: \.isReviewed)).markup,
      ])
    }
    return grid.markup
  }
}
