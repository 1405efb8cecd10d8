import Members

extension Problem: CustomStringConvertible {
  /// What is wrong, with the values in it, as a sentence without its full stop.
  public var description: String {
    fileText ?? tableText ?? memberText ?? drawnText ?? rulebookText ?? planText ?? ""
  }

  private var fileText: String? {
    switch self {
    case .missingFile: "there is no such file"
    case .isFolder: "this is a folder, not a file"
    case .notPermitted: "the file may not be read"
    case .notRegular: "this is a device or a pipe, not a file"
    case .tooLarge(let limit):
      "the file is larger than the "
        + (limit % (1 << 20) == 0 ? "\(limit >> 20) MiB" : "\(limit) bytes") + " that can be read"
    case .unreadable(let number): "the file cannot be read (error \(number) of the system)"
    case .empty: "the file is empty"
    case .notUTF8(let byte, let position): "byte \(position) (0x\(Self.hex(byte))) is not UTF-8"
    case .utf16: "the file is UTF-16, not UTF-8"
    case .windows1252(let byte, let position):
      "byte \(position) (0x\(Self.hex(byte))) is not UTF-8; the file seems to be Windows-1252 "
        + "(Latin-1), where it is "
        + (Windows1252.character(byte).map { Quotation(String($0)).description } ?? "nothing")
    case .foreign(let kind): "\(kind)"
    case .further(let count): "\(count) more faults are not listed here"
    default: nil
    }
  }

  private var tableText: String? {
    switch self {
    case .strayQuote: "a quotation mark inside a field that does not begin with one"
    case .textAfterQuote: "text after the closing quotation mark"
    case .unclosedQuote: "the quotation mark is never closed"
    case .unknownSeparator(let line):
      "\(line) names no separator; allowed: a comma, a semicolon, a tab"
    case .missingColumn(let name, let found, let others, _):
      "no column is named `\(name)`; the header names "
        + (found.isEmpty ? "none" : found.map { "\"\($0)\"" }.joined(separator: ", "))
        + (others > 0 ? " and \(others) more" : "")
    case .duplicateColumn(let name, let first, let second):
      "column \(name) stands twice, as columns \(first) and \(second)"
    case .unnamedColumn(let position, let text):
      "column \(position) has no name in the header, but holds \(text)"
    case .tooFewFields(let found, let expected):
      "missing: the row has \(found) of the \(expected) fields of the header"
    case .tooManyFields(let found, let expected, let surplus):
      "the row has \(found) fields, the header \(expected); the first surplus one is \(surplus)"
    case .unfitSeed(let fault):
      "the seed \("\(fault)".split(separator: "\n")[0])"
    case .noRows: "no State stands below the header"
    default: nil
    }
  }

  private var memberText: String? {
    switch self {
    case .neededColumn(let missing): "\(missing)"
    case .withoutYear(let states, let years):
      "the rulebook takes the years from the table, which gives no year from 1 to \(years) to "
        + Self.list(states)
    case .invalidCode(let text): "\(text) is not a code"
    case .duplicateState(let code, let line): "\(code) stands already on line \(line)"
    case .unknownValue(let text, let allowed):
      "\(text) is not allowed; allowed: \(allowed.joined(separator: ", "))"
    case .nobodyReviewed: "no State is to be reviewed"
    case .codesNotBySpaces(let text): "\(text) separates codes with something else than spaces"
    case .invalidListCode(let text): "\(text) is not a code"
    case .unfitCharacter(let value, let position):
      "character \(position) is U+\(Self.hex(value)), \(Self.what(value))"
    case .fewerSeats(let code, let own, let same):
      "\(code) has \(own) in all, fewer than the \(same) that the rulebook has of the same group"
    case .halfPair: "the row names one State; a pair has two"
    case .pairAndExclusion:
      "the row names a State under review, a reviewer and another reviewer, so it could be a "
        + "conflict or an exclusion"
    default: nil
    }
  }

  private var drawnText: String? {
    switch self {
    case .noReviewers: "no reviewer stands below the header"
    case .unknownState(let code, let meant):
      "\(code) is not a State of the membership" + (meant.map { "; is \($0) meant?" } ?? "")
    case .notToBeReviewed(let code): "\(code) is not to be reviewed by the membership"
    case .reviewsItself: "no State reviews itself"
    case .repeatedReviewer(let line): "the reviewer of this State stands already on line \(line)"
    case .otherYear(let year, let line):
      "the State is under review in year \(year) on line \(line)"
    default: nil
    }
  }

  private var rulebookText: String? {
    switch self {
    case .noSuchRulebook: "there is no such file, and no preset of that name"
    case .syntax(let reason): "this is not YAML: \(reason)"
    case .severalDocuments: "a second document begins; the file is to hold one"
    case .tooManyAliases(let limit): "more than \(limit) asterisks; aliases are not needed here"
    case .unknownKey(let key, let allowed):
      "\(key) is not a key; allowed: \(allowed.joined(separator: ", "))"
    case .duplicateKey(let line):
      "the key stands twice" + (line.map { ", also on line \($0)" } ?? "")
    case .wrongValue(let found, let allowed): "\(found) is not allowed; allowed: \(allowed)"
    case .minimumAboveMaximum(let minimum, let maximum):
      "the minimum \(minimum) is above the maximum \(maximum)"
    case .duplicateWaiver(let rule, let line): "\(rule) stands already on line \(line)"
    case .rulebook(let fault): "\(fault)"
    default: nil
    }
  }

  private var planText: String? {
    switch self {
    case .missingKey(let key): "the key `\(key)` is missing"
    case .emptyList: "the list is empty"
    case .fromAboveTo(let from, let to): "`from` is \(from), above `to`, which is \(to)"
    case .tooManyValues(let limit): "these are more than \(limit) combinations"
    case .eitherKey(let one, let other): "either `\(one)` or `\(other)` must be there, not both"
    default: nil
    }
  }

  /// What can be done about it; nil where the problem says it all.
  public var help: String? {
    switch self {
    case .notUTF8, .utf16: "save the file as UTF-8"
    case .windows1252: "save the file as CSV in UTF-8: \(FileKind.saving)"
    case .foreign(let kind): kind.help
    case .notRegular: "give a file; what comes through a pipe is read as /dev/stdin"
    case .strayQuote, .textAfterQuote, .unclosedQuote:
      "a field with a quotation mark, separator or line break stands in quotation marks as a whole,"
        + " and a quotation mark inside it is written twice"
    case .missingColumn(_, _, _, let below?):
      "the first line of the file names the columns; delete what stands above line \(below)"
    case .missingColumn, .noRows: "the first line of the file names the columns"
    case .unnamedColumn: "name the column in the first line, or delete it"
    case .tooFewFields, .tooManyFields:
      "each line has exactly the fields that the header names; an empty field is one too"
    case .invalidCode:
      "a code is a letter or digit (A to Z, a to z, 0 to 9), then letters, digits, _ and -"
    case .neededColumn(let missing):
      "add the column, or say with --without \(missing.column.rawValue) that it is meant"
    case .noSuchRulebook(let presets):
      "the presets are \(presets.joined(separator: ", ")); `peerlots rulebook --list` describes them"
    case .withoutYear:
      "write into the column `year` in which year of the cycle each State is reviewed"
    case .codesNotBySpaces: "separate the codes with spaces: TIP SOM"
    case .invalidListCode:
      "a code in a list is a letter or digit (A to Z, a to z, 0 to 9), then letters, digits, _, . "
        + "and -; spaces (U+0020) separate codes"
    case .unfitCharacter: "delete the character; type the text anew if you do not see it"
    case .pairAndExclusion: "give the conflict and the exclusion a row each"
    case .empty: "save it again, with the names of its columns in the first line; or give another"
    case .duplicateColumn: "delete one of the two columns"
    case .duplicateState: "delete one of the rows, or give the other State a code of its own"
    case .halfPair: "name both States, or delete the row"
    case .nobodyReviewed: "write yes in the column `reviewed` for the States to be reviewed"
    case .wrongValue(_, .word(["true", "false"])):
      "truth is written true or false, in small letters"
    case .rulebook(let fault): fault.help
    default: nil
    }
  }

  /// The codes of States; many are counted.
  private static func list(_ states: [Label]) -> String {
    let most = 12
    return states.prefix(most).map(\.text).joined(separator: ", ")
      + (states.count > most ? " and \(states.count - most) more" : "")
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 2 ? digits : "0" + digits
  }

  /// A number of Unicode as it is usually written.
  static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// What a character is that must not stand in a name.
  static func what(_ value: UInt32) -> String {
    switch value {
    case 0x0A, 0x0D, 0x2028, 0x2029: "a line break"
    case 0x09: "a tab"
    case ..<0xA0: "a control character"
    default: "which changes the direction of writing"
    }
  }
}

extension Problem.Found: CustomStringConvertible {
  /// The value for a message.
  public var description: String {
    switch self {
    case .plain(let text): text.description
    case .quoted(let text): "the quoted text \(text)"
    case .nothing: "an empty value"
    case .list: "a list"
    case .mapping: "a mapping"
    case .tagged(let tag): "a value with the tag \(tag)"
    }
  }
}

extension Problem.Allowed: CustomStringConvertible {
  /// What is allowed, for a message.
  public var description: String {
    switch self {
    case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .word(let words): words.joined(separator: ", ")
    case .mapping(let keys): "a mapping with the keys \(keys.joined(separator: ", "))"
    case .list(let words): "a list of \(words.joined(separator: ", "))"
    case .text: "a text"
    case .numbers(let range):
      "a whole number from \(range.lowerBound) to \(range.upperBound), a list of them, or a range "
        + "{from: 1, to: 3, step: 1}"
    case .rate: "a number from 0 to 1 with at most 6 digits after the point, or a fraction 1/3"
    case .mappings: "a list of mappings"
    }
  }
}
