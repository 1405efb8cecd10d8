import Rules

extension ClassNetwork {
  /// The waiver vector of the flow, and how often it breaks a rule that may not be waived.
  func vector(_ rulebook: Rulebook) -> (waived: WaiverVector, broken: Int) {
    var units: [WaivableRule: Int] = [:]
    for kind in 0..<layout.kindCount {
      units[.seat, default: 0] += toSink[kind] + unsent[kind]
      units[.sameRegion, default: 0] += regionalSeats[kind] - toRegional[kind]
      let row = layout.regionalRow[kind]
      if row < 0 || !layout.countsLegalSystem[kind] { continue }
      var similar = 0
      for block in 0..<layout.blockCount where layout.similar[row][layout.kind(ofBlock: block)] {
        similar += held(row, block)
      }
      units[.legalSystem, default: 0] += regionalSeats[kind] - similar
    }
    for block in blocks.indices {
      units[.minimumLoad, default: 0] += max(0, lacking[block] - load[block])
    }
    var waived = WaiverVector(rules: rulebook.waivers)
    var broken = 0
    for rule in WaivableRule.allCases {
      let count = units[rule] ?? 0
      if let level = waived.rules.firstIndex(of: rule) {
        waived.counts[level] += count
      } else {
        broken += count
      }
    }
    return (waived, broken)
  }
}
