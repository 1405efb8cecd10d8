/// Why a workbook cannot be written.
public enum WorkbookFailure: Error, Hashable, Sendable {
  /// More rows than a sheet can hold.
  case tooManyRows(Int, most: Int)
  /// More columns than a sheet can hold.
  case tooManyColumns(Int, most: Int)
  /// A text longer than a cell can hold.
  case textTooLong(characters: Int, most: Int)
  /// The library could not write the file, for the reason it gives.
  case notWritten(path: String, reason: String)
}

extension WorkbookFailure: CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .tooManyRows(let count, let most):
      "the table has \(count) rows; a workbook holds \(most)\nhelp: take --format csv"
    case .tooManyColumns(let count, let most):
      "the table has \(count) columns; a workbook holds \(most)\nhelp: take --format csv"
    case .textTooLong(let count, let most):
      "a text of the table has \(count) characters; a cell of a workbook holds \(most)\n"
        + "help: take --format csv"
    case .notWritten(let path, let reason): "\(path) cannot be written: \(reason)"
    }
  }
}
