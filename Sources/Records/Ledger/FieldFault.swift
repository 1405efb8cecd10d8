import Members

/// What is wrong with one field of a ledger's line.
public enum FieldFault: Error, Hashable, Sendable {
  /// The field is not there.
  case missing
  /// The event has no such field.
  case unknown
  /// The value is of another kind.
  case wrongKind(JSONKind, expected: JSONKind)
  /// A whole number is too small or too large.
  case outOfRange(Int128, lower: Int128, upper: Int128)
  /// A text is none of those allowed.
  case unknownValue(Label, allowed: [String])
  /// A text stands twice in a list.
  case repeated(Label)
  /// A text of a list does not stand in canonical order.
  case outOfOrder(Label, after: Label)
  /// A text is not a hash of 64 lower-case hexadecimal digits.
  case notAHash(Label)
  /// A text is no number of outcomes.
  case notANumber(Label)
  /// A text names no draw.
  case notADraw(Label)
  /// A text is not the code of a State.
  case notACode(Label)
  /// A text in a list is not the code of a Protocol, legal system or language.
  case notAListCode(Label)
  /// A text is not the name of a kind of seat.
  case notAKind(Label)
  /// A text that people read holds a character, counted from 1, that would steer what shows
  /// it.
  case unfitCharacter(UInt32, position: Int)
  /// A request number does not go with the rest: it is 0 where there are `only` and `reason`, and
  /// nowhere else.
  case requestDoesNotFit(Int128)
  /// A bowl of a large cycle does not stand in the form that it has there: told from that of a
  /// line, by its number from 0, or in full (nil).
  case notToldFrom(Int?)
  /// A bowl leaves out what is not in the one from which it is told, or adds what is.
  case notADifference(Int)
  /// Kinds of seats that no rulebook has together.
  case seatsDoNotFit
}

extension FieldFault {
  /// The end of a sentence that begins with the field.
  var predicate: String {
    switch self {
    case .missing: "is missing"
    case .unknown: "is not a field of this event"
    case .wrongKind(let found, let expected):
      "is \(found.rawValue), but must be \(expected.rawValue)"
    case .outOfRange(let value, let lower, let upper):
      "is \(value), but must be from \(lower) to \(upper)"
    case .unknownValue(let value, let allowed):
      "is \(Excerpt(value)), but must be one of: \(allowed.joined(separator: ", "))"
    case .repeated(let value): "holds \(Excerpt(value)) twice"
    case .outOfOrder(let value, let before):
      "holds \(Excerpt(value)) after \(Excerpt(before)), against the byte order of the texts"
    case .notAHash(let value):
      "is \(Excerpt(value)), but must be 64 digits from 0 to 9 and a to f"
    case .notANumber(let value):
      "is \(Excerpt(value)), but must be a number in decimal digits, without a 0 in front"
    case .notADraw(let value): "is \(Excerpt(value)), which names no draw"
    case .notACode(let value): "is \(Excerpt(value)), which is not the code of a State"
    case .notAListCode(let value):
      "holds \(Excerpt(value)); a code is a letter or digit, then letters, digits, `_`, `.` or `-`"
    case .notAKind(let value):
      "is \(Excerpt(value)); a kind is a small letter, then small letters, digits or `_`"
    case .unfitCharacter(let value, let position):
      "holds U+\(Problem.hex(value)), \(Problem.what(value)), as its character \(position)"
    case .requestDoesNotFit(let request):
      "is \(request); it is 0 where the one reviewer `only` must go for a `reason` that the record "
        + "shows, and nowhere else"
    case .notToldFrom(nil): "should be told in full"
    case .notToldFrom(let sequence?): "should be told from that of sequence \(sequence)"
    case .notADifference(let sequence):
      "leaves out what is not in that of sequence \(sequence), or adds what is, or no State"
    case .seatsDoNotFit:
      "holds kinds that do not go together: 1 to 4, with 1 to 8 seats in all, one of the same group "
        + "at most and one not of it at least, and a similar legal system preferred only there"
    }
  }
}
