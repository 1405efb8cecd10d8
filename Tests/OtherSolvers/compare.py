#!/usr/bin/env python3
"""Solves the programs that `peerlots export` prints with HiGHS and with glpsol, and compares.

For every membership of Instances, with the rulebook and conflicts its README pairs it with, for
both models, both formats and every level, the optimum must be the count that
`peerlots check --format json` reports; where `best` is null, the program must be infeasible.

    python3 Tests/OtherSolvers/compare.py .build/release/peerlots

The optima of most of Instances are zero, which a program that lacks rows would reach too; with
`--random 200` as many random memberships with random rulebooks and conflicts are compared besides.
There the class program may be below `check`, because it is a bound; that is counted, no difference.

HiGHS comes from PyPI (`pip install highspy`), glpsol from Debian (`apt install glpk-utils`). A
solver that is missing is skipped with a message. Exit code: 0 where all that was solved agrees, 1
where anything differs or nothing was compared. A time limit that is hit is no difference, but is
shown.

Measured on 2 shared cores (seconds a program, HiGHS and glpsol): State model of 157 to 192 States
0.2 to 1.5 and 0.2 to 0.7; of 500 States 11 to 22 and 10 to 22; of 1,000 States (184 MB of MPS) 36
and 34; class model of 5,000 States 0.3 to 0.5 and 0.2. The State model of 5,000 States has 25
million pairs and is not exported within 16 GB of memory.
"""

import argparse
import csv
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

INSTANCES = pathlib.Path(__file__).resolve().parents[2] / "Instances"

# Membership, rulebook, conflicts. The README of Instances marks those that are also judged with
# nothing waived.
NOTHING_WAIVED = ["ten", "two-parties", "lone-reviewer", "no-protocols", "three"]
CASES = (
    [(f"small/{name}.csv", None, None) for name in NOTHING_WAIVED]
    + [(f"small/{name}.csv", "small/no-waivers.yaml", None) for name in NOTHING_WAIVED]
    + [
        ("small/ten.csv", "small/small.yaml", None),
        ("small/clubs.csv", "small/clubs.yaml", "small/clubs-conflicts.csv"),
        ("synthetic-60.csv", None, None),
        ("untoc-2010.csv", None, None),
        ("untoc-2014.csv", None, None),
        ("untoc-2024-estimate.csv", None, None),
        ("synthetic-500.csv", None, None),
        ("synthetic-5000.csv", None, None),
    ]
)

INFEASIBLE = "infeasible"
TIME_LIMIT = "time limit"


class Trouble(Exception):
    """Something other than a difference that makes the comparison fail."""


class HiGHS:
    name = "HiGHS"
    missing = "highspy is missing (pip install highspy)"

    @staticmethod
    def is_there():
        try:
            import highspy  # noqa: F401
        except ImportError:
            return False
        return True

    @staticmethod
    def solve(path, limit_in_seconds):
        import highspy

        highs = highspy.Highs()
        highs.silent()
        highs.setOptionValue("threads", 1)
        highs.setOptionValue("time_limit", float(limit_in_seconds))
        highs.setOptionValue("mip_rel_gap", 0.0)
        highs.setOptionValue("mip_abs_gap", 1e-6)
        if highs.readModel(str(path)) != highspy.HighsStatus.kOk:
            raise Trouble(f"HiGHS does not read {path} without a warning or error")
        highs.run()
        status = highs.getModelStatus()
        if status == highspy.HighsModelStatus.kOptimal:
            return highs.getInfo().objective_function_value
        if status == highspy.HighsModelStatus.kInfeasible:
            return INFEASIBLE
        if status == highspy.HighsModelStatus.kTimeLimit:
            return TIME_LIMIT
        raise Trouble(f"HiGHS ends with {highs.modelStatusToString(status)}")


class Glpsol:
    name = "glpsol"
    missing = "glpsol is missing (apt install glpk-utils)"

    @staticmethod
    def is_there():
        return shutil.which("glpsol") is not None

    @staticmethod
    def solve(path, limit_in_seconds):
        answer = path.with_suffix(".answer")
        form = "--lp" if path.suffix == ".lp" else "--freemps"
        try:
            run = subprocess.run(
                ["glpsol", form, path, "-w", answer, "--tmlim", str(limit_in_seconds)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                # Its own limit does not count reading and presolving.
                timeout=3 * limit_in_seconds + 60,
            )
        except subprocess.TimeoutExpired:
            return TIME_LIMIT
        said = run.stdout
        if run.returncode != 0:
            raise Trouble(f"glpsol fails:\n{said[-2000:]}")
        if "warning" in said.lower():
            raise Trouble(f"glpsol warns:\n{said[-2000:]}")
        if "TIME LIMIT EXCEEDED" in said:
            return TIME_LIMIT
        if (
            "HAS NO PRIMAL FEASIBLE" in said
            or "HAS NO INTEGER FEASIBLE" in said
            or "HAS NO FEASIBLE" in said
        ):
            return INFEASIBLE
        for line in answer.read_text().splitlines():
            words = line.split()
            # "s mip ROWS COLUMNS STATUS OBJECTIVE"; for a program without whole numbers
            # "s bas ROWS COLUMNS PRIMAL DUAL OBJECTIVE".
            if words[:2] == ["s", "mip"] and words[4] == "o":
                return float(words[5])
            if words[:2] == ["s", "mip"] and words[4] == "n":
                return INFEASIBLE
            if words[:2] == ["s", "bas"] and words[4:6] == ["f", "f"]:
                return float(words[6])
        raise Trouble(f"glpsol gives no answer:\n{said[-2000:]}")


def parse():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("peerlots", type=pathlib.Path, help="the executable")
    parser.add_argument(
        "--states-up-to",
        type=int,
        default=200,
        metavar="N",
        help="leave out the State model of more than N States (default 200)",
    )
    parser.add_argument(
        "--classes-up-to",
        type=int,
        default=5000,
        metavar="N",
        help="leave out memberships of more than N States altogether (default 5000)",
    )
    parser.add_argument(
        "--time-limit",
        type=int,
        default=120,
        metavar="SECONDS",
        help="for one solver and one program (default 120)",
    )
    parser.add_argument(
        "--only", metavar="TEXT", default="", help="memberships whose name holds this text"
    )
    parser.add_argument("--model", choices=["states", "classes"], help="one model alone")
    parser.add_argument("--format", choices=["mps", "lp"], help="one format alone")
    parser.add_argument(
        "--random", type=int, metavar="COUNT", default=0, help="random memberships besides"
    )
    parser.add_argument("--seed", type=int, default=1, help="of the random memberships (default 1)")
    parser.add_argument("--level", type=int, metavar="K", help="one level alone")
    return parser.parse_args()


def random_case(seed, folder):
    """Files of a small membership that can seldom keep all rules; the same for the same seed."""
    chance = random.Random(seed)
    states = [f"S{number}" for number in range(chance.randint(3, 24))]
    regions = ["AFR", "APG", "EEG", ""][: chance.randint(1, 4)]

    def some(words, share):
        return " ".join(word for word in words if chance.random() < share)

    coverage = chance.random()
    parties, active = chance.choice([0.5, 0.9, 1]), chance.choice([0.7, 1])
    with open(folder / f"random-{seed}.csv", "w", encoding="utf-8") as file:
        file.write("state,region,protocols,legal_systems,status,reviewed,reviewer\n")
        for number, state in enumerate(states):
            status = "party" if chance.random() < parties else "signatory"
            reviewed = "yes" if number == 0 or chance.random() < active else "no"
            reviewer = "yes" if chance.random() < active else "no"
            file.write(
                f"{state},{chance.choice(regions)},{some(['FA', 'SOM', 'TIP'], coverage)},"
                f"{some(['civil', 'common', 'islamic'], 0.5)},{status},{reviewed},{reviewer}\n"
            )
    waivers = ["seat", "same_region", "minimum_load", "legal_system"]
    chance.shuffle(waivers)
    del waivers[chance.choice([4, 4, 4, 3, 2, 1, 0]) :]
    minimum = chance.randint(0, 2)
    with open(folder / f"random-{seed}.yaml", "w", encoding="utf-8") as file:
        file.write(
            f"""name: random
reviewers:
  per_review: {chance.randint(1, 3)}
  same_region: {chance.choice([0, 1, 1])}
  protocols: {chance.choice(["all", "all", "any"])}
  mutual_reviews: {chance.choice(["forbidden", "forbidden", "allowed"])}
  open_seats: {chance.choice(["any", "other_region"])}
  similar_legal_system: {chance.choice(["preferred", "preferred", "ignored"])}
loads: {{minimum: {minimum}, maximum: {minimum + chance.randint(0, 2)}}}
waivers: [{", ".join(waivers)}]
"""
        )
    count = chance.choice([0, 3, 20])
    pairs = {(chance.choice(states), chance.choice(states)) for _ in range(count)}
    with open(folder / f"random-{seed}-conflicts.csv", "w", encoding="utf-8") as file:
        file.write("under_review,reviewer\n")
        file.writelines(f"{one},{other}\n" for one, other in sorted(pairs) if one != other)
    names = [f"random-{seed}.csv", f"random-{seed}.yaml", f"random-{seed}-conflicts.csv"]
    # Absolute paths stay as they are where they are joined to the folder of the instances.
    return tuple(str(folder / name) for name in names)


def options(rulebook, conflicts):
    found = []
    if rulebook:
        found += ["--rulebook", INSTANCES / rulebook]
    if conflicts:
        found += ["--conflicts", INSTANCES / conflicts]
    return found


def check(peerlots, case):
    """The best waivers by rule, most serious first; None where there is no completion."""
    membership, *others = case
    run = subprocess.run(
        [peerlots, "check", INSTANCES / membership, "--format", "json"] + options(*others),
        capture_output=True,
        text=True,
    )
    if run.returncode not in (0, 1):
        raise Trouble(f"check {membership}: exit code {run.returncode}: {run.stderr}")
    return json.loads(run.stdout)["best"]


def export(peerlots, case, model, form, level, path):
    """Writes the program to a file; False where the rulebook has no such level."""
    membership, *others = case
    with open(path, "wb") as file:
        run = subprocess.run(
            [peerlots, "export", INSTANCES / membership, "--model", model]
            + ["--format", form, "--level", str(level)]
            + options(*others),
            stdout=file,
            stderr=subprocess.PIPE,
            text=True,
        )
    if run.returncode == 64:
        return False
    if run.returncode != 0:
        raise Trouble(f"export {membership}: exit code {run.returncode}: {run.stderr}")
    return True


def agrees(answer, expected):
    if expected == INFEASIBLE or answer == INFEASIBLE:
        return answer == expected
    return abs(answer - expected) < 1e-6


def is_below(answer, expected):
    """Whether an optimum is a true bound of the one expected."""
    if answer in (INFEASIBLE, TIME_LIMIT) or isinstance(answer, Trouble):
        return False
    return expected == INFEASIBLE or answer < expected - 1e-6


class Report:
    """One line for each program: what `check` says, what each solver finds and in which time."""

    def __init__(self, solvers):
        self.solvers = solvers
        self.compared = self.differing = self.unfinished = self.failed = self.below = 0
        self.positive = 0
        columns = "".join(f"{solver.name:>12} {'s':>7}" for solver in solvers)
        print(f"{'membership':42} {'model':8} {'form':5} {'level':24} {'check':>10}{columns}")

    def row(self, case, model, form, level, expected, answers):
        membership, rulebook, _ = case
        name = membership + (f" ({pathlib.Path(rulebook).stem})" if rulebook else "")
        if pathlib.Path(membership).is_absolute():
            name = pathlib.Path(membership).name
        self.positive += expected not in (0, INFEASIBLE)
        cells = []
        for answer, seconds in answers:
            if isinstance(answer, Trouble):
                self.failed += 1
                mark, text = "!", "failed"
            elif answer == TIME_LIMIT:
                self.unfinished += 1
                mark, text = " ", answer
            else:
                self.compared += 1
                mark = " " if agrees(answer, expected) else "!"
                self.differing += mark == "!"
                text = answer if isinstance(answer, str) else f"{answer:g}"
            cells.append(f"{mark}{text:>11} {seconds:7.2f}")
        print(
            f"{name:42} {model:8} {form:5} {level:24} {expected:>10}" + "".join(cells),
            flush=True,
        )
        for answer, _ in answers:
            if isinstance(answer, Trouble):
                print(f"    {answer}", flush=True)

    def end(self):
        print(
            f"{self.compared} optima compared, {self.differing} differ; {self.failed} could not be "
            f"solved; {self.unfinished} ran into the time limit; {self.below} class programs of "
            f"random memberships are below; {self.positive} programs have an optimum above 0"
        )
        return 1 if self.differing or self.failed or not self.compared else 0


def solve(solver, path, limit_in_seconds):
    start = time.monotonic()
    try:
        answer = solver.solve(path, limit_in_seconds)
    except Trouble as trouble:
        answer = trouble
    return answer, time.monotonic() - start


def compare(case, arguments, solvers, report, folder, is_random=False):
    with open(INSTANCES / case[0], encoding="utf-8-sig", newline="") as file:
        state_count = sum(1 for _ in csv.DictReader(file))
    if state_count > arguments.classes_up_to:
        print(f"{case[0]:42} left out: {state_count} States")
        return
    best = check(arguments.peerlots, case)
    rules = list(best or {})
    for model in [arguments.model] if arguments.model else ["classes", "states"]:
        if model == "states" and state_count > arguments.states_up_to:
            print(f"{case[0]:42} {model:8} left out: {state_count} States")
            continue
        for form in [arguments.format] if arguments.format else ["mps", "lp"]:
            # Without waivers there is one program, and where there is no completion none after it.
            for level in range(1, max(1, len(rules)) + 1):
                if arguments.level not in (None, level):
                    continue
                path = pathlib.Path(folder) / f"program.{form}"
                if not export(arguments.peerlots, case, model, form, level, path):
                    raise Trouble(f"export {case[0]} has no level {level}")
                expected = best[rules[level - 1]] if rules else INFEASIBLE if best is None else 0
                answers = [solve(solver, path, arguments.time_limit) for solver in solvers]
                if is_random and model == "classes" and is_below(answers[0][0], expected):
                    # What comes after it is held at another best.
                    report.below += 1
                    break
                rule = rules[level - 1] if rules else ""
                report.row(case, model, form, f"{level} {rule}", expected, answers)
        if rules and arguments.level is None:
            beyond = len(rules) + 1
            if export(arguments.peerlots, case, model, "lp", beyond, pathlib.Path(folder) / "x.lp"):
                raise Trouble(f"export {case[0]} has a level {beyond}, above all waivers")


def main():
    arguments = parse()
    if not shutil.which(arguments.peerlots):
        sys.exit(f"{arguments.peerlots} is not an executable; build it first")
    arguments.peerlots = pathlib.Path(shutil.which(arguments.peerlots)).resolve()
    solvers = []
    for solver in (HiGHS, Glpsol):
        if solver.is_there():
            solvers.append(solver)
        else:
            print(f"skipped: {solver.missing}")
    if not solvers:
        print("skipped: there is no other solver to compare with")
        return 0
    known = {case[0] for case in CASES}
    for path in sorted(INSTANCES.rglob("*.csv")):
        name = str(path.relative_to(INSTANCES))
        if name not in known and not name.endswith("-conflicts.csv"):
            sys.exit(f"{name} is not in the table of cases of this script")
    report = Report(solvers)
    try:
        with tempfile.TemporaryDirectory() as folder:
            for case in CASES:
                if arguments.only in case[0]:
                    compare(case, arguments, solvers, report, folder)
            for number in range(arguments.random):
                case = random_case(arguments.seed + number, pathlib.Path(folder))
                compare(case, arguments, solvers, report, folder, is_random=True)
    except Trouble as trouble:
        print(f"error: {trouble}", file=sys.stderr)
        report.failed += 1
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
