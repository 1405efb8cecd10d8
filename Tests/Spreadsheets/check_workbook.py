"""Reads a workbook that PeerLots wrote, and compares it with the same table in CSV.

usage: check_workbook.py WORKBOOK.xlsx TABLE.csv

With openpyxl where it is installed, as a spreadsheet would; always as the parts of Office Open XML.
Every cell of the CSV must stand in the workbook, in its row; the header must be frozen, every column
have a width and the table a filter; the second sheet must name the hash of a ledger or of a file.
"""

import csv
import re
import sys
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def parts(path):
    """The sheets by name, each a list of rows of texts and numbers, and the XML of each."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None, "the archive is damaged"
        strings = []
        if "xl/sharedStrings.xml" in archive.namelist():
            root = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
            strings = ["".join(t.text or "" for t in item.iter(MAIN + "t")) for item in root]
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        names = [sheet.get("name") for sheet in book.iter(MAIN + "sheet")]
        sheets = {}
        for number, name in enumerate(names, 1):
            root = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
            assert not list(root.iter(MAIN + "f")), f"{name} has a formula"
            rows = []
            for row in root.iter(MAIN + "row"):
                cells = []
                for cell in row.iter(MAIN + "c"):
                    value = cell.find(MAIN + "v")
                    if value is None:
                        cells.append("")
                    elif cell.get("t") == "s":
                        cells.append(strings[int(value.text)])
                    else:
                        cells.append(float(value.text))
                rows.append(cells)
            sheets[name] = (rows, root)
        return sheets


def holds(cells, wanted):
    """Whether a row of the workbook holds a cell of the CSV."""
    if wanted in cells:
        return True
    try:
        return any(isinstance(c, float) and abs(c - float(wanted)) < 1e-9 for c in cells)
    except ValueError:
        return False


def check(workbook, table):
    sheets = parts(workbook)
    names = list(sheets)
    assert len(names) == 2 and names[1] == "Origin", names
    rows, root = sheets[names[0]]
    with open(table, newline="", encoding="utf-8") as file:
        expected = list(csv.reader(file))
    assert len(rows) == len(expected), f"{len(rows)} rows, not {len(expected)}"
    for cells, wanted in zip(rows[1:], expected[1:]):
        for text in wanted:
            assert not text or holds(cells, text), f"{text!r} is not in {cells}"
    pane = root.find(f".//{MAIN}pane")
    assert pane is not None and pane.get("state") == "frozen", "the header is not frozen"
    assert pane.get("topLeftCell") == "A2", pane.attrib
    assert root.find(MAIN + "autoFilter") is not None, "there is no filter"
    widths = [c for c in root.iter(MAIN + "col") if c.get("customWidth") == "1"]
    covered = sum(int(c.get("max")) - int(c.get("min")) + 1 for c in widths)
    assert covered == len(rows[0]), "a column has no width"
    facts = [cell for row in sheets["Origin"][0] for cell in row if isinstance(cell, str)]
    assert any(re.fullmatch("[0-9a-f]{64}", fact) for fact in facts), facts
    return len(rows) - 1, facts


def read_as_spreadsheet(workbook, count):
    try:
        import openpyxl
    except ImportError:
        return "without openpyxl"
    book = openpyxl.load_workbook(workbook)
    first, origin = book.worksheets
    assert first.max_row == count + 1, first.max_row
    assert first.freeze_panes == "A2" and first.auto_filter.ref.startswith("A1:")
    assert all(cell.data_type != "f" for row in first.iter_rows() for cell in row)
    assert origin["A1"].value == "What"
    return f"with openpyxl {openpyxl.__version__}"


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    count, facts = check(sys.argv[1], sys.argv[2])
    how = read_as_spreadsheet(sys.argv[1], count)
    print(f"{count} rows, {how}")
    for fact in facts[2:]:
        print(fact)
