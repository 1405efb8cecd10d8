#!/usr/bin/env python3
"""All verifiers on changed ledgers: python3 compare.py PROGRAM [CASES [DONE]]

Changes each golden ledger in every way of mutations.py and asks `PROGRAM verify`, verify.py and,
where there is Node.js, the scripts of the verifier in the browser (scripts.js) whether what comes
out is right. One ledger of each kind of change; CASES of them (default 600), the same each time;
all, some thousands, where CASES is `all`. DONE: a file in which it is noted how many are done, so
that a run that was stopped goes on there. Exit 1 if any two differ. PROGRAM may be `-`: the two
others alone.

The browser's draws no outcomes of the method uniform or of tickets again, so it is compared with
verify.py without --chains; what it says it does not know is counted.

One difference is no fault: verify.py has no solver, so it may pass a ledger that `verify` refuses
- because a bowl of reviewers holds other States than those with whom the cycle reaches `best`, all
  of them fit, or is empty, or not, where it should not be so;
- because `best` is not best, or there is no completion at all;
- because the reviewers released before are, or are not, excluded, whatever that costs.
`verify` must say that this is why (NEEDS_SOLVER), at that line; these are counted.
"""

import base64
import collections
import glob
import hashlib
import json
import os
import re
import shutil
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


def apart(data, chains=True):
    """What verify.py says: (whether it is right, what, where it ends)."""
    try:
        now = verify.verify(data, chains=chains)
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


class Scripts:
    """The scripts of the browser, in Node.js."""

    def __init__(self):
        self.process = subprocess.Popen(
            ["node", os.path.join(HERE, "scripts.js")], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE)

    def verdict(self, data, proofs=None):
        """What they say, as an object."""
        texts = [part if part is None else base64.b64encode(part).decode()
                 for part in (data, proofs)]
        asked = json.dumps(dict(zip(("ledger", "proofs"), texts)))
        self.process.stdin.write(asked.encode() + b"\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def says(self, data):
        """What they say of a ledger, in the form of `apart`; None: that they do not know."""
        found = self.verdict(data)
        if found.get("right"):
            return True, "", tuple(found[name] for name in ("lines", "lots", "hash", "unfinished"))
        if "failed" in found:
            return None, found["failed"], None
        return (False, f"line {found['line']}: {found['why']}", None) if found["known"] else None


def needs_solver(said, data):
    """Whether a refusal of `verify` is one for which it takes a solver."""
    found = re.match(r"error: line ([0-9]+)", said)
    if not found or not NEEDS_SOLVER.search(said):
        return False
    event = json.loads(data.split(b"\n")[int(found[1]) - 1])
    return "the bowl is wrong" not in said or event["purpose"].endswith(" reviewer")


def main(path, count="600", done=None):
    chosen = cases(None if count == "all" else int(count))
    tally, first = collections.Counter(), 0
    if done and os.path.exists(done):
        with open(done, encoding="utf-8") as file:
            first, tally = (lambda found: (found["done"], collections.Counter(found["tally"])))(
                json.load(file))
    scripts = Scripts() if shutil.which("node") else None
    for number, (name, make) in enumerate(chosen[first:], first + 1):
        data = make()
        ours = apart(data)
        theirs = ours if path == "-" else program(path, data)
        if ours[0] and theirs[0] is False and needs_solver(theirs[1], data):
            tally["refused by the solver alone"] += 1
        elif ours[0] == theirs[0] and ours[2] == theirs[2]:
            tally["right" if ours[0] else "wrong"] += 1
        else:
            tally["differ"] += 1
            print(f"{name}\n  verify.py: {ours}\n  verify: {theirs}", flush=True)
        if scripts:
            ours, theirs = apart(data, chains=False), scripts.says(data)
            if theirs is None:
                tally["not known in the browser"] += 1
            elif (ours[0], ours[2]) != (theirs[0], theirs[2]):
                tally["differ"] += 1
                print(f"{name}\n  verify.py: {ours}\n  browser: {theirs}", flush=True)
        if done and number % 20 == 0:
            with open(done, "w", encoding="utf-8") as file:
                json.dump({"done": number, "tally": tally}, file)
    print(f"{len(chosen)} changed ledgers: " + ", ".join(f"{tally[one]} {one}" for one in tally)
          + ("" if scripts else "; the browser's scripts were not asked: there is no Node.js"))
    return 1 if tally["differ"] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
