#!/usr/bin/env python3
"""Opens pages in a real browser, at the width of a desk and of a telephone, and looks for faults.

    check_pages.py [--shots DIR] [--axe] PAGE.html ...

A page has a fault if the browser complains about it, if it asks for anything but itself, if it is
wider than the window, or if a text of a drawing leaves the drawing, touches another text or is too
small to be read. Before the pages it opens one with every one of these faults, and fails if it does
not find them all: a check that sees nothing proves nothing.

With --axe a serious fault that axe-core finds, for people who cannot see the page, is one as well.

Needs Debian's `chromium` and, from PyPI, `playwright` and for --axe `axe-playwright-python`; nothing
is fetched. Exit codes: 0 no fault, 1 faults, 2 the check itself failed.
"""

import argparse
import pathlib
import sys
import tempfile

from playwright.sync_api import sync_playwright

WIDTHS = {1280: 900, 400: 800}
SMALLEST_TYPE_PX = 9.0

# Runs in the page; returns a list of faults of its drawings.
LOOK = """
(smallest) => {
  const faults = [];
  const wide = document.documentElement.scrollWidth;
  if (wide > window.innerWidth) faults.push(`wider than the window: ${wide} px`);
  // A QR code is read by cameras: Tests/Publications looks at it.
  for (const drawing of document.querySelectorAll("svg:not(.qr)")) {
    const name = drawing.closest("figure")?.id || "a drawing";
    const frame = drawing.getBoundingClientRect();
    const texts = [...drawing.querySelectorAll("text")].map((text) => ({
      words: [...text.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data).join(""),
      box: text.getBoundingClientRect(),
      size: parseFloat(getComputedStyle(text).fontSize) * frame.width / drawing.viewBox.baseVal.width,
    }));
    if (texts.length === 0) faults.push(`${name}: no text at all`);
    texts.forEach(({ words, box, size }, place) => {
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1
          || box.bottom > frame.bottom + 1)
        faults.push(`${name}: "${words}" leaves the drawing`);
      if (size < smallest) faults.push(`${name}: "${words}" is ${size.toFixed(1)} px high`);
      for (const other of texts.slice(place + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        // A line's box is higher than its letters; a third of it may be shared.
        const along = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 1 && along > box.height / 3)
          faults.push(`${name}: "${words}" touches "${other.words}"`);
      }
    });
  }
  return faults;
}
"""

FAULTY = """<!DOCTYPE html><html lang="en"><title>faults</title>
<img src="missing.png" alt=""><div style="width: 3000px">wide</div>
<svg viewBox="0 0 440 40" width="200"><text x="1" y="20" font-size="20">one</text>
<text x="5" y="20" font-size="20">two</text><text x="400" y="20" font-size="20">outside</text>
<text x="200" y="20" font-size="2">tiny</text></svg>
<a href="#top"></a><p style="color: #ccc">pale</p><script>throw new Error("on purpose")</script></html>"""
EXPECTED = ["asks for", "says", "on purpose", "wider", "leaves", "touches", "px high"]
EXPECTED_BY_AXE = ["contrast", "discernible text"]


def faults_of(browser, file, width, shots, axe=None):
    """The faults of a page in a window of this width, each a line."""
    address = file.resolve().as_uri()
    page = browser.new_page(viewport={"width": width, "height": WIDTHS[width]})
    faults = []
    page.on("console", lambda message: faults.append(f"the browser says: {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"an error in the page: {error}"))
    page.on("requestfailed", lambda request: faults.append(f"not loaded: {request.url}"))
    page.on(
        "request",
        lambda request: request.url == address
        or request.url.startswith("data:")
        or faults.append(f"asks for {request.url}"),
    )
    page.goto(address, wait_until="load")
    page.wait_for_timeout(50)
    faults += page.evaluate(LOOK, SMALLEST_TYPE_PX)
    if axe:
        faults += [
            f"{found['impact']}: {found['help']}: {found['nodes'][0]['html'][:120]}"
            for found in axe.run(page).response["violations"]
            if found["impact"] in ("serious", "critical")
        ]
    if shots:
        page.screenshot(path=shots / f"{file.stem}-{width}.png", full_page=True)
        if width == 1280:
            page.pdf(path=shots / f"{file.stem}.pdf", prefer_css_page_size=True)
    page.close()
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    parser.add_argument("--shots", type=pathlib.Path, help="a folder for pictures of the pages")
    parser.add_argument(
        "--axe", action="store_true", help="ask axe-core too (PyPI: axe-playwright-python)")
    options = parser.parse_args()
    axe = None
    if options.axe:
        from axe_playwright_python.sync_playwright import Axe

        axe = Axe()
    if options.shots:
        options.shots.mkdir(parents=True, exist_ok=True)
    count = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        with tempfile.TemporaryDirectory() as folder:
            faulty = pathlib.Path(folder) / "faulty.html"
            faulty.write_text(FAULTY, "utf-8")
            found = "\n".join(faults_of(browser, faulty, 400, None, axe))
        unseen = [word for word in EXPECTED + EXPECTED_BY_AXE * bool(axe) if word not in found]
        if unseen:
            print(f"the check does not see: {unseen}; it saw:\n{found}")
            return 2
        for file in options.pages:
            for width in WIDTHS:
                for fault in faults_of(browser, file, width, options.shots, axe):
                    print(f"{file} at {width} px: {fault}")
                    count += 1
        browser.close()
    print(f"{len(options.pages)} pages opened at {len(WIDTHS)} widths: {count} faults")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
