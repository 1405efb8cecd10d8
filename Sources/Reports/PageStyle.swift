/// How a page looks on a screen and on paper: dark on light, so that nothing is lost in print.
public struct PageStyle: Hashable, Sendable {
  /// The style rules (CSS).
  public var rules: String

  /// These rules and nothing else.
  public init(rules: String) { self.rules = rules }

  /// The same with further rules at the end, which go before those that stand there already.
  public func adding(_ more: String) -> PageStyle { PageStyle(rules: rules + more) }

  /// The same rules without what only their reader needs: line ends, indentation, and the blanks
  /// beside braces, colons, semicolons and commas. No rule may have such a mark in quotation marks.
  public var compact: PageStyle {
    var text = rules.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for mark in ["{", "}", ";", ","] {
      text = text.replacing(" \(mark)", with: mark).replacing("\(mark) ", with: mark)
    }
    // A blank before a colon parts a selector from a pseudo-class.
    return PageStyle(rules: text.replacing(": ", with: ":").replacing(";}", with: "}"))
  }

  /// Text, tables and figures, from a telephone's width to a sheet of A4.
  public static let report = PageStyle(rules: basis + tables + figures + paper)

  /// A list of many short entries in small type, for paper: entries stand in columns (an element
  /// of the class `columns`, each entry an element of the class `entry`), and no entry is torn
  /// apart by the end of a column or of a page.
  ///
  /// - Parameters:
  ///   - size: The size of the entries' type in points, for instance 6 or 7.
  ///   - columns: How many columns stand on a sheet of A4; a screen shows as many as have room.
  public static func columns(size: Int, columns: Int) -> PageStyle {
    let entries = """
      .columns { columns: 11rem; column-gap: 1rem; column-rule: 1px solid #ccc; }
      .entry { break-inside: avoid; margin: 0 0 .35em; font-size: .8rem; line-height: 1.25; }
      .entry p { margin: 0; }

      """
    return report.adding(
      entries + "@media print {\n"
        + "  .columns { columns: \(columns); column-gap: 4mm; }\n"
        + "  .entry { font-size: \(size)pt; }\n"
        + "}\n")
  }

  private static let basis = """
    :root { color-scheme: light; }
    * { box-sizing: border-box; }
    html { font: 100%/1.45 "Helvetica Neue", Helvetica, Arial, "DejaVu Sans", sans-serif;
      color: #1a1a1a; background: #fff; -webkit-text-size-adjust: 100%; }
    body { margin: 0; }
    main { max-width: 78rem; margin: 0 auto; padding: 1rem; }
    h1 { font-size: 1.6rem; line-height: 1.2; margin: .2rem 0 .6rem; }
    h2 { font-size: 1.2rem; line-height: 1.25; margin: 1.8rem 0 .4rem; padding-top: .5rem;
      border-top: 1px solid #999; }
    h3 { font-size: 1rem; margin: 1rem 0 .3rem; }
    p, li, dd { max-width: 46rem; }
    p { margin: .4rem 0; }
    dl { margin: .6rem 0; display: grid; grid-template-columns: max-content 1fr;
      gap: .15rem 1rem; }
    dt { font-weight: bold; }
    dd { margin: 0; overflow-wrap: anywhere; }
    a { color: #004a80; }
    code { font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .9em;
      overflow-wrap: anywhere; }
    .note { color: #444; font-size: .875rem; }

    """

  private static let tables = """
    .scroll { overflow-x: auto; max-width: 100%; }
    table { border-collapse: collapse; font-size: .875rem; margin: .6rem 0;
      font-variant-numeric: tabular-nums; }
    caption { text-align: left; font-weight: bold; padding: .2rem 0; }
    th, td { padding: .2rem .55rem; border-bottom: 1px solid #ccc; text-align: left;
      vertical-align: top; }
    thead th { border-bottom: 2px solid #444; vertical-align: bottom; }
    th.number, td.number { text-align: right; }
    td.number { white-space: nowrap; }
    td:not(.number) { min-width: 7rem; }
    tbody th { font-weight: normal; }

    """

  private static let figures = """
    .figures { display: grid; gap: 1.2rem 1.6rem; align-items: start;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 27rem), 1fr)); }
    figure { margin: 0; max-width: 34rem; break-inside: avoid; }
    figure svg { display: block; width: 100%; height: auto; }
    figcaption { font-size: .875rem; color: #333; margin-top: .2rem; }

    """

  // One line for each, because what stands in quotation marks is text to the test of imports.
  private static let paper =
    "@page { size: A4; margin: 12mm; }\n"
    + "@media print {\n"
    + "  html { font-size: 9pt; }\n"
    + "  main { max-width: none; padding: 0; }\n"
    + "  .figures { grid-template-columns: 1fr 1fr; gap: 4mm 6mm; }\n"
    + "  .scroll { overflow: visible; }\n"
    + "  table { font-size: 7.5pt; }\n"
    + "  thead { display: table-header-group; }\n"
    + "  tr { break-inside: avoid; }\n"
    + "  h2, h3 { break-after: avoid; }\n"
    + "  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }\n"
    + "}\n"
}
