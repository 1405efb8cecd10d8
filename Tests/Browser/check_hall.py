#!/usr/bin/env python3
"""Holds a draw at the hall's desk in a real browser, and compares its ledger with the commands'.

    check_hall.py [--browser chromium|firefox]... [--shots DIR] PEERLOTS

At the desk: a membership with faults is uploaded, mended where it stands and opened; the selection
and year 1 are announced, year 1 with a secret; year 1 is drawn lot by lot, paused, and the server
killed; started again, the draw goes on, and the screen with it. Then a redraw, a deferral and an
amendment, and year 2 by tickets. On the way a second browser's screen must never be ahead of the
disk, must say each lot once to those who listen, and two desks must not write at once.

At the end `verify`, `verify.py`, the proofs and the page of `prove` must all say right, and the
ledger must be, byte for byte, that of the same commands on the command line.

Needs what check_verifier.py needs. Exit codes: 0 no fault, 1 faults.
"""

import argparse
import contextlib
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
VERIFIER = HERE.parent / "IndependentVerifier" / "verify.py"
MEMBERS = HERE.parent.parent / "Instances" / "synthetic-60.csv"
SECRET = "a secret that nobody in the hall knows, 17"


class Chromium:
    """Chromium, driven by Playwright."""

    def __init__(self, folder, web=None):
        from playwright.sync_api import sync_playwright

        self.playwright = sync_playwright().start()
        self.browser = self.playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        self.pages, self.said, self.web = {}, [], web

    def open(self, name, address, width=1280, height=720):
        page = self.browser.new_page(viewport={"width": width, "height": height})
        # A killed server cannot be reached, a desk of before is refused, and so is a wrong word:
        # what the browser says of that is no fault.
        page.on("console", lambda message: message.type == "error"
                and not any(text in message.text for text in ("ERR_", " 403 ", " 409 "))
                and self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        if self.web:
            page.route("**/*.js", self.local)
        page.goto(address)
        self.pages[name] = page

    def local(self, route):
        """For work on the scripts: those of a folder in place of the program's own."""
        file = self.web / route.request.url.split("?")[0].rsplit("/", 1)[1]
        route.fulfill(response=route.fetch(), body=file.read_bytes())

    def run(self, name, script, *values):
        return self.pages[name].evaluate(
            f"(values) => {{ const arguments_ = values; {script} }}", list(values))

    def upload(self, name, selector, file):
        self.pages[name].set_input_files(selector, file)

    def press(self, name, key):
        self.pages[name].keyboard.press(key)

    def shoot(self, name, file):
        self.pages[name].screenshot(path=file)

    def close(self):
        self.browser.close()
        self.playwright.stop()


class Firefox:
    """Firefox, driven by Marionette: Playwright has only a build of its own."""

    def __init__(self, folder, web=None):
        from marionette_driver.marionette import Marionette

        self.process = subprocess.Popen(
            ["firefox-esr", "--headless", "--marionette", "--no-remote", "--profile", folder],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.client = Marionette(host="127.0.0.1", port=2828)
        until = time.monotonic() + 120
        while True:
            try:
                self.client.start_session()
                break
            except Exception:  # it is not listening yet
                if time.monotonic() > until:
                    raise
                time.sleep(1)
        self.pages, self.said = {}, []

    def open(self, name, address, width=1280, height=720):
        if name in self.pages:
            self.client.switch_to_window(self.pages[name])
        elif self.pages:
            handle = self.client.open(type="tab", focus=True)["handle"]
            self.client.switch_to_window(handle)
            self.pages[name] = handle
        else:
            self.pages[name] = self.client.current_window_handle
        self.client.set_window_rect(width=width, height=height)
        self.client.navigate("about:blank")
        self.client.navigate(address)

    def run(self, name, script, *values):
        self.client.switch_to_window(self.pages[name])
        return self.client.execute_script(
            f"const arguments_ = arguments; {script}", script_args=list(values),
            new_sandbox=False)

    def upload(self, name, selector, file):
        self.client.switch_to_window(self.pages[name])
        self.client.find_element("css selector", selector).send_keys(str(file))

    def press(self, name, key):
        self.client.switch_to_window(self.pages[name])
        self.client.find_element("css selector", "body").send_keys(
            {"Space": " ", "p": "p"}[key])

    def shoot(self, name, file):
        self.client.switch_to_window(self.pages[name])
        import base64

        pathlib.Path(file).write_bytes(base64.b64decode(self.client.screenshot(full=False)))

    def close(self):
        with contextlib.suppress(Exception):
            self.client.delete_session()
        self.process.terminate()
        self.process.wait()


class Hall:
    """The server, as a process."""

    def __init__(self, program, folder, port=0, *more):
        self.folder = folder
        self.log = open(folder.parent / f"hall-{time.monotonic_ns()}.log", "w+b")
        self.process = subprocess.Popen(
            [program, "hall", str(folder), "--port", str(port), *more],
            stdout=subprocess.DEVNULL, stderr=self.log)
        until = time.monotonic() + 30
        while "/desk#" not in self.said:
            if self.process.poll() is not None or time.monotonic() > until:
                raise SystemExit(f"the hall does not open: {self.said}")
            time.sleep(0.05)
        self.port = int(self.said.split("127.0.0.1:")[1].split("/")[0])

    @property
    def said(self):
        return pathlib.Path(self.log.name).read_text("utf-8")

    @property
    def desk(self):
        """The link of the next desk."""
        return [line.split()[-1] for line in self.said.splitlines() if "/desk#" in line][-1]

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)


class Stopped(Exception):
    """Something did not come, so nothing after it can."""


class Trial:
    """One draw in one browser."""

    def __init__(self, program, browser, folder, shots):
        self.program, self.browser, self.folder, self.shots = program, browser, folder, shots
        self.cycle = folder / "hall"
        self.halls, self.commands = [], []
        self.faults = []
        self.shot_count = 0

    # Small things.

    def hall(self, port):
        """A server, which ends with the trial."""
        hall = Hall(self.program, self.cycle, port, "--pace", "0", "--verifier", str(VERIFIER))
        self.halls.append(hall)
        return hall

    def expect(self, holds, what):
        if not holds:
            self.faults.append(what)
            print(f"FAULT: {what}", flush=True)

    def until(self, look, what, seconds=180):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if look():
                return True
            time.sleep(0.1)
        self.expect(False, f"waited for {what}")
        raise Stopped

    def shoot(self, page, name):
        if self.shots:
            self.browser.shoot(page, str(self.shots / f"{name}.png"))

    @property
    def lines(self):
        file = self.cycle / "ledger.jsonl"
        return file.read_bytes().count(b"\n") if file.exists() else 0

    def desk(self, script, *values):
        return self.browser.run("desk", script, *values)

    def text(self, selector):
        return self.desk("return document.querySelector(arguments_[0]).textContent;", selector)

    # The desk.

    def enter(self, hall):
        self.browser.open("desk", hall.desk)
        self.until(lambda: not self.desk("return document.getElementById('desk').hidden;"),
                   "the desk to open")

    def fill(self, command, options):
        """Opens a form and fills it in; files are given as paths."""
        self.desk("document.querySelector(`[data-command='${arguments_[0]}']`).click();", command)
        for name, value in options.items():
            selector = f"#option-{name}"
            if isinstance(value, pathlib.Path):
                self.browser.upload("desk", selector, value)
            elif value is True:
                self.desk("document.querySelector(arguments_[0]).click();", selector)
            else:
                self.desk("const field = document.querySelector(arguments_[0]);"
                          "field.value = arguments_[1];"
                          "field.dispatchEvent(new Event('input', { bubbles: true }));",
                          selector, value)

    def say(self):
        """Presses the button and waits for the words."""
        self.desk("document.getElementById('said').textContent = '';"
                  "document.getElementById('trouble').textContent = '';"
                  "document.getElementById('say').click();")
        self.until(lambda: self.text("#said") or self.text("#trouble"), "the words of a form", 300)
        return self.text("#said") + self.text("#trouble")

    def confirm(self, word, waits=True):
        """Types the word and does it."""
        self.until(lambda: not self.desk("return document.getElementById('confirm').hidden;"),
                   f"the question for {word}")
        before = self.finished()
        self.desk("document.getElementById('typed').value = arguments_[0];"
                  "document.getElementById('do').click();", word)
        if waits:
            self.until(lambda: self.finished() > before, f"{word} to be done", 240)

    def phase(self):
        return self.desk(
            "const request = new XMLHttpRequest(); request.open('GET', '/scenes', false);"
            "request.send(); return JSON.parse(request.responseText).phase;")

    def finished(self):
        return self.phase()["finished"]

    def command(self, name, options, word, cli, secret=False):
        """Says and does a command at the desk, and notes it for the command line."""
        self.fill(name, options)
        said = self.say()
        self.expect("Nothing" in said or "nothing" in said, f"{name} is said first: {said[:300]}")
        if "seed" in options or "public" in options:
            self.expect(" -> " not in said, f"{name} tells no lot before it is drawn")
        self.confirm(word)
        self.commands.append(cli)

    def pace(self, value):
        self.desk("const pace = document.getElementById('pace'); pace.value = arguments_[0];"
                  "pace.dispatchEvent(new Event('change'));", value)
        self.until(lambda: self.phase()["pace"] == value, f"the pace {value}")

    # The story.

    def hold(self):
        members = self.folder / "members.csv"
        good = MEMBERS.read_text("utf-8")
        members.write_text(good, "utf-8")
        bad = self.folder / "bad.csv"
        lines = good.splitlines()
        lines[3] = lines[3].replace(lines[3].split(",")[0], "a state", 1)
        bad.write_text("\n".join(lines + [lines[5]]) + "\n", "utf-8")
        hall = self.hall(0)
        port = hall.port
        self.browser.open("screen", f"{hall.address}/?lang=en")
        self.enter(hall)
        self.shoot("screen", "waiting")
        self.open_cycle(bad, good, lines)
        self.shoot("screen", "opened")
        self.listen()
        self.announce()
        self.command("select", {"seed": "4 8 15 16 23 42"}, "selection",
                     ["select", "--seed", "4 8 15 16 23 42"])
        self.shoot("screen", "selected")
        hall = self.draw_year(hall, port)
        self.until(lambda: "%" in self.browser.run(
            "screen", "return document.querySelector('ul.chances')?.textContent ?? '';"),
            "the chances of the pairs drawn")
        self.shoot("screen", "chances")
        self.change(good)
        self.draw_by_ticket()
        self.shoot("screen", "end")
        self.until(lambda: "up to line" in self.browser.run(
            "screen", "return document.getElementById('verdict').textContent;"),
            "the second program's verdict")
        self.speak()
        hall.end()
        self.check(members)

    def speak(self):
        """The desk in six languages: no word is missing, and what is said stays."""
        seen = set()
        for tongue in ("ar", "zh", "fr", "ru", "es", "en"):
            self.desk("const tongue = document.getElementById('tongue');"
                      "tongue.value = arguments_[0];"
                      "tongue.dispatchEvent(new Event('change'));", tongue)
            self.until(lambda: self.speaks(tongue), f"the desk in {tongue}")
            texts = self.desk("""
                const texts = [];
                for (const button of document.querySelectorAll("#menu button")) {
                    button.click();
                    texts.push(...[...document.querySelectorAll(
                        "button, label, h1, h2, a, option, .hint")].map(
                        (element) => element.textContent.trim()));
                }
                return texts;""")
            missing = sorted({text for text in texts if re.fullmatch("[a-z]+[A-Z][A-Za-z]*", text)})
            self.expect(len(texts) > 100 and not missing, f"{tongue}: no words for {missing}")
            rtl = self.desk("return getComputedStyle(document.body).direction;") == "rtl"
            self.expect(rtl == (tongue == "ar"), f"{tongue} runs its way")
            seen.add(self.text("h1"))
            self.shoot("desk", f"desk-{tongue}")
        self.expect(len(seen) == 6, f"six headings: {seen}")

    def speaks(self, tongue):
        """Whether the desk is there in a language; it is loaded anew for each."""
        with contextlib.suppress(Exception):
            return self.desk(
                "return document.readyState === 'complete'"
                " && document.documentElement.lang === arguments_[0]"
                " && !document.getElementById('desk').hidden"
                " && document.getElementById('activity').textContent !== '';", tongue)
        return False

    def open_cycle(self, bad, good, lines):
        self.fill("open", {"membership": bad})
        self.until(lambda: self.desk("return document.querySelectorAll('.faults li').length;"),
                   "the faults of the table")
        faults = self.text(".faults")
        self.expect("bad.csv:4" in faults and "/" not in faults.split("bad.csv")[0],
                    f"the faults have their line and no path: {faults}")
        self.expect(self.desk("return document.querySelectorAll('td.fault').length;") > 0,
                    "the field at fault is marked")
        self.shoot("desk", "desk-faults")
        said = self.say()
        self.expect("bad.csv:4" in said and self.lines == 0, f"nothing is opened: {said[:300]}")
        self.desk("const text = document.getElementById('option-membership-text');"
                  "text.value = arguments_[0]; text.dispatchEvent(new Event('input'));"
                  "document.getElementById('option-membership-again').click();", good)
        self.until(lambda: "bad.csv:4" not in self.text(".faults"), "the faults to be gone")
        said = self.say()
        self.expect("60 States" in said, f"the opening is said: {said[:300]}")
        self.shoot("desk", "desk-open")
        self.desk("document.getElementById('typed').value = 'yes';"
                  "document.getElementById('do').click();")
        self.until(lambda: "type open" in self.text("#trouble"), "a wrong word to be refused")
        self.expect(self.lines == 0, "nothing is written without the word")
        self.confirm("open")
        self.commands.append(["open", "--membership", "members.csv"])
        self.expect(self.lines == 1, "the cycle is open")

    def listen(self):
        """Notes on the screen what those hear who listen, and which line it shows when."""
        self.browser.run("screen", """
            window.heard = [];
            new MutationObserver(() => window.heard.push(
                document.getElementById("heard").textContent)).observe(
                document.getElementById("heard"), { childList: true });""")

    def announce(self):
        self.command("announce", {"draw": "selection", "source": "six numbers of the lottery"},
                     "selection",
                     ["announce", "--draw", "selection", "--source", "six numbers of the lottery"])
        self.command("announce", {"draw": "year 1", "source": "dice", "secret-file": SECRET}, "1",
                     ["announce", "--draw", "year 1", "--source", "dice",
                      "--secret-file", "secret"])
        self.shoot("screen", "announced")

    def draw_year(self, hall, port):
        """Year 1, lot by lot, with a pause and a kill in between."""
        self.pace("key")
        self.fill("draw", {"year": "1", "secret-file": SECRET, "public": "3-1-4-1-5"})
        self.say()
        start = self.lines
        self.confirm("1", waits=False)
        self.commands.append(
            ["draw", "--year", "1", "--secret-file", "secret", "--public", "3-1-4-1-5"])
        self.until(lambda: self.lines == start + 1, "the seed")
        time.sleep(0.7)
        self.expect(self.lines == start + 1, "no lot is drawn before its key")
        self.desk("document.body.dispatchEvent(new KeyboardEvent('keydown', "
                  "{ key: ' ', repeat: true, bubbles: true }));")
        time.sleep(0.5)
        self.expect(self.lines == start + 1, "a key that is held down draws nothing")
        self.browser.open("page", f"{hall.address}/pages/en/year-1.html", 400, 800)
        self.browser.run("page", "document.body.dataset.kept = 'yes';")
        for lot in range(1, 6):
            self.browser.press("desk", "Space")
            self.until(lambda: self.lines >= start + 1 + lot, f"lot {lot}")
            shown = self.shown()
            self.expect(shown <= self.lines, f"the screen shows line {shown}, ahead of the disk")
            self.until(lambda: self.shown() == self.lines, "the screen to show the lot")
        self.expect(self.lines == start + 6, f"one lot a key: {self.lines - start}")
        time.sleep(1)
        self.shoot("screen", "lot")
        self.shoot("desk", "desk-draw")
        self.look_at_page()
        self.second_desk(hall)
        self.pace("1")
        self.browser.press("desk", "p")
        self.until(lambda: self.phase()["activity"] == "paused", "the pause")
        paused = self.lines
        time.sleep(2.5)
        self.expect(self.lines == paused, "nothing is drawn while it is paused")
        heard = self.browser.run("screen", "return window.heard;")
        lots = [text for text in heard if "bowl" in text.lower()]
        self.expect(len(lots) == len(set(lots)) and len(lots) >= 5,
                    f"each lot is heard once: {len(lots)} of {len(set(lots))}")
        hall.kill()
        before = self.lines
        self.until(lambda: "connection" in self.browser.run(
            "screen", "return document.getElementById('activity').textContent;"),
            "the screen to say that the connection is lost")
        self.shoot("screen", "lost")
        hall = self.hall(port)
        self.until(lambda: "interrupted" in self.browser.run(
            "screen", "return document.getElementById('activity').textContent;"),
            "the screen to come back")
        self.shoot("screen", "interrupted")
        self.enter(hall)
        self.desk("document.getElementById('go-on').click();")
        self.confirm("1")
        self.expect(self.lines > before, "the draw goes on")
        self.until(lambda: self.shown() == self.lines, "the screen to follow")
        return hall

    def look_at_page(self):
        """A delegation's page has the last lot at once, and holds it soon, without being loaded."""
        def line():
            return self.browser.run(
                "page", "return document.querySelector('.live')?.dataset.line ?? '';")

        self.until(lambda: line() == str(self.lines), "the page to say the last lot")
        last = self.browser.run(
            "screen", "return document.querySelector('.drawn bdi').textContent;")
        self.until(lambda: last in self.browser.run(
            "page", "return [...document.querySelectorAll('main td')]"
            ".map((cell) => cell.textContent).join();"), f"{last} in the page's table")
        self.expect(self.browser.run("page", "return document.body.dataset.kept;") == "yes",
                    "the page was not loaded anew")
        self.shoot("page", "page")

    def second_desk(self, hall):
        """Another process cannot write meanwhile, and is told who does."""
        other = subprocess.run(
            [self.program, "draw", str(self.cycle), "--year", "1", "--seed", "another"],
            capture_output=True, text=True)
        self.expect(other.returncode == 65 and str(hall.process.pid) in other.stderr,
                    f"a second writer is told who holds the lock: {other.stderr}")

    def shown(self):
        text = self.browser.run("screen", "return document.getElementById('head').textContent;")
        digits = "".join(letter if letter.isdigit() else " " for letter in text.split("·")[0])
        return int(digits.split()[-1]) if digits.split() else 0

    def change(self, good):
        state = self.table("year 1")[0]
        self.command("redraw", {"state": state, "seed": "redraw it"}, state,
                     ["redraw", "--state", state, "--seed", "redraw it"])
        state = self.table("year 2")[0]
        self.command("defer", {"state": state, "reason": "an election", "seed": "defer it"}, state,
                     ["defer", "--state", state, "--reason", "an election", "--seed", "defer it"])
        amended = self.folder / "amended.csv"
        header = good.splitlines()[0].split(",")
        row = ["ZZZ" if name == "state" else "Zedland" if name == "name"
               else cell for name, cell in zip(header, good.splitlines()[1].split(","))]
        amended.write_text(good + ",".join(row) + "\n", "utf-8")
        self.command("amend", {"membership": amended, "seed": "amend it"}, "amend",
                     ["amend", "--membership", "amended.csv", "--seed", "amend it"])
        self.shoot("screen", "amended")

    def table(self, year):
        """The States under review of a year."""
        answer = subprocess.run(
            [self.program, "table", str(self.cycle), "--year", year.split()[1], "--format", "csv"],
            capture_output=True, text=True, check=True)
        return [line.split(",")[1] for line in answer.stdout.splitlines()[1:]]

    def draw_by_ticket(self):
        self.command("tickets", {"year": "2", "count": "2", "few": True, "seed": "a list",
                                 "output": "tickets.csv"}, "2",
                     ["tickets", "--year", "2", "--count", "2", "--few", "--seed", "a list",
                      "--output", "tickets.csv"])
        self.command("draw", {"year": "2", "ticket": "1"}, "2",
                     ["draw", "--year", "2", "--ticket", "1"])

    # The end.

    def check(self, members):
        """The same commands on the command line give the same ledger; everybody finds it right."""
        (self.folder / "secret").write_text(SECRET + "\n", "utf-8")
        for command in self.commands:
            answer = subprocess.run(
                [self.program, command[0], "line", *command[1:]], cwd=self.folder,
                capture_output=True, text=True)
            self.expect(answer.returncode == 0, f"{command}: {answer.stderr[-500:]}")
        hall, line = (
            (self.folder / name / "ledger.jsonl").read_bytes() for name in ("hall", "line"))
        self.expect(hall == line, "the ledger of the desk is that of the command line")
        proofs, page = self.folder / "proofs.jsonl", self.folder / "check.html"
        for words in (
            [self.program, "verify", "hall"],
            [self.program, "prove", "hall", "--output", str(proofs), "--page", str(page)],
            [sys.executable, str(VERIFIER), "hall", "--proofs", str(proofs)],
        ):
            answer = subprocess.run(words, cwd=self.folder, capture_output=True, text=True)
            self.expect(answer.returncode == 0,
                        f"{words[1:3]}: {(answer.stdout + answer.stderr)[-500:]}")
        self.browser.open("check", page.as_uri())
        self.until(lambda: "right" in self.browser.run(
            "check", "return document.body.textContent;").lower(), "the page's verdict", 120)
        self.expect("wrong" not in self.browser.run(
            "check", "return (document.querySelector('h1, .verdict') ?? document.body).textContent;"
        ).lower(), "the page says right")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path, help="the command peerlots")
    parser.add_argument("--browser", action="append", choices=["chromium", "firefox"])
    parser.add_argument("--shots", type=pathlib.Path, help="a folder for pictures")
    parser.add_argument("--web", type=pathlib.Path, help="scripts in place of the program's own")
    options = parser.parse_args()
    if options.shots:
        options.shots.mkdir(parents=True, exist_ok=True)
    count = 0
    for name in options.browser or ["chromium", "firefox"]:
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as profile:
            os.environ["PEERLOTS_PROGRESS"] = "no"
            os.environ["XDG_STATE_HOME"] = f"{folder}/state"
            browser = {"chromium": Chromium, "firefox": Firefox}[name](profile, options.web)
            trial = Trial(
                str(options.program.resolve()), browser, pathlib.Path(folder), options.shots)
            try:
                trial.hold()
            except Stopped:
                print(trial.text("#said"), trial.text("#trouble"), trial.text("#status"))
            finally:
                browser.close()
                for hall in trial.halls:
                    if hall.process.poll() is None:
                        hall.kill()
            for said in browser.said:
                trial.expect(False, f"the browser says: {said}")
            count += len(trial.faults)
            print(f"{name}: a draw of {len(trial.commands)} commands, {len(trial.faults)} faults")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
