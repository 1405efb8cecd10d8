"""Compares the best waiver vector of `peerlots check` with that of an answer-set program
(every_rule.lp) under every rule but supplements: kinds of seats, distinct groups, exclusions,
targets, loads of a year, States' own numbers. Usage:

    Peers/.venv/bin/python Peers/every_rule.py PEERLOTS [CASES]
"""

import csv
import itertools
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import clingo
from membership import quoted

ENCODING = pathlib.Path(__file__).with_name("every_rule.lp")
COLUMNS = ["state", "region", "protocols", "legal_systems", "reviewed", "reviewer", "year", "seats",
           "minimum", "maximum"]


def rows(chance):
    """A random membership of four to eight States."""
    groups, codes = ["A", "B", "C"][:chance.randint(1, 3)], ["P", "Q"][:chance.randint(0, 2)]
    most = [""] * 6 + [0, 1, 2, 3]
    return [{
        "state": f"S{number}", "region": chance.choice([*groups, *groups, ""]),
        "protocols": " ".join(code for code in codes if chance.random() < .6),
        "legal_systems": " ".join(law for law in ("civil", "common") if chance.random() < .5),
        "reviewed": "yes" if number == 0 or chance.random() < .85 else "no",
        "reviewer": "yes" if chance.random() < .9 else "no", "year": chance.randint(1, 2),
        "seats": chance.choice([""] * 8 + [1, 2, 3]), "minimum": "", "maximum": chance.choice(most),
    } for number in range(chance.randint(4, 8))]


def rules(chance):
    """A random rulebook."""
    kinds = [{"name": f"kind{place}", "count": chance.randint(0, 2), "legal_system": "ignored",
              "group": chance.choice(["any", "other"])} for place in range(chance.randint(1, 3))]
    if chance.random() < .75:
        kinds.insert(chance.randint(0, len(kinds)), {
            "name": "own", "count": chance.randint(1, 2), "group": "same",
            "legal_system": chance.choice(["preferred", "ignored"])})
    kinds[0]["count"] = max(1, kinds[0]["count"])
    least = chance.randint(0, 2)
    most = least + chance.randint(0, 2)
    waivers = chance.sample(["seat", "same_region", "minimum_load", "legal_system", "target_load"],
                            chance.choice([3, 4, 5, 5]))
    return {
        "name": "random", "source": "random", "cycle": {"years": 2}, "selection": {"method": "given"},
        "reviewers": {"seats": kinds, "distinct_groups": chance.random() < .4,
                      "protocols": chance.choice(["all", "any"]),
                      "mutual_reviews": chance.choice(["forbidden", "forbidden", "allowed"])},
        "loads": {"minimum": least, "maximum": most, "per_year": chance.choice([1, 1, 2, 1000]),
                  "target": chance.choice([0, chance.randint(least, most)])},
        "waivers": waivers}


def seats(row, rulebook):
    """How many seats of each kind a State has; its own number changes the last ones first."""
    kinds = rulebook["reviewers"]["seats"]
    last = max(place for place, kind in enumerate(kinds) if kind["group"] != "same")
    counts = [kind["count"] for kind in kinds]
    same = [place for place, kind in enumerate(kinds) if kind["group"] == "same"]
    for place in same if not row["region"] else ():
        counts[last], counts[place] = counts[last] + counts[place], 0
    total = row["seats"] or sum(counts)
    counts[last] += max(0, total - sum(counts))
    for place in [*reversed([place for place in range(len(kinds)) if place not in same]), *same]:
        fewer = min(counts[place], sum(counts) - total)
        counts[place] -= fewer
    return counts


def facts(table, rulebook, conflicts, exclusions):
    """The data as facts of every_rule.lp."""
    kinds, loads, reviewers = (rulebook["reviewers"]["seats"], rulebook["loads"],
                               rulebook["reviewers"])
    numbers = {row["state"]: number for number, row in enumerate(table)}
    last = max(place for place, kind in enumerate(kinds) if kind["group"] != "same")
    lines = [f"kind({place},{kind['group']})." for place, kind in enumerate(kinds)]
    lines += [f"last({last}).", f"protocols({reviewers['protocols']}).",
              f"mutual({reviewers['mutual_reviews']}).", f"per_year({loads['per_year']})."]
    lines += ["distinct."] * reviewers["distinct_groups"]
    lines += [f"priority({rule},{len(rulebook['waivers']) - place})."
              for place, rule in enumerate(rulebook["waivers"])]
    lines += [f"conflict({numbers[one]},{numbers[other]})." for one, other in conflicts]
    lines += [f"apart({numbers[one]},{numbers[other]})." for one, other in exclusions]
    prefers = any(kind["legal_system"] == "preferred" for kind in kinds)
    for number, row in enumerate(table):
        counts = seats(row, rulebook)
        if row["reviewed"] == "yes":
            lines += [f"under_review({number}).", f"year({number},{row['year']})."]
            lines += [f"seats({number},{place},{count})." for place, count in enumerate(counts)]
            lines += [f"counted({number})."] * bool(prefers and row["legal_systems"])
        if row["reviewer"] == "yes":
            most = loads["maximum"] if row["maximum"] == "" else row["maximum"]
            bound = min(most, loads["per_year"] * rulebook["cycle"]["years"])
            lines += [f"reviewer({number}).", f"least({number},{loads['minimum']}).",
                      f"most({number},{bound}).", f"wanted({number},{min(loads['target'], most)})."]
        lines += [f"group({number},{quoted(row['region'])})."] * bool(row["region"])
        for name, column in (("party", "protocols"), ("law", "legal_systems")):
            lines += [f"{name}({number},{quoted(code)})." for code in row[column].split()]
    return "\n".join(lines)


def best(program, rulebook):
    """The best vector by clingo, by rule; None where there is no completion."""
    control = clingo.Control(["--warn=none", "--opt-strategy=usc"])
    control.load(str(ENCODING))
    control.add("base", [], program)
    control.ground([("base", [])])
    found = None
    with control.solve(yield_=True) as handle:
        for model in handle:
            found = dict.fromkeys(rulebook["waivers"], 0)
            for symbol in model.symbols(shown=True):
                rule, _, count = symbol.arguments
                found[rule.name] += count.number
    return found


def main():
    peerlots, cases = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 300
    differing, impossible, waived = [], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for case in range(cases):
            chance = random.Random(case)
            table, rulebook = rows(chance), rules(chance)
            for row in table:  # a State's own maximum is not below its minimum
                if row["maximum"] != "" and row["maximum"] < rulebook["loads"]["minimum"]:
                    row["maximum"] = rulebook["loads"]["minimum"]
                if row["seats"] != "":
                    same = sum(kind["count"] for kind in rulebook["reviewers"]["seats"]
                               if kind["group"] == "same") if row["region"] else 0
                    row["seats"] = max(row["seats"], same, 1)
            pairs = list(itertools.permutations([row["state"] for row in table], 2))
            conflicts = chance.sample(pairs, chance.choice([0, 0, 1, 3]))
            exclusions = {tuple(sorted(pair)) for pair in
                          chance.sample(pairs, chance.choice([0, 0, 1, 2]))}
            with open(folder / "m.csv", "w", newline="", encoding="utf-8") as file:
                writer = csv.DictWriter(file, COLUMNS)
                writer.writeheader()
                writer.writerows(table)
            (folder / "c.csv").write_text("".join(["under_review,reviewer\n", *(
                f"{one},{other}\n" for one, other in conflicts)]))
            (folder / "e.csv").write_text("".join(["reviewer,other\n", *(
                f"{one},{other}\n" for one, other in sorted(exclusions))]))
            (folder / "r.yaml").write_text(json.dumps(rulebook))  # JSON is YAML
            words = [peerlots, "check", folder / "m.csv", "--rulebook", folder / "r.yaml",
                     "--format", "json"]
            table_of = folder / ("e.csv" if exclusions else "c.csv")
            if exclusions:
                conflicts = []
            if exclusions or conflicts:
                words += ["--conflicts", table_of]
            run = subprocess.run(words, capture_output=True, text=True, check=False)
            if run.returncode not in (0, 1):
                sys.exit(f"case {case}: {run.stderr}")
            ours = json.loads(run.stdout)["best"]
            theirs = best(facts(table, rulebook, conflicts, exclusions), rulebook)
            impossible += theirs is None
            waived += bool(theirs) and any(theirs.values())
            if ours != theirs:
                differing.append((case, ours, theirs))
    print(f"{cases} memberships under every rule: {len(differing)} differ, {impossible} have no "
          f"completion, {waived} cost waivers")
    for case in differing[:5]:
        print(case)
    sys.exit(bool(differing))


if __name__ == "__main__":
    main()
