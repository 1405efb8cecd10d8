import Drawing
import Members
import Records

/// A State as it was typed: by its code in any letter case, or by its name where only one has it.
enum StateWord {
  /// A word that names no State, or several.
  struct Failure: Error, CustomStringConvertible {
    let word: String
    /// The States that have the name.
    var several: [State] = []
    /// The States that were probably meant.
    var near: [State] = []
    /// Where the State was looked for.
    var place = "this cycle"

    var description: String {
      let titles = (several.isEmpty ? near : several).map { Quotation.title(of: $0) }
      let list = titles.dropLast().joined(separator: ", ")
      let all = [list, titles.last ?? ""].filter { !$0.isEmpty }.joined(separator: " or ")
      if !several.isEmpty {
        return "\(Quotation(word)) may be any of several States\nhelp: give the code: \(all)"
      }
      let help =
        near.isEmpty
        ? "give its code or its name; `peerlots states` lists them" : "did you mean \(all)?"
      return "\(Quotation(word)) is not a State of \(place)\nhelp: \(help)"
    }
  }

  /// The code of the State that a word names.
  ///
  /// - Parameters:
  ///   - word: What was typed; a code as it stands comes first, then one in another letter case,
  ///     then a name.
  ///   - membership: The States, those included that left.
  static func code(_ word: String, in membership: Membership) throws(Failure) -> Label {
    if membership.index(of: Label(word)) != nil { return Label(word) }
    let typed = Nearest.plain(word)
    let byCode = membership.states.filter { Nearest.plain($0.code.text) == typed }
    let named = membership.states.filter { !$0.name.isEmpty && Nearest.plain($0.name) == typed }
    let found = byCode.isEmpty ? named : byCode
    if found.count == 1 { return found[0].code }
    if found.count > 1 { throw Failure(word: word, several: found) }
    throw unknown(word, in: membership)
  }

  /// What is wrong with a word that names no State of a membership.
  static func unknown(
    _ word: String, in membership: Membership, of place: String = "this cycle"
  ) -> Failure {
    Failure(word: word, near: near(word, membership), place: place)
  }

  private static func near(_ word: String, _ membership: Membership) -> [State] {
    let codes = Set(Nearest(membership.states.map(\.code.text)).words(to: word))
    let names = Set(Nearest(membership.states.map(\.name)).words(to: word))
    return Array(
      membership.states.filter {
        codes.contains($0.code.text) || (!$0.name.isEmpty && names.contains($0.name))
      }.prefix(Nearest.most))
  }

  /// The name of a draw with the code of its State as the cycle has it.
  static func draw(_ draw: DrawName, in membership: Membership) throws(Failure) -> DrawName {
    switch draw {
    case .redraw(let state, let number):
      .redraw(try code(state.text, in: membership), number)
    case .deferral(let state, let number):
      .deferral(try code(state.text, in: membership), number)
    case .standDown(let state, let number):
      .standDown(try code(state.text, in: membership), number)
    case .selection, .year, .tickets, .amendment: draw
    }
  }
}
