/// Text as it stands in HTML and SVG.
public enum MarkupText {
  /// A text in which no character has a meaning for markup, in elements and in attributes, and none
  /// turns the direction of what stands around it: those are shown as their numbers.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(character)
      case _ where character.isSteering: result += character.escape
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
