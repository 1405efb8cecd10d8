#!/usr/bin/env python3
"""Asks all verifiers about forged ledgers: check_forgeries.py PEERLOTS [COUNT [FIRST]]

`PEERLOTS verify` must refuse every forgery of forge.py, with exit code 1 (PEERLOTS `-`: it is not
asked). Where verify.py, which has no solver, finds a forgery right, no file of proofs may prove it,
to verify.py or, where there is Node.js, to the verifier in the browser. Every ledger that is kept
must be right, and proven by its own proofs. COUNT (default 60) and FIRST (1): the numbers of the
forgeries to end and to begin with.
"""
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter

import compare
import forge
import verify

KEPT = ("alphabetical", "changes", "clubs", "every-event", "given", "imported", "limits", "ten",
        "uniform", "waived")


def says(program, folder, ledger):
    with open(os.path.join(folder, "ledger.jsonl"), "wb") as file:
        file.write(ledger)
    return subprocess.run([program, "verify", folder], capture_output=True).returncode


def proven(ledger, proofs):
    """Whether verify.py says that a ledger is right, and (with proofs) proven."""
    try:
        found = verify.verify(ledger, proofs=proofs)
    except ValueError:
        return False
    return not proofs or not found.proofs.unproven


def proven_in_scripts(scripts, ledger, proofs):
    """The same of the verifier in the browser; anything but a verdict is a defect."""
    verdict = scripts.verdict(ledger, proofs)
    if "failed" in verdict:
        raise RuntimeError(verdict["failed"])
    return verdict["right"] and not verdict["open"]


def main(program, count="60", first="1"):
    faults, tally = [], Counter()
    scripts = compare.Scripts() if shutil.which("node") else None

    def prove(what, ledger, proofs, due):
        tally["proofs"] += 1
        for name, ask in [("verify.py", proven), *(
                [("the browser's", lambda *files: proven_in_scripts(scripts, *files))]
                if scripts else [])]:
            try:
                found = ask(ledger, proofs)
            except Exception as error:  # a refusal has words; anything else is a defect
                found = repr(error)
            if found != due:
                faults.append(f"{what}: proven by {name}: {found}")
                print(faults[-1], flush=True)

    with tempfile.TemporaryDirectory() as folder:
        def ask(what, ledger, due):
            code = due if program == "-" else says(program, folder, ledger)
            if code != due:
                faults.append(f"{what}: exit code {code}, not {due}")
                print(faults[-1], flush=True)

        for name in KEPT:
            ledger = forge.written(forge.read("ledgers", name))[0]
            ask(name, ledger, 0)
            prove(name, ledger, forge.proof_bytes(forge.read("proven", name)), True)
        for number, (what, ledger, files) in enumerate(forge.forgeries(18, int(count)), 1):
            if number < int(first):
                continue
            tally["forged"] += 1
            ask(what, ledger, 1)
            if proven(ledger, None):
                tally["right"] += 1
                for which, proofs in files:
                    prove(f"{what}, proofs {which}", ledger, proofs, False)
    print(f"{len(KEPT)} ledgers that are kept, {tally['forged']} forged ones, {tally['right']} of them right "
          f"without proofs, {tally['proofs']} files of proofs: {len(faults)} faults")
    return 1 if faults or not tally["right"] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
