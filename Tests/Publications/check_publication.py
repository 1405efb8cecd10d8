#!/usr/bin/env python3
"""Reads what `peerlots publish` wrote with libraries that did not write it.

    check_publication.py FOLDER TABLE.csv HASH

Every calendar is read by `icalendar`, every QR code by ZXing, every letters.csv by Python's own
reader, every document of word processors for its direction and dates; and TABLE.csv, which
`peerlots table --format csv` prints, is compared with the page of each State in each language.
Needs, from PyPI: icalendar, zxing-cpp, pillow. Exit codes: 0 all is well, 1 it is not.
"""

import collections
import csv
import pathlib
import re
import sys
import zipfile

import icalendar
import zxingcpp
from PIL import Image, ImageDraw

SCALE = 6


def qr_text(page):
    """The text of the QR code on a page, drawn from the picture's path."""
    picture = re.search(r'class="qr" viewBox="0 0 (\d+) \d+".*?<path d="([^"]*)"', page, re.DOTALL)
    side = int(picture[1])
    image = Image.new("L", (side * SCALE, side * SCALE), 255)
    draw = ImageDraw.Draw(image)
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", picture[2]):
        left, top = int(x) * SCALE, int(y) * SCALE
        draw.rectangle([left, top, left + int(width) * SCALE - 1, top + SCALE - 1], fill=0)
    return [code.text for code in zxingcpp.read_barcodes(image)]


def reviews(path):
    """The reviewers of each State under review, and its year, from the table of the command."""
    found = {}
    for row in csv.DictReader(path.open(encoding="utf-8")):
        reviewers = [v for k, v in row.items() if k not in ("year", "under_review") and v]
        found[row["under_review"]] = (row["year"], set(reviewers))
    return found


def faults_of(folder, table, head):
    """What is wrong in the folder of one language, a line each."""
    for state, (year, reviewers) in table.items():
        page = (folder / f"state-{state}.html").read_text("utf-8")
        own = page.split("<h2>")[2 - 1]
        linked = set(re.findall(r'href="state-([^"]*)\.html"', own))
        if linked != reviewers:
            yield f"{folder.name} {state}: reviewed by {sorted(reviewers)}, the page has {linked}"
        if f'href="year-{year}.html"' not in own:
            yield f"{folder.name} {state}: its page does not lead to year {year}"
    if qr_text((folder / "check.html").read_text("utf-8")) != [head]:
        yield f"{folder.name}: the QR code does not hold {head}"
    letters = list(csv.DictReader((folder / "letters.csv").open(encoding="utf-8")))
    wanted = collections.Counter(
        (r, s) for s, (_, reviewers) in table.items() for r in [s, *reviewers] if reviewers)
    if collections.Counter((x["recipient"], x["under_review"]) for x in letters) != wanted:
        yield f"{folder.name}: the letters are not those of the table"
    events = collections.Counter()
    for path in sorted(folder.glob("*.ics")):
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        for event in calendar.walk("VEVENT"):
            is_moved = "notification" not in event["UID"]
            if event.errors or is_moved and event.decoded("DTSTART").weekday() > 4:
                yield f"{path}: {event['UID']} {event.errors}"
            events[path.name] += 1
    steps = len([k for k in letters[0] if k not in (
        "recipient", "recipient_name", "role", "under_review", "under_review_name", "year",
        "reviewers", "reviewer_names", "reviews_so_far", "experts")])
    for path in sorted([*folder.glob("*.docx"), *folder.glob("*.odt")]):
        archive = zipfile.ZipFile(path)
        if {entry.date_time[:3] for entry in archive.infolist()} != {(1980, 1, 1)}:
            yield f"{path}: its parts are dated"
        if path.suffix == ".docx":
            is_right_to_left = b"<w:bidi" in archive.read("word/document.xml")
            if is_right_to_left != (folder.name == "ar"):
                yield f"{path}: the wrong direction for its language"
    if events["secretariat.ics"] != steps * len(table):
        yield f"{folder.name}: {events['secretariat.ics']} days for {len(table)} reviews"


def main():
    """Checks every language's folder."""
    folder, table, head = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    table = reviews(table)
    languages = sorted(path.parent for path in folder.glob("??/index.html"))
    faults = [fault for language in languages for fault in faults_of(language, table, head)]
    print("\n".join(faults + [
        f"{len(table)} reviews in {len(languages)} languages: {len(faults)} faults"]))
    return 1 if faults or not languages or not table else 0


if __name__ == "__main__":
    sys.exit(main())
