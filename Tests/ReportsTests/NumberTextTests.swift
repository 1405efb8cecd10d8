import Reports
import Testing

@Suite struct `Numbers on a page` {
  @Test func `are rounded to their places, with commas between thousands`() {
    #expect(NumberText.text(1234.5, places: 2) == "1,234.50")
    #expect(NumberText.text(0.05, places: 1) == "0.1")
    #expect(NumberText.text(-0.04, places: 1) == "0.0")
    #expect(NumberText.text(-2.5) == "−3")
    #expect(NumberText.text(999_999.995, places: 2) == "1,000,000.00")
    #expect(NumberText.text(0.007, places: 3) == "0.007")
    #expect(NumberText.text(Int.min) == "−9,223,372,036,854,775,808")
    #expect(NumberText.text(100) == "100")
    #expect(NumberText.percent(1, of: 8, places: 1) == "12.5 %")
    #expect(NumberText.percent(0, of: 0) == "–")
  }

  @Test func `never trap, whatever the number`() {
    for value in [Double.nan, .infinity, -.infinity, .greatestFiniteMagnitude, 1e17, -1e300] {
      #expect(NumberText.text(value, places: 9) == "\(value)")
    }
    #expect(NumberText.text(1.5, places: -3) == "2")
    #expect(NumberText.text(1.5, places: 30) == "1.500000000")
  }
}
