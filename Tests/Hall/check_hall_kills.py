#!/usr/bin/env python3
"""Kills the hall's server in the middle of every command, and is clumsy at its desk; standard
library only.

    check_hall_kills.py [--quick] PEERLOTS

Each command that writes is given at the desk and the server killed (SIGKILL) before each of its
first lots, and at moments that a seeded generator chooses while it draws without waiting; the last
line is torn as by a power cut. The next server must go on by one button, without being told anything
again, and end with the ledger of the same command on the command line, byte for byte. Where the note
of the form is gone too, the ledger alone must suffice, or the form filled in again.

Then what a clumsy officer does: a second click, a second desk, seventeen desks, a wrong file, more
uploads than are kept; and no secret may lie on the disk.

Exit codes: 0 all held, 1 something did not.
"""

import contextlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from check_hall_server import FAULTS, MEMBERS, Hall, expect, until  # noqa: E402

SECRET = "a secret that nobody in the hall knows, 17"


class Story:
    """A cycle on the command line, of which each command is given at a desk too."""

    def __init__(self, program, place):
        self.program, self.place = program, place
        (place / "members.csv").write_bytes(MEMBERS.read_bytes())
        (place / "secret").write_text(SECRET + "\n", "utf-8")
        rows = MEMBERS.read_text("utf-8").splitlines()
        header = rows[0].split(",")
        new = ["ZZZ" if name == "state" else "Zedland" if name == "name" else cell
               for name, cell in zip(header, rows[1].split(","))]
        (place / "amended.csv").write_text("\n".join([*rows, ",".join(new)]) + "\n", "utf-8")
        self.steps = []
        for words in (["open", "--membership", "members.csv"], ["select", "--seed", "4 8 15"]):
            self.run(*words)
        first = self.states(1)
        self.step("announce", draw="year 1", source="dice", secret_file=SECRET)
        self.step("draw", year="1", secret_file=SECRET, public="3-1-4-1-5")
        self.step("redraw", state=first[0], seed="redraw it")
        self.step("defer", state=first[1], reason="an election", seed="defer it")
        self.step("amend", membership="amended.csv", seed="amend it")
        self.step("tickets", year="2", count="40", few="yes", seed="a list", output="tickets.csv")
        self.step("draw", year="2", ticket="7")
        self.step("defer", state=self.states(1)[2], reason="a war", no_replacement="yes", seed="no")

    def run(self, command, *words):
        answer = subprocess.run([self.program, command, "line", *words], cwd=self.place,
                                capture_output=True, text=True)
        assert answer.returncode == 0, (command, words, answer.stderr)

    def states(self, year):
        answer = subprocess.run(
            [self.program, "table", "line", "--year", str(year), "--format", "csv"],
            cwd=self.place, capture_output=True, text=True, check=True)
        return [line.split(",")[1] for line in answer.stdout.splitlines()[1:]]

    @property
    def ledger(self):
        return (self.place / "line" / "ledger.jsonl").read_bytes()

    def step(self, command, **options):
        before = self.ledger
        words = []
        for name, text in options.items():
            option = "--" + name.replace("_", "-")
            words += [option] if text == "yes" else [
                option, "secret" if name == "secret_file" else text]
        self.run(command, *words)
        self.steps.append((command, options, before, self.ledger))


class Trial:
    """One command at a desk that is killed."""

    def __init__(self, story, step, folder):
        self.story, self.folder = story, folder
        self.command, self.options, self.before, self.after = step
        folder.mkdir()
        (folder / "ledger.jsonl").write_bytes(self.before)

    def hall(self, pace):
        hall = Hall(self.story.program, self.folder, "--pace", pace)
        hall.enter()
        return hall

    def give(self, hall):
        options = dict(self.options)
        if "membership" in options:
            options["membership"] = hall.upload(
                "amended.csv", (self.story.place / "amended.csv").read_bytes())
        return hall.do(self.command, **options)

    def finish(self, what, forgets=False):
        """Starts the next server, which goes on; then the ledger is the command line's."""
        hall = self.hall("0")
        if hall.phase["activity"] == "interrupted":
            status, answer = hall.post("/desk/go-on")
            said = json.loads(answer)
            if status == 409 and forgets:
                hall.wait(self.give(hall))
            elif status != 200:
                expect(False, f"{what}: goes on: {said}")
            else:
                before = hall.phase["finished"]
                hall.post("/desk/act", json.dumps(
                    {"trial": said["trial"], "typed": said["confirmation"]}))
                hall.wait(before)
        elif hall.ledger != self.after:
            hall.wait(self.give(hall))
        same = hall.ledger == self.after
        if not same:
            print(hall.ask("GET", "/desk/state", headers={"X-PeerLots-Token": hall.key})[1])
        state = pathlib.Path(os.environ["XDG_STATE_HOME"])
        forgot = until(lambda: not [*state.rglob("form.json")], 10)
        if not forgot:
            print(f"{what}: a note is left")
        hall.end()
        shutil.rmtree(self.folder)
        return same and forgot


def kill(hall):
    hall.process.kill()
    hall.process.wait()


def lots(step):
    return step[3][len(step[2]):].count(b'"event":"lot"')


def before_lots(story, step, place, most):
    """Killed while it waits for the key of the first lots; the last time with a torn line."""
    faults = []
    for pressed in range(min(most, lots(step))):
        trial = Trial(story, step, place)
        hall = trial.hall("key")
        start = hall.ledger
        trial.give(hall)
        # The seed, and what comes before the first lot.
        head = step[3][len(start):].split(b'"event":"lot"')[0].count(b"\n")
        if not until(lambda: hall.ledger.count(b"\n") >= start.count(b"\n") + head):
            faults.append(f"lot {pressed}: the lines before it do not come")
        for lot in range(pressed):
            lines = hall.ledger.count(b"\n")
            hall.post("/desk/pace", json.dumps({"key": "next"}))
            until(lambda: hall.ledger.count(b"\n") > lines)
        kill(hall)
        if pressed == most - 1:
            with open(place / "ledger.jsonl", "ab") as file:
                file.write(b'{"sequence":9')
        if not trial.finish(f"{step[0]}, lot {pressed}"):
            faults.append(f"before lot {pressed}")
    return faults


def at_moments(story, step, place, chance, count):
    """Killed at any moment while it draws without waiting."""
    faults = []
    for _ in range(count):
        trial = Trial(story, step, place)
        hall = trial.hall("0")
        start = hall.ledger
        delay = chance.uniform(0, 0.12)
        trial.give(hall)
        if chance.random() < 0.6:
            # Once it has begun to write; otherwise while it still looks ahead.
            until(lambda: hall.ledger != start or hall.phase["activity"] == "idle")
            delay = chance.uniform(0, 0.02)
        time.sleep(delay)
        kill(hall)
        lines = (place / "ledger.jsonl").read_bytes().count(b"\n") - start.count(b"\n")
        if not trial.finish(f"{step[0]}, after {delay:.3f} s"):
            faults.append(f"after {delay:.3f} s, {lines} lines")
    return faults


def by_ledger_alone(story, step, place, most):
    """As on another machine: the ledger ends after each line, and no note is there."""
    faults = []
    lines = step[3][len(step[2]):].splitlines(True)
    for count in range(1, min(len(lines), most + 1)):
        trial = Trial(story, step, place)
        (place / "ledger.jsonl").write_bytes(step[2] + b"".join(lines[:count]))
        if not trial.finish(f"{step[0]}, {count} lines", forgets=True):
            faults.append(f"after line {count}")
    return faults


def clumsy(story, place):
    step = story.steps[1]
    trial = Trial(story, step, place)
    # A folder that is younger than two seconds may just be in the making.
    time.sleep(3)
    hall = trial.hall("0")
    form = {"command": "draw", "options": {
        "year": ["1"], "secret-file": [SECRET], "public": ["3-1-4-1-5"]}}
    said = json.loads(hall.post("/desk/say", json.dumps(form))[1])
    folders = [*pathlib.Path(os.environ["TMPDIR"]).glob("peerlots-hall-*")]
    expect(len(folders) == 1, f"what killed servers left is taken away: {len(folders)} folders")
    hidden = [file for file in pathlib.Path(os.environ["TMPDIR"]).rglob("*")
              if file.is_file() and SECRET.encode() in file.read_bytes()]
    expect(not hidden, f"a secret that was said is not on the disk: {hidden}")
    act = json.dumps({"trial": said["trial"], "typed": said["confirmation"]})
    before = hall.phase["finished"]
    statuses = [hall.post("/desk/act", act)[0] for _ in range(3)]
    hall.wait(before)
    expect(statuses == [200] * 3 and hall.ledger == step[3] and hall.phase["finished"] == 1,
           f"three clicks do it once: {statuses}")
    second_desk(hall)
    wrong_files(hall)
    hall.end()
    shutil.rmtree(place)


def link_of(hall):
    return hall.log.read_text("utf-8").rsplit("/desk#", 1)[1].split()[0]


def second_desk(hall):
    key, ledger = hall.key, hall.ledger
    form = {"command": "redraw", "options": {"state": ["nobody"], "seed": ["a b"]}}
    hall.post("/desk/pace", json.dumps({"key": "key"}))
    state = json.loads(ledger.splitlines()[-1]).get("under_review")
    form["options"]["state"] = [state]
    said = json.loads(hall.post("/desk/say", json.dumps(form))[1])
    hall.link, hall.key = link_of(hall), None
    hall.enter()
    other = json.loads(hall.post("/desk/say", json.dumps(form))[1])
    second = hall.key
    hall.key = key
    late = hall.post("/desk/act", json.dumps(
        {"trial": said["trial"], "typed": said["confirmation"]}))
    expect(late[0] == 409 and hall.ledger == ledger,
           "what one desk said is not done after another desk has said something")
    hall.key = second
    before = hall.phase["finished"]
    hall.post("/desk/act", json.dumps({"trial": other["trial"], "typed": other["confirmation"]}))
    hall.key = key
    until(lambda: hall.ledger != ledger)
    busy = hall.post("/desk/say", json.dumps(form))
    expect(busy[0] == 409 and b"going on" in busy[1], "a desk is told what another does")
    hall.post("/desk/pace", json.dumps({"key": "0"}))
    hall.wait(before)
    for _ in range(17):
        hall.link, hall.key = link_of(hall), None
        hall.enter()
    status = hall.ask("GET", "/desk/state", headers={"X-PeerLots-Token": hall.key})[0]
    old = hall.ask("GET", "/desk/state", headers={"X-PeerLots-Token": key})[0]
    expect((status, old) == (200, 403), "a seventeenth desk opens, and the oldest is shut")


def wrong_files(hall):
    ledger = hall.ledger
    for name, content in (("photo.jpg", os.urandom(100_000)), ("empty.csv", b""),
                          ("rulebook.yaml", b"name: x\ncycle: {years: 5}\n"),
                          ("nul.csv", b"state,name\n\0\0\0,x\n"),
                          ("..", b"state\nAAA\n"), ("a/b\\c\n.csv", b"state\nAAA\n")):
        from urllib.parse import quote
        file = hall.upload(quote(name), content)
        form = {"command": "amend", "options": {"membership": [file], "seed": ["s 1"]}}
        status, answer = hall.post("/desk/say", json.dumps(form))
        said = json.loads(answer)
        expect(status == 200 and said["exitCode"] != 0 and "trial" not in said
               and hall.folder.parent.as_posix() not in said["said"],
               f"{name!r} is no membership: {said['said'][:60]!r}")
    last = None
    for number in range(130):
        last = hall.upload("m.csv", MEMBERS.read_bytes() + b"\n" * number)
    form = {"command": "check", "options": {"membership": [last]}}
    status, answer = hall.post("/desk/say", json.dumps(form))
    kept = len([*pathlib.Path(os.environ["TMPDIR"]).rglob("m.csv")])
    expect(status == 200 and json.loads(answer)["exitCode"] == 0 and kept <= 100,
           f"of 130 uploads the last are kept: {kept}")
    expect(hall.ledger == ledger, "and nothing was written")


def main():
    words = [word for word in sys.argv[1:] if word != "--quick"]
    if len(words) != 1:
        print(__doc__)
        return 64
    quick = "--quick" in sys.argv
    program = str(pathlib.Path(words[0]).resolve())
    chance = random.Random(20)
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        for name, variable in (("state", "XDG_STATE_HOME"), ("temporary", "TMPDIR")):
            (place / name).mkdir()
            os.environ[variable] = str(place / name)
        os.environ["PEERLOTS_PROGRESS"] = "no"
        story = Story(program, place)
        trial = place / "trial"
        for step in story.steps:
            shown = f"{step[0]} {' '.join(map(str, list(step[1].values())[:1]))}"
            found = before_lots(story, step, trial, 1 if quick else 3)
            expect(not found, f"{shown}: killed before a lot, it goes on: {found}")
            found = at_moments(story, step, trial, chance, 1 if quick else 8)
            expect(not found, f"{shown}: killed at any moment, it goes on: {found}")
            found = by_ledger_alone(story, step, trial, 2 if quick else 5)
            expect(not found, f"{shown}: the ledger alone suffices, or the form again: {found}")
        clumsy(story, trial)
        with contextlib.suppress(FileNotFoundError):
            shutil.rmtree(trial)
    print(f"{len(FAULTS)} faults")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
