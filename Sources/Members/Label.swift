/// A short text that names something (a regional group, a Protocol, a legal system), compared byte
/// by byte.
///
/// Swift compares strings after Unicode normalisation; the contract takes text as it is and orders
/// it by its UTF-8 bytes (*canonical order*). A label does that, so two spellings that only look
/// alike stay two labels on every machine.
public struct Label: Hashable, Comparable, Sendable {
  /// The text exactly as it was given.
  public let text: String

  /// Makes a label from a text, taken verbatim.
  public init(_ text: String) {
    self.text = text
  }

  /// Whether the text is empty: a State without a regional group has the empty label.
  public var isEmpty: Bool { text.isEmpty }

  /// Byte equality of the UTF-8 texts.
  public static func == (left: Label, right: Label) -> Bool {
    // Texts of the same bytes are the same to Swift as well, and it sees at once that two are not.
    left.text == right.text && left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// Canonical order: byte order of the UTF-8 texts.
  public static func < (left: Label, right: Label) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  /// Hashes the text as Swift compares it: equal bytes give equal hashes.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension Label: ExpressibleByStringLiteral {
  /// Makes a label from a literal.
  public init(stringLiteral value: String) { self.init(value) }
}

extension Label: CustomStringConvertible {
  /// The text itself.
  public var description: String { text }
}

/// A regional group of the terms of reference; the empty label where a State has none.
public typealias RegionalGroup = Label

/// The code of a Protocol, for instance `TIP`.
public typealias ProtocolCode = Label

/// The name of a legal system, for instance `civil`; two States are similar when they share one.
public typealias LegalSystem = Label
