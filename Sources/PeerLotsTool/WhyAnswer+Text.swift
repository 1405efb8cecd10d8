import Drawing
import Explanations
import Members
import Pairing
import Phrases
import Records
import Rules

extension WhyAnswer {
  /// The answer in sentences.
  var text: String {
    let (one, other) = (Quotation.title(of: reviewer), Quotation.title(of: state))
    var lines = [
      "\(one) as a reviewer of \(other)\(year.map { ", under review in year \($0)" } ?? ""):"
    ]
    for bowl in bowls { lines += sentences(bowl, one).map { "- \($0)" } }
    return lines.joined(separator: "\n") + "\n"
  }

  private func sentences(_ bowl: Bowl, _ one: String) -> [String] {
    let seat = "\(bowl.kind) seat"
    let count = bowl.bowl.count
    let place = bowl.draw.map { "In the draw \"\($0)\", \(seat)" } ?? "Still to be drawn, \(seat)"
    guard bowl.reasons.isEmpty else {
      let size =
        count == 0
        ? "the bowl \(bowl.draw == nil ? "is" : "was") empty"
        : "not in the bowl of \(Words.count(count, "State"))"
      return ["\(place): \(size). \(bowl.reasons.map(\.text).joined(separator: " "))"]
    }
    let outcome =
      bowl.drawn.map { drawn in
        drawn.code == reviewer.code ? "; it was drawn" : "; \(drawn.title) was drawn"
      } ?? ""
    return [
      "\(place): in the bowl of \(Words.count(count, "State")), a chance of 1 in \(count)\(outcome)."
    ]
  }

  /// The answer as an object.
  var json: [UInt8] {
    let bowls = bowls.map { bowl in
      JSONValue.object([
        JSONField("draw", bowl.draw.map { .text(Label($0)) } ?? .null),
        JSONField("seat", .text(Label(bowl.kind))),
        JSONField("in_bowl", .bool(bowl.reasons.isEmpty)),
        JSONField("bowl", .texts(bowl.bowl)),
        JSONField("drawn", bowl.drawn.map { .text($0.code) } ?? .null),
        JSONField(
          "reasons",
          .array(
            bowl.reasons.map {
              .object([
                JSONField("kind", .text(Label($0.kind))), JSONField("text", .text(Label($0.text))),
              ])
            })),
      ])
    }
    var bytes: [UInt8] = []
    JSONValue.object([
      JSONField("under_review", .text(state.code)),
      JSONField("reviewer", .text(reviewer.code)),
      JSONField("year", year.map { .integer(Int128($0)) } ?? .null),
      JSONField("bowls", .array(bowls)),
    ]).write(to: &bytes)
    return bytes + [UInt8(ascii: "\n")]
  }
}
