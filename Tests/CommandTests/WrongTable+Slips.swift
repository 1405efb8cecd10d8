extension WrongTable {
  private static let head = "state,name,region,protocols,legal_systems\n"

  /// Five States and more of a group, of which some cells differ.
  private static func rows(
    names: [String] = [], regions: [String] = [], protocols: [String] = [],
    legalSystems: [String] = []
  ) -> String {
    let codes = ["KEN", "GHA", "NGA", "MLI", "TGO", "BEN", "COM"]
    func cell(_ cells: [String], _ index: Int, _ usual: String) -> String {
      index < cells.count ? cells[index] : usual
    }
    return head
      + codes.enumerated().map { index, code in
        [
          code, cell(names, index, ""), cell(regions, index, "AFR"),
          cell(protocols, index, "TIP"), cell(legalSystems, index, "civil"),
        ].joined(separator: ",") + "\n"
      }.joined()
  }

  /// What is lawful and nearly always a slip.
  static let slips = [
    WrongTable(
      "a group in other letters",
      rows(regions: ["WEOG", "WEOG", "WEOG", "Weog", "Weog", "WEOG", "WEOG"])),
    WrongTable(
      "a group with a blank inside",
      rows(regions: [
        "Latin America", "LatinAmerica", "Latin America", "LatinAmerica", "Latin America",
        "Latin America", "Latin America",
      ])),
    WrongTable(
      "a group with a no-break space inside",
      rows(
        regions: Array(repeating: "Latin America", count: 5) + [
          "Latin\u{A0}America", "Latin\u{A0}America",
        ])),
    WrongTable(
      "a group in two Unicode forms",
      rows(
        regions: Array(repeating: "Am\u{E9}riques", count: 4)
          + Array(repeating: "Ame\u{301}riques", count: 3))),
    WrongTable(
      "a group with an invisible character",
      rows(regions: Array(repeating: "AFR", count: 5) + ["AFR\u{200B}", "AFR\u{200B}"])),
    WrongTable(
      "a group one letter off", rows(regions: Array(repeating: "GRULAC", count: 6) + ["GRULCA"])),
    WrongTable(
      "a group with a letter too many", rows(regions: Array(repeating: "AFR", count: 6) + ["AFRR"])),
    WrongTable(
      "a group that one State has", rows(regions: Array(repeating: "AFR", count: 6) + ["PIF"])),
    WrongTable(
      "groups that are numbered", rows(regions: ["G1", "G1", "G1", "G1", "G1", "G1", "G2"])),
    WrongTable(
      "a Protocol in other letters",
      rows(protocols: ["TIP", "tip", "TIP", "TIP", "TIP", "TIP", "TIP"])),
    WrongTable(
      "a Protocol one letter off",
      rows(protocols: ["TIP", "TPI", "TIP", "TIP", "TIP", "TIP", "TIP"])),
    WrongTable(
      "a Protocol that one State has",
      rows(protocols: ["TIP", "TIP", "TIP FIREARMS", "TIP", "TIP", "TIP", "TIP"])),
    WrongTable(
      "Protocols that one State has each",
      rows(protocols: ["A1", "B2", "C3", "D4", "E5", "F6", "G7"])),
    WrongTable(
      "a legal system in other letters",
      rows(legalSystems: ["civil", "Civil", "civil", "CIVIL", "civil", "civil", "civil"])),
    WrongTable(
      "a legal system one letter off",
      rows(legalSystems: ["civil", "civl", "civil", "civil", "civil", "civil", "civil"])),
    WrongTable(
      "one State under two codes",
      rows(names: ["United Kingdom", "Ghana", "Nigeria", "United Kingdom"])),
    WrongTable(
      "a name in other letters and blanks",
      rows(names: ["Côte d'Ivoire", "Ghana", "COTE  D’IVOIRE", "Mali", "CÔTE  D’IVOIRE"])),
    WrongTable("codes in other letters", rows() + "ken,,AFR,TIP,civil\n"),
  ]

  /// Tables of conflicts.
  static let pairs = [
    pair("conflicts without a header", "KEN,GHA\n"),
    pair("conflicts of one column", "under_review\nKEN\n"),
    pair("reviewers alone", "reviewer\nKEN\n"),
    pair("empty conflicts", ""),
    pair("half a pair", "under_review,reviewer\nKEN,\n,GHA\nKEN,GHA\n"),
    pair("a row too short", "under_review,reviewer\nKEN\n"),
    pair("a State that is not there", "under_review,reviewer\nKEN,USA\nGHA,USA\nKEN,GHA\n"),
    pair("a State in other letters", "under_review,reviewer\nken,GHA\nKEN, Ghana\n"),
    pair("a pair twice", "under_review,reviewer\nKEN,GHA\nKEN,GHA\n"),
    pair("a State with itself", "under_review,reviewer\nKEN,KEN\n"),
    pair(
      "both ways, and again",
      "Under_Review;Reviewer;Both\nKEN;GHA;YES\nGHA;KEN;no\nMLI;TGO;perhaps\n"),
    pair("exclusions", "reviewer,other\nKEN,GHA\n"),
    pair("a conflict and an exclusion in one row", "under_review,reviewer,other\nKEN,GHA,NGA\n"),
    pair(
      "the table of the last cycle",
      "year,under_review,regional_reviewer,open_reviewer,open_reviewer_2\n1,KEN,GHA,,\n"),
    WrongTable(
      "a workbook for conflicts", rows(), conflicts: "PK\u{3}\u{4}\u{14}\0xl/workbook.xml"),
  ]

  private static func pair(_ name: String, _ conflicts: String) -> WrongTable {
    WrongTable(name, rows(names: ["Kenya", "Ghana"]), conflicts: conflicts)
  }
}
