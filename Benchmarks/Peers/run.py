"""Measures PeerLots beside its peers, in one run.

Gives a program for the same rules in other solvers the same memberships, checks that all find the
same best waiver vector, lawful draws and the same bowls, and prints what each took, with ratios.
Start it with `bash Benchmarks/Peers/run`, which installs what it needs.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

import report
from cases import REAL, ROOT, SMALL, Case, PeerLots, Trouble
from contenders import Ours, Peer, Task
from judge import RULES

PROGRAM_PEERS = ["glpsol", "HiGHS", "CP-SAT"]
PEERS = [*PROGRAM_PEERS, "clingo, first", "clingo, best", "clingo, bowls"]
NAMES = ["rehearse", "check", *PEERS]


def parse():
    parser = argparse.ArgumentParser(description=__doc__, prog="Benchmarks/Peers/run")
    parser.add_argument(
        "--quick", action="store_true", help="small memberships, agreement only, one run of each"
    )
    parser.add_argument("--peerlots", type=pathlib.Path, help="the executable; else it is built")
    parser.add_argument("--runs", type=int, default=5, help="of those that take seconds (5)")
    parser.add_argument("--limit", type=int, default=60, help="of a peer, in seconds of the processor (60)")
    parser.add_argument(
        "--sizes",
        type=lambda text: [int(size) for size in text.split(",") if size],
        default=[60, 120, 500, 1000, 2000, 5000, 10_000, 100_000, 1_000_000],
        help="of the generated memberships, rising",
    )
    parser.add_argument("--peers", default=",".join(p.replace(", ", " ") for p in PEERS))
    parser.add_argument(
        "--levels-up-to",
        type=int,
        default=200,
        metavar="N",
        help="compare all levels up to N States, the last alone beyond (200)",
    )
    parser.add_argument(
        "--only", default="", metavar="TEXT", help="memberships whose name holds this text"
    )
    parser.add_argument(
        "--write", action="store_true", help="put tables and plot into Benchmarks/ as well"
    )
    return parser.parse_args()


def build():
    print("building peerlots …", file=sys.stderr, flush=True)
    command = ["swift", "build", "-c", "release", "--product", "peerlots"]
    subprocess.run(command, cwd=ROOT, check=True, stdout=sys.stderr)
    return ROOT / ".build" / "release" / "peerlots"


def prepare(case, peerlots, wanted, arguments):
    """The task of a membership: its best vector, and files and lots for those who need them."""
    best = peerlots.best(case)
    count = len(case.states)
    programs = {}
    if {"glpsol", "HiGHS"} & wanted:
        levels = range(1, len(RULES) + 1) if count <= arguments.levels_up_to else [len(RULES)]
        try:
            programs = {level: peerlots.export(case, level) for level in levels}
        except Trouble as trouble:
            print(f"{case.name}: not exported: {trouble}"[:300], file=sys.stderr)
    lots = peerlots.lots(case) if "clingo, bowls" in wanted else []
    return Task(case, best, programs, lots, arguments.limit)


def measure(task, contenders, runs):
    """Samples by name: all contenders in turn, again and again, so that a busy minute hits all."""
    samples = {contender.name: [] for contender in contenders}
    for round in range(runs):
        for contender in contenders:
            mine = samples[contender.name]
            if round >= rounds_for(mine, runs):
                continue
            mine.append(contender.run(task))
            tell(task, contender, mine[-1])
    return samples


def rounds_for(samples, runs):
    if not samples:
        return 1
    first = samples[0]
    if first.exceeded or first.processor > 5:
        return 1
    return min(runs, 3) if first.processor > 2 else runs


def tell(task, contender, sample):
    took = sample.exceeded or f"{sample.seconds:.3f} s, processor {sample.processor:.3f} s"
    line = f"{task.case.name}: {contender.name}: {took} {sample.progress}".rstrip()
    print(line, file=sys.stderr, flush=True)


def compare_levels(task, contenders):
    """Every level of the waiver vector but the last, in the order of the rulebook."""
    for contender in contenders:
        if contender.name in PROGRAM_PEERS:
            for level in range(1, len(RULES)):
                contender.run(task, level)


def work(arguments, folder):
    limit = max(arguments.limit, 300)
    peerlots = PeerLots(arguments.peerlots or build(), folder, limit)
    if arguments.quick:
        cases = [Case.small(name) for name in SMALL] + [Case.real("synthetic-60")]
    else:
        cases = [Case.real(name) for name in REAL]
        cases += [peerlots.generate(size) for size in arguments.sizes]
    cases = [case for case in cases if arguments.only in case.name]
    asked = {name.strip() for name in arguments.peers.split(",")}
    peers = [Peer(name) for name in PEERS if name.replace(", ", " ") in asked]
    results = []
    for case in cases:
        wanted = {peer.name for peer in peers}
        task = prepare(case, peerlots, wanted, arguments)
        contenders = [Ours("rehearse", peerlots), Ours("check", peerlots), *peers]
        if len(case.states) <= arguments.levels_up_to:
            compare_levels(task, peers)
        samples = measure(task, contenders, 1 if arguments.quick else arguments.runs)
        results.append(report.Result(case.name, len(case.states), task.best, samples))
        if arguments.write:
            # After each, so that a run that is broken off leaves what it measured.
            report.write(results, NAMES, ROOT / "Benchmarks")
        if case.name.startswith("generated"):
            # Who exceeds a limit is not asked about a larger membership.
            peers = [peer for peer in peers if not samples[peer.name][0].exceeded]
    return results


def main():
    arguments = parse()
    try:
        with tempfile.TemporaryDirectory() as folder:
            results = work(arguments, folder)
    except Trouble as trouble:
        sys.exit(f"error: {trouble}")
    print(report.text(results, NAMES))
    print(f"\nAll agree on {len(results)} memberships.")


if __name__ == "__main__":
    main()
