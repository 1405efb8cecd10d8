import Members

/// The names of a cycle's States in one language.
struct NameList: Sendable {
  /// One name a State of the roster.
  let names: [Name]

  /// Names the States.
  ///
  /// In English a State has the name that the membership gives; in another language, and where the
  /// membership gives none, the name that the United Nations use for its code. Where the codes are
  /// those of something else than countries, as the names given tell, all keep their names.
  init(_ roster: Membership, in tongue: Tongue) {
    let areCountries = Self.areCountries(roster)
    names = roster.states.map { state in
      let official = areCountries ? StateNames.name(state.code.text, in: tongue) : nil
      let given = state.name.isEmpty ? nil : state.name
      let name = tongue == .english ? given ?? official : official ?? given
      return Name(name ?? state.code.text)
    }
  }

  /// Whether at least half of the names given look like those that the United Nations use.
  private static func areCountries(_ roster: Membership) -> Bool {
    var (alike, all) = (0, 0)
    for state in roster.states where !state.name.isEmpty {
      guard let official = StateNames.name(state.code.text, in: .english) else { continue }
      all += 1
      if isAlike(state.name, official) { alike += 1 }
    }
    return alike * 2 >= all
  }

  /// Whether two names have words that begin alike.
  private static func isAlike(_ one: String, _ other: String) -> Bool {
    let words = [one, other].map { name in
      Set(name.lowercased().split { !$0.isLetter }.map { $0.prefix(4) })
    }
    return !words[0].isDisjoint(with: words[1])
  }
}
