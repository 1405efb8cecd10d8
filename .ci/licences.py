#!/usr/bin/env python3
"""Prints what PeerLots is built from: name, version, licence, and the SHA-256 of the licence's text.

    python3 .ci/licences.py             prints the list, from .build/checkouts and Debian's packages
    python3 .ci/licences.py --check     also fails where it differs from .ci/licences.txt

Run after a build. Swift packages stand with the version that was resolved; Debian's packages (GLPK,
libqrencode, libxlsxwriter, and what they are linked with) with the version of the work itself,
without Debian's own revision, so that a mended package of the same version is no difference. What every program of
the system uses (the C library, libssl) is left out: it is mended too often.
"""
import difflib
import hashlib
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
DEBIAN = ["libglpk40", "libamd2", "libcolamd2", "libgmp10", "libltdl7", "libsuitesparseconfig5",
          "libminizip1", "libqrencode4", "libxlsxwriter4", "zlib1g"]
# In the order in which they are asked for.
PHRASES = [
    ("Apache-2.0 WITH Swift-exception", "Runtime Library Exception"),
    ("Apache-2.0", "Apache License"),
    ("MIT", "Permission is hereby granted, free of charge"),
    ("GPL-3.0-or-later", "GNU General Public License as published by the Free Software Foundation"),
]


def licence(text):
    """The licence that a text is, as far as its words tell."""
    plain = re.sub(r"\s+", " ", text)
    return next((name for name, phrase in PHRASES if phrase in plain), "other")


def swift_packages(folder):
    """The packages that were resolved in a folder, in the order of their names."""
    state = json.loads((folder / ".build/workspace-state.json").read_text("utf-8"))
    for dependency in state["object"]["dependencies"]:
        version = (dependency["state"].get("checkoutState") or {}).get("version")
        if version is None:  # The package itself, by its path.
            continue
        checkout = folder / ".build/checkouts" / dependency["subpath"]
        files = sorted(p for p in checkout.iterdir() if p.name.upper().startswith("LICENSE"))
        text = files[0].read_text("utf-8")
        digest = hashlib.sha256(text.encode()).hexdigest()[:16]
        yield f"{dependency['subpath']} {version} {licence(text)} {digest}"


def debian_packages():
    """Debian's packages, in the order of their names."""
    for name in DEBIAN:
        version = subprocess.run(
            ["dpkg-query", "-W", "-f", "${Version}", name], check=True, capture_output=True,
            text=True).stdout
        version = re.sub(r"-[^-]*$", "", re.sub(r"^\d+:", "", version))
        text = pathlib.Path(f"/usr/share/doc/{name}/copyright").read_text("utf-8", "replace")
        # The paragraph about most files, where Debian wrote it in paragraphs.
        named = re.search(r"^Files: *\*.*?^License: *(\S.*?) *$", text, re.MULTILINE | re.DOTALL)
        digest = hashlib.sha256(text.encode()).hexdigest()[:16]
        yield f"debian/{name} {version} {named[1] if named else licence(text)} {digest}"


def main():
    """Prints the list, and compares it where asked to."""
    lines = sorted(set(swift_packages(ROOT)), key=str.lower)
    if (ROOT / "Benchmarks/.build/workspace-state.json").exists():
        more = set(swift_packages(ROOT / "Benchmarks")) - set(lines)
        lines += [f"benchmarks/{line}" for line in sorted(more, key=str.lower)]
    lines += debian_packages()
    print("\n".join(lines))
    if "--check" not in sys.argv[1:]:
        return 0
    known = (ROOT / ".ci/licences.txt").read_text("utf-8").splitlines()
    if not (ROOT / "Benchmarks/.build/workspace-state.json").exists():
        known = [line for line in known if not line.startswith("benchmarks/")]
    difference = list(difflib.unified_diff(known, lines, ".ci/licences.txt", "built", lineterm=""))
    if difference:
        print("\n".join(difference), file=sys.stderr)
        print("What is built from has changed. Read its licences, then: python3 .ci/licences.py "
              "> .ci/licences.txt", file=sys.stderr)
    return 1 if difference else 0


if __name__ == "__main__":
    sys.exit(main())
