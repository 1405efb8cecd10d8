import Drawing
import Members

/// The bowl of a lot as a ledger tells it: in full, or, in a cycle of many States, by how it
/// differs from the bowl of the last lot before it that is alike. Each bowl has one of these forms.
enum ToldBowl: Equatable {
  /// All labels.
  case full([Label])
  /// The bowl of the line with this number, from 0, without some and with others.
  case from(_ sequence: Int, without: [Label], with: [Label])

  /// The bowl of a lot.
  ///
  /// - Parameter earlier: The bowls before it; nil in a small cycle.
  init(of lot: DrawnLot, after earlier: EarlierBowls?) {
    guard let earlier, let told = earlier.told(before: lot.purpose),
      let (without, with) = lot.choices.set(in: earlier.members)?.difference(from: told.bowl),
      without.count + with.count < lot.choices.count
    else {
      self = .full(lot.bowl)
      return
    }
    self = .from(told.sequence, without: without, with: with)
  }

  /// The value of the field.
  var json: JSONValue {
    switch self {
    case .full(let labels): .texts(labels)
    case .from(let sequence, let without, let with):
      .object([
        JSONField("from", sequence), JSONField("without", .texts(without)),
        JSONField("with", .texts(with)),
      ])
    }
  }

  /// Reads the bowl of a cycle of many States.
  init(_ fields: inout FieldReader) throws(LedgerFailure) {
    guard case .object = try fields.peek("bowl") else {
      self = .full(try fields.orderedLabels("bowl"))
      return
    }
    var bowl = try fields.object("bowl")
    self = .from(
      try bowl.int("from", in: 0...Int.max), without: try bowl.orderedLabels("without"),
      with: try bowl.orderedLabels("with"))
    try bowl.finish()
  }

  /// The choices that are told, where they are told in the one form that they have.
  ///
  /// - Parameters:
  ///   - lot: The lot, but for its choices.
  ///   - earlier: The bowls before it.
  ///   - fields: The fields of its line, for failures.
  func choices(
    of lot: DrawnLot, _ earlier: EarlierBowls, _ fields: FieldReader
  ) throws(LedgerFailure) -> Choices {
    var lot = lot
    switch self {
    case .full(let labels):
      let choices = Choices(labels)
      lot.choices = choices.set(in: earlier.members) ?? choices
    case .from(let sequence, let without, let with):
      guard let told = earlier.told(before: lot.purpose), told.sequence == sequence else {
        throw fields.failure(
          "bowl", .notToldFrom(earlier.told(before: lot.purpose)?.sequence))
      }
      guard let choices = told.bowl.changed(without: without, with: with) else {
        throw fields.failure("bowl", .notADifference(sequence))
      }
      lot.choices = choices
    }
    let right = ToldBowl(of: lot, after: earlier)
    guard right == self else {
      if case .from(let sequence, _, _) = right {
        throw fields.failure("bowl", .notToldFrom(sequence))
      }
      throw fields.failure("bowl", .notToldFrom(nil))
    }
    return lot.choices
  }
}
