import Drawing
import Members
import Publishing
import Testing

@Suite struct `The six languages` {
  @Test func `differ from English in every sentence of every page`() throws {
    let files = try DrawnCycle.files(Tongue.allCases)
    // What is the same in all languages: names, codes, seeds, commands, texts as they were written.
    let kept: Set = ["bdi", "q", "code"]
    var compared = 0
    for (path, english) in files where path.hasPrefix("en/") && path.hasSuffix(".html") {
      let one = PageText(english).pieces.filter { kept.isDisjoint(with: $0.path) }
      for tongue in Tongue.allCases where tongue != .english {
        let other = try #require(files[tongue.rawValue + path.dropFirst(2)])
        let words = Set(
          PageText(other).pieces.filter { kept.isDisjoint(with: $0.path) }.map(\.text))
        for piece in one where isSentence(piece) {
          compared += 1
          #expect(!words.contains(piece.text), "\(tongue) \(path): \(piece.text)")
        }
      }
    }
    #expect(compared > 10_000)
  }

  /// Whether a piece is said in a language: two words at least, with a small letter.
  private func isSentence(_ piece: PageText.Piece) -> Bool {
    guard piece.path.contains("body") else { return false }
    let words = piece.text.split { $0.isWhitespace }.filter { word in
      word.contains { $0.isLowercase } && word.count > 1
    }
    return words.count > 1
  }

  @Test func `have a word for everything, and hardly any twice`() {
    for tongue in Tongue.allCases {
      let language = tongue.language
      #expect(language.tongue == tongue)
      for term in Term.allCases {
        let word = language.text(term)
        #expect(!word.isEmpty && word.first?.isWhitespace == false, "\(tongue) \(term)")
        // A word of one language in another's letters is one that was left.
        let isLatin = word.unicodeScalars.contains { ("a"..."z").contains($0) }
        let mayBeLatin: Set<Tongue> = [.english, .french, .spanish]
        #expect(!isLatin || mayBeLatin.contains(tongue), "\(tongue) \(term): \(word)")
      }
    }
  }

  @Test(arguments: [
    (Tongue.english, [1: "1 lot,", 0: "0 lots", 2: "2 lots", 21: "21 lots"]),
    (.french, [1: "1 tirage,", 0: "0 tirage,", 2: "2 tirages", 21: "21 tirages"]),
    (.spanish, [1: "1 extracción,", 0: "0 extracciones", 2: "2 extracciones"]),
    (
      .russian,
      [1: "1 раз ", 2: "2 раза ", 5: "5 раз ", 11: "11 раз ", 22: "22 раза ", 112: "112 раз "]
    ),
    (
      .arabic,
      [
        1: "سحبة واحدة", 2: "سحبتان", 3: "3 سحبات", 10: "10 سحبات", 11: "11 سحبة", 100: "100 سحبة",
        103: "103 سحبات",
      ]
    ),
    (.chinese, [1: "共1签", 2: "共2签"]),
  ])
  func `have the plurals of CLDR`(_ tongue: Tongue, _ forms: [Int: String]) {
    for (number, form) in forms {
      let text = tongue.language.text(Sentence.drawnByLots(number)).plain
      #expect(text.contains(form), "\(text)")
    }
  }

  @Test(arguments: [
    (Tongue.english, ["The other reviewing State is: ", "The other reviewing States are: "]),
    (
      .french,
      ["L’autre État examinateur est\u{A0}: ", "Les autres États examinateurs sont\u{A0}: "]
    ),
    (.spanish, ["El otro Estado examinador es: ", "Los demás Estados examinadores son: "]),
    (
      .russian,
      ["Другое государство, проводящее обзор: ", "Другие государства, проводящие обзор: "]
    ),
    (
      .arabic,
      [
        "الدولة الطرف المستعرِضة الأخرى هي: ", "الدولتان الطرفان المستعرِضتان الأخريان هما: ",
        "الدول الأطراف المستعرِضة الأخرى هي: ",
      ]
    ),
  ])
  func `bend the words before names by how many they are`(_ tongue: Tongue, _ starts: [String]) {
    for count in 1...4 {
      let others = Listing(Wording(Name("A")), count: count)
      let start = starts[min(count, starts.count) - 1]
      #expect(tongue.language.text(.otherReviewersAre(others)).plain == "\(start)A.")
    }
  }

  private static let letters: [@Sendable (Listing) -> LetterSentence] = [
    { .reviewersAre($0) }, { .blueprintProcess(reviewers: $0, state: Name("7"), year: 1) },
    { .blueprintParties($0) }, { .blueprintLegalSystems($0) },
  ]
  private static let changes: [@Sendable (Listing) -> Sentence] = [
    { .released($0) }, { .drawnAnew($0) }, { .joined($0) }, { .left($0) },
  ]
  private static let chances: [@Sendable (Listing) -> ChanceSentence] = [
    { .neverDrawn($0) }, { .cannotBeDrawn($0) },
  ]

  @Test(arguments: Tongue.allCases.filter { $0 != .chinese })
  func `bend every sentence with names that has more than one form`(_ tongue: Tongue) {
    let language = tongue.language
    let one = Listing("9", count: 1)
    // Arabic has a form for two.
    for count in tongue == .arabic ? [2, 3] : [2] {
      let several = Listing("9", count: count)
      for letter in Self.letters {
        #expect(language.text(letter(one)) != language.text(letter(several)))
      }
      #expect(
        language.text(Sentence.whyLacksProtocols(one))
          != language.text(Sentence.whyLacksProtocols(several)))
      #expect(
        language.text(EvidenceSentence.withoutExperts(one))
          != language.text(EvidenceSentence.withoutExperts(several)))
      if tongue == .english { continue }
      for change in Self.changes {
        #expect(language.text(change(one)) != language.text(change(several)))
      }
      for chance in Self.chances {
        #expect(language.text(chance(one)) != language.text(chance(several)))
      }
    }
  }

  @Test(arguments: [
    (1, "Является объектом обзора в 1-м году."), (2, "Является объектом обзора во 2-м году."),
    (3, "Является объектом обзора в 3-м году."),
  ])
  func `count years in Russian as ordinals`(_ year: Int, _ text: String) {
    #expect(Tongue.russian.language.text(Sentence.stateInYear(year)).plain == text)
  }

  @Test(arguments: [
    (Tongue.english, "1 May 2027"), (.french, "1er mai 2027"), (.spanish, "1 de mayo de 2027"),
    (.russian, "1 мая 2027 года"), (.chinese, "2027年5月1日"), (.arabic, "1 أيار/مايو 2027"),
  ])
  func `write days in their own way`(_ tongue: Tongue, _ text: String) throws {
    let day = try #require(CivilDate("2027-05-01"))
    #expect(tongue.language.text(day).plain == text)
  }

  @Test(arguments: [
    (Tongue.english, "A, B and C"), (.french, "A, B et C"), (.spanish, "A, B y C"),
    (.russian, "A, B и C"), (.chinese, "A、B和C"), (.arabic, "A، و B، و C"),
  ])
  func `list names in their own way`(_ tongue: Tongue, _ text: String) {
    #expect(tongue.language.list(["A", "B", "C"].map { Name($0) }).plain == text)
  }

  @Test func `join the Arabic conjunction to words in Arabic letters alone`() {
    let list = Tongue.arabic.language.list(["مصر", "كينيا", "Kenya", "تونس"].map { Name($0) })
    #expect(list.plain == "مصر، وكينيا، و Kenya، وتونس")
  }

  @Test func `part Chinese names that have the conjunction in them`() {
    let language = Tongue.chinese.language
    let names = ["捷克", "圣多美和普林西比", "肯尼亚"].map { Name($0) }
    #expect(language.list(names).plain == "捷克、圣多美和普林西比以及肯尼亚")
    #expect(language.list([names[0], names[2]]).plain == "捷克和肯尼亚")
  }

  @Test func `put e before the sound of an i in Spanish`() {
    let list = Tongue.spanish.language.list(["Argentina", "Islandia"].map { Name($0) })
    #expect(list.plain == "Argentina e Islandia")
  }

  @Test func `name the States of the instances as the United Nations do`() throws {
    let files = try DrawnCycle.files([.arabic, .french])
    let page = try #require(files["fr/index.html"])
    let membership = try DrawnCycle.membership()
    var known = 0
    for state in membership.states where !state.name.isEmpty && state.name != DrawnCycle.hostileName
    {
      if !page.contains("<bdi>\(state.name)</bdi>") { known += 1 }
    }
    // Some have the same name in both languages.
    #expect(known > membership.states.count / 2)
    #expect(page.contains("<bdi>\(DrawnCycle.hostileName.prefix(4))"), "others keep their name")
  }
}
