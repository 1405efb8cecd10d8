/// An official language of the United Nations, by its code of BCP 47.
public enum Tongue: String, CaseIterable, Sendable {
  case arabic = "ar"
  case chinese = "zh"
  case english = "en"
  case french = "fr"
  case russian = "ru"
  case spanish = "es"

  /// Its words.
  public var language: any Language {
    switch self {
    case .arabic: ArabicWords()
    case .chinese: ChineseWords()
    case .english: EnglishWords()
    case .french: FrenchWords()
    case .russian: RussianWords()
    case .spanish: SpanishWords()
    }
  }

  /// Whether it is written from right to left.
  public var isRightToLeft: Bool { self == .arabic }
}

/// Everything that pages, letters and calendars say, in one language.
///
/// Each function of sentences is one `switch` over all cases, so a sentence that a language lacks
/// does not compile.
public protocol Language: Sendable {
  /// Which language it is.
  var tongue: Tongue { get }
  /// A word or heading without anything to fill in.
  func text(_ term: Term) -> String
  /// A sentence.
  func text(_ sentence: Sentence) -> Wording
  /// A sentence of a letter or of the blueprint.
  func text(_ sentence: LetterSentence) -> Wording
  /// What is said about chances.
  func text(_ sentence: ChanceSentence) -> Wording
  /// What is said about experts and about checking.
  func text(_ sentence: EvidenceSentence) -> Wording
  /// Names in a row: `A, B and C`.
  func list(_ names: [Name]) -> Wording
  /// A date as it is written in a letter.
  func text(_ date: CivilDate) -> Wording
  /// What stands between the whole part of a number and its decimals.
  var decimalMark: String { get }
  /// What stands between thousands.
  var thousandsMark: String { get }
}

extension Language {
  /// A number of tenths as a decimal, for instance `12.5`.
  func decimal(tenths: Int) -> String { "\(number(tenths / 10))\(decimalMark)\(tenths % 10)" }

  /// A number of tenths as a wording.
  func decimal(_ tenths: Int) -> Wording { Wording(stringLiteral: decimal(tenths: tenths)) }

  /// A whole number with its thousands set apart.
  func number(_ number: Int) -> String {
    let digits = String(number.magnitude)
    if digits.count <= 3 { return String(number) }
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    let text = ([rest] + groups).joined(separator: thousandsMark)
    return number < 0 ? "−\(text)" : text
  }

  /// Names in a row, with how many there are.
  func listing(_ names: [Name]) -> Listing { Listing(list(names), count: names.count) }

  /// A term as a wording.
  func word(_ term: Term) -> Wording { Wording(stringLiteral: text(term)) }
}
