"""Makes the battery: tight memberships with their rulebooks, the same on every machine.

    python3 memberships.py FOLDER

writes NAME.csv, NAME.yaml and, where pairs are excluded, NAME-conflicts.csv. No random numbers of
Python are used: they may differ between its versions.
"""

import csv
import itertools
import pathlib
import sys

INSTANCES = pathlib.Path(__file__).resolve().parents[2] / "Instances"
MASK = (1 << 64) - 1


class Lots:
    """SplitMix64 (Steele, Lea and Flood 2014), begun at the FNV-1a hash of a name."""

    def __init__(self, name):
        self.state = 0xCBF29CE484222325
        for byte in name.encode():
            self.state = (self.state ^ byte) * 0x100000001B3 & MASK

    def below(self, count):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & MASK
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & MASK
        return (mixed ^ mixed >> 31) % count

    def some(self, items, percent):
        return [item for item in items if self.below(100) < percent]


def rulebook(per_review=2, least=1, most=3, years=5, protocols="all", open_seats="any",
             similar="preferred", mutual="forbidden", waivers=None):
    waivers = waivers or ["seat", "same_region", "minimum_load", "legal_system"]
    return "\n".join([
        f"cycle: {{years: {years}}}",
        f"reviewers: {{per_review: {per_review}, same_region: 1, protocols: {protocols}, "
        f"mutual_reviews: {mutual}, open_seats: {open_seats}, similar_legal_system: {similar}}}",
        f"loads: {{minimum: {least}, maximum: {most}}}",
        f"waivers: [{', '.join(waivers)}]",
    ]) + "\n"


def states(lots, count, groups, protocols=3, percent=70, systems=4):
    """States of random groups, Protocols and legal systems."""
    rows = []
    for number in range(count):
        region = groups(number)
        if region is None:
            region = lots.below(5)
        codes = lots.some(range(protocols), percent) or [lots.below(protocols)]
        laws = lots.some(range(systems), 40) if systems else []
        rows.append([
            f"S{number:05}", f"R{region:03}", " ".join(f"P{code:02}" for code in codes),
            " ".join(f"l{law}" for law in laws)])
    return rows


def cases():
    """Every case as a name, the rows of its table or a file of Instances, its rules, conflicts."""
    yield from real()
    yield from generated()


def real():
    files = {"2010": "untoc-2010.csv", "2014": "untoc-2014.csv", "2024": "untoc-2024-estimate.csv"}
    rules = [
        (2, 1, 2), (2, 2, 2), (2, 0, 2), (2, 1, 4), (3, 1, 3), (3, 3, 3), (3, 1, 4), (3, 2, 4),
        (4, 1, 4), (4, 2, 5), (1, 0, 1), (1, 1, 1)]
    for year, (seats, least, most) in itertools.product(files, rules):
        text = rulebook(seats, least, most)
        yield f"{year}-{seats}of{least}to{most}", INSTANCES / files[year], text, []
    for year, similar in itertools.product(files, ["ignored", "preferred"]):
        text = rulebook(2, 1, 2, open_seats="other_region", similar=similar)
        yield f"{year}-other-{similar}", INSTANCES / files[year], text, []
    for year in files:
        yield f"{year}-mutual", INSTANCES / files[year], rulebook(2, 1, 2, mutual="allowed"), []
        yield f"{year}-any", INSTANCES / files[year], rulebook(3, 3, 3, protocols="any"), []


def generated():
    anywhere = lambda number: None
    threes = lambda number: number // 3
    # Random States that all do exactly as many reviews as each has reviewers.
    for count, exact in itertools.product([24, 32, 44, 60, 100], [2, 3, 4]):
        for copy in "ab":
            name = f"exact{exact}-{count}{copy}"
            yield name, states(Lots(name), count, anywhere), rulebook(exact, exact, exact), []
    # Groups of three, in which a State's regional reviewers are two others.
    for count, most in itertools.product([24, 60, 99, 150, 198], [2, 3]):
        name = f"threes{most}-{count}"
        yield name, states(Lots(name), count, threes), rulebook(2, 1, most), []
    # One review each, and none of the own group for the open seat.
    for count, years in itertools.product([24, 60, 100, 200], [1, 5]):
        name = f"one-{count}-{years}"
        text = rulebook(1, 1, 1, years, "any", "other_region", "ignored")
        yield name, states(Lots(name), count, threes), text, []
        name = f"two-other-{count}-{years}"
        text = rulebook(2, 2, 2, years, "all", "other_region")
        yield name, states(Lots(name), count, anywhere), text, []
    # Few eligible reviewers: five to eleven of each State, five seats, loads of exactly five.
    for count, seats in itertools.product([40, 60, 100], [3, 4, 5]):
        name = f"few{seats}-{count}"
        lots = Lots(name)
        rows = states(lots, count, lambda number: 0, protocols=1, percent=100, systems=0)
        pairs = []
        for under in range(count):
            near = {(under + step) % count for step in range(1, seats + 1)}
            near |= {lots.below(count) for _ in range(lots.below(7))}
            pairs += [(rows[under][0], rows[other][0]) for other in range(count)
                      if other != under and other not in near]
        text = rulebook(seats, seats, seats, 4, "any", "any", "ignored")
        yield name, rows, text, pairs
    # Many random Protocols: no two States are alike.
    for count, protocols, percent in itertools.product([60, 120, 200, 400], [6, 12], [80, 95]):
        name = f"protocols{protocols}-{count}-{percent}"
        rows = states(Lots(name), count, anywhere, protocols, percent)
        yield name, rows, rulebook(2, 1, 3), []
    # Many seats, from four reviewers to eight.
    for count, seats in itertools.product([60, 120, 200], [4, 6, 8]):
        name = f"seats{seats}-{count}"
        yield name, states(Lots(name), count, anywhere), rulebook(seats, 1, seats), []
        name = f"full{seats}-{count}"
        yield name, states(Lots(name), count, anywhere), rulebook(seats, seats, seats), []
    for count in [300, 400]:
        name = f"four-{count}"
        yield name, states(Lots(name), count, anywhere), rulebook(4, 1, 4), []
    # Other orders of the waivers, and rules that may not be waived.
    orders = [
        ["minimum_load", "seat", "same_region", "legal_system"],
        ["seat", "minimum_load", "legal_system", "same_region"],
        ["legal_system", "same_region", "minimum_load", "seat"],
        ["seat", "minimum_load"], ["seat", "same_region", "minimum_load"]]
    for count, (place, order) in itertools.product([60, 150], enumerate(orders)):
        name = f"order{place}-{count}"
        yield name, states(Lots(name), count, threes), rulebook(2, 2, 2, waivers=order), []


def write(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, table, text, conflicts in cases():
        target = folder / f"{name}.csv"
        if isinstance(table, pathlib.Path):
            target.write_bytes(table.read_bytes())
        else:
            with target.open("w", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(["state", "region", "protocols", "legal_systems"])
                writer.writerows(table)
        (folder / f"{name}.yaml").write_text(text)
        if conflicts:
            lines = ["under_review,reviewer"] + [",".join(pair) for pair in conflicts]
            (folder / f"{name}-conflicts.csv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    write(pathlib.Path(sys.argv[1]))
