import Reports
import Testing

@Suite struct `Markup text` {
  @Test func `has no character with a meaning for markup`() {
    #expect(
      MarkupText.escaped("<a href=\"x\">&'é</a>")
        == "&lt;a href=&quot;x&quot;&gt;&amp;&#39;é&lt;/a&gt;")
  }
}
