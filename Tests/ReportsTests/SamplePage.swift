import Reports

/// A page with every kind of chart, and in each what is hardest to draw: long names, markup in
/// names, very large and very small numbers, nothing at all.
enum SamplePage {
  static let page = Page(
    title: "Sample of all charts",
    body: [
      .element("h1", ["Sample of all charts"]),
      .element(
        "p", ["No cycle was drawn for this page: its numbers were made up to be hard to draw."]),
      Figure.grid(figures),
      table.markup,
    ])

  static let figures = [
    Figure(
      name: "bars", title: "Bars", chart: bars, sentence: "One bar for each rule and each cell."),
    Figure(
      name: "long-names", title: "Bars with long names", chart: longNames,
      sentence: "Names that are too long for a column stand above their bars."),
    Figure(
      name: "shares", title: "Shares", chart: shares,
      sentence: "The darker a part, the more reviews these States do."),
    Figure(
      name: "intervals", title: "Estimates", chart: intervals,
      sentence: "The line over each mark is where the true value lies, 95 times out of 100."),
    Figure(
      name: "lines", title: "Two logarithmic axes", chart: lines,
      sentence: "A straight line means that time grows with a power of the number of States."),
    Figure(
      name: "flat", title: "Linear axes, one line", chart: flat,
      sentence: "One line, named at its end."),
    Figure(
      name: "heat", title: "Numbers as shades", chart: heat,
      sentence: "The darker, the more of the group's States are reviewed in that year."),
    Figure(
      name: "many-columns", title: "More columns than fit", chart: manyColumns,
      sentence: "Columns that do not fit side by side go on below."),
  ]

  static let bars = BarChart(
    series: ["seat", "same_region", "minimum_load", "legal_system"],
    rows: [
      .init("2010", [0, 1, 0, 12.5]), .init("2014", [0.25, 0, nil, 8]),
      .init("<2024>", [0, 0, 0, 31]),
    ], axis: Axis("waivers a cycle", places: 2))

  static let longNames = BarChart(
    rows: [
      .init("memberships: untoc-2024-estimate.csv, loads.maximum: 2, cycle.years: 5", [99.5]),
      .init(
        "memberships: untoc-2024-estimate.csv, loads.maximum: 3, cycle.years: 5, protocols: any, "
          + "so many conditions that no line can hold them all", [100]),
      .init("short", [0]),
    ], axis: .percent("share of cycles in which all rules were kept, %", places: 1))

  static let shares = ShareChart(
    parts: ["none", "1 review", "2 reviews", "3 reviews"],
    rows: [
      .init("African Group", [0, 20, 30, 50]), .init("Asia-Pacific Group", [1, 33, 33, 33]),
      .init("Latin America", [0, 0, 100, 0]), .init("(no group)", [0, 0, 0, 0]),
    ], axis: "share of States, %")

  static let intervals = IntervalChart(
    series: ["largest chance of a pair", "mean chance of a pair"],
    rows: [
      .init("maximum 2", [.init(41, low: 35.5, high: 47), .init(2.5, low: 2.4, high: 2.6)]),
      .init("maximum 3", [.init(30, low: 20, high: 44), .init(1, low: 1, high: 1)]),
      .init("maximum 4", [nil, .init(1, low: 0.5, high: 1.5)]),
    ], axis: .percent("chance, %", places: 1))

  static let lines = LineChart(
    series: [
      .init(
        "all Protocols",
        [.init(50, 0.002), .init(500, 0.03), .init(5000, 0.7), .init(50_000, 19)]),
      .init("any", [.init(50, 0.003), .init(500, 0.028), .init(5000, 0.69), .init(50_000, 18)]),
      .init("nothing drawn", [.init(0, 1)]),
    ],
    horizontal: Axis("number of States", kind: .logarithmic),
    vertical: Axis("time for one cycle, s", kind: .logarithmic))

  static let flat = LineChart(
    series: [.init("share", [.init(3, 7.25), .init(1, 0), .init(2, 3.5)])],
    horizontal: Axis("year"), vertical: Axis("share of lots that left no choice, %", places: 1))

  static let heat = HeatChart(
    columns: ["year 1", "year 2", "year 3"],
    rows: [
      .init("African Group", [20.1, 20, 19.9]), .init("Eastern European Group", [33, nil, 0]),
    ], axis: .percent("share of the group's States, %", places: 1))

  static let manyColumns = HeatChart(
    columns: (1...25).map { "year \($0)" },
    rows: [.init("a", (1...25).map { Double($0 * 1_000) }), .init("b", [1, 2])],
    axis: Axis("a number without a meaning"))

  static let table = DataTable(
    caption: "A table wider than a telephone",
    columns: [.init("cell")] + (1...12).map { .number("measure number \($0)") },
    rows: [
      ["first"] + (1...12).map { NumberText.text($0 * 12_345) },
      ["second"] + (1...12).map { NumberText.text(Double($0) / 7, places: 3) },
    ])
}
