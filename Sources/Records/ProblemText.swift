extension Problem: CustomStringConvertible {
  /// What is wrong, with the values in it, as a sentence without its full stop.
  public var description: String {
    fileText ?? tableText ?? memberText ?? rulebookText ?? planText ?? ""
  }

  private var fileText: String? {
    switch self {
    case .missingFile: "there is no such file"
    case .isFolder: "this is a folder, not a file"
    case .notPermitted: "the file may not be read"
    case .tooLarge(let limit): "the file is larger than the \(limit) bytes that can be read"
    case .unreadable(let number): "the file cannot be read (error \(number) of the system)"
    case .empty: "the file is empty"
    case .notUTF8(let byte, let position): "byte \(position) (0x\(Self.hex(byte))) is not UTF-8"
    case .utf16: "the file is UTF-16, not UTF-8"
    default: nil
    }
  }

  private var tableText: String? {
    switch self {
    case .strayQuote: "a quotation mark inside a field that does not begin with one"
    case .textAfterQuote: "text after the closing quotation mark"
    case .unclosedQuote: "the quotation mark is never closed"
    case .bareCarriageReturn: "a carriage return without a line feed"
    case .missingColumn(let name, let found):
      "no column is named `\(name)`; the header names "
        + (found.isEmpty ? "none" : Self.list(found.map(\.description)))
    case .duplicateColumn(let name, let first, let second):
      "column \(name) stands twice, as columns \(first) and \(second)"
    case .unnamedColumn(let position): "column \(position) has no name"
    case .tooFewFields(let found, let expected):
      "missing: the row has \(found) of the \(expected) fields of the header"
    case .tooManyFields(let found, let expected, let surplus):
      "the row has \(found) fields, the header \(expected); the first surplus one is \(surplus)"
    case .emptyLine: "the line is empty"
    case .unfitSeed(let fault):
      "the seed \("\(fault)".split(separator: "\n")[0])"
    case .noRows: "no State stands below the header"
    default: nil
    }
  }

  private var memberText: String? {
    switch self {
    case .invalidCode(let text): "\(text) is not a code"
    case .duplicateState(let code, let line): "\(code) stands already on line \(line)"
    case .unknownValue(let text, let allowed):
      "\(text) is not allowed; allowed: \(allowed.joined(separator: ", "))"
    case .nobodyReviewed: "no State is to be reviewed"
    case .unknownState(let text): "\(text) is not a State of the membership"
    default: nil
    }
  }

  private var rulebookText: String? {
    switch self {
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
    case .strayQuote, .textAfterQuote, .unclosedQuote:
      "a field with a quotation mark, comma or line break stands in quotation marks as a whole,"
        + " and a quotation mark inside it is written twice"
    case .bareCarriageReturn: "end each line with a line feed, or a carriage return and a line feed"
    case .missingColumn, .noRows: "the first line of the file names the columns"
    case .tooFewFields, .tooManyFields, .emptyLine:
      "each line has exactly the fields that the header names; an empty field is one too"
    case .invalidCode:
      "a code is a letter or digit (A to Z, a to z, 0 to 9), then letters, digits, _ and -"
    case .nobodyReviewed: "write yes in the column `reviewed` for the States to be reviewed"
    case .wrongValue(_, .word(["true", "false"])):
      "truth is written true or false, in small letters"
    case .rulebook(let fault): fault.help
    default: nil
    }
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 2 ? digits : "0" + digits
  }

  /// A list for a message, cut where it would get long.
  private static func list(_ texts: [String]) -> String {
    let shown = texts.prefix(12).joined(separator: ", ")
    return texts.count <= 12 ? shown : shown + " and \(texts.count - 12) more"
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
