#!/usr/bin/env python3
"""Opens pages in real browsers, at the width of a desk and of a telephone, and looks for faults.

    check_pages.py [--shots DIR] [--axe] [--firefox] PAGE.html ...

A page has a fault if the browser complains about it, if it asks for anything but itself, if it is
wider than the window, if a text is cut off or lies over another one, if it runs in the wrong
direction for its language, or if a text of a drawing leaves the drawing, touches another text or is
too small to be read. Before the pages it opens one with every one of these faults, and fails if it
does not find them all: a check that sees nothing proves nothing.

With --axe a serious fault that axe-core finds, for people who cannot see the page, is one as well.
With --firefox the pages are opened in Firefox too.

Needs Debian's `chromium` and, from PyPI, `playwright`, for --axe `axe-playwright-python`, and for
--firefox `marionette-driver` and Debian's `firefox-esr`; nothing is fetched. Exit codes: 0 no fault, 1 faults, 2 the check itself failed.
"""

import argparse
import pathlib
import sys
import tempfile

from playwright.sync_api import sync_playwright

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent)]
from browsers import WIDTHS, Firefox  # noqa: E402

SMALLEST_TYPE_PX = 9.0

# Runs in the page; returns a list of faults of its drawings.
LOOK = """
(smallest) => {
  const faults = [];
  const wide = document.documentElement.scrollWidth;
  if (wide > window.innerWidth) faults.push(`wider than the window: ${wide} px`);
  const isArabic = document.documentElement.lang === "ar";
  if ((getComputedStyle(document.body).direction === "rtl") !== isArabic)
    faults.push("the wrong direction for its language");
  for (const element of document.body.querySelectorAll("*:not(caption):not(svg *)")) {
    const style = getComputedStyle(element);
    if (/hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
      faults.push(`cut off: "${element.textContent.slice(0, 60)}"`);
  }
  // Every line of every text with its box, from the top; a caption is for screen readers alone.
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; lines.length < 8000 && (node = walker.nextNode());) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest("caption, svg, script, style, noscript")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) lines.push({ node, box });
  }
  lines.sort((one, other) => one.box.top - other.box.top);
  lines.forEach(({ node, box }, place) => {
    for (let next = place + 1; next < lines.length; next += 1) {
      const other = lines[next];
      if (other.box.top > box.bottom - box.height / 3) break;
      if (other.node === node) continue;
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const along = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (across > 2 && along > Math.min(box.height, other.box.height) / 2)
        faults.push(`"${node.data.slice(0, 40)}" lies over "${other.node.data.slice(0, 40)}"`);
    }
  });
  // Firefox tells no requests of pages from a disk, so what makes them is looked for.
  const asking = "img[src], script[src], link[rel~=stylesheet], iframe, object, embed, source";
  for (const element of document.querySelectorAll(asking)) {
    const address = element.src || element.href || element.data || element.localName;
    if (!address.startsWith("data:")) faults.push(`asks for ${address}`);
  }
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

FAULTY = """<!DOCTYPE html><html lang="en" dir="rtl"><title>faults</title>
<p style="overflow: hidden; width: 3em; white-space: nowrap">A text that is cut off.</p>
<p style="margin: 0">The first.</p><p style="margin: -1.2em 0 0">The second.</p>
<img src="missing.png" alt=""><div style="width: 3000px">wide</div>
<svg viewBox="0 0 440 40" width="200"><text x="1" y="20" font-size="20">one</text>
<text x="5" y="20" font-size="20">two</text><text x="400" y="20" font-size="20">outside</text>
<text x="200" y="20" font-size="2">tiny</text></svg>
<a href="#top"></a><p style="color: #ccc">pale</p><script>throw new Error("on purpose")</script></html>"""
EXPECTED = [
    "asks for", "says", "on purpose", "wider", "leaves", "touches", "px high", "cut off",
    "lies over", "direction",
]
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


def faults_in_firefox(firefox, file, width, shots):
    """The same in Firefox."""
    firefox.complaints()
    firefox.open(file, width)
    faults = firefox.run(LOOK, SMALLEST_TYPE_PX)
    if shots:
        firefox.shot(shots / f"{file.stem}-firefox-{width}.png")
    return faults + [f"the browser says: {words}" for words in firefox.complaints()]


def unseen(found, expected):
    """Which faults were not found; nothing where all were."""
    missing = [word for word in expected if word not in found]
    if missing:
        print(f"the check does not see: {missing}; it saw:\n{found}")
    return missing


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    parser.add_argument("--shots", type=pathlib.Path, help="a folder for pictures of the pages")
    parser.add_argument(
        "--axe", action="store_true", help="ask axe-core too (PyPI: axe-playwright-python)")
    parser.add_argument(
        "--firefox", action="store_true", help="open them in Firefox too (PyPI: marionette-driver)")
    options = parser.parse_args()
    axe = None
    if options.axe:
        from axe_playwright_python.sync_playwright import Axe

        axe = Axe()
    if options.shots:
        options.shots.mkdir(parents=True, exist_ok=True)
    faults = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        faulty = pathlib.Path(folder) / "faulty.html"
        faulty.write_text(FAULTY, "utf-8")
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        found = "\n".join(faults_of(browser, faulty, 400, None, axe))
        if unseen(found, EXPECTED + EXPECTED_BY_AXE * bool(axe)):
            return 2
        for file in options.pages:
            for width in WIDTHS:
                faults += [
                    f"{file} at {width} px: {fault}"
                    for fault in faults_of(browser, file, width, options.shots, axe)]
        browser.close()
        if options.firefox:
            firefox = Firefox(None, folder)
            try:
                found = "\n".join(faults_in_firefox(firefox, faulty, 400, None))
                if unseen(found, EXPECTED):
                    return 2
                for file in options.pages:
                    for width in WIDTHS:
                        faults += [
                            f"Firefox: {file} at {width} px: {fault}"
                            for fault in faults_in_firefox(firefox, file, width, options.shots)]
            finally:
                firefox.close()
    for fault in faults:
        print(fault)
    print(f"{len(options.pages)} pages opened at {len(WIDTHS)} widths: {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
