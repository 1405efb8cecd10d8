#!/usr/bin/env python3
"""Takes pictures of every scene of the hall's screen, for people to look at.

    shoot_hall.py PEERLOTS MEMBERSHIP.csv FOLDER [--web DIR]

In English, Arabic and Chinese, at 1920 by 1080, 1280 by 720 and 400 by 800 pixels, and the desk and
a delegation's page. A picture has a fault if something is wider than the window, if the browser
complains, or if axe-core, where it is installed, finds a serious fault. Needs what check_pages.py
needs. Exit codes: 0 no fault, 1 faults.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.request

from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).resolve().parent
VERIFIER = HERE.parent / "IndependentVerifier" / "verify.py"
SIZES = ((1920, 1080), (1280, 720), (400, 800))
TONGUES = ("en", "ar", "zh")


def make(program, membership, folder):
    """A cycle with every kind of line."""
    (folder / "secret").write_text("a secret of the hall, 1234567890\n", "utf-8")
    cycle = folder / "cycle"

    def run(*words):
        answer = subprocess.run([program, words[0], str(cycle), *words[1:]], capture_output=True,
                                text=True, cwd=folder)
        if answer.returncode:
            raise SystemExit(f"{words}: {answer.stderr}")

    run("open", "--membership", str(membership), "--accept-waivers")
    run("announce", "--draw", "selection", "--source", "the lottery of 3 March, six numbers")
    run("announce", "--draw", "year 1", "--source", "ten-sided dice in the hall",
        "--secret-file", "secret")
    run("select", "--seed", "2-9-17-28-33-41", "--accept-waivers")
    run("draw", "--year", "1", "--secret-file", "secret", "--public", "7-12-19-23-31-40")
    lines = [json.loads(line) for line in (cycle / "ledger.jsonl").read_text("utf-8").splitlines()]
    state = next(line["drawn"] for line in lines if line.get("purpose") == "turn")
    run("redraw", "--state", state, "--seed", "3-14-15-26-35", "--accept-waivers")
    return cycle


def scenes(cycle):
    """The first line of each kind, by its number; of seats the largest bowl."""
    found, largest = {}, 0
    lines = (cycle / "ledger.jsonl").read_text("utf-8").splitlines()
    for number, text in enumerate(lines, 1):
        line = json.loads(text)
        kind = line["event"]
        if kind == "lot":
            kind = line["purpose"].replace(" ", "-")
            if kind == "open-reviewer" and len(line["bowl"]) > largest:
                largest, found["large-bowl"] = len(line["bowl"]), number
        if kind == "announced" and "commitment" in line:
            kind = "announced-secret"
        found.setdefault(kind, number)
    found["end"] = len(lines)
    return found


class Desk:
    """What the pictures need of the desk."""

    def __init__(self, program, cycle, folder, *more):
        self.log = folder / f"{time.monotonic_ns()}.log"
        self.process = subprocess.Popen(
            [program, "hall", str(cycle), "--port", "0", "--verifier", str(VERIFIER), *more],
            stderr=self.log.open("wb"))
        while "/desk#" not in self.log.read_text("utf-8"):
            time.sleep(0.05)
        said = self.log.read_text("utf-8")
        self.address = said.split()[2].rstrip("/")
        self.link = said.split("/desk#")[1].split()[0]
        self.key = self.link

    def post(self, path, **form):
        request = urllib.request.Request(
            self.address + path, json.dumps(form).encode(), method="POST",
            headers={"X-PeerLots-Token": self.key, "Origin": self.address})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def enter(self):
        self.key = self.post("/desk/enter")["key"]

    def end(self):
        self.process.terminate()
        self.process.wait()


class Camera:
    def __init__(self, browser, folder, web):
        self.browser, self.folder, self.web, self.faults, self.axe = browser, folder, web, 0, None
        try:
            from axe_playwright_python.sync_playwright import Axe

            self.axe = Axe()
        except ImportError:
            print("axe-core is not installed: its faults are not looked for")

    def shoot(self, name, address, size, asks=True):
        page = self.browser.new_page(viewport={"width": size[0], "height": size[1]})
        faults = []
        page.on("console", lambda message: message.type == "error" and faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        if self.web:
            page.route("**/*", self.local)
        page.goto(address)
        page.wait_for_timeout(700)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > size[0]:
            faults.append(f"{wide} pixels wide")
        page.screenshot(path=self.folder / f"{name}.png")
        # Rules on looks are the same at every size, so they are asked once a scene.
        if asks and self.axe:
            faults += [
                f"{found['impact']}: {found['help']}: {found['nodes'][0]['html'][:120]}"
                for found in self.axe.run(page).response["violations"]
                if found["impact"] in ("serious", "critical")]
        for fault in faults:
            print(f"{name}: {fault}", flush=True)
        self.faults += len(faults)
        page.close()

    def local(self, route):
        file = self.web / route.request.url.split("?")[0].rsplit("/", 1)[1]
        if file.suffix in (".js", ".css") and file.exists():
            route.fulfill(response=route.fetch(), body=file.read_bytes())
        else:
            route.continue_()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("membership", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--web", type=pathlib.Path, help="scripts in place of the program's own")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    program = str(options.program.resolve())
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        place = pathlib.Path(place)
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        camera = Camera(browser, options.folder, options.web)
        cycle = make(program, options.membership.resolve(), place)
        desk = Desk(program, cycle, place, "--replay", "--pace", "3600")
        desk.enter()
        time.sleep(4)
        for scene, line in scenes(cycle).items():
            desk.post("/desk/line", line=line)
            for width, height in SIZES:
                for tongue in TONGUES:
                    camera.shoot(f"{scene}-{tongue}-{width}", f"{desk.address}/?lang={tongue}",
                                 (width, height), asks=width == 1280 and tongue != "zh")
        desk.post("/desk/line", line=scenes(cycle)["large-bowl"])
        camera.shoot("two-languages", f"{desk.address}/?lang=en,ar&look=light", (1920, 1080))
        camera.shoot("page", f"{desk.address}/pages/ar/year-1.html", (400, 800))
        desk.end()
        desk = Desk(program, cycle, place)
        camera.shoot("desk", f"{desk.address}/desk#{desk.link}", (1280, 720))
        desk.end()
        browser.close()
    print(f"{len(list(options.folder.glob('*.png')))} pictures, {camera.faults} faults")
    return 1 if camera.faults else 0


if __name__ == "__main__":
    sys.exit(main())
