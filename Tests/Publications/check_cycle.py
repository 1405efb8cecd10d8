#!/usr/bin/env python3
"""Publishes a cycle of 2024 with every kind of event and opens every page of it in two browsers.

    check_cycle.py PROGRAM [--folder DIR] [--every N] [--axe-every N] [--language ar zh ...]
                   [--shots DIR]

The cycle is that of eventful.py. It is published in six languages, whole and as it stood before the
fourth year, whose odds then have a page. Every page is opened in Chromium and Firefox at two widths
and looked at as check_pages.py looks; in Chromium no table may be wider than the window either, the
page is laid out for paper and printed as a PDF on A4 with something on every sheet, and axe-core
reads it. With --every N, of the pages of States, letters and blueprints every N-th is opened. What
is measured is held to: one language and one year in 3 s, six languages in 60 MB, and the same bytes
twice.

Needs what check_pages.py needs with --axe and --firefox, and from PyPI `pypdf`. It takes some two
seconds a page (3,600 pages). Exit codes: 0 no fault, 1 faults, 2 the check itself failed.
"""

import argparse
import concurrent.futures
import hashlib
import io
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import pypdf
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Browser")]
import eventful  # noqa: E402
from browsers import WIDTHS, Firefox  # noqa: E402
from check_pages import (  # noqa: E402
    EXPECTED, EXPECTED_BY_AXE, FAULTY, LOOK, SMALLEST_TYPE_PX, unseen)

LANGUAGES = ["ar", "zh", "en", "fr", "ru", "es"]
STEP = 1009  # a prime
OF_STATES = re.compile(r"(state|letters|blueprint)-")
# A4 less the margins of 12 mm, at 96 px an inch.
PAPER_PX = {"width": round((210 - 24) / 25.4 * 96), "height": round((297 - 24) / 25.4 * 96)}
A4_PT = (595, 842)
FEWEST_LETTERS = 20


# Tables that are wider than the window: they can be scrolled, but who would know.
SCROLLED = """
() => [...document.querySelectorAll(".scroll")]
  .filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => `${one.getAttribute("aria-label")}, ${one.scrollWidth - one.clientWidth} px`)
"""

# The names in a bowl look all alike, and a page of a year has some ten thousand of them: axe-core
# would take minutes.
BOWLS_IN_ONE = """
() => {
  for (const bowl of document.querySelectorAll(".bowl")) bowl.replaceChildren(bowl.textContent);
}
"""


class Chromium:
    """Chromium, with one page for all files."""

    def __init__(self, playwright):
        self.axe, self.faults, self.address = Axe(), [], None
        self.browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        self.page = self.browser.new_page()
        # A page with all odds is large, and the machine may have other work.
        self.page.set_default_timeout(600_000)
        self.page.on("console", lambda what: self.faults.append(f"the browser says: {what.text}"))
        self.page.on("pageerror", lambda what: self.faults.append(f"an error in the page: {what}"))
        self.page.on("request", lambda what: what.url == self.address
                     or what.url.startswith("data:") or self.faults.append(f"asks for {what.url}"))

    def look(self, file, shots, with_axe=True):
        """The faults of a page at both widths, on paper and for those who cannot see it."""
        self.faults, self.address = [], file.resolve().as_uri()
        found, page = self.faults, self.page
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            page.goto(self.address)
            found += [f"at {width} px: {one}" for one in page.evaluate(LOOK, SMALLEST_TYPE_PX)]
            found += [f"at {width} px: a part of the table is out of sight: {one}"
                      for one in page.evaluate(SCROLLED)]
            if shots:
                page.screenshot(path=shots / f"{shot_name(file)}-{width}.png")
        page.emulate_media(media="print")
        page.set_viewport_size(PAPER_PX)
        found += [f"on paper: {one}" for one in page.evaluate(LOOK, SMALLEST_TYPE_PX / 2)]
        found += [f"as PDF: {one}" for one in self.print(file, shots)]
        page.emulate_media(media="null")
        page.set_viewport_size({"width": width, "height": height})
        if with_axe:
            page.evaluate(BOWLS_IN_ONE)
        found += [
            f"{one['impact']}: {one['help']}: {one['nodes'][0]['html'][:120]}"
            for one in (self.axe.run(page).response["violations"] if with_axe else [])
            if one["impact"] in ("serious", "critical")]
        return found

    def print(self, file, shots):
        """What is wrong with a page's PDF."""
        bytes_of_file = self.page.pdf(prefer_css_page_size=True)
        if shots:
            (shots / f"{shot_name(file)}.pdf").write_bytes(bytes_of_file)
        sheets = pypdf.PdfReader(io.BytesIO(bytes_of_file)).pages
        for number, sheet in enumerate(sheets, 1):
            size = (round(float(sheet.mediabox.width)), round(float(sheet.mediabox.height)))
            if size != A4_PT:
                yield f"sheet {number} is {size}"
            if len(sheet.extract_text()) < FEWEST_LETTERS:
                yield f"sheet {number} of {len(sheets)} holds next to nothing"

    def close(self):
        self.browser.close()


def shot_name(file):
    """The name of a page's pictures: which publication, which language, which page."""
    return "-".join([*file.parts[-3:-1], file.stem])


def reads_axe(file, place, axe_every):
    """Whether axe-core reads a page: one of each kind, and a part of those of States."""
    return not OF_STATES.match(file.name) or place % axe_every == 0


def tell(fault):
    """Says a fault as soon as it is found: the whole takes long."""
    print(fault, flush=True)
    return fault


def in_chromium(files, shots, axe_every):
    """The faults that Chromium finds, or None where it does not see those that are there."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = Chromium(playwright)
        faulty = pathlib.Path(folder) / "faulty.html"
        faulty.write_text(FAULTY, "utf-8")
        found = "\n".join(browser.look(faulty, None))
        if unseen(found, EXPECTED + EXPECTED_BY_AXE + ["on paper: wider"]):
            return None
        faults = [
            tell(f"{file}: {one}") for place, file in enumerate(files)
            for one in browser.look(
                file, shots, reads_axe(file, place, axe_every))]
        browser.close()
        read = sum(reads_axe(file, place, axe_every) for place, file in enumerate(files))
        print(f"Chromium: {len(files)} pages at {len(WIDTHS)} widths, on paper and as PDF; "
              f"axe-core read {read}", flush=True)
        return faults


def in_firefox(files, shots):
    """The same of Firefox: all pages at one width, then at the other."""
    with tempfile.TemporaryDirectory() as folder:
        faulty = pathlib.Path(folder) / "faulty.html"
        faulty.write_text(FAULTY, "utf-8")
        firefox = Firefox(None, folder)
        try:
            faults = []
            for width in WIDTHS:
                firefox.complaints()
                firefox.open(faulty, width)
                found = firefox.run(LOOK, SMALLEST_TYPE_PX) + firefox.complaints()
                if unseen("\n".join(found), [one for one in EXPECTED if one != "says"]):
                    return None
                for file in files:
                    firefox.client.navigate(file.resolve().as_uri())
                    found = firefox.run(LOOK, SMALLEST_TYPE_PX) + firefox.complaints()
                    faults += [tell(f"{file}: Firefox at {width} px: {one}") for one in found]
                    if shots:
                        firefox.shot(shots / f"{shot_name(file)}-firefox-{width}.png")
            print(f"Firefox: {len(files)} pages at {len(WIDTHS)} widths", flush=True)
            return faults
        finally:
            firefox.close()


def publish(program, cycle, output, *options):
    """Publishes a cycle; gives the seconds that it took."""
    started = time.monotonic()
    subprocess.run(
        [program, "publish", cycle, "--output", output, "--start", "2027-01-04", *options],
        check=True, stderr=subprocess.DEVNULL)
    return time.monotonic() - started


def digest(folder):
    """A hash of all files of a folder, and their bytes together."""
    content = {str(file.relative_to(folder)): file.read_bytes()
               for file in sorted(folder.rglob("*")) if file.is_file()}
    line = "\n".join(f"{name} {hashlib.sha256(text).hexdigest()}" for name, text in content.items())
    return hashlib.sha256(line.encode()).hexdigest(), sum(map(len, content.values()))


def published(program, folder, languages):
    """Makes the cycle and its publications; gives the pages, and what measured ill."""
    middle, whole = folder / "middle", folder / "cycle"
    if not whole.exists():
        eventful.make(program, HERE.parents[1] / "Instances" / "untoc-2024-estimate.csv", folder)
    experts = ["--experts", folder / "experts.csv"]
    outputs = [folder / name for name in ("published", "again", "before", "year")]
    seconds = [
        publish(program, whole, outputs[0], *experts, "--language", *languages),
        publish(program, whole, outputs[1], *experts, "--language", *languages),
        publish(program, middle, outputs[2], *experts, "--language", *languages),
        publish(program, folder / "first", outputs[3], "--samples", "0")]
    (hash, size), (other, _) = digest(outputs[0]), digest(outputs[1])
    print(f"{len(languages)} languages: {size / 1e6:.1f} MB in {seconds[0]:.1f} s; "
          f"one language and one year: {seconds[3]:.1f} s", flush=True)
    faults = [tell(fault) for fault, is_so in (
        (f"{size / 1e6:.1f} MB, more than 60", size > 60e6),
        ("other bytes for the same ledger", hash != other),
        (f"{seconds[3]:.1f} s for one language and one year", seconds[3] > 3)) if is_so]
    pages = sorted(outputs[0].rglob("*.html")) + [
        file for file in sorted(outputs[2].rglob("*.html")) if not OF_STATES.match(file.name)]
    return pages, faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--folder", type=pathlib.Path, help="where all is made, and kept")
    parser.add_argument("--every", type=int, default=1, help="of a State's pages, every N-th")
    parser.add_argument(
        "--axe-every", type=int, default=1, help="axe-core reads every N-th of those")
    parser.add_argument("--language", nargs="+", default=LANGUAGES, choices=LANGUAGES)
    parser.add_argument("--shots", type=pathlib.Path, help="a folder for pictures and PDF")
    options = parser.parse_args()
    if options.shots:
        options.shots.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or pathlib.Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        pages, faults = published(options.program.resolve(), folder, options.language)
        single = [file for file in pages if not OF_STATES.match(file.name)]
        of_states = [file for file in pages if OF_STATES.match(file.name)]
        # A step that shares no factor with the languages' number of pages: a part is of each.
        of_states = [of_states[place * STEP % len(of_states)] for place in range(len(of_states))]
        pages = of_states[:: options.every] + single
        with concurrent.futures.ProcessPoolExecutor(2) as pool:
            looks = [
                pool.submit(in_chromium, pages, options.shots, options.axe_every),
                pool.submit(in_firefox, pages, options.shots)]
            for look in looks:
                if look.result() is None:
                    return 2
                faults += look.result()
    print(f"{len(pages)} pages in two browsers at {len(WIDTHS)} widths and on paper: "
          f"{len(faults)} faults")
    return 1 if faults or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
