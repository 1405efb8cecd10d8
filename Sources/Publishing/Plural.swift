/// The forms of a word that go with a number, by the rules of Unicode's CLDR for cardinal numbers.
enum Plural: Sendable {
  case zero, one, two, few, many, other

  /// English and Spanish for whole numbers below a million: one, and all others.
  static func ofEnglish(_ number: Int) -> Plural { number == 1 ? .one : .other }

  /// French for whole numbers below a million: nought and one, and all others.
  static func ofFrench(_ number: Int) -> Plural { number == 0 || number == 1 ? .one : .other }

  /// Russian: by the last digits.
  static func ofRussian(_ number: Int) -> Plural {
    let (ten, hundred) = (number % 10, number % 100)
    if ten == 1 && hundred != 11 { return .one }
    if (2...4).contains(ten) && !(12...14).contains(hundred) { return .few }
    return .many
  }

  /// Arabic: six forms.
  static func ofArabic(_ number: Int) -> Plural {
    switch number {
    case 0: .zero
    case 1: .one
    case 2: .two
    default:
      switch number % 100 {
      case 3...10: .few
      case 11...99: .many
      default: .other
      }
    }
  }
}
