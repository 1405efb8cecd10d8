/// How one series differs from the next: by a colour that the colour-blind can tell apart (Okabe and
/// Ito 2008), and by a pattern, a mark and a dash that are left when a page is printed in grey.
struct Ink {
  let colour: String
  /// Lines and dots over the colour, in a square of 6 units; none where empty.
  let pattern: String
  /// The dashes of a line.
  let dash: String
  /// The mark of a point, centred on the origin.
  let mark: String

  private static let series = [
    Ink(colour: "#0072b2", pattern: "", dash: "", mark: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"),
    Ink(
      colour: "#f0b429", pattern: "M-1 5L5 -1M1 7L7 1", dash: "6 3", mark: "M-3.5 -3.5h7v7h-7z"),
    Ink(colour: "#00875f", pattern: "M0 3H6", dash: "2 3", mark: "M0 -4.5L4.5 3.5H-4.5z"),
    Ink(
      colour: "#d55e00", pattern: "M0 0L6 6M6 0L0 6", dash: "9 3 2 3",
      mark: "M0 -5L5 0L0 5L-5 0z"),
    Ink(colour: "#cc79a7", pattern: "M3 0V6", dash: "4 2", mark: "M0 4.5L4.5 -3.5H-4.5z"),
    Ink(colour: "#404040", pattern: "", dash: "1 2", mark: "M-4 -1H-1V-4H1V-1H4V1H1V4H-1V1H-4z"),
  ]

  /// The ink of a series, from 0; they repeat after the sixth.
  static func of(series place: Int) -> Ink { series[place % series.count] }

  /// What fills a shape of a series, given the name of the drawing.
  static func fill(series place: Int, in name: String) -> String {
    of(series: place).pattern.isEmpty
      ? of(series: place).colour : "url(#\(name)-\(place % series.count))"
  }

  /// The patterns of the first series of a drawing.
  static func patterns(count: Int, in name: String) -> [Markup] {
    (0..<min(count, series.count)).filter { !series[$0].pattern.isEmpty }.map { place in
      let ink = series[place]
      return .element(
        "pattern",
        [
          "id": "\(name)-\(place)", "width": "6", "height": "6",
          "patternUnits": "userSpaceOnUse",
        ],
        [
          .element("rect", ["width": "6", "height": "6", "fill": ink.colour]),
          .element("path", ["d": ink.pattern, "stroke": "#222", "stroke-width": ".8"]),
        ])
    }
  }

  /// From little to much: the lighter, the less, also in grey.
  private static let shades = [
    "#f3f7fc", "#d3e3f3", "#a9cfe8", "#72b0d8", "#3d85bf", "#0e559e", "#072c55",
  ]

  /// A shade for a share from 0 to 1, and the ink in which it can be written upon.
  static func shade(_ share: Double) -> (fill: String, text: String) {
    let last = shades.count - 1
    let place = Int((max(0, min(1, share)) * Double(last)).rounded())
    return (shades[place], place > 3 ? "#fff" : "#111")
  }
}
