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
