import Drawing
import Members
import Publishing
import Testing

@Suite struct `A publication` {
  private static let all = Tongue.allCases

  @Test func `is the same twice`() throws {
    #expect(try DrawnCycle.files([.english]) == DrawnCycle.files([.english]))
  }

  @Test func `has the same files in every language, with links that lead to one`() throws {
    let files = try DrawnCycle.files(Self.all)
    let english = files.keys.filter { $0.hasPrefix("en/") }.map { $0.dropFirst(3) }.sorted()
    #expect(english.count > 200)
    for tongue in Self.all {
      let own = files.keys.filter { $0.hasPrefix("\(tongue.rawValue)/") }
        .map { $0.dropFirst(tongue.rawValue.count + 1) }.sorted()
      #expect(own == english)
    }
    var linked: Set<String> = ["index.html"]
    for (path, text) in files where path.hasSuffix(".html") {
      let folder = path.contains("/") ? path.split(separator: "/").dropLast() : []
      for match in text.matches(of: #/href="([^"]*)"/#) where !match.1.hasPrefix("data:") {
        var parts = folder
        let (address, place) = Self.parts(of: match.1, in: path)
        for part in address.split(separator: "/") {
          if part == ".." { parts.removeLast() } else { parts.append(part) }
        }
        let target = parts.joined(separator: "/")
        #expect(files[target] != nil, "\(path) leads to \(target)")
        let isThere = place.isEmpty || (files[target] ?? "").contains("id=\"\(place)\"")
        #expect(isThere, "\(path) leads to \(place) in \(target)")
        linked.insert(target)
      }
    }
    #expect(Set(files.keys) == linked, "every file is led to")
  }

  /// The file that an address names, and the place in it.
  private static func parts(of address: Substring, in path: String) -> (String, String) {
    let parts = address.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
    let own = path.split(separator: "/").last.map(String.init) ?? path
    return (parts[0].isEmpty ? own : parts[0], parts.count > 1 ? parts[1] : "")
  }

  @Test func `has pages that are well formed, ask for nothing, and run nothing`() throws {
    for (path, text) in try DrawnCycle.files(Self.all) where path.hasSuffix(".html") {
      let page = PageText(text)
      #expect(page.faults.isEmpty, "\(path): \(page.faults)")
      #expect(page.tags.count { $0 == "h1" } >= 1 && page.tags.contains { $0 == "title" })
      let language = path.split(separator: "/").first.map(String.init) ?? ""
      if path.contains("/") {
        #expect(
          page.tags.contains("html lang=\"\(language)\"\(language == "ar" ? " dir=\"rtl\"" : "")"))
      }
      for tag in page.tags {
        let name = tag.split(separator: " ").first ?? ""
        #expect(!["script", "img", "iframe", "object", "form", "b"].contains(name), "\(path)")
        // What stands in quotation marks is a text; and the name of a kind of drawing no address.
        let bare = tag.replacing(#/"[^"]*"/#, with: "")
        let isHandled = bare.firstMatch(of: #/ on[a-z]+=/#) != nil
        let rest = tag.replacing("xmlns=\"http://www.w3.org/2000/svg\"", with: "")
        #expect(!isHandled && !rest.contains("http:") && !rest.contains("https:"), "\(tag)")
      }
      // Every table has a caption and heads of columns and rows.
      let tables = page.tags.count { $0 == "table" || $0.hasPrefix("table ") }
      #expect(page.tags.count { $0 == "caption" } == tables)
      #expect(tables == 0 || page.tags.contains { $0.hasPrefix("th scope=\"col\"") })
      // No heading leaves a level out.
      var last = 1
      for tag in page.tags where tag.count == 2 && tag.hasPrefix("h") {
        let level = Int(tag.dropFirst()) ?? 9
        #expect(level <= last + 1, "\(path): h\(level) after h\(last)")
        last = level
      }
    }
  }

  @Test func `says of each State who reviews it and whom it reviews`() throws {
    let (_, cycle) = try DrawnCycle.draw()
    let files = try DrawnCycle.files(Self.all)
    let roster = cycle.roster.states
    for tongue in Self.all {
      for (index, state) in roster.enumerated() {
        let page = try #require(files["\(tongue.rawValue)/state-\(state.code).html"])
        let links = Set(
          page.matches(of: #/href="state-([^"]*)\.html"/#).map { Label(String($0.1)) })
        var expected = Set(cycle.reviews[index].reviewers.map { roster[$0].code })
        for (other, review) in cycle.reviews.enumerated() where review.reviewers.contains(index) {
          expected.insert(roster[other].code)
          expected.formUnion(review.reviewers.map { roster[$0].code })
        }
        #expect(links.isSuperset(of: expected), "\(tongue) \(state.code)")
        let year = cycle.reviews[index].year
        #expect(
          year == 0 || !cycle.reviews[index].isPlanned
            || page.contains("<a href=\"year-\(year).html\">"), "\(state.code)")
      }
    }
  }

  @Test func `shows every lot of a year with its bowl`() throws {
    let (events, cycle) = try DrawnCycle.draw()
    let files = try DrawnCycle.files([.english])
    let page = try #require(files["en/year-1.html"])
    var lots = 0
    for (place, event) in events.enumerated() {
      guard case .lot(let lot) = event, lot.draw == .year(1), case .openReviewer = lot.purpose
      else { continue }
      lots += 1
      let row = try #require(
        page.split(separator: "<tr>").first {
          $0.contains("<th scope=\"row\" class=\"number\">\(place + 1)</th>")
        })
      for code in lot.bowl {
        let name = try #require(cycle.roster.state(code)).name
        if name == DrawnCycle.hostileName { continue }
        #expect(row.contains("<bdi>\(name.isEmpty ? code.text : name)</bdi>"), "\(code)")
      }
      #expect(lot.bowl.count == 1 || row.contains("1 in \(lot.bowl.count)<"))
    }
    #expect(lots >= 15)
  }

  @Test func `keeps hostile texts harmless`() throws {
    let files = try DrawnCycle.files(Self.all)
    for (path, text) in files {
      #expect(!text.contains("<script") || !path.hasSuffix(".html"), "\(path)")
      if path.hasSuffix(".csv") {
        let rows = text.split(separator: "\n").filter { $0.contains("=1+1") }
        #expect(!rows.isEmpty || path != "en/letters.csv")
        for row in rows {
          #expect(!row.contains(",\"=1+1") && !row.contains(",=1+1"), "\(path): \(row)")
        }
      }
    }
    let page = try #require(files["en/changes.html"])
    #expect(page.contains("reason &lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;"))
  }
}
