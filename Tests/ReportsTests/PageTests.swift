import Reports
import Testing

@Suite struct `A page` {
  static let page = Page(
    title: "Côte d'Ivoire & <others>", language: "fr",
    body: [
      .element("h1", ["1 < 2"]),
      .element("p", ["class": "\"quoted\""], ["first", .element("br"), .text("second")]),
    ])

  @Test func `escapes titles, texts and attributes`() {
    let text = Self.page.text
    #expect(text.contains("<title>Côte d&#39;Ivoire &amp; &lt;others&gt;</title>\n"))
    #expect(text.contains("<h1>1 &lt; 2</h1>\n"))
    #expect(text.contains("<p class=\"&quot;quoted&quot;\">first<br>second</p>\n"))
  }

  @Test func `names its language and its characters`() {
    #expect(Self.page.text.hasPrefix("<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset"))
  }

  @Test(arguments: ["http://", "https://", "//", "<script", "@import", "url("])
  func `loads nothing from anywhere`(_ word: String) {
    #expect(!Self.page.text.contains(word))
    #expect(!Page(title: "", style: .columns(size: 6, columns: 5), body: []).text.contains(word))
    #expect(Self.page.text.contains("default-src &#39;none&#39;"))
  }

  @Test func `has a compact style with the same rules`() {
    let style = PageStyle(
      rules: """
        @media print {
          .a, .b > p:not(.c) { margin: 0 auto; color: #444; }
          .d th { font: 1rem "A B", serif; }
        }

        """)
    #expect(
      style.compact.rules
        == "@media print{.a,.b > p:not(.c){margin:0 auto;color:#444}"
        + ".d th{font:1rem \"A B\",serif}}")
    #expect(style.compact.compact == style.compact)
    #expect(PageStyle.report.compact.rules.count < PageStyle.report.rules.count)
  }

  @Test func `cannot be left by a style rule`() {
    let page = Page(
      title: "", style: PageStyle(rules: "p::before { content: '</style>' }"), body: [])
    #expect(page.text.components(separatedBy: "</style>") == 2)
  }
}

extension String {
  /// How many pieces a text has between these words.
  fileprivate func components(separatedBy word: String) -> Int {
    ranges(of: word).count + 1
  }
}
