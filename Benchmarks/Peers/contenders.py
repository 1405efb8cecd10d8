"""PeerLots and its peers behind one face: each runs once on a membership and is checked."""

import dataclasses
import json
import pathlib
import signal
import sys

import processes
from cases import Trouble
from judge import RULES, judge

PEERS = pathlib.Path(__file__).with_name("peers.py")
# What peers.py says instead of an answer.
INFEASIBLE, TIME_LIMIT, MEMORY_LIMIT = "infeasible", "time limit", "memory limit"


@dataclasses.dataclass(frozen=True)
class Sample:
    """One run: what it took, or the limit it exceeded; a limit is never an answer."""

    seconds: float = 0
    processor: float = 0
    mebibytes: float = 0
    exceeded: str = ""
    # How far it came, where that can be said.
    progress: str = ""


@dataclasses.dataclass
class Task:
    """A membership with what every contender needs."""

    case: object
    best: list
    # By level, from 1: the exported program, where it could be exported.
    programs: dict
    lots: list
    limit: float

    @property
    def states(self):
        return self.case.states


class Ours:
    """A command of PeerLots as a whole process."""

    def __init__(self, name, peerlots):
        self.name, self.peerlots = name, peerlots

    def run(self, task):
        words = (
            self.peerlots.rehearse_words(task.case)
            if self.name == "rehearse"
            else ["check", task.case.path, "--format", "json"]
        )
        run = self.peerlots.run(*words)
        if run.exit_code is None:
            return Sample(exceeded=f"> {self.peerlots.limit:g} s")
        if run.exit_code not in (0, 1):
            raise Trouble(f"{self.name} of {task.case.name}: {run.errors}")
        if self.name == "rehearse":
            check_draw(self.name, task, self.peerlots.draw(task.case, run.output), task.best)
        return Sample(run.seconds, run.processor, run.mebibytes)


class Peer:
    """A peer in a process of peers.py."""

    def __init__(self, name):
        self.name = name

    def run(self, task, level=len(RULES)):
        job = {
            "peer": self.name,
            "membership": str(task.case.path),
            "program": str(task.programs.get(level, "")),
            "level": level,
            "held": task.best[: level - 1],
            "best": task.best,
            "lots": task.lots,
            "limit": task.limit,
        }
        if self.name in ("glpsol", "HiGHS") and level not in task.programs:
            return Sample(exceeded="no file")
        # Some seconds more, for imports and for a peer that watches its limit itself.
        run = processes.run([sys.executable, PEERS], task.limit + 10, json.dumps(job))
        if run.exit_code is None:
            return Sample(exceeded=f"> {task.limit:g} s")
        if run.exit_code != 0:
            if run.exit_code == -signal.SIGABRT or "bad_alloc" in run.errors or "MemoryError" in run.errors:
                return Sample(exceeded=f"> {processes.MEMORY_LIMIT >> 30} GiB")
            raise Trouble(f"{self.name} on {task.case.name}: {run.errors[-2000:]}")
        found = json.loads(run.output)
        if found["value"] == TIME_LIMIT or found["processor"] > task.limit:
            progress = f"{found['bowls']} of {len(task.lots)} bowls" if "bowls" in found else ""
            check_bowls(task, found)
            return Sample(exceeded=f"> {task.limit:g} s", progress=progress)
        if found["value"] == MEMORY_LIMIT:
            return Sample(exceeded=f"> {processes.MEMORY_LIMIT >> 30} GiB")
        self.check(task, level, found)
        return Sample(found["seconds"], found["processor"], run.mebibytes)

    def check(self, task, level, found):
        """Fails unless the answer agrees with the best vector that PeerLots found."""
        keeps_all = not any(task.best[:3])
        if self.name == "clingo, bowls":
            check_bowls(task, found)
        elif self.name == "clingo, first":
            if (found["value"] == INFEASIBLE) == keeps_all:
                raise Trouble(f"{self.name} on {task.case.name} says {found['value']}")
            if keeps_all:
                check_draw(self.name, task, by_state(found["draw"]), None)
        elif self.name == "clingo, best":
            if found["value"] != task.best:
                raise Trouble(f"{self.name} on {task.case.name}: {found['value']}")
            check_draw(self.name, task, by_state(found["draw"]), task.best)
        elif found["value"] == INFEASIBLE or abs(found["value"] - task.best[level - 1]) > 1e-6:
            raise Trouble(f"{self.name} on {task.case.name}, level {level}: {found['value']}")


def by_state(rows):
    return {state: (year, regional, others) for state, year, regional, others in rows}


def check_draw(name, task, draw, best):
    """Fails unless a draw keeps the rules and waives what `best` says, or at least no rule but the
    legal systems where that is None."""
    vector, broken = judge(task.states, draw)
    if broken:
        raise Trouble(f"{name} on {task.case.name} breaks rules: " + "; ".join(broken[:5]))
    if (any(vector[:3]) or vector < task.best) if best is None else vector != best:
        raise Trouble(f"{name} on {task.case.name} waives {vector}, the best is {task.best}")


def check_bowls(task, found):
    if found.get("differing"):
        raise Trouble(f"bowls of {task.case.name} differ: {found['differing'][:3]}")
