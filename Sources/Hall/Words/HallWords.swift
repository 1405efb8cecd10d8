import Members
import Publishing
import Records

extension Tongue {
  /// A word of the hall's own.
  func hallTerm(_ term: HallTerm) -> String {
    switch self {
    case .arabic: HallArabic.text(term)
    case .chinese: HallChinese.text(term)
    case .english: HallEnglish.text(term)
    case .french: HallFrench.text(term)
    case .russian: HallRussian.text(term)
    case .spanish: HallSpanish.text(term)
    }
  }

  /// A word of the desk alone.
  func deskTerm(_ term: DeskTerm) -> String {
    switch self {
    case .arabic: DeskArabic.text(term)
    case .chinese: DeskChinese.text(term)
    case .english: DeskEnglish.text(term)
    case .french: DeskFrench.text(term)
    case .russian: DeskRussian.text(term)
    case .spanish: DeskSpanish.text(term)
    }
  }
}

/// Everything that scripts in a browser say in one language.
enum HallWords {
  /// The words of the published pages that the hall uses too, by their names there.
  private static let shared: [(key: Label, term: Term)] = [
    ("endonym", .endonym), ("state", .state), ("year", .year),
    ("stateUnderReview", .stateUnderReview),
    ("reviewingStates", .reviewingStates), ("regional", .regionalReviewer),
    ("open", .otherReviewer), ("supplementary", .supplementaryReviewer), ("seat", .seat),
    ("drawn", .drawn), ("turn", .turn), ("lot", .lot), ("lots", .lots), ("draw", .draw),
    ("reason", .reason), ("extraPlace", .extraPlace), ("listBegins", .listBegins),
    ("selection", .selection), ("drawSelection", .drawSelection), ("seed", .seed),
    ("protocols", .protocols), ("regionalGroup", .regionalGroup),
    ("hashOfLastLine", .hashOfLastLine), ("notYetDrawn", .notYetDrawn),
    ("emptySeat", .emptySeat), ("none", .none), ("statistics", .statistics),
    ("line", .line), ("rulebook", .rulebook), ("redraws", .redraws), ("total", .total),
    ("rule_seat", .ruleSeat), ("rule_supplement", .ruleSupplement),
    ("rule_same_region", .ruleSameRegion), ("rule_minimum_load", .ruleMinimumLoad),
    ("rule_legal_system", .ruleLegalSystem), ("rule_target_load", .ruleTargetLoad),
  ]

  /// The words, and the names of States, groups and Protocols where a cycle is open.
  ///
  /// - Parameter isForDesk: Whether the words of the desk are among them.
  static func json(_ tongue: Tongue, _ names: SpokenNames?, isForDesk: Bool = false) -> [UInt8] {
    let language = tongue.language
    let deskTerms = isForDesk ? DeskTerm.allCases : []
    let terms =
      deskTerms.map { JSONField(Label($0.rawValue), .text(Label(tongue.deskTerm($0)))) }
      + HallTerm.allCases.map {
        JSONField(Label($0.rawValue), .text(Label(tongue.hallTerm($0))))
      }
      + shared.map { JSONField($0.key, .text(Label(language.text($0.term)))) }
    func object(_ names: [(code: Label, name: String)]) -> JSONValue {
      .object(names.map { JSONField($0.code, .text(Label($0.name))) })
    }
    return JSONValue.object([
      JSONField("tongue", .text(Label(tongue.rawValue))),
      JSONField("rtl", .bool(tongue.isRightToLeft)), JSONField("terms", .object(terms)),
      JSONField("states", object(names?.states ?? [])),
      JSONField("groups", object(names?.groups ?? [])),
      JSONField("protocols", object(names?.protocols ?? [])),
    ]).bytes
  }
}
