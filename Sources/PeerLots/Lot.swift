internal import Drawing
internal import Members
internal import Records

/// One random choice: anyone can repeat it from the seed of its draw.
public struct Lot: Hashable, Sendable {
  /// The draw, for instance `selection`, `year 1` or `redraw KEN 1`.
  public let draw: String
  /// What it is for, in the words of the ledger, for instance `turn` or `regional reviewer`.
  public let purpose: String
  /// The State that it is for, by its code; nil where it is for none.
  public let state: String?
  /// The year that it is for, from 1; nil where it is for none.
  public let year: Int?
  /// The choices, in canonical order: codes of States, or years.
  public var bowl: [String] { choices.labels.map(\.text) }
  private let choices: Choices
  /// The number of the first block of the seed's stream that it used.
  public let counter: UInt64
  /// The place drawn, from 0.
  public let index: Int
  /// What was drawn.
  public let drawn: String

  init(_ base: DrawnLot) {
    draw = base.draw.text
    purpose = base.purpose.label.text
    var (state, year): (String?, Int?)
    for field in base.purpose.fields {
      switch (field.key, field.value) {
      case ("under_review", .text(let code)), ("state", .text(let code)): state = code.text
      case ("year", .integer(let number)): year = Int(number)
      default: break
      }
    }
    (self.state, self.year) = (state, year)
    choices = base.choices
    (counter, index, drawn) = (base.counter, base.index, base.drawn.text)
  }
}
