import Members

/// Which official languages States work in.
enum OfficialLanguages {
  /// The official languages among the codes of a State, in the order of ``Tongue``.
  static func of(_ state: State) -> Set<Tongue> {
    Set(state.languages.compactMap(tongue))
  }

  /// The official language of a code; nil for another language.
  static func tongue(_ code: Label) -> Tongue? { tongues[code.text.lowercased()] }

  /// Codes of ISO 639, of two letters and of three.
  private static let tongues: [String: Tongue] = [
    "ar": .arabic, "ara": .arabic, "zh": .chinese, "zho": .chinese, "chi": .chinese,
    "en": .english, "eng": .english, "fr": .french, "fra": .french, "fre": .french,
    "ru": .russian, "rus": .russian, "es": .spanish, "spa": .spanish,
  ]
}

extension Tongue {
  /// What it is called.
  var term: Term {
    switch self {
    case .arabic: .arabic
    case .chinese: .chinese
    case .english: .english
    case .french: .french
    case .russian: .russian
    case .spanish: .spanish
    }
  }
}
