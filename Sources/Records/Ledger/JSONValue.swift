import Members

/// A JSON text as a value.
///
/// Texts are labels, because Swift's own comparison of strings would call two keys equal whose bytes
/// differ.
package enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number from -2⁶³ to 2⁶⁴ - 1; the reader refuses any other number.
  case integer(Int128)
  /// A text.
  case text(Label)
  /// The values of an array.
  case array([JSONValue])
  /// The fields of an object, in the order they stand in; the reader refuses a repeated key.
  case object([JSONField])

  /// The whole numbers that can be read.
  package static let integers = Int128(Int64.min)...Int128(UInt64.max)

  /// An array of texts.
  package static func texts(_ labels: [Label]) -> JSONValue {
    .array(labels.map { .text($0) })
  }

  /// What kind of value it is, for a message.
  package var kind: JSONKind {
    switch self {
    case .null: .null
    case .bool: .bool
    case .integer: .integer
    case .text: .text
    case .array: .array
    case .object: .object
    }
  }
}

/// A field of an object.
package struct JSONField: Hashable, Sendable {
  /// The key.
  package let key: Label
  /// The value.
  package let value: JSONValue

  /// Makes a field.
  package init(_ key: Label, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}

/// The kinds of JSON values.
public enum JSONKind: String, CaseIterable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool = "true or false"
  /// A whole number.
  case integer = "a whole number"
  /// A text.
  case text = "a text"
  /// An array.
  case array = "an array"
  /// An object.
  case object = "an object"
}
