extension WrongTable {
  /// All of them.
  static let all = files + headers + rows + encodings + cells + lists + signatories + slips + pairs

  /// A membership without a fault to which something is added.
  private static let head = "state,name,region,protocols,legal_systems\n"
  private static let five =
    "KEN,Kenya,AFR,TIP,common\nGHA,Ghana,AFR,TIP,common\nNGA,Nigeria,AFR,TIP,common\n"
    + "MLI,Mali,AFR,TIP,civil\nTGO,Togo,AFR,TIP,civil\n"
  private static let good = head + five

  private static let files = [
    WrongTable("an empty file", ""),
    WrongTable("a mark and nothing else", "\u{FEFF}"),
    WrongTable("line breaks alone", "\n\r\n\r\n"),
    WrongTable("separators alone", ",,,\n,,,\n"),
    WrongTable("a header alone", "state,name\n"),
    WrongTable("a header and empty rows", "state,name\n,\n , \n\n"),
    WrongTable("a workbook", bytes: zip("xl/workbook.xml")),
    WrongTable(
      "an OpenDocument spreadsheet",
      bytes: zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet")),
    WrongTable("a Numbers spreadsheet", bytes: zip("Index/Document.iwa")),
    WrongTable("a Word document", bytes: zip("word/document.xml")),
    WrongTable("another ZIP archive", bytes: zip("states.csv")),
    WrongTable(
      "an old workbook", bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0]),
    WrongTable("a compressed table", bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]),
    WrongTable("a PDF", "%PDF-1.7\n%âãÏÓ\n"),
    WrongTable("rich text", "{\\rtf1\\ansi state,name}"),
    WrongTable(
      "a web page", "<!DOCTYPE html>\n<html><table><tr><td>state</td></tr></table></html>"),
    WrongTable("a page saved as .xls", "\n  <table><tr><td>state</td></tr></table>"),
    WrongTable("an XML spreadsheet", "<?xml version=\"1.0\"?>\n<Workbook/>"),
    WrongTable("nothing but NUL bytes", bytes: Array(repeating: 0, count: 600)),
    WrongTable(
      "a picture", bytes: [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48]),
  ]

  private static func zip(_ name: String) -> [UInt8] {
    [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0] + Array(name.utf8) + [0, 0xFF, 0xC3]
  }

  private static let headers = [
    WrongTable("no header", five),
    WrongTable("a title above the header", "Parties to the Convention\n\n" + good),
    WrongTable("other names of columns", "country,iso3\nKenya,KEN\n"),
    WrongTable("a line that names no separator", "sep=|\n" + good),
    WrongTable("a line that names another separator", "sep=;\n" + good),
    WrongTable("a column twice", "state,name,name\nKEN,Kenya,Kenya\n"),
    WrongTable("a column twice in other letters", "state,Name,NAME\nKEN,Kenya,Kenya\n"),
    WrongTable("text in a column without a name", "state,,name\nKEN,x,Kenya\nGHA,y,Ghana\n"),
    WrongTable("an unknown column", head.replacing("name", with: "notes") + five),
    WrongTable(
      "unknown columns",
      "state,a,b,c,d,e,f,g,h\n" + ["KEN", "GHA"].map { "\($0),,,,,,,,\n" }.joined()),
    WrongTable(
      "thirty columns without state", (1...30).map { "c\($0)" }.joined(separator: ";") + "\n"),
  ]

  private static let rows = [
    WrongTable("a missing field", good + "BEN,Benin,AFR\n"),
    WrongTable("a surplus field", good + "COD,Congo, Dem. Rep.,AFR,,civil\n"),
    WrongTable("surplus fields of many lines", head + five.replacing("\n", with: ",x\n")),
    WrongTable("a quotation mark never closed", head + "KEN,\"Kenya,AFR,TIP,common\n" + five),
    WrongTable("text after a quotation mark", head + "CIV,\"Cote\" d'Ivoire,AFR,,civil\n"),
    WrongTable("a quotation mark in the middle", head + "CIV,Cote \"d'Ivoire\",AFR,,civil\n"),
    WrongTable("a blank before a quotation mark", head + "COD, \"Congo, Dem. Rep.\",AFR,,civil\n"),
    WrongTable("the same code twice", good + "KEN,Kenia,AFR,TIP,common\n"),
    WrongTable("the whole table twice", head + five + five),
    WrongTable("sixty faults", "state\n" + (1...60).map { "?\($0)\n" }.joined()),
    WrongTable("a fault of a thousand lines", "state\n" + String(repeating: "?\n", count: 1000)),
  ]

  private static let encodings = [
    WrongTable("Latin-1", bytes: latin(head + "CIV,C\u{F4}te d'Ivoire,AFR,,civil\n")),
    WrongTable(
      "Latin-1 in two lines", bytes: latin(head + "CIV,C\u{F4}te,AFR,,\nTUR,T\u{FC}rkiye,W,,\n")),
    WrongTable(
      "a curly apostrophe of Windows",
      bytes: Array((head + "CIV,Cote d").utf8) + [0x92]
        + Array("Ivoire,AFR,,civil\n".utf8)),
    WrongTable(
      "UTF-8 with one broken byte",
      bytes: Array((head + "TUR,Türkiye,W,,\nCIV,C").utf8) + [0xF4]
        + Array("te,AFR,,civil\n".utf8)),
    WrongTable("UTF-16", bytes: [0xFF, 0xFE] + good.utf16.flatMap { [UInt8($0), 0] }),
    WrongTable(
      "UTF-16, the other way", bytes: [0xFE, 0xFF] + good.utf16.flatMap { [0, UInt8($0)] }),
    WrongTable("UTF-16 without its mark", bytes: good.utf16.flatMap { [UInt8($0), 0] }),
    WrongTable("UTF-32", bytes: [0xFF, 0xFE, 0, 0, 0x73, 0, 0, 0]),
  ]

  private static func latin(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8($0.value) }
  }

  private static let cells = [
    WrongTable("no code", head + ",Kenya,AFR,,\n" + five),
    WrongTable("a name for a code", "state,region\nUnited Kingdom,WEOG\n"),
    WrongTable("an accent in a code", "state\nCÔT\n"),
    WrongTable("a code that begins with a hyphen", "state\n-A\n"),
    WrongTable("a code that steers a terminal", "state\n\u{1B}[2J\n"),
    WrongTable("a name that steers a terminal", head + "KEN,\u{1B}[2JKenya,AFR,,\n"),
    WrongTable("a group that steers a terminal", head + "KEN,Kenya,\"G\u{1B}[2K\u{1B}[1A\",,\n"),
    WrongTable("a name written from right to left", head + "KEN,Ken\u{202E}ay,AFR,,\n"),
    WrongTable(
      "a mark of direction in a group", head + "KEN,Kenya,AFR\u{200F},,\nGHA,Ghana,AFR,,\n"),
    WrongTable("a line break in a name", head + "COD,\"Congo\n(Dem. Rep.)\",AFR,,\n"),
    WrongTable("a tab in a group", head + "KEN,Kenya,AF\tR,,\n"),
    WrongTable("a NUL in a name", head + "KEN,Ken\u{0}ya,AFR,,\n"),
    WrongTable("another status", "state,status\nKEN,party\nGHA,observer\n"),
    WrongTable("a truth for an answer", "state,reviewed,reviewer\nKEN,true,1\n"),
    WrongTable("nobody to be reviewed", "state,reviewed\nKEN,no\nGHA,No\n"),
    WrongTable(
      "all that is wrong at once", "state,status,protocols\nKEN,x,\"TIP,SOM\"\nKEN,party,\n-B,,\n"),
  ]

  private static let lists = [
    WrongTable(
      "Protocols with commas", head + "KEN,Kenya,AFR,\"TIP,SOM\",common\n" + five.dropFirst(25)),
    WrongTable("Protocols with commas and blanks", head + "KEN,Kenya,AFR,\"TIP, SOM\",common\n"),
    WrongTable("Protocols with semicolons", head + "KEN,Kenya,AFR,TIP;SOM,common\n"),
    WrongTable("legal systems with a stroke", head + "KEN,Kenya,AFR,TIP,common/civil\n"),
    WrongTable("a Protocol in brackets", head + "KEN,Kenya,AFR,(TIP),common\n"),
    WrongTable("a no-break space between codes", head + "KEN,Kenya,AFR,TIP\u{A0}SOM,common\n"),
    WrongTable(
      "a legal system in two words", "state,legal_systems\nKEN,common law\nGHA,common law\n"),
    WrongTable("an accent in a Protocol", head + "KEN,Kenya,AFR,TÎP,common\n"),
    WrongTable(
      "a plus sign for a Protocol", head + "KEN,Kenya,AFR,+,common\nGHA,Ghana,AFR,+,common\n"),
  ]

  private static let signatories = [
    WrongTable(
      "a signatory in capitals that claims to review",
      "State,Region,Status,Reviewer,protocols,legal_systems\nKEN,AFR,PARTY,Yes,,\nGHA,AFR,Party,YES,,\n"
        + "NGA,AFR,party,,,\nMLI,AFR,,,,\nTGO,AFR,SIGNATORY,maybe,\"TIP,SOM\",\n"),
    WrongTable(
      "semicolons, capitals and blanks",
      "\u{FEFF}sep=;\r\nState ; Region;protocols;legal_systems\r\n KEN;AFR\u{A0};;\r\n;;;\r\nGHA; AFR;;\r\n"
        + "NGA;AFR\t;;\r\nMLI;AFR;;\r\nTGO;AFR;;\r\n"),
    WrongTable(
      "tabs, and lines that end in a carriage return",
      "state\tregion\tprotocols\tlegal_systems\rKEN\tAFR\t\t\rGHA\tAFR\t\t\r\rNGA\tAFR\t\t\rMLI\tAFR\t\t\r"
        + "TGO\tAFR\t\t\r"),
  ]
}
