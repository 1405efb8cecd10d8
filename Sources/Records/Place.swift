/// Where a fault or a warning is: a file, a line of it, and a column or key of that line.
public struct Place: Hashable, Sendable {
  /// The column of a table, or the key of a rulebook.
  public enum Field: Hashable, Sendable {
    /// A column by its name, for instance `status`.
    case column(String)
    /// A key by its path, for instance `reviewers.per_review`.
    case key(String)
  }

  /// The file, as the user named it.
  public let file: String
  /// The line, from 1; nil where it is about the file as a whole.
  public let line: Int?
  /// The column or key; nil where it is about the line as a whole.
  public let field: Field?

  /// Makes a place.
  public init(file: String, line: Int? = nil, field: Field? = nil) {
    self.file = file
    self.line = line
    self.field = field
  }
}

extension Place: CustomStringConvertible {
  /// The place as it stands at the beginning of a message: ``FILE:LINE: column `status` ``.
  public var description: String {
    var text = Quotation.escaped(file)
    if let line { text += ":\(line)" }
    switch field {
    case .column(let name): text += ": column `\(name)`"
    case .key(let path): text += ": key `\(path)`"
    case nil: break
    }
    return text
  }
}
