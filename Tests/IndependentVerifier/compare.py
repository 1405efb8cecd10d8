#!/usr/bin/env python3
"""Both verifiers on changed ledgers: python3 compare.py PROGRAM [CASES]

Changes each golden ledger in every way of mutations.py and asks `PROGRAM verify` and verify.py
whether what comes out is right. One ledger of each kind of change; CASES of them (default 600),
the same each time; all, some thousands, where CASES is `all`. Exit 1 if the two differ.

One difference is no fault: verify.py has no solver, so it may pass a ledger that `verify` refuses
- because a bowl of reviewers holds other States than those with whom the cycle reaches `best`, all
  of them fit, or is empty, or not, where it should not be so;
- because `best` is not best, or there is no completion at all;
- because the reviewers released before are, or are not, excluded, whatever that costs.
`verify` must say that this is why (NEEDS_SOLVER), at that line; these are counted.
"""

import collections
import concurrent.futures
import glob
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import mutations  # noqa: E402
import verify  # noqa: E402

NEEDS_SOLVER = re.compile(
    r"the bowl is wrong|the best waivers are|the reviewers released before can be excluded"
    r"|nobody is excluded: it costs a waiver|the rules cannot be kept, and no waiver"
    r"|a lot \(the [a-z_0-9]+ reviewer of .*\) is due here, not a waiver of"
    r" (seat|same_region|supplement)"
    r"|a waiver of (seat|same_region|supplement) for .* is due here, not a lot"
    r" \(the [a-z_0-9]+ reviewer")


def cases(count):
    """(Name, maker of the bytes) of so many kinds of change; None: all."""
    found = {}
    for path in sorted(glob.glob(os.path.join(HERE, "ledgers", "*.jsonl"))):
        ledger = os.path.basename(path)
        if ledger == "chain.jsonl":  # eight seconds each; the tests forge it by themselves
            continue
        with open(path, "rb") as file:
            data = file.read()
        for kind, line, name, make in mutations.mutations(data):
            place = hashlib.sha256(f"{ledger} {line} {kind} {name}".encode()).hexdigest()
            best = found.get((kind, name))
            if best is None or place < best[0]:
                found[kind, name] = place, f"{ledger} line {line}: {kind}: {name}", make
    chosen = sorted(found.values(), key=lambda case: case[0])
    return [case[1:] for case in chosen[:count]]


def apart(data):
    """What verify.py says: (whether it is right, what, where it ends)."""
    try:
        now = verify.verify(data, chains=True)
    except ValueError as error:
        return False, str(error), None
    except Exception as error:  # a refusal has words; anything else is a defect
        return None, repr(error), None
    return True, "", (now.line, now.lots, now.hash, now.unfinished)


def program(path, data):
    """What `PROGRAM verify` says, in the same form."""
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "ledger.jsonl"), "wb") as file:
            file.write(data)
        run = subprocess.run([path, "verify", folder, "--format", "json"], capture_output=True)
    said = run.stderr.decode(errors="replace").split("\n")[0]
    if run.returncode == 1:
        return False, said, None
    if run.returncode != 0:
        return None, f"exit {run.returncode}: {said}", None
    report = json.loads(run.stdout)
    return True, "", (report["lines"], report["lots"], report["head"],
                      report["unfinished"] is not None)


def needs_solver(said, data):
    """Whether a refusal of `verify` is one for which it takes a solver."""
    found = re.match(r"error: line ([0-9]+)", said)
    if not found or not NEEDS_SOLVER.search(said):
        return False
    event = json.loads(data.split(b"\n")[int(found[1]) - 1])
    return "the bowl is wrong" not in said or event["purpose"].endswith(" reviewer")


def main(path, count="600"):
    count = None if count == "all" else int(count)
    chosen = cases(count)
    tally = collections.Counter()

    def judge(case):
        name, make = case
        data = make()
        ours, theirs = apart(data), program(path, data)
        is_solvers = ours[0] and theirs[0] is False and needs_solver(theirs[1], data)
        return name, ours, theirs, is_solvers

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for name, ours, theirs, is_solvers in pool.map(judge, chosen):
            if is_solvers:
                tally["refused by the solver alone"] += 1
            elif ours[0] == theirs[0] and ours[2] == theirs[2]:
                tally["right" if ours[0] else "wrong"] += 1
            else:
                tally["differ"] += 1
                print(f"{name}\n  verify.py: {ours}\n  verify: {theirs}", flush=True)
    print(f"{len(chosen)} changed ledgers: " + ", ".join(f"{tally[one]} {one}" for one in tally))
    return 1 if tally["differ"] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
