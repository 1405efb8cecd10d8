"""Runs the battery and shows what decided, how much work it was, and how long it took.

    python3 run.py PEERLOTS [--only PART | --quick] [--limit SECONDS] [--check | --update]

Every membership is rehearsed once, as a whole process. Time is of the processor and never gated.
`--check` compares the work, which repeats exactly, with work.csv; any difference gives exit code 1.
"""

import argparse
import csv
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

import memberships

HERE = pathlib.Path(__file__).resolve().parent
WORK = HERE / "work.csv"
FIELDS = ["name", "states", "end", "stage", "repairs", "searches"]
SHOWN = FIELDS + ["programs", "nodes"]


def limited(seconds):
    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    return limit


def rehearse(program, folder, name, limit):
    """One case: its row of numbers, and its seconds."""
    command = [program, "rehearse", f"{name}.csv", "--rulebook", f"{name}.yaml", "--seed",
               "battery", "--accept-waivers", "--statistics", "--format", "csv"]
    if (folder / f"{name}-conflicts.csv").exists():
        command += ["--conflicts", f"{name}-conflicts.csv"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, preexec_fn=limited(limit))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    states = sum(1 for _ in (folder / f"{name}.csv").open()) - 1
    row = dict.fromkeys(SHOWN, "")
    row |= {"name": name, "states": states, "end": "limit" if ran.returncode < 0 else "drawn"}
    if ran.returncode != 0:
        row["end"] = row["end"] if ran.returncode < 0 else f"exit {ran.returncode}"
        return row, seconds
    numbers = lambda pattern: [int(text) for text in re.search(pattern, ran.stderr).groups()]
    out, by_program = numbers(r"out \d+ by the flow, (\d+) by search; (\d+) by GLPK")
    repairs, = numbers(r"arcs; (\d+) nodes? of repairs")
    searches, = numbers(r"Searches: (\d+)")
    programs, = numbers(r"GLPK: (\d+) program")
    nodes, = numbers(r"iterations, (\d+) node")
    row |= {"programs": programs, "nodes": nodes, "repairs": repairs, "searches": searches}
    row["stage"] = (
        "program" if by_program > 0 else "search" if out > 0 else
        "repair" if repairs > 0 else "path")
    return row, seconds


def report(results, limit):
    """The table: median, 95th percentile, worst, of all and of those up to 200 States."""
    lines = ["| memberships | number | median s | 95th percentile s | worst s | its name | "
             f"over {limit} s |", "| --- | ---: | ---: | ---: | ---: | --- | ---: |"]
    for title, most in [("up to 200 States", 200), ("all", 10**9)]:
        some = sorted(
            (seconds, row["name"]) for row, seconds in results if int(row["states"]) <= most)
        times = [seconds for seconds, _ in some]
        over = sum(1 for row, _ in results if row["end"] == "limit" and int(row["states"]) <= most)
        rank = lambda share: times[min(len(times) - 1, -(-len(times) * share // 100) - 1)]
        lines.append(f"| {title} | {len(times)} | {rank(50):.2f} | {rank(95):.2f} | "
                     f"{times[-1]:.2f} | {some[-1][1]} | {over} |")
    lines += ["", "| decided by | number | median s | worst s |", "| --- | ---: | ---: | ---: |"]
    stages = sorted({row["stage"] or row["end"] for row, _ in results})
    for stage in stages:
        times = sorted(s for row, s in results if (row["stage"] or row["end"]) == stage)
        lines.append(f"| {stage} | {len(times)} | {times[(len(times) - 1) // 2]:.2f} | "
                     f"{times[-1]:.2f} |")
    return "\n".join(lines)


def differences(rows):
    with WORK.open(newline="") as file:
        known = {row["name"]: row for row in csv.DictReader(file)}
    for row in rows:
        old = known.get(row["name"])
        new = {field: str(value) for field, value in row.items()}
        if old is None:
            yield f"{row['name']}: not in {WORK.name}; take it in with --update"
        # What did not end is not compared: where the limit cuts it off is a matter of time.
        for field in FIELDS if old and old["end"] == "drawn" else []:
            if old[field] not in ("", new[field]):
                yield f"{row['name']}: {field} was {old[field]!r}, is {new[field]!r}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("peerlots", type=pathlib.Path)
    parser.add_argument("--only", default="", help="names that contain this")
    parser.add_argument("--quick", action="store_true", help="those that took few searches")
    parser.add_argument("--limit", type=int, default=60, help="seconds of the processor")
    parser.add_argument("--check", action="store_true", help="compare those that are recorded")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--times", type=pathlib.Path, help="where to write the seconds")
    options = parser.parse_args()
    program = str(options.peerlots.resolve())
    quick = None
    if options.quick:
        with WORK.open(newline="") as file:
            quick = {row["name"] for row in csv.DictReader(file) if row["end"] == "drawn"
                     and row["stage"] in ("path", "repair") and int(row["states"]) <= 100}
    known = set()
    if options.check:
        with WORK.open(newline="") as file:
            known = {row["name"] for row in csv.DictReader(file)}
    results = []
    with tempfile.TemporaryDirectory() as path:
        folder = pathlib.Path(path)
        memberships.write(folder)
        for name, *_ in memberships.cases():
            if options.check and name not in known:
                continue
            if options.only not in name or (quick is not None and name not in quick):
                continue
            row, seconds = rehearse(program, folder, name, options.limit)
            results.append((row, seconds))
            print(f"{name:24} {row['end']:8} {row['stage']:8} {seconds:7.2f} s", flush=True,
                  file=sys.stderr)
    print(report(results, options.limit))
    if options.times:
        options.times.write_text("name,seconds,stage,programs,nodes\n" + "".join(
            f"{row['name']},{s:.2f},{row['stage']},{row['programs']},{row['nodes']}\n"
            for row, s in results))
    if options.update:
        with WORK.open("w", newline="") as file:
            writer = csv.DictWriter(file, FIELDS, lineterminator="\n", extrasaction="ignore")
            writer.writeheader()
            writer.writerows(row for row, _ in results)
    if options.check:
        wrong = list(differences([row for row, _ in results]))
        print("\n".join(wrong) or f"The work of {len(results)} memberships is as expected.")
        sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
