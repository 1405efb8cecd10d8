import Reports
import Testing

@Suite struct `A table of data` {
  @Test func `has a header for every column and every row`() {
    let table = DataTable(
      caption: "Loads", columns: [.init("group"), .number("States")],
      rows: [["A & B", "12"], ["C", "3"]])
    #expect(
      table.markup.text == """
        <div class="scroll"><table>
        <caption>Loads</caption>
        <thead>
        <tr><th scope="col">group</th><th scope="col" class="number">States</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">A &amp; B</th><td class="number">12</td></tr>
        <tr><th scope="row">C</th><td class="number">3</td></tr>
        </tbody>
        </table>
        </div>

        """)
  }
}
