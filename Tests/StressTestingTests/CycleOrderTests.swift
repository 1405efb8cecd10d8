import Lots
import StressTesting
import Testing

@Suite struct `The order in which cycles are drawn` {
  /// Cells of some cycles each, of which some may be written already; cycles are handed in in any
  /// order, as threads do.
  @Test func `is one of each cell, then the rest, each once, whoever draws them when`() {
    var lots = LotStream(seed: "orders")
    for _ in 0..<200 {
      let sizes = (0..<1 + lots.draw(from: 6).index).map { _ in 1 + lots.draw(from: 5).index }
      let starts = sizes.indices.map { sizes[..<$0].reduce(0, +) }
      let end = sizes.reduce(0, +)
      let start = lots.draw(from: end).index
      let first = starts.indices.compactMap { cell in
        let place = max(starts[cell], start)
        return place < starts[cell] + sizes[cell] ? place : nil
      }
      var order = CycleOrder(first: first, from: start, to: end)
      var (given, drawn): ([(place: Int, isAhead: Bool)], Set<Int>) = ([], [])
      var written = start
      var running: [Int] = []
      while true {
        if running.count < 3, let next = order.take(written: written) {
          given.append(next)
          running.append(next.place)
        } else if running.isEmpty {
          break
        } else {
          drawn.insert(running.remove(at: lots.draw(from: running.count).index))
        }
        while drawn.contains(written) {
          #expect(order.write(written) == first.contains(written))
          written += 1
        }
      }
      #expect(written == end)
      #expect(given.prefix(first.count).map(\.place) == first)
      #expect(given.map(\.isAhead) == given.indices.map { $0 < first.count })
      #expect(given.map(\.place).sorted() == Array(start..<end))
      #expect(
        given.dropFirst(first.count).map(\.place) == (start..<end).filter { !first.contains($0) })
    }
  }
}
