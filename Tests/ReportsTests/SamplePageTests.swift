import Foundation
import Testing

/// The bytes of a page are kept, so that a change to what a page looks like is seen. A browser opens
/// the same file (`Tests/Browser`).
@Suite struct `The sample of all charts` {
  static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden/charts.html")

  @Test func `gives the bytes that were looked at`() throws {
    let text = SamplePage.page.text
    if ProcessInfo.processInfo.environment["PEERLOTS_RECORD"] != nil {
      try Data(text.utf8).write(to: Self.file)
      Issue.record("recorded anew; look at the page and run again without PEERLOTS_RECORD")
    }
    #expect(try text == String(contentsOf: Self.file, encoding: .utf8))
  }
}
