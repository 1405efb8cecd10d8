import Members

/// Looks for slips in a membership.
struct SlipSearch {
  /// A slip and where it is to be told.
  struct Found {
    let slip: Slip
    let column: MembershipReader.Column
    let lines: [Int]
  }

  /// More comparisons of texts than this are left out: where so many texts are carried by one State
  /// each, that is no slip.
  private static let mostComparisons = 1_000_000

  private let states: [State]
  private let lines: [Int]

  /// - Parameters:
  ///   - states: The States in canonical order.
  ///   - lines: The line of each.
  init(_ states: [State], lines: [Int]) {
    self.states = states
    self.lines = lines
  }

  /// All slips, by column.
  ///
  /// - Complexity: O(n log n) for n States, and linear in what they carry.
  var found: [Found] {
    sameStates + sameNames + slips(.group, .region) { $0.region.isEmpty ? [] : [$0.region] }
      + slips(.protocolCode, .protocols) { $0.protocols }
      + slips(.legalSystem, .legalSystems) { $0.legalSystems }
      + slips(.language, .languages) { $0.languages }
  }

  /// Codes of States that differ in letter case alone.
  private var sameStates: [Found] {
    repeated { $0.code.text }.map { first, second in
      let (code, earlier) = (states[second].code.text, states[first].code.text)
      let slip = Slip.lookAlike(
        .state, Quotation(code),
        meant: Slip.Carried(text: Quotation(earlier), line: lines[first]),
        difference: Likeness.difference(code, earlier))
      return Found(slip: slip, column: .state, lines: [lines[second]])
    }
  }

  private var sameNames: [Found] {
    repeated { $0.name }.map { first, second in
      let slip = Slip.sameName(
        Quotation(states[second].name), code: Quotation(states[second].code.text).text,
        other: Quotation(states[first].code.text).text, line: lines[first])
      return Found(slip: slip, column: .name, lines: [lines[second]])
    }
  }

  /// Pairs of States of which a text looks the same, the State of the earlier line first; texts
  /// without anything in them are left out.
  private func repeated(_ text: (State) -> String) -> [(first: Int, second: Int)] {
    // Numbers, because the folded texts of a million States would need more memory than the States.
    let hashes = states.indices.filter { !text(states[$0]).isEmpty }
      .map { (hash: Likeness.hash(text(states[$0])), state: $0) }
      .sorted { ($0.hash, lines[$0.state]) < ($1.hash, lines[$1.state]) }
    var pairs: [(Int, Int)] = []
    var first = 0
    for index in hashes.indices.dropFirst() {
      guard hashes[index].hash == hashes[first].hash else {
        first = index
        continue
      }
      let pair = (hashes[first].state, hashes[index].state)
      if Likeness.folded(text(states[pair.0])) == Likeness.folded(text(states[pair.1])) {
        pairs.append(pair)
      }
    }
    return pairs.sorted { lines[$0.1] < lines[$1.1] }
  }

  /// A text with the States that carry it.
  private struct Text {
    let text: String
    let folded: String
    var lines: [Int]
    /// Whether the first State that carries it is to be reviewed.
    let isReviewed: Bool

    var carried: Slip.Carried {
      Slip.Carried(text: Quotation(text), line: lines.min() ?? 0)
    }
  }

  private func slips(
    _ kind: Slip.Kind, _ column: MembershipReader.Column, _ texts: (State) -> [Label]
  ) -> [Found] {
    let labels = labels(texts)
    var found: [Found] = []
    var told: Set<String> = []
    for group in Dictionary(grouping: labels, by: \.folded).values where group.count > 1 {
      // What most States have is meant; of two with as many, that of the earlier line.
      let ordered = group.sorted {
        (-$0.lines.count, $0.carried.line) < (-$1.lines.count, $1.carried.line)
      }
      for label in ordered.dropFirst() {
        told.insert(label.text)
        let slip = Slip.lookAlike(
          kind, Quotation(label.text), meant: ordered[0].carried,
          difference: Likeness.difference(label.text, ordered[0].text))
        found.append(Found(slip: slip, column: column, lines: label.lines.sorted()))
      }
    }
    // Of languages nothing is drawn: one that a single State has is no slip.
    if kind == .language { return found.inOrder }
    var alone = labels.filter { $0.lines.count == 1 && !told.contains($0.text) }
    if alone.count * labels.count <= Self.mostComparisons {
      alone.removeAll { label in
        guard let near = nearest(to: label, in: labels) else { return false }
        let slip = Slip.oneLetter(kind, Quotation(label.text), meant: near.carried)
        found.append(Found(slip: slip, column: column, lines: label.lines))
        return true
      }
    }
    found = found.inOrder
    if let lonely = self.alone(alone, kind, column) { found.append(lonely) }
    return found
  }

  /// The texts that States carry, in canonical order.
  private func labels(_ texts: (State) -> [Label]) -> [Text] {
    var carriers: [Label: [Int]] = [:]
    for (index, state) in states.enumerated() {
      for text in texts(state) { carriers[text, default: []].append(index) }
    }
    return carriers.sorted { $0.key < $1.key }.map { label, indices in
      Text(
        text: label.text, folded: Likeness.folded(label.text), lines: indices.map { lines[$0] },
        isReviewed: states[indices[0]].isReviewed)
    }
  }

  /// The text one letter from another that most States have; not one of as few States that stands
  /// on a later line, so that of two such texts one is told.
  private func nearest(to label: Text, in labels: [Text]) -> Text? {
    labels.filter {
      $0.folded != label.folded && Likeness.differByOneLetter($0.folded, label.folded)
        && ($0.lines.count > 1 || $0.carried.line < label.carried.line)
    }.max { ($0.lines.count, -$0.carried.line) < ($1.lines.count, -$1.carried.line) }
  }

  /// Texts of one State each, in one remark; a group without another reviewer for its State has a
  /// remark of its own.
  private func alone(
    _ labels: [Text], _ kind: Slip.Kind, _ column: MembershipReader.Column
  ) -> Found? {
    let labels = labels.filter { kind != .group || !$0.isReviewed }.sorted {
      $0.carried.line < $1.carried.line
    }
    guard let first = labels.first else { return nil }
    let slip = Slip.alone(
      kind, labels.prefix(Slip.mostNamed).map(\.carried), count: labels.count)
    return Found(slip: slip, column: column, lines: first.lines)
  }
}

extension [SlipSearch.Found] {
  /// By the first line.
  fileprivate var inOrder: [SlipSearch.Found] {
    sorted { ($0.lines[0], $0.slip.description) < ($1.lines[0], $1.slip.description) }
  }
}
