/// What a person reads of a page, text by text, and how its elements nest.
struct PageText {
  /// A text between two tags, with the names of the elements around it.
  struct Piece {
    let text: String
    let path: [String]
  }

  private(set) var pieces: [Piece] = []
  /// What is not well formed: an end without its beginning, an element that is not ended.
  private(set) var faults: [String] = []
  /// The tags as they stand, with their attributes.
  private(set) var tags: [String] = []

  init(_ page: String) {
    let voids: Set = ["meta", "link", "br", "hr", "!DOCTYPE"]
    var open: [String] = []
    var rest = page[...]
    while let start = rest.firstIndex(of: "<") {
      add(rest[..<start], open)
      guard let end = rest[start...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      tags.append(String(tag))
      let name = String(tag.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" })
      if tag.hasPrefix("/") {
        if open.popLast() != name { faults.append("</\(name)> ends nothing") }
      } else if !tag.hasSuffix("/") && !voids.contains(name) {
        open.append(name)
      }
      if name == "style" && !tag.hasPrefix("/") {
        // What is in it is no text.
        rest = rest[(rest.firstRange(of: "</style>")?.lowerBound ?? rest.endIndex)...]
      }
    }
    add(rest, open)
    faults += open.map { "<\($0)> is not ended" }
  }

  private mutating func add(_ text: Substring, _ path: [String]) {
    let plain = String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    if plain.contains(where: { !$0.isWhitespace }) {
      pieces.append(Piece(text: plain, path: path))
    }
  }
}
