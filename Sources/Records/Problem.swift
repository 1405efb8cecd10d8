import Lots
import Members

/// What can be wrong with a membership, a list of conflicts, a rulebook or a plan.
public enum Problem: Hashable, Sendable {
  // The file.

  /// There is no such file.
  case missingFile
  /// It is a folder.
  case isFolder
  /// It is a device or a named pipe.
  case notRegular
  /// The file may not be read.
  case notPermitted
  /// The file is larger than can be read.
  case tooLarge(limitInBytes: Int)
  /// The system could not read it; the number of its error.
  case unreadable(errorNumber: Int)

  // The text.

  /// There is nothing in the file.
  case empty
  /// A byte that is not UTF-8; `position` counts bytes in the field or line from 1.
  case notUTF8(byte: UInt8, position: Int)
  /// The file begins with the mark of UTF-16.
  case utf16
  /// A byte of Windows-1252, in a text that is nowhere UTF-8; position as above.
  case windows1252(byte: UInt8, position: Int)
  /// The file is something else than a table.
  case foreign(FileKind)

  // The table.

  /// A quotation mark inside a field that does not begin with one.
  case strayQuote
  /// Text between the closing quotation mark of a field and the end of the field.
  case textAfterQuote
  /// A quoted field that does not end.
  case unclosedQuote
  /// A first line `sep=` that names no separator we know.
  case unknownSeparator(Quotation)
  /// The header does not name a column that must be there; the first it names, fit for a message,
  /// how many more, and the line further down that looks like the header.
  case missingColumn(String, found: [String], others: Int, below: Int?)
  /// The header names a column twice; positions from 1.
  case duplicateColumn(Quotation, first: Int, second: Int)
  /// Text in a column to which the header gives no name; position from 1.
  case unnamedColumn(position: Int, holds: Quotation)
  /// A row with fewer fields than the header, the first missing column named by the place.
  case tooFewFields(found: Int, expected: Int)
  /// A row with more fields than the header; the first surplus one.
  case tooManyFields(found: Int, expected: Int, surplus: Quotation)
  /// No row below the header.
  case noRows

  /// So many faults of further kinds.
  case further(Int)

  /// A seed that two people could type in two ways.
  case unfitSeed(SeedText.Fault)

  // Members and conflicts.

  /// A column that the rulebook needs, or that was there before.
  case neededColumn(MissingColumn)

  /// States to be reviewed without a year of the cycle, where the table is to give the years.
  case withoutYear([Label], years: Int)
  /// A text that cannot be the code of a State.
  case invalidCode(Quotation)
  /// A code that stands on an earlier line too.
  case duplicateState(Quotation, earlierLine: Int)
  /// A value outside the few that are allowed.
  case unknownValue(Quotation, allowed: [String])
  /// No State of the membership is to be reviewed.
  case nobodyReviewed
  /// A list of codes with commas or semicolons between them.
  case codesNotBySpaces(Quotation)
  /// A text in a list of codes that cannot be one.
  case invalidListCode(Quotation)
  /// A control character, or one that changes the direction of writing; `position` counts characters
  /// of the field from 1.
  case unfitCharacter(UInt32, position: Int)
  /// A row of conflicts with one State where two belong.
  case halfPair
  /// A row of conflicts that could be a conflict or an exclusion.
  case pairAndExclusion

  /// A State of fewer seats than the rulebook has of the same group.
  case fewerSeats(Quotation, own: Int, same: Int)

  // Reviewers drawn elsewhere.

  /// A table without a row.
  case noReviewers
  /// A code that is not of the membership, and the one that may be meant.
  case unknownState(Quotation, meant: Label?)
  /// A State under review that the membership says is not to be reviewed.
  case notToBeReviewed(Quotation)
  /// A State that reviews itself.
  case reviewsItself
  /// A reviewer of the same State as on an earlier line.
  case repeatedReviewer(earlierLine: Int)
  /// A State under review in another year than on an earlier line.
  case otherYear(Int, earlierLine: Int)

  // The rulebook.

  /// Neither a file nor a preset.
  case noSuchRulebook(presets: [String])
  /// Not YAML, for the reason the parser gives.
  case syntax(reason: String)
  /// More than one document.
  case severalDocuments
  /// More aliases than a rulebook can need.
  case tooManyAliases(limit: Int)
  /// A key that no rulebook has.
  case unknownKey(Quotation, allowed: [String])
  /// A key that stands twice in its mapping; the line of the other.
  case duplicateKey(otherLine: Int?)
  /// A value that is not allowed for its key.
  case wrongValue(Found, allowed: Allowed)
  /// A minimum load above the maximum.
  case minimumAboveMaximum(minimum: Int, maximum: Int)
  /// A rule that stands twice among the waivers.
  case duplicateWaiver(Quotation, earlierLine: Int)
  /// Keys and values that do not go together.
  case rulebook(RulebookFault)

  // A plan of the laboratory.

  /// A key that must be there is not.
  case missingKey(String)
  /// A list without anything in it.
  case emptyList
  /// A range whose first number is above its last.
  case fromAboveTo(from: Int, to: Int)
  /// More values, or more combinations of values, than are allowed.
  case tooManyValues(limit: Int)
  /// One of two keys is needed, and not both.
  case eitherKey(String, String)

  /// What stands where a value of a rulebook should be.
  public enum Found: Hashable, Sendable {
    /// A text without quotation marks.
    case plain(Quotation)
    /// A text in quotation marks or a block, which YAML never reads as a number or a truth.
    case quoted(Quotation)
    /// Nothing.
    case nothing
    /// A list.
    case list
    /// A mapping.
    case mapping
    /// A value with an explicit tag, for instance `!!int`.
    case tagged(Quotation)
  }

  /// What a key of a rulebook may hold.
  public enum Allowed: Hashable, Sendable {
    /// A whole number between two, both allowed.
    case number(ClosedRange<Int>)
    /// One of a few words.
    case word([String])
    /// A mapping with these keys.
    case mapping([String])
    /// A list of these words.
    case list([String])
    /// Any text.
    case text
    /// A whole number, several, or a range.
    case numbers(ClosedRange<Int>)
    /// How likely something is.
    case rate
    /// A list of mappings.
    case mappings
  }
}
