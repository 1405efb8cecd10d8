import Foundation
import Reports
import Testing

@Suite struct `A chart` {
  /// The numbers of one attribute in all elements of a name.
  func numbers(_ attribute: String, of element: String, in markup: Markup) -> [Double] {
    markup.text.split(separator: "\n").filter { $0.contains("<\(element) ") }.compactMap { line in
      line.components(separatedBy: " \(attribute)=\"").dropFirst().first?
        .components(separatedBy: "\"").first.flatMap(Double.init)
    }
  }

  @Test func `draws bars as long as their values`() {
    let chart = BarChart(
      rows: [.init("a", [10]), .init("b", [40]), .init("c", [0])], axis: .percent("%"))
    let widths = numbers("width", of: "rect", in: chart.markup(name: "x", title: ""))
    #expect(widths.count == 3)
    #expect(abs(widths[1] - 4 * widths[0]) < 0.3)
    #expect(widths[2] == 0)
  }

  @Test func `divides a row of shares by its sum`() {
    let chart = ShareChart(parts: ["little", "much"], rows: [.init("a", [1, 3])], axis: "%")
    let widths = numbers("width", of: "rect", in: chart.markup(name: "x", title: "")).suffix(2)
    #expect(abs(widths.last! - 3 * widths.first!) < 0.3)
  }

  @Test func `spaces equal factors equally on a logarithmic axis`() {
    let chart = LineChart(
      series: [.init("", [.init(1, 1), .init(100, 1), .init(10_000, 1)])],
      horizontal: Axis("x", kind: .logarithmic), vertical: Axis("y"))
    let line = chart.markup(name: "x", title: "").text.components(separatedBy: "points=\"")[1]
    let across = line.components(separatedBy: "\"")[0].split(separator: " ").enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.compactMap { Double($0.element) }
    #expect(across.count == 3)
    #expect(abs((across[2] - across[1]) - (across[1] - across[0])) < 0.2)
  }

  @Test(arguments: [
    "a \"quoted\" <name> & more", "", "ünïcodé 漢字 العربية", String(repeating: "w", count: 900),
  ])
  func `escapes and shortens any name`(_ name: String) {
    let row = BarChart(series: [name, name], rows: [.init(name, [1, 2])], axis: Axis(name))
    let text = row.markup(name: "x", title: name).text
    #expect(!text.contains("<name>"))
    #expect(text == row.markup(name: "x", title: name).text)
  }

  @Test(
    arguments: [
      [], [0], [-3, 5], [.nan], [.infinity], [1e-300, 1e300], [.greatestFiniteMagnitude], [-1],
    ] as [[Double]])
  func `never traps, whatever the values`(_ values: [Double]) {
    for kind in [Axis.Kind.linear, .logarithmic] {
      let axis = Axis("values", kind: kind, places: 2)
      let charts: [any Chart] = [
        BarChart(series: ["a", "b"], rows: values.map { .init("r", [$0, nil, 3]) }, axis: axis),
        ShareChart(parts: ["a", "b"], rows: values.map { .init("r", [$0, 1]) }, axis: "share"),
        IntervalChart(rows: values.map { .init("r", [.init($0, low: -$0, high: 2)]) }, axis: axis),
        LineChart(
          series: [.init("s", values.map { .init($0, $0) })], horizontal: axis, vertical: axis),
        HeatChart(columns: ["1", "2"], rows: values.map { .init("r", [$0]) }, axis: axis),
      ]
      for chart in charts {
        let text = chart.markup(name: "x", title: "t").text
        #expect(text.hasSuffix("</svg>\n"))
        #expect(!text.contains("nan\"") && !text.contains("inf\""))
      }
    }
  }
}
