"""A cycle with every kind of event, made by the program from the membership of 2024.

Which States the events concern is read from the draw itself, so nothing here depends on a seed: the
first State, in the order of codes, to which an event can happen.
"""

import csv
import io
import subprocess

# The working languages of some States; the membership of 2024 names none.
LANGUAGES = {
    "en": "AUS CAN GBR GHA IND JAM KEN NGA NZL USA ZAF", "fr": "BEL BEN CAN CIV FRA MLI SEN",
    "es": "ARG BOL CHL COL CUB ESP MEX PER", "ar": "DZA EGY IRQ JOR MAR QAT TUN",
    "ru": "BLR KAZ RUS", "zh": "CHN"}
LEAVES, JOINS, RENAMED = "TKM", "XAA", ("TUR", "TUK")


class Cycle:
    """The folder of a cycle, and the program that writes it."""

    def __init__(self, program, folder):
        self.program, self.folder, self.count = program, folder, 0
        self.path = folder / "cycle"

    def tell(self, command, *arguments):
        """What a command about the cycle prints."""
        call = [self.program, command, self.path, *arguments]
        done = subprocess.run(call, capture_output=True, text=True)
        if done.returncode != 0:
            words = " ".join(map(str, call))
            raise SystemExit(f"{words} ended with {done.returncode}\n{done.stderr}")
        return done.stdout

    def do(self, command, *arguments):
        """A command with a seed of its own."""
        self.count += 1
        self.tell(command, *arguments, "--seed", f"eventful {self.count}")

    def rows(self):
        """Who reviews whom: year, State under review, reviewers; in the table's order."""
        for row in csv.DictReader(io.StringIO(self.tell("table", "--format", "csv"))):
            held = [v for k, v in row.items() if k not in ("year", "under_review") and v]
            yield int(row["year"]), row["under_review"], held

    def of_year(self, year):
        return {state: held for its, state, held in self.rows() if its == year}

    def years(self):
        """The year in which each State is under review."""
        text = self.tell("states", "--format", "csv")
        return {row["state"]: row["year"] for row in csv.DictReader(io.StringIO(text))}

    def reviewing_and_reviewed(self, year):
        """States that review in the year in which they are reviewed."""
        drawn = self.of_year(year)
        return sorted({one for held in drawn.values() for one in held} & set(drawn))


def tables(source, folder):
    """The membership as it is at first, and as the amendment has it."""
    rows = list(csv.DictReader(source.open(encoding="utf-8")))
    for row in rows:
        row["languages"] = " ".join(
            one for one, codes in LANGUAGES.items() if row["state"] in codes.split())

    def write(name):
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        return folder / name

    first = write("members.csv")
    lacking = next(row for row in rows if "FA" not in row["protocols"].split())
    lacking["protocols"] += " FA"
    rows[:] = [row for row in rows if row["state"] != LEAVES]
    next(row for row in rows if row["state"] == RENAMED[0])["state"] = RENAMED[1]
    rows.append(dict(rows[0], state=JOINS, name="Atlantis", protocols="TIP"))
    return first, write("members-2.csv")


def experts(folder):
    """A list of experts of some States."""
    path = folder / "experts.csv"
    path.write_text(
        "state,expert,fields,protocols,languages\n" + "".join(
            f"{state},{post},extradition,TIP,en fr\n"
            for state in LANGUAGES["en"].split() for post in ("Director of Prosecutions", "Judge")),
        "utf-8")
    return path


def copy(cycle, folder):
    """The cycle as it stands, in another folder."""
    folder.mkdir()
    (folder / "ledger.jsonl").write_bytes((cycle / "ledger.jsonl").read_bytes())


def make(program, membership, folder):
    """Makes the folders `first` (a year is drawn), `middle` (three are) and `cycle` (the whole)."""
    cycle = Cycle(program, folder)
    first, second = tables(membership, folder)

    def bound(draw, *options):
        """Announces a draw with a secret of its own; gives its seed."""
        cycle.count += 1
        secret = folder / f"secret-{cycle.count}"
        secret.write_text(f"a secret for tests, number {cycle.count}", "utf-8")
        cycle.tell("announce", "--draw", draw, "--source", "the closing figures of the exchange",
                   "--secret-file", secret, *options)
        return ["--secret-file", secret, "--public", f"figures {cycle.count}"]

    cycle.tell("open", "--membership", first)
    bound("selection")
    cycle.tell("withdraw", "--draw", "selection", "--reason", "The exchange did not open.")
    cycle.tell("select", *bound("selection"))
    seed = bound("year 1", "--experts", experts(folder))
    cycle.tell("draw", "--year", "1", *seed)
    copy(cycle.path, folder / "first")

    # Redraws: of both reviewers, of one, and beyond the limit.
    both, one = sorted(cycle.of_year(1))[:2]
    cycle.do("redraw", "--state", both)
    cycle.do("redraw", "--state", both)
    cycle.do("redraw", "--state", both, "--exceptional", "A conflict of interest of both States.")
    cycle.do("redraw", "--state", one, "--only", cycle.of_year(1)[one][1])

    # Stand-downs both ways, deferrals with a replacement and without.
    quiet, busy = cycle.reviewing_and_reviewed(1)[:2]
    cycle.do("stand-down", "--state", quiet, "--year", "1")
    cycle.do("stand-down", "--state", busy, "--year", "1", "--own-review", "--reason",
             "It reviews this year.")
    others = [state for state in sorted(cycle.of_year(1)) if state not in (both, one, quiet)]
    late, later = others[:2]
    cycle.do("defer", "--state", late, "--reason", "Elections were called.")
    cycle.tell("defer", "--state", later, "--reason", "<b>\"Floods\"</b>", "--no-replacement")

    # Tickets for the second year.
    cycle.tell("announce", "--draw", "tickets year 2", "--source", "the lottery of Saturday")
    cycle.do("tickets", "--year", "2", "--count", "10", "--few", "--output", folder / "tickets.csv")
    cycle.tell("announce", "--draw", "year 2", "--method", "tickets", "--source", "one die of ten")
    cycle.tell("draw", "--year", "2", "--ticket", "7")

    # One leaves, one joins, one accedes to a Protocol, one takes another code.
    cycle.do("amend", "--membership", second, "--leaves", LEAVES, "--joins", JOINS,
             "--rename", "=".join(RENAMED))
    for year, state, held in list(cycle.rows()):
        for reviewer in held:
            if reviewer == LEAVES:
                cycle.do("redraw", "--state", state, "--only", LEAVES)
    cycle.do("draw", "--year", "3", "--method", "uniform")

    copy(cycle.path, folder / "middle")
    cycle.do("draw", "--year", "4")
    last = sorted(state for state, year in cycle.years().items() if year == "5")[0]
    cycle.tell("defer", "--state", last, "--reason", "A new government.", "--no-replacement")
    cycle.do("draw", "--year", "5")
    cycle.tell("verify")
