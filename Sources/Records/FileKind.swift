/// What a file is that should have been a table in UTF-8, told by its bytes.
public enum FileKind: Hashable, Sendable {
  /// A workbook of Excel, `.xlsx`.
  case workbook
  /// A workbook of Excel before 2007, `.xls`, or any with a password.
  case oldWorkbook
  /// A spreadsheet of LibreOffice, `.ods`.
  case openDocument
  /// A spreadsheet of Numbers.
  case numbers
  /// A document of Word, `.docx`.
  case wordDocument
  /// Another ZIP archive.
  case archive
  /// A file packed with gzip.
  case compressed
  /// A PDF.
  case pdf
  /// Rich text, `.rtf`.
  case richText
  /// A web page.
  case webPage
  /// XML.
  case xml
  /// A text in UTF-16.
  case utf16
  /// A text in UTF-32.
  case utf32
  /// No text at all.
  case binary

  /// Tells the kind of a file; nil where it may be a table.
  ///
  /// - Complexity: Linear in the bytes for a ZIP archive, otherwise constant.
  static func of(_ bytes: [UInt8]) -> FileKind? {
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) {
      return ofArchive(bytes)
    }
    for (start, kind) in starts where bytes.starts(with: start) { return kind }
    return ofText(bytes) ?? (isBinary(bytes.prefix(sampleInBytes)) ? .binary : nil)
  }

  private static let sampleInBytes = 512

  /// The first bytes of each kind; those of UTF-32 stand before UTF-16, whose mark they begin with.
  private static let starts: [([UInt8], FileKind)] = [
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldWorkbook),
    ([0x1F, 0x8B], .compressed),
    (Array("%PDF-".utf8), .pdf),
    (Array("{\\rtf".utf8), .richText),
    ([0xFF, 0xFE, 0, 0], .utf32), ([0, 0, 0xFE, 0xFF], .utf32),
    ([0xFF, 0xFE], .utf16), ([0xFE, 0xFF], .utf16),
  ]

  /// The kind of a ZIP archive, by the names in it.
  private static func ofArchive(_ bytes: [UInt8]) -> FileKind {
    let names: [(String, FileKind)] = [
      ("mimetypeapplication/vnd.oasis.opendocument", .openDocument), ("xl/work", .workbook),
      ("word/document", .wordDocument), ("Index/Document.iwa", .numbers),
    ]
    // Names stand in the archive as they are, also where what they name is compressed.
    for (name, kind) in names where bytes.contains(Array(name.utf8)) { return kind }
    return .archive
  }

  /// The kind of a text that is no table, or a text of another encoding without its mark.
  private static func ofText(_ bytes: [UInt8]) -> FileKind? {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let start = bytes.dropFirst(mark).prefix(sampleInBytes)
      .drop { $0 == UInt8(ascii: " ") || (9...13).contains($0) }
    let small = String(decoding: start.prefix(14), as: UTF8.self).lowercased()
    if small.hasPrefix("<?xml") { return .xml }
    let pages = ["<html", "<!doctype html", "<table", "<head", "<meta"]
    if pages.contains(where: { small.hasPrefix($0) }) { return .webPage }
    // Latin letters in UTF-16 have a NUL in every other byte.
    let sample = bytes.prefix(64)
    let nuls = sample.indices.filter { sample[$0] == 0 }
    let odd = nuls.count { $0 % 2 == 1 }
    return sample.count >= 4 && nuls.count > sample.count / 3 && (odd == 0 || odd == nuls.count)
      ? .utf16 : nil
  }

  /// Whether more than a twentieth of the bytes are control characters that no text has.
  private static func isBinary(_ sample: ArraySlice<UInt8>) -> Bool {
    let controls = sample.count { $0 < 32 && !(9...13).contains($0) && $0 != 27 }
    // One or two may stand in a text that somebody tampered with; the reader shows them.
    return controls > 2 && controls * 20 > sample.count
  }
}

extension [UInt8] {
  /// Whether some bytes stand anywhere in these.
  fileprivate func contains(_ part: [UInt8]) -> Bool {
    guard let first = part.first, count >= part.count else { return false }
    var position = 0
    while let found = self[position...].firstIndex(of: first), found + part.count <= count {
      if self[found..<found + part.count].elementsEqual(part) { return true }
      position = found + 1
    }
    return false
  }
}

extension FileKind: CustomStringConvertible {
  /// What the file is, as a sentence without its full stop.
  public var description: String {
    switch self {
    case .workbook: "this is an Excel workbook (.xlsx), not a table in CSV"
    case .oldWorkbook:
      "this is an Excel workbook of the old kind (.xls) or one with a password, not a table in CSV"
    case .openDocument: "this is an OpenDocument spreadsheet (.ods), not a table in CSV"
    case .numbers: "this is a Numbers spreadsheet, not a table in CSV"
    case .wordDocument: "this is a Word document (.docx), not a table in CSV"
    case .archive: "this is a ZIP archive, not a table in CSV"
    case .compressed: "the file is compressed (gzip), not a table in CSV"
    case .pdf: "this is a PDF, not a table in CSV"
    case .richText: "this is rich text (.rtf), not a table in CSV"
    case .webPage: "this is a web page (HTML), not a table in CSV"
    case .xml: "this is XML, not a table in CSV"
    case .utf16: "the file is UTF-16, not UTF-8"
    case .utf32: "the file is UTF-32, not UTF-8"
    case .binary: "this is not a text, so not a table in CSV"
    }
  }

  /// What can be done about it.
  var help: String {
    switch self {
    case .workbook, .oldWorkbook, .openDocument, .numbers, .webPage, .xml:
      "open it and save it as CSV in UTF-8: \(Self.saving)"
    case .wordDocument, .pdf, .richText:
      "put the table into a spreadsheet and save it as CSV in UTF-8: \(Self.saving)"
    case .archive, .compressed: "unpack it and give the table in it"
    case .utf16, .utf32: "open it and save it as UTF-8: \(Self.saving)"
    case .binary: "give the table, saved as CSV in UTF-8: \(Self.saving)"
    }
  }

  /// How the usual programs save a table as the reader takes it.
  static let saving =
    "in Excel, Save As with the type \"CSV UTF-8 (Comma delimited)\"; in LibreOffice, Save As with "
    + "the type \"Text CSV\" and the character set \"Unicode (UTF-8)\""
}
