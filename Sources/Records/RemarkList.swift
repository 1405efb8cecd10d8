/// Remarks about the lines of a file: the same one of many lines once, and at most fifty kinds.
struct RemarkList<Content: Hashable & Sendable> {
  /// A remark with the lines it holds for.
  struct Entry {
    let content: Content
    let place: Place
    var others = OtherLines()
  }

  /// How many kinds are listed; the rest is counted.
  static var mostKinds: Int { 50 }

  /// The first place of each kind, as they were found.
  private(set) var entries: [Entry] = []
  /// How many remarks of further kinds there are.
  private(set) var furtherCount = 0

  private struct Kind: Hashable {
    let content: Content
    let field: Place.Field?
  }
  private var numbers: [Kind: Int] = [:]
  private var lastLines: [Int?] = []

  /// Adds a remark.
  ///
  /// - Parameters:
  ///   - content: What is remarked.
  ///   - kind: What makes two remarks the same; the content itself where nil.
  ///   - place: Where.
  mutating func add(_ content: Content, kind: Content? = nil, at place: Place) {
    let kind = Kind(content: kind ?? content, field: place.field)
    if let number = numbers[kind] {
      if let line = place.line, lastLines[number] != line {
        entries[number].others.append(line)
        lastLines[number] = line
      }
    } else if entries.count < Self.mostKinds {
      numbers[kind] = entries.count
      lastLines.append(place.line)
      entries.append(Entry(content: content, place: place))
    } else {
      furtherCount += 1
    }
  }
}
