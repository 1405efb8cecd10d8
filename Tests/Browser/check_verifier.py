#!/usr/bin/env python3
"""Tries a page of `peerlots prove --page` in Chromium and in Firefox.

    check_verifier.py [--forgeries N] [--shots DIR] [--seconds S] PAGE.html ...

Each page must say that its ledger is right and proven, within S seconds. Then, in the first page:
every ledger beside the independent verifier is right and proven, files that are chosen are checked
in place of those that the page holds, and of N forged ledgers none is accepted with any of the
proofs that a forger could make.

Needs Debian's `chromium` and `firefox-esr` and, from PyPI, `playwright` and `marionette-driver`;
nothing is fetched. Exit codes: 0 no fault, 1 faults.
"""

import argparse
import base64
import pathlib
import sys
import tempfile
import time

from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).resolve().parent
VERIFIER = HERE.parent / "IndependentVerifier"
sys.path[:0] = [str(HERE), str(VERIFIER)]
from browsers import WIDTHS, Chromium, Firefox  # noqa: E402
import forge  # noqa: E402

# Lots of supplementary reviewers have no proofs.
NAMES = sorted({file.stem for file in (VERIFIER / "ledgers").glob("*.jsonl")}
               - {"supplement", "supplement-drawn", "supplement-uniform"})
VERDICT = """([ledger, proofs]) => {
  const bytes = (text) => text && Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return verdictOf(bytes(ledger), bytes(proofs));
}"""
STATE = """() => ({
  words: document.querySelector(".verdict").innerText,
  waiting: document.querySelector(".verdict").classList.contains("waiting"),
  text: document.querySelector("main").innerText,
  wide: document.documentElement.scrollWidth - window.innerWidth,
})"""
# Chooses files as a person would, without a dialogue.
CHOOSE = """(files) => {
  const chosen = new DataTransfer();
  for (const [name, text] of files)
    chosen.items.add(new File([Uint8Array.from(atob(text), (one) => one.charCodeAt(0))], name));
  const input = document.getElementById("files");
  input.files = chosen.files;
  input.dispatchEvent(new Event("change"));
}"""
TYPE_HEAD = """(hash) => {
  const input = document.getElementById("head");
  input.value = hash;
  input.dispatchEvent(new Event("input"));
  return document.querySelector(".answer").innerText;
}"""


def settled(browser, seconds):
    """What the page says once it has checked, and how long that took."""
    begun = time.monotonic()
    while (state := browser.run(STATE))["waiting"]:
        if time.monotonic() - begun > seconds:
            break
        time.sleep(0.05)
    return state, time.monotonic() - begun


def text_of(data):
    return data and base64.b64encode(data).decode()


def look(browser, name, pages, options):
    """Faults of the pages in a browser."""
    for file in pages:
        for width in WIDTHS:
            browser.open(file, width)
            state, seconds = settled(browser, options.seconds)
            print(f"{name}, {width} px: {file.name}: {state['words']!r} after {seconds:.1f} s")
            if state["words"].split() != ["RIGHT", "AND", "PROVEN"]:
                yield f"{file}: it says {state['words']!r}: {state['text'][:400]}"
            if state["wide"] > 0:
                yield f"{file}: wider than the window by {state['wide']} px"
            if options.shots:
                browser.shot(options.shots / f"{file.stem}-{name}-{width}.png")
    yield from (f"the browser says: {words}" for words in browser.said)


def choose(browser, seconds):
    """Faults where files are chosen in place of those that the page holds."""
    ledger, proofs = ((VERIFIER / folder / "ten.jsonl").read_bytes()
                      for folder in ("ledgers", "proven"))
    lines = ledger.splitlines(keepends=True)
    moved = b"".join([*lines[:20], lines[21], lines[20], *lines[22:]])
    evil = forge.read("ledgers", "ten")
    evil[0]["rulebook"]["name"] = "<img src=x onerror=\"document.title='evil'\">"
    evil = forge.written(evil)[0]
    for what, files, words in (
            ("a ledger and proofs", [("p", proofs), ("l", ledger)], "RIGHT AND PROVEN"),
            ("a ledger alone", [("l", ledger)], "RIGHT BUT WITHOUT PROOFS"),
            ("two lines exchanged", [("l", moved), ("p", proofs)], "WRONG"),
            ("a torn ledger", [("l", ledger[:-1])], "WRONG"),
            ("no ledger", [("l", b"\x00\xff")], "WRONG"),
            ("a beginning", [("l", b"".join(lines[:20]))],
             "RIGHT, AS FAR AS IT GOES BUT WITHOUT PROOFS"),
            ("other proofs", [("l", evil), ("p", proofs)], "RIGHT BUT NOT ALL PROVEN")):
        browser.run(CHOOSE, [[name, text_of(data)] for name, data in files])
        time.sleep(0.2)
        state, _ = settled(browser, seconds)
        if " ".join(state["words"].split()) != words:
            yield f"{what}: the page says {state['words']!r}, not {words!r}"
        if what == "two lines exchanged" and "Line 21:" not in state["text"]:
            yield f"{what}: the page does not name line 21"
        if what == "other proofs" and ("<img src=x" not in state["text"] or browser.run(
                "() => document.images.length + (document.title === 'evil')")):
            yield f"{what}: a text of the ledger became more than text"
        if what == "a ledger alone":
            answers = [browser.run(TYPE_HEAD, hash) for hash in (
                forge.sha256(lines[-1][:-1]).hexdigest(), "0" * 64)]
            if "THE SAME" not in answers[0] or "ANOTHER" not in answers[1]:
                yield f"the hash of the last line is not compared: {answers}"


def judge(browser, count):
    """Faults of verdicts: on the ledgers that are kept, and on forged ones."""
    for name in NAMES:
        ledger, proofs = ((VERIFIER / folder / f"{name}.jsonl").read_bytes()
                          for folder in ("ledgers", "proven"))
        verdict = browser.run(VERDICT, [text_of(ledger), text_of(proofs)])
        if not verdict["right"] or verdict["open"] or not verdict["proven"]:
            yield f"{name}: {verdict}"
    right = tried = 0
    for what, ledger, files in forge.forgeries(18, count):
        if not browser.run(VERDICT, [text_of(ledger), None])["right"]:
            continue
        right += 1
        for which, proofs in files:
            tried += 1
            verdict = browser.run(VERDICT, [text_of(ledger), text_of(proofs)])
            if verdict["right"] and not verdict["open"]:
                yield f"{what}: accepted with proofs {which}"
    print(f"{count} forged ledgers, {right} of them right without proofs, {tried} proofs tried")
    if count and not right:
        yield "no forged ledger is right without proofs: the check proves nothing"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    parser.add_argument("--forgeries", type=int, default=60)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--shots", type=pathlib.Path, help="a folder for pictures of the pages")
    options = parser.parse_args()
    if options.shots:
        options.shots.mkdir(parents=True, exist_ok=True)
    faults = 0
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        for kind in (Chromium, Firefox):
            browser, name = kind(playwright, folder), kind.__name__
            try:
                for check in (look(browser, name, options.pages, options),
                              choose(browser, options.seconds), judge(browser, options.forgeries)):
                    for fault in check:
                        print(f"{name}: {fault}")
                        faults += 1
            finally:
                browser.close()
    print(f"{faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
