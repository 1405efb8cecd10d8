extension Unicode.Scalar {
  /// Whether a character is not seen itself but changes how other text is seen: a control character,
  /// which a terminal may obey, a separator of lines, or a mark that turns the direction of writing,
  /// by which a text reads otherwise than it stands.
  public var isSteering: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: properties.isBidiControl
    }
  }

  /// The character as its number, for instance `\u{202E}`.
  public var escape: String { "\\u{\(String(value, radix: 16, uppercase: true))}" }
}
