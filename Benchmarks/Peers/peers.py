"""The peers, each in a process of its own, started by run.py with a job as JSON on standard input.

Prints as JSON what it found, and the time it took by the clock and by the processor, without the
start of Python and its imports. A peer that exceeds its limit says so, or is ended from outside;
either way that is no answer.
"""

import collections
import importlib
import json
import os
import pathlib
import resource
import sys
import time

import membership
from processes import PATIENCE

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Tests" / "OtherSolvers"))
from compare import INFEASIBLE, TIME_LIMIT, Glpsol, HiGHS, Trouble  # noqa: E402

MEMORY_LIMIT = "memory limit"
ENCODING = pathlib.Path(__file__).with_name("peer_review.lp")


def processor_seconds():
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


class Watch:
    """Time from here on; the limit is one of the processor."""

    def __init__(self, limit):
        self.clock, self.processor, self.limit = time.perf_counter(), processor_seconds(), limit

    def left(self):
        return self.limit - (processor_seconds() - self.processor)

    def read(self):
        return {
            "seconds": time.perf_counter() - self.clock,
            "processor": processor_seconds() - self.processor,
        }


# Integer programs: the exported program over single States, one level of the waiver vector.


def exported(solver, job):
    path = pathlib.Path(job["program"])
    watch = Watch(job["limit"])
    # Their own limits are of the clock; run.py ends what exceeds that of the processor.
    try:
        value = solver.solve(path, PATIENCE * job["limit"])
    except Trouble as trouble:
        if watch.left() > 0 and "memory" not in str(trouble):
            raise
        value = TIME_LIMIT if watch.left() <= 0 else MEMORY_LIMIT
    return {"value": value} | watch.read()


# CP-SAT: the same level as a plain model of its own, one 0-1 variable a pair.


def cpsat(job):
    from ortools.sat.python import cp_model

    states = membership.read(job["membership"])
    watch = Watch(job["limit"])
    model = cp_model.CpModel()
    levels = cpsat_model(model, states)
    for level, count in zip(levels, job["held"]):
        model.add(sum(level) == count)
    model.minimize(sum(levels[len(job["held"])]))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = PATIENCE * job["limit"]
    status = solver.solve(model)
    if status == cp_model.OPTIMAL:
        value = solver.objective_value
    else:
        value = INFEASIBLE if status == cp_model.INFEASIBLE else TIME_LIMIT
    return {"value": value} | watch.read()


def cpsat_model(model, states):
    """Adds the built-in rulebook to a model; returns the waivers, most serious first."""
    pairs = {
        (one, other): model.new_bool_var("")
        for one, state in enumerate(states)
        for other, candidate in enumerate(states)
        if one != other and membership.may_review(candidate, state)
    }
    reviewers = [{} for _ in states]
    reviews = [[] for _ in states]
    for (one, other), pair in pairs.items():
        reviewers[one][other] = pair
        reviews[other].append(pair)
        if one < other and (other, one) in pairs:
            model.add_at_most_one([pair, pairs[other, one]])
    levels = [[], [], [], []]

    def waiver(level, upper=1):
        levels[level].append(model.new_int_var(0, upper, ""))
        return levels[level][-1]

    for one, state in enumerate(states):
        if state.is_reviewed:
            model.add(sum(reviewers[one].values()) + waiver(0, 2) == 2)
        kin = {
            other: pair
            for other, pair in reviewers[one].items()
            if states[other].region == state.region
        }
        if state.is_reviewed and state.region:
            model.add(sum(kin.values()) + waiver(1) >= 1)
            if state.legal_systems:
                similar = (
                    pair
                    for other, pair in kin.items()
                    if state.legal_systems & states[other].legal_systems
                )
                model.add(sum(similar) + waiver(3) >= 1)
        if state.is_reviewer:
            model.add(sum(reviews[one]) <= 3)
            model.add(sum(reviews[one]) + waiver(2) >= 1)
    return levels


# clingo: the answer-set program of peer_review.lp.


def ground(states, options, parts, more=""):
    import clingo

    # Facts that a membership does not have are no fault.
    control = clingo.Control(["--warn=none", *options])
    control.load(str(ENCODING))
    control.add("base", [], membership.facts(states) + more)
    control.ground([("base", []), *((part, []) for part in parts)])
    return control


def clingo_draw(job, mode, options):
    """One draw of a whole cycle with its years."""
    states = membership.read(job["membership"])
    watch = Watch(job["limit"])
    control = ground(states, options, ["years", mode])
    cost, symbols = None, None
    with control.solve(yield_=True) as handle:
        for model in handle:
            cost, symbols = model.cost, model.symbols(shown=True)
    # The time is taken before the answer is turned into the form that judge.py takes.
    time_taken = watch.read()
    if symbols is None:
        return {"value": INFEASIBLE} | time_taken
    return {"value": cost, "draw": draw_of(symbols)} | time_taken


def draw_of(symbols):
    years, pairs, regional = {}, {}, {}
    for symbol in symbols:
        one, other = (argument.number for argument in symbol.arguments)
        if symbol.name == "year":
            years[one] = other
        elif symbol.name == "regional":
            regional[one] = other
        else:
            pairs.setdefault(one, []).append(other)
    return [
        (
            one,
            year,
            regional.get(one),
            sorted(other for other in pairs.get(one, []) if other != regional.get(one)),
        )
        for one, year in sorted(years.items())
    ]


def clingo_bowls(job):
    """Every bowl of a draw that is given, each candidate asked for once, in one grounding.

    What is drawn so far is held by assumptions, as a program would that draws with clingo.
    """
    states = membership.read(job["membership"])
    numbers = {state.code: number for number, state in enumerate(states)}
    facts = "".join(f"best({4 - level},{count})." for level, count in enumerate(job["best"]))
    watch = Watch(job["limit"])
    control = ground(states, [], ["held"], facts)
    pairs, kin = candidates(control, "review"), candidates(control, "regional")
    drawn, reviewers, differing = [], set(), []
    for position, lot in enumerate(job["lots"]):
        one, regional = numbers[lot["under_review"]], lot["seat"] == "regional"
        bowl = []
        for other in sorted(kin[one] if regional else pairs[one]):
            if watch.left() < 0:
                found = {"value": TIME_LIMIT, "bowls": position, "differing": differing}
                return found | watch.read()
            if (one, other) in reviewers:
                continue
            seat = in_seat(one, other, regional, kin[one])
            if control.solve(assumptions=drawn + seat).satisfiable:
                bowl.append(states[other].code)
        if bowl != lot["bowl"]:
            differing.append(lot | {"clingo": bowl})
        other = numbers[lot["drawn"]]
        reviewers.add((one, other))
        drawn += in_seat(one, other, regional, kin[one])
    return {"value": None, "bowls": len(job["lots"]), "differing": differing} | watch.read()


def candidates(control, name):
    """By State under review, who may take a seat of it at all."""
    found = collections.defaultdict(set)
    for atom in control.symbolic_atoms.by_signature(name, 2):
        one, other = (argument.number for argument in atom.symbol.arguments)
        found[one].add(other)
    return found


def in_seat(one, other, regional, kin):
    """Assumptions that put a reviewer into a seat."""
    import clingo

    def atom(name):
        return clingo.Function(name, [clingo.Number(one), clingo.Number(other)])

    seat = [(atom("review"), True)]
    return seat + [(atom("regional"), regional)] if other in kin else seat


# With the module that a peer imports, so that its import is not timed.
PEERS = {
    "glpsol": ("json", lambda job: exported(Glpsol, job)),
    "HiGHS": ("highspy", lambda job: exported(HiGHS, job)),
    "CP-SAT": ("ortools.sat.python.cp_model", cpsat),
    "clingo, first": ("clingo", lambda job: clingo_draw(job, "first", [])),
    "clingo, best": ("clingo", lambda job: clingo_draw(job, "best", ["--opt-strategy=usc"])),
    "clingo, bowls": ("clingo", clingo_bowls),
}


def main():
    job = json.load(sys.stdin)
    # Some solvers greet on standard output, whoever asks them not to.
    answer = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    module, solve = PEERS[job["peer"]]
    importlib.import_module(module)
    try:
        found = solve(job)
    except MemoryError:
        found = {"value": MEMORY_LIMIT}
    with answer:
        json.dump(found, answer)


if __name__ == "__main__":
    main()
