import Rules

/// A rulebook of a mechanism that draws, or drew, which stands in the program (contract, section 4).
///
/// Its source is the file of its name in `Instances/rulebooks`, in which each line says what it comes
/// from, or that it is not known and what was assumed.
public enum Preset: String, CaseIterable, Sendable {
  /// The terms of reference planned in 2010 for the Convention against Transnational Organized Crime.
  case untoc2010 = "untoc-2010"
  /// The procedures adopted for it in 2018.
  case untoc2018 = "untoc-2018"
  /// The mechanism of the Convention against Corruption.
  case uncac
  /// The Universal Periodic Review of the Human Rights Council.
  case upr
  /// The draw of 2002 of the mechanism of the Inter-American Convention against Corruption.
  case mesicic2002 = "mesicic-2002"

  /// The text of the file, byte for byte.
  public var text: String { Self.texts[rawValue] ?? "" }

  /// The names of all, for a message.
  static let names = allCases.map(\.rawValue)
}

extension RulebookReader {
  /// Reads a rulebook that is named on a command line: a preset by its name, else a file.
  ///
  /// - Throws: ``RecordsFailure`` with every fault of the file.
  public static func read(named name: String) throws(RecordsFailure) -> Rulebook {
    if let preset = Preset(rawValue: name) { return try read(preset) }
    do throws(RecordsFailure) {
      return try read(path: name)
    } catch {
      let isWord = !name.contains("/") && !name.contains(".")
      guard isWord, error.faults.map(\.problem) == [.missingFile] else { throw error }
      throw .data(
        faults: [Fault(.noSuchRulebook(presets: Preset.names), at: Place(file: name))], warnings: []
      )
    }
  }

  /// Reads a preset.
  public static func read(_ preset: Preset) throws(RecordsFailure) -> Rulebook {
    try read(Array(preset.text.utf8), file: preset.rawValue)
  }
}
