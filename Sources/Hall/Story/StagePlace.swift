/// How far somebody has heard the news.
struct StagePlace: Equatable {
  /// The ledger of which the lines are; empty for none yet.
  var generation: String
  /// How many of its lines were heard.
  var lines: Int
  /// The number of the phase that was heard last.
  var phase = 0
  /// Whether it was said that everything must be fetched anew.
  var isReset = false

  /// Reads what a browser sends back: the generation and the number of lines, as `a1b2.0-17`.
  init(_ text: String) {
    let parts = text.split(separator: "-", maxSplits: 1)
    generation = parts.first.map(String.init) ?? ""
    lines = parts.count > 1 ? max(0, Int(parts[1]) ?? 0) : 0
  }
}
