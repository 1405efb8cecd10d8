"""The memberships, and what PeerLots says about each."""

import csv
import dataclasses
import functools
import io
import json
import pathlib

import membership
import processes
from judge import RULES

ROOT = pathlib.Path(__file__).resolve().parents[2]
INSTANCES = ROOT / "Instances"
REAL = ["untoc-2010", "untoc-2014", "untoc-2024-estimate"]
# With known answers by hand, where not all rules can be kept, so that peers must agree on more
# than zeros.
SMALL = ["ten", "two-parties", "lone-reviewer", "no-protocols", "three"]


class Trouble(Exception):
    """What makes the comparison fail."""


@dataclasses.dataclass(frozen=True)
class Case:
    name: str
    path: pathlib.Path

    @functools.cached_property
    def states(self):
        return membership.read(self.path)

    @staticmethod
    def real(name):
        return Case(name, INSTANCES / f"{name}.csv")

    @staticmethod
    def small(name):
        return Case(name, INSTANCES / "small" / f"{name}.csv")


class PeerLots:
    """The command, run as a whole process each time."""

    def __init__(self, executable, folder, limit):
        self.executable, self.folder, self.limit = executable, pathlib.Path(folder), limit

    def run(self, *words):
        return processes.run([self.executable, *words], self.limit)

    def answer(self, *words, codes=(0,)):
        run = self.run(*words)
        if run.exit_code not in codes:
            said = "exceeds its limit" if run.exit_code is None else run.errors
            raise Trouble(f"peerlots {' '.join(map(str, words))}: {said}")
        return run.output

    def generate(self, count):
        path = self.folder / f"generated-{count}.csv"
        path.write_text(self.answer("generate", "--states", count, "--seed", count))
        return Case(f"generated {count:,}", path)

    def counts(self, case):
        """The best vector as `check` prints it, in the order of the rulebook's list of waivers."""
        answer = self.answer("check", case.path, "--format", "json", codes=(0, 1))
        return json.loads(answer)["best"]

    def best(self, case):
        """The best vector, in the order of RULES."""
        counts = self.counts(case)
        return [counts[rule] for rule in RULES]

    def export(self, case, level):
        """The file of the program over single States that minimises a level, from 1."""
        path = self.folder / f"level-{level}.mps"
        # The rulebook lists more waivers than a draw of these cases can count.
        listed = list(self.counts(case)).index(RULES[level - 1]) + 1
        words = ["--model", "states", "--format", "mps", "--level", listed]
        path.write_text(self.answer("export", case.path, *words))
        return path

    def rehearse_words(self, case):
        return ["rehearse", case.path, "--seed", "2024-05-22", "--accept-waivers", "--format", "csv"]

    def draw(self, case, output):
        """A draw as judge.py takes it, from what `rehearse` printed."""
        numbers = {state.code: number for number, state in enumerate(case.states)}
        draw = {}
        for row in csv.DictReader(io.StringIO(output)):
            opens = [row[name] for name in row if name.startswith("open_reviewer") and row[name]]
            draw[numbers[row["under_review"]]] = (
                int(row["year"]),
                numbers.get(row["regional_reviewer"]),
                [numbers[code] for code in opens],
            )
        return draw

    def lots(self, case):
        """The lots for reviewers of that rehearsal, with their bowls."""
        folder = self.folder / "ledger"
        self.answer(*self.rehearse_words(case), "--output", folder)
        lots = []
        with open(folder / "ledger.jsonl", encoding="utf-8") as file:
            for event in map(json.loads, file):
                purpose = event.get("purpose", "")
                if purpose in ("regional reviewer", "open reviewer"):
                    kept = {key: event[key] for key in ("under_review", "bowl", "drawn")}
                    lots.append(kept | {"seat": purpose.split()[0]})
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
        return lots
