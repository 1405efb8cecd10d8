import Chances
import Testing

@Suite struct `Lot methods` {
  @Test func `have the names of the command line`() {
    #expect(LotMethod.allCases.map(\.rawValue) == ["bowls", "uniform"])
  }
}
