import Reports

extension PageWriter {
  /// The look of all pages. It stands in each of them, some 3,500 of a cycle in six languages, so
  /// it is as short as it can be.
  static let style = PageStyle.report.adding(screen + narrow + paper).compact

  private static let paper = "@media print { nav { display: none; } }\n"

  /// On a telephone, a table with long texts has them below the rest of their row, not beside it.
  private static let narrow =
    "@media screen and (max-width: 44rem) {\n"
    + "  .scroll table { font-size: .8rem; }\n"
    + "  .scroll th, .scroll td { padding: .2rem; }\n"
    + "  tbody th:not(.number) { min-width: 4.5rem; }\n"
    + "  td:not(.number) { min-width: 4rem; }\n"
    + "  th, td { hyphens: auto; }\n"
    + "  .stack, .stack thead, .stack tbody { display: block; }\n"
    + "  .stack tr { display: flex; flex-wrap: wrap; border-bottom: 1px solid #ccc; }\n"
    + "  .stack tbody tr > *, .stack thead tr > * { flex: 1 1 20%; min-width: 0; border: 0; }\n"
    + "  .stack tbody tr > .broad, .stack thead tr > .broad { flex-basis: 45%; }\n"
    + "  .bowl { min-width: 0; }\n"
    + "}\n"

  private static let screen = """
    nav ul { display: flex; flex-wrap: wrap; gap: .1rem 1rem; list-style: none; margin: 0 0 .4rem;
      padding: 0; font-size: .875rem; }
    nav li { max-width: none; }
    caption { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); }
    th, td { text-align: start; }
    tbody th:not(.number) { min-width: 8.5rem; }
    tbody th.number { white-space: nowrap; }
    thead th:lang(zh) { min-width: 3.2em; }
    h1, h2, h3, td, tbody th, p, li { overflow-wrap: anywhere; }
    dl { grid-template-columns: fit-content(50%) 1fr; }
    ol, ul { padding-inline-start: 1.4rem; }
    q:lang(fr) { quotes: "«\\A0" "\\A0»"; }
    figure { max-width: 44rem; }
    .index { columns: 14rem; list-style: none; padding: 0; font-size: .875rem; }
    .small, .bowl { color: #444; font-size: .8rem; }
    .bowl { display: inline-block; min-width: 15rem; }
    .qr { width: 12rem; max-width: 100%; height: auto; display: block; background: #fff; }

    """
}
