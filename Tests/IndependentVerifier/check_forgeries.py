#!/usr/bin/env python3
"""Asks `peerlots verify` about forged ledgers: check_forgeries.py PEERLOTS [COUNT]

Every forgery of forge.py (the same that verify.py and the verifier in the browser are asked about)
must be refused, with exit code 1, and every ledger that is kept must be right.
"""
import os
import subprocess
import sys
import tempfile

import forge


def main(program, count="60"):
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        def says(ledger):
            with open(os.path.join(folder, "ledger.jsonl"), "wb") as file:
                file.write(ledger)
            return subprocess.run([program, "verify", folder], capture_output=True).returncode

        kept = [(name, forge.written(forge.read("ledgers", name))[0], 0)
                for name in ("alphabetical", "changes", "clubs", "every-event", "given",
                             "imported", "ten", "uniform")]
        forged = ((what, ledger, 1) for what, ledger, _ in forge.forgeries(18, int(count)))
        for what, ledger, due in [*kept, *forged]:
            code = says(ledger)
            if code != due:
                print(f"{what}: exit code {code}, not {due}")
                faults += 1
    print(f"{len(kept)} ledgers that are kept, {count} forged ones: {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
