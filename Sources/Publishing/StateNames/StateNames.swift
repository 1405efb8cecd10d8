/// The names of States in the six official languages of the United Nations, by their codes of ISO
/// 3166-1 alpha-3.
///
/// From the Standard Country or Area Codes of the Statistics Division of the United Nations (M49),
/// as the data set `datasets/country-codes` had them on 15 May 2026, which its editors put in the
/// public domain (PDDL); `EUE`, the European Union, is a party without a code of that list. They
/// stand in the program so that every machine writes the same names.
enum StateNames {
  /// The name of a State; nil for a code that is none of a country.
  static func name(_ code: String, in language: Tongue) -> String? {
    tables[language]?[code]
  }

  private static let tables: [Tongue: [String: String]] = Dictionary(
    uniqueKeysWithValues: Tongue.allCases.map { ($0, table(text($0))) })

  private static func text(_ language: Tongue) -> String {
    switch language {
    case .arabic: arabic
    case .chinese: chinese
    case .english: english
    case .french: french
    case .russian: russian
    case .spanish: spanish
    }
  }

  private static func table(_ text: String) -> [String: String] {
    var names: [String: String] = [:]
    for line in text.split(separator: "\n") {
      names[String(line.prefix(3))] = String(line.dropFirst(4))
    }
    return names
  }
}
