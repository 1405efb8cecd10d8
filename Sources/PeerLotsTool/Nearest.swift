import Foundation

/// The known words that are nearest to one that is not known: what was probably meant.
///
/// Letter case, accents and blanks at the ends count for nothing. Near is a word that begins with
/// what was typed, or that few slips turn into it: a letter too much, too few, another one, or two
/// that changed places (Damerau 1964).
struct Nearest {
  /// The most words that are offered.
  static let most = 3

  private let words: [String]

  init(_ words: [String]) { self.words = words }

  /// The words that are equally near, at most three, in their own order; none where nothing is near.
  func words(to typed: String) -> [String] {
    let typed = Self.plain(typed)
    if typed.isEmpty { return [] }
    var near: [(word: String, slips: Int)] = []
    for word in words {
      let plain = Self.plain(word)
      let allowed = max(1, max(typed.count, plain.count) / 4)
      let isStart = typed.count >= 3 && plain.starts(with: typed)
      if !isStart && abs(plain.count - typed.count) > allowed { continue }
      let slips = Self.slips(plain, typed)
      // A word of which no letter is right was not meant.
      let isNear = slips <= allowed && slips < max(typed.count, plain.count)
      if isStart || isNear { near.append((word, isStart ? min(slips, allowed) : slips)) }
    }
    let fewest = near.map(\.slips).min()
    return Array(near.filter { $0.slips == fewest }.map(\.word).prefix(Self.most))
  }

  /// `did you mean "a" or "b"?`; nil where nothing is near.
  ///
  /// - Parameter text: How a word is shown.
  func question(for typed: String, _ text: (String) -> String = { "\"\($0)\"" }) -> String? {
    let near = words(to: typed).map(text)
    guard let last = near.last else { return nil }
    let others = near.dropLast()
    return "did you mean \(others.isEmpty ? "" : others.joined(separator: ", ") + " or ")\(last)?"
  }

  /// The letters that are compared.
  static func plain(_ word: String) -> [Character] {
    let folded = word.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    return Array(folded.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// How many slips turn one word into another.
  static func slips(_ one: [Character], _ other: [Character]) -> Int {
    var rows = [Array(0...other.count)]
    for i in 0..<one.count {
      var row = [i + 1]
      for j in 0..<other.count {
        var least = min(
          rows[i][j] + (one[i] == other[j] ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
        if i > 0 && j > 0 && one[i] == other[j - 1] && one[i - 1] == other[j] {
          least = min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[one.count][other.count]
  }
}
