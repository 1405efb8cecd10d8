import Drawing
import Foundation
import Members
import Phrases
import Records

/// A sentence about a ledger's fields, whose codes of States get their names.
enum NamedWords {
  /// The sentence with the names; what stands in quotation marks is left as it is.
  static func text(_ text: String, of ledger: Ledger) -> String {
    let titles = titles(ledger)
    var pieces: [String] = text.components(separatedBy: "\"")
    for place in stride(from: 0, to: pieces.count, by: 2) {
      pieces[place].replace(#/[A-Za-z0-9][A-Za-z0-9_\-]*/#) { match in
        let word = String(match.output)
        return titles[word] ?? word
      }
    }
    return pieces.joined(separator: "\"")
  }

  /// The States that have a name, by their codes, as they were written last. A code of one letter
  /// is a word too often.
  private static func titles(_ ledger: Ledger) -> [String: String] {
    var titles: [String: String] = [:]
    for event in ledger.events {
      let membership: Membership? =
        switch event {
        case .opened(let opened): opened.membership
        case .amended(let amended): amended.membership
        default: nil
        }
      for state in membership?.states ?? [] where !state.name.isEmpty {
        if state.code.text.count > 1 { titles[state.code.text] = Quotation.title(of: state) }
      }
    }
    return titles
  }
}
