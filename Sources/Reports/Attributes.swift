/// Names and values of an element's attributes, in the order in which they are written.
public struct Attributes: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  private var markup = ""

  /// Attributes by name; names are constants of the program, values are escaped.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { add(name, value) }
  }

  /// Adds an attribute at the end.
  public mutating func add(_ name: String, _ value: String) {
    markup += " \(name)=\"\(MarkupText.escaped(value))\""
  }

  /// The attributes with one more at the end.
  public func adding(_ name: String, _ value: String) -> Attributes {
    var result = self
    result.add(name, value)
    return result
  }

  /// As they stand in a tag, each after a space.
  var text: String { markup }
}
