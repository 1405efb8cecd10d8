"""Tests of the independent verifier: python3 -m unittest discover Tests/IndependentVerifier"""

import ast
import contextlib
import copy
import csv
import glob
import hashlib
import io
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import verify  # noqa: E402

WAIVERS = ("seat", "same_region", "minimum_load", "legal_system")
LEDGERS = sorted(glob.glob(os.path.join(HERE, "ledgers", "**", "*.jsonl"), recursive=True))


def read(name):
    with open(os.path.join(HERE, "ledgers", name), "rb") as file:
        return file.read()


def sha(data):
    return hashlib.sha256(data).hexdigest()


class Case(unittest.TestCase):
    chains = False

    def right(self, data, head=None, unfinished=False):
        now = verify.verify(data, head, self.chains)
        self.assertEqual(now.unfinished, unfinished, now.name)
        return now

    def wrong(self, data, message=r"", head=None):
        with self.assertRaisesRegex(ValueError, r"(?s)^line [1-9][0-9]*: .*" + message):
            verify.verify(data, head, self.chains)


# A builder of ledgers, with its own lots; bowls of reviewers are all that the builder finds fit.


def chained(events):
    """The bytes of a ledger with these events, numbered and chained anew."""
    lines, previous = b"", "0" * 64
    for sequence, event in enumerate(events):
        line = json.dumps({"sequence": sequence, "previous": previous, **event},
                          ensure_ascii=False).encode()
        lines, previous = lines + line + b"\n", sha(line)
    return lines


def member(state, region="G", **more):
    return {"state": state, "name": "", "region": region, "protocols": [], "legal_systems": [],
            "languages": [], "reviewed": True, "reviewer": True, **more}


class Builder:
    """States A to F of one group, two a year for three years, each reviewed by two others."""

    def __init__(self, members=None, years=3, best=(0, 0, 0, 0), minimum=0, maximum=1000,
                 mutual="allowed", per_review=2, limit=2, waivers=WAIVERS):
        self.events, self.used, self.secret = [], {}, None
        self.members = {row["state"]: row for row in members or map(member, "ABCDEF")}
        self.waivers, self.mutual, self.per_review = list(waivers), mutual, per_review
        self.maximum, self.years = maximum, years
        self.year_of, self.held, self.barred = {}, {}, set()
        self.add("opened", format=2, software="test", conflicts=[], exclusions=[], after="",
                 carried=[], imported=[], best=self.best(*best),
                 membership=list(self.members.values()), rulebook={
                     "name": "", "source": "", "cycle": {"years": years, "selected": years},
                     "joining": "by_lot",
                     "reviewers": {"seats": [
                         {"name": "regional", "count": 1, "group": "same",
                          "legal_system": "preferred"},
                         {"name": "open", "count": per_review - 1, "group": "any",
                          "legal_system": "ignored"}], "distinct_groups": False,
                         "protocols": "all", "mutual_reviews": mutual},
                     "loads": {"minimum": minimum, "target": 0, "maximum": maximum,
                               "per_year": 1000},
                     "selection": {"method": "lots", "proportional": True},
                     "redraws": {"limit": limit, "scope": "review", "exclude_previous": True},
                     "waivers": self.waivers})

    def best(self, *counts):
        return dict(zip(self.waivers, counts or (0, 0, 0, 0)))

    def add(self, event, **fields):
        self.events.append({"event": event, **fields})

    def seeded(self, draw, seed=None, **fields):
        self.draw, self.seed, self.counter = draw, seed if seed is not None else "s " + draw, 0
        self.add("seeded", draw=draw, seed=self.seed, **fields)

    def lot(self, purpose, bowl, **fields):
        bowl, first, size = sorted(bowl), self.counter, len(bowl)
        key = hashlib.sha256(self.seed.encode()).digest()
        while True:
            block = hashlib.sha256(key + self.counter.to_bytes(8, "big")).digest()
            value = int.from_bytes(block[:8], "big")
            self.counter += 1
            if value < size * (2**64 // size):
                break
        drawn = bowl[value % size]
        self.add("lot", draw=self.draw, purpose=purpose, bowl=bowl, counter=first,
                 index=value % size, drawn=drawn, **fields)
        return drawn

    def select(self, **fields):
        self.seeded("selection", **fields)
        left = [s for s in self.members if self.members[s]["reviewed"]]
        for year in range(1, self.years + 1):
            for _ in range(len(self.members) // self.years):
                state = self.lot("year", left, region="G", year=year)
                left.remove(state)
                self.year_of[state] = year

    def planned(self, year):
        return sorted(s for s in self.year_of if self.year_of[s] == year)

    def year(self, year, **fields):
        self.seeded(f"year {year}", **fields)
        left = self.planned(year)
        while left:
            state = self.lot("turn", left, year=year)
            left.remove(state)
            self.review(state)

    def review(self, state, barred=()):
        self.held[state] = {}
        for number in range(self.per_review):
            regional = number == 0 and self.members[state]["region"] != ""
            self.seat(state, "regional reviewer" if regional else "open reviewer", barred)

    def seat(self, state, kind, barred=()):
        load = [r for held in self.held.values() for r in held]
        bowl = [s for s, row in self.members.items()
                if s not in {state, *barred} and row["reviewer"]
                and s not in self.held[state] and load.count(s) < self.maximum
                and (s, self.year_of[state]) not in self.barred
                and (self.mutual == "allowed" or state not in self.held.get(s, {}))
                and (kind[0] == "o" or row["region"] == self.members[state]["region"])]
        self.held[state][self.lot(kind, bowl, year=self.year_of[state], under_review=state)] = kind

    def whole(self):
        self.select()
        for year in range(1, self.years + 1):
            self.year(year)
        return self

    def redraw(self, state, number, request=None, only=None, exclusion=False, barred=(), **more):
        self.seeded(f"redraw {state} {number}")
        released = [only] if only else sorted(self.held[state])
        more = {**({"only": only} if only else {}), **more}
        self.add("redraw", state=state, request=number if request is None else request,
                 released=released, exclusion=exclusion, best=self.best(), **more)
        barred = {*barred, *(released if exclusion else ())}
        if only:
            self.seat(state, self.held[state].pop(only), barred)
        else:
            self.review(state, barred)
        return released

    def deferred(self, state, **more):
        year = self.year_of[state]
        self.add("deferred", **{"state": state, "from": year, "to": year + 1, "reason": "ill",
                                "released": sorted(self.held.pop(state, ())),
                                "best": self.best(), **more})
        self.year_of[state] = year + 1

    def replacement(self, state):
        bowl = [s for s in self.planned(self.year_of[state]) if s != state]
        other = self.lot("replacement", bowl, state=state)
        self.year_of[other] = self.year_of[state] - 1
        return other

    def stood_down(self, state, **more):
        year = self.year_of[state]
        self.barred.add((state, year))
        held = [s for s in self.planned(year) if state in self.held.get(s, ())]
        self.add("stood down", **{"state": state, "year": year, "released": held,
                                  "best": self.best(), **more})
        kinds = [(s, self.held[s].pop(state)) for s in held]
        for s, kind in kinds:
            self.seat(s, kind)

    def amended(self, rows, **more):
        before, after = {*self.members}, {row["state"] for row in rows}
        self.members = {row["state"]: row for row in rows}
        self.add("amended", **{"membership": rows, "left": sorted(before - after),
                               "joined": sorted(after - before), "renamed": [],
                               "best": self.best(), **more})

    def announce(self, draw, secret=None, method="bowls", source="a lottery", **more):
        bound = {"commitment": sha(secret.encode())} if secret else {}
        self.add("announced", draw=draw, method=method, source=source, **bound, **more)

    def withdraw(self, draw, reason="it rained"):
        self.add("withdrawn", draw=draw, reason=reason)

    def bytes(self):
        return chained(self.events)


class Golden(Case):
    def test_every_committed_ledger_is_right(self):
        self.assertGreaterEqual(len(LEDGERS), 3)
        for path in LEDGERS:
            with self.subTest(path):
                run = subprocess.run([sys.executable, os.path.join(HERE, "verify.py"), path],
                                     capture_output=True, text=True)
                self.assertEqual((run.returncode, run.stderr), (0, ""), run.stderr)
                with open(path, "rb") as file:
                    lines = file.read().splitlines()
                lots = sum(json.loads(line)["event"] == "lot" for line in lines)
                self.assertEqual(run.stdout.splitlines()[:2], [
                    "RIGHT", f"{len(lines)} lines, {lots} lots; "
                    f"the last line has the hash {sha(lines[-1])}"])

    def test_every_beginning_of_a_right_ledger_is_right(self):
        for path in LEDGERS:
            with open(path, "rb") as file:
                lines = file.read().splitlines(keepends=True)
            for end in range(1, len(lines), max(1, len(lines) // 60)):
                with self.subTest(path, end=end):
                    verify.verify(b"".join(lines[:end]))

    def test_an_unfinished_draw_is_named(self):
        data = read("ten.jsonl")
        lines = data.splitlines(keepends=True)
        self.assertEqual(self.right(b"".join(lines[:2]), unfinished=True).name, "selection")
        self.right(b"".join(lines[:1]))
        self.right(b"".join(lines[:17]))
        self.assertEqual(self.right(b"".join(lines[:18]), unfinished=True).name, "year 1")
        self.assertEqual(self.right(b"".join(lines[:44]), unfinished=True).name, "year 4")
        self.right(data)

    def test_the_command(self):
        script = os.path.join(HERE, "verify.py")

        def run(*arguments):
            done = subprocess.run([sys.executable, script, *arguments], capture_output=True)
            return done.returncode, done.stdout.decode(), done.stderr.decode()

        data = read("ten.jsonl")
        lines = data.splitlines(keepends=True)
        head = sha(lines[-1][:-1])
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "ledger.jsonl")

            def write(data):
                with open(path, "wb") as file:
                    file.write(data)

            write(data)
            self.assertEqual(run(folder)[0], 0)
            self.assertEqual(run(folder)[1].splitlines()[:-1],
                             run(path, "--head", head)[1].splitlines())
            self.assertEqual(run("--help")[0], 0)
            code, out, error = run(path, "--head", "0" * 64)
            self.assertEqual((code, error), (1, ""))
            self.assertIn("WRONG: line 54", out)
            write(b"".join(lines[:20]))
            code, out, error = run(folder)
            self.assertEqual((code, error), (0, ""))
            self.assertIn("UNFINISHED: the ledger ends within 'year 1'", out)
            self.assertIn("20 lines", out)
            write(b"".join(lines[:20]) + lines[20][:-1])
            code, out, error = run(folder)
            self.assertEqual((code, error), (1, ""))
            self.assertIn("WRONG: line 21", out)
            write(b"")
            self.assertEqual(run(folder)[0], 1)
            for wrong in ([], ["--head", head], [folder, "x"], [folder, "--head"],
                          [folder + "/none"], [folder, "--head", head, "x"], [folder, "--x", "y"]):
                with self.subTest(wrong):
                    self.assertEqual(run(*wrong)[0], 64)


class Lots(Case):
    def test_the_vectors_of_the_contract(self):
        with open(os.path.join(HERE, "lots.csv"), encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertGreater(len(rows), 40)
        for row in rows:
            key = hashlib.sha256(row["seed"].encode()).digest()
            counter = int(row["counter"])
            index, following = verify.draw_index(key, counter, int(row["bowl_size"]))
            self.assertEqual((index, following - counter),
                             (int(row["index"]), int(row["blocks_used"])), row)

    def test_the_bowl_of_years_equals_brute_force(self):
        def reachable(totals, rows):
            """All totals that these rows, each with the years it may go to, can end in."""
            ends = {tuple(totals)}
            for places, closed in rows:
                free = [year for year in range(len(totals)) if year not in closed]
                ends = {tuple(total + (year in given) for year, total in enumerate(end))
                        for end in ends for given in itertools.combinations(free, places)}
            return ends

        generator, cases = random.Random(14), 0
        for _ in range(400):
            years = generator.randint(2, 5)
            extras = [generator.randint(0, years - 1) for _ in range(generator.randint(1, 4))]
            totals = [0] * years
            for number, extra in enumerate(extras):  # a whole selection, each bowl compared
                taken, later = set(), extras[number + 1:]
                for left in range(extra, 0, -1):
                    bowl = []
                    for year in set(range(years)) - taken:
                        after = [t + (y == year) for y, t in enumerate(totals)]
                        rows = [(left - 1, {*taken, year})] + [(places, ()) for places in later]
                        level = any(max(e) - min(e) <= 1 for e in reachable(after, rows))
                        self.assertEqual(
                            verify.can_be_met(totals, taken, left, later, year), level)
                        bowl += [year] if level else []
                        cases += 1
                    year = generator.choice(bowl)
                    taken.add(year)
                    totals[year] += 1
        self.assertGreater(cases, 1500)


class Tampering(Case):
    """On a ledger of 262 lines. Without the hash of the last line, all is caught but what is
    confined to the last line, or cuts the ledger off after a line."""

    @classmethod
    def setUpClass(cls):
        cls.data = read("synthetic-60.jsonl")
        cls.lines = cls.data.splitlines()
        cls.head = sha(cls.lines[-1])

    def join(self, lines):
        return b"".join(line + b"\n" for line in lines)

    def test_every_flipped_bit(self):
        """A ledger is read line by line, each by `read_line` from the bytes, the number and the
        hash of the line before alone. So a flip that leaves the number of lines as it is is
        caught in its line or the next, if these two calls refuse one of the two."""
        previous = "0" * 64
        for number, line in enumerate(self.lines[:-1]):
            following = self.lines[number + 1]
            for position in range(len(line)):
                for bit in range(8):
                    flipped = bytearray(line)
                    flipped[position] ^= 1 << bit
                    if flipped[position] == 10:
                        continue  # a line more: the next test
                    with contextlib.suppress(ValueError, RecursionError):
                        verify.read_line(bytes(flipped), number, previous)
                        with self.assertRaisesRegex(ValueError, "previous"):
                            verify.read_line(following, number + 1, sha(flipped))
            previous = sha(line)

    def test_every_flip_that_makes_or_unmakes_a_line_and_some_others_as_a_whole(self):
        flips = [(at, bit) for at in range(len(self.data)) for bit in range(8)
                 if 10 in (self.data[at], self.data[at] ^ 1 << bit)]
        flips = random.Random(2).sample(flips, 200) + [
            (at, bit) for at, bit in flips if self.data[at] == 10 and at < len(self.data) - 1]
        some = random.Random(1)
        for _ in range(500):
            flips.append((some.randrange(len(self.data) - len(self.lines[-1]) - 1),
                          some.randrange(8)))
        for at, bit in flips:
            flipped = bytearray(self.data)
            flipped[at] ^= 1 << bit
            self.wrong(bytes(flipped), head=self.head)
            if at < len(self.data) - len(self.lines[-1]) - 1:
                self.wrong(bytes(flipped))

    def test_every_flip_of_the_last_line_given_the_head(self):
        for at in range(len(self.data) - len(self.lines[-1]) - 1, len(self.data)):
            for bit in range(8):
                flipped = bytearray(self.data)
                flipped[at] ^= 1 << bit
                self.wrong(bytes(flipped), head=self.head)

    def test_every_line_deleted_doubled_or_swapped(self):
        last = len(self.lines) - 1
        for at, line in enumerate(self.lines):
            deleted = self.join(self.lines[:at] + self.lines[at + 1:])
            doubled = self.join(self.lines[:at] + [line] + self.lines[at:])
            for head in (self.head, None):
                self.wrong(doubled, head=head)
                if at < last or head:
                    self.wrong(deleted, head=head)
                if at < last:
                    swapped = list(self.lines)
                    swapped[at:at + 2] = swapped[at + 1], swapped[at]
                    self.wrong(self.join(swapped), head=head)

    def test_lines_swapped_afar_and_lines_inserted(self):
        some = random.Random(3)
        foreign = read("ten.jsonl").splitlines() + self.lines + [b"", b"{}", b"null", b"[]"]
        for at in range(len(self.lines) + 1):
            inserted = self.join(self.lines[:at] + [some.choice(foreign)] + self.lines[at:])
            self.wrong(inserted)
            self.wrong(inserted, head=self.head)
            if at < len(self.lines):
                other, swapped = some.randrange(len(self.lines)), list(self.lines)
                swapped[at], swapped[other] = swapped[other], swapped[at]
                if at != other:
                    self.wrong(self.join(swapped))
                    self.wrong(self.join(swapped), head=self.head)

    def test_every_cut_given_the_head(self):
        some = random.Random(4)
        for _ in range(300):
            at = some.randrange(len(self.data))
            self.wrong(self.data[:at], head=self.head)
            if at and self.data[at - 1] != 10:
                self.wrong(self.data[:at], "torn")

    def test_the_line_that_is_named_is_that_of_the_first_fault(self):
        for at in (0, 1, 5, 100, len(self.lines) - 2):
            lines = list(self.lines)
            lines[at] = lines[at].replace(b'":', b'": ', 1)
            self.wrong(self.join(lines), f"(?<=^line {at + 2}: )previous")

    def test_chained_anew_the_lots_still_tell(self):
        """Who rewrites the chain as well is caught by the lots, and by the head."""
        events = [json.loads(line) for line in self.lines]
        events = [{k: v for k, v in e.items() if k not in ("sequence", "previous")}
                  for e in events]
        self.right(chained(events))
        for at, event in enumerate(events):
            changed = copy.deepcopy(events)
            if event["event"] == "lot" and len(event["bowl"]) > 1:
                bowl = event["bowl"]
                changed[at]["index"] = (event["index"] + 1) % len(bowl)
                changed[at]["drawn"] = bowl[changed[at]["index"]]
                self.wrong(chained(changed), "index")
                changed[at] = {**event, "bowl": bowl[::-1]}
                self.wrong(chained(changed), "bowl")
                changed[at] = {**event, "counter": event["counter"] + 1}
                self.wrong(chained(changed), "counter")
            elif event["event"] == "seeded":
                changed[at]["seed"] += "x"
                self.wrong(chained(changed))


class Forms(Case):
    def faults(self, builder, table):
        for at, change, message in table:
            with self.subTest(message=message, change=str(change)):
                events = copy.deepcopy(builder.events)
                if callable(change):
                    change(events[at])
                else:
                    events[at].update(change)
                self.wrong(chained(events), message)

    def test_fields_and_types(self):
        self.faults(Builder().whole(), [
            (0, {"format": 1}, "format"), (0, {"format": True}, "format"),
            (0, {"more": 1}, "unknown.*more"), (0, lambda e: e.pop("best"), "best"),
            (0, lambda e: e["rulebook"].pop("waivers"), "waivers"),
            (0, lambda e: e["rulebook"].update(x=1), "x"),
            (0, lambda e: e["rulebook"]["cycle"].update(years=0), "years"),
            (0, lambda e: e["rulebook"]["cycle"].update(years=51), "years"),
            (0, lambda e: e["rulebook"]["cycle"].update(years=3.0), "years"),
            (0, lambda e: e["rulebook"]["loads"].update(minimum=1001), "minimum"),
            (0, lambda e: e["rulebook"]["loads"].update(maximum=-1), "maximum"),
            (0, lambda e: e["rulebook"]["loads"].update(minimum=2, maximum=1), "minimum"),
            (0, lambda e: e["rulebook"].update(waivers=["mutual"]), "mutual"),
            (0, lambda e: e["rulebook"]["reviewers"].update(protocols="some"), "some"),
            (0, lambda e: e["membership"][0].update(reviewer="yes"), "reviewer"),
            (0, lambda e: e["membership"][0].update(state="-"), "state"),
            (0, lambda e: e["membership"].reverse(), "order"),
            (0, lambda e: e["membership"].insert(0, e["membership"][0]), "order"),
            (0, lambda e: e["membership"][0]["protocols"].append(1), "protocols"),
            (0, lambda e: e["conflicts"].append({"under_review": "A", "reviewer": "Z"}), "unknown"),
            (0, lambda e: e["conflicts"].append({"under_review": "A"}), "reviewer"),
            (0, lambda e: [m.update(reviewed=False) for m in e["membership"]], "nobody"),
            (0, {"best": {"seat": 0}}, "best"), (0, {"best": None}, "best"),
            (0, {"best": dict.fromkeys(WAIVERS, False)}, "best"),
            (1, {"event": "seed"}, "seed"), (1, {"event": ["seeded"]}, "event"),
            (1, {"event": "turn"}, ""), (1, {"draw": "year 0"}, "draw"),
            (1, {"draw": "year 1"}, "selection"), (1, {"draw": "redraw A 2"}, "next"),
            (1, {"seed": None}, "seed"), (1, {"seed": 1}, "seed"),
            (1, {"public": "x"}, "public"), (1, {"commitment": "0" * 64}, "commitment"),
            (2, {"index": True}, "index"), (2, {"counter": 0.0}, "counter"),
            (2, {"under_review": "A"}, "under_review"), (2, {"more": "A"}, "unknown"),
            (2, {"bowl": "ABCDEF"}, "bowl"),
            (2, {"bowl": []}, "bowl"), (2, {"bowl": ["A", "B"]}, "bowl"),
            (2, {"purpose": "turn"}, "purpose"), (2, {"draw": "year 1"}, "draw"),
            (2, {"region": "H"}, "region"), (2, {"year": 2}, "year"),
            (-1, {"purpose": "regional reviewer"}, "purpose"), (-1, {"drawn": "Z"}, "drawn")])

    def test_json(self):
        data = Builder().bytes()
        self.right(data)
        for old, new in ((b'"format": 2', b'"format": 2, "format": 2'), (b"{", b"[{"),
                         (b'"format": 2', b'"format": 2e0'), (b'"format": 2', b'"format": NaN'),
                         (b"test", b"te\xffst"), (b"test", b"\\ud800"), (b"test", b"te\tst"),
                         (b"{", b"\xef\xbb\xbf{"), (b'"format": 2', b'"format": 02'),
                         (data, b"[" * 100000 + b"\n"), (data, b"1" * 5000 + b"\n"),
                         (b"\n", b"\r"), (b"\n", b""), (b"\n", b"\n\n"), (data, b"null\n")):
            with self.subTest(old=old[:10], new=new[:30]):
                self.wrong(data.replace(old, new, 1))

    def test_the_sequence(self):
        line = Builder().bytes()
        for new in (b"1", b"false", b"0.0", b"-1", b'"0"', b"null"):
            self.wrong(line.replace(b'"sequence": 0', b'"sequence": ' + new), "sequence")
        self.wrong(line.replace(b'"sequence": 0, ', b""), "sequence")

    def test_seeds_and_order_of_draws(self):
        builder = Builder()
        builder.select()
        events = builder.events
        self.wrong(chained(events + [{"event": "seeded", "draw": "year 2", "seed": "x"}]), "next")
        self.wrong(chained(events + [{"event": "seeded", "draw": "selection", "seed": "x"}]),
                   "next")
        self.wrong(chained(events + events[1:]), "next")
        self.wrong(chained(events + events[:1]), "opened")
        self.wrong(chained(events + events[-1:]), "lot")
        self.wrong(chained(events + [{"event": "seeded", "draw": "year 1", "seed": "s selection"}]),
                   "used before")
        self.wrong(chained(events[1:]), "opened")
        builder = Builder().whole()
        self.right(builder.bytes())
        builder.seeded("year 4")
        self.wrong(builder.bytes(), "year")
        self.wrong(chained(events + [{"event": "waiver", "rule": "seat", "state": "A",
                                      "reason": "so"}]), "waiver")

    def test_announcements_freeze_the_cycle(self):
        def begin(**changes):
            builder = Builder()
            builder.announce("selection", "a secret of mine")
            builder.announce("year 1", "another secret here")
            builder.select(**{"seed": "a secret of mine/a/b", "public": "a/b",
                              "commitment": sha(b"a secret of mine"), **changes})
            return builder

        builder = begin()
        self.right(builder.bytes())
        year = {"seed": "another secret here/x", "public": "x",
                "commitment": sha(b"another secret here")}
        builder.year(1, **year)
        self.right(builder.bytes())
        for changes in ({"public": "a"}, {"seed": "a secret of mine/a"}, {"seed": "secret"},
                        {"commitment": sha(b"other")}, {"seed": "a secret of mine/a/b/"}):
            with self.subTest(changes):
                self.wrong(begin(**changes).bytes())
        builder = begin()
        builder.year(1)
        self.wrong(builder.bytes(), "commitment")
        builder = begin()  # a public text twice
        builder.year(1, **{**year, "seed": "another secret here/a/b", "public": "a/b"})
        self.wrong(builder.bytes(), "used before")
        for draw in ("selection", "year 1", "year 4", "redraw A 3", "redraw Z 1", "amendment 2"):
            builder = begin()
            builder.announce(draw, "again and again")
            with self.subTest(draw):
                self.wrong(builder.bytes())
        builder = begin()  # a secret twice
        builder.withdraw("year 1")
        self.right(builder.bytes())
        builder.announce("year 1", "another secret here")
        self.wrong(builder.bytes(), "before")
        builder = begin()  # anything else while the year is announced
        builder.stood_down(builder.planned(1)[0])
        self.wrong(builder.bytes(), "is announced")
        builder = begin()
        builder.announce("redraw A 1")
        builder.withdraw("year 1")
        builder.year(1)
        self.wrong(builder.bytes(), "redraw A 1 is announced")
        builder = begin()
        builder.withdraw("year 2")
        self.wrong(builder.bytes(), "no such")
        builder = begin()
        builder.withdraw("year 1", reason=" - ")
        self.wrong(builder.bytes(), "reason")
        builder = Builder()
        builder.announce("selection", source="...")
        self.wrong(builder.bytes(), "source")
        builder = Builder()
        builder.select()
        builder.announce("year 1", method="uniform")
        self.right(builder.bytes())
        builder.year(1)
        self.wrong(builder.bytes(), "another method")
        builder = Builder()
        builder.announce("selection", method="uniform")
        self.wrong(builder.bytes(), "no such method")

    def test_seeds(self):
        for seed in ("", " a", "a ", "a  b", "a\n", "\u00e9", "a\tb", "x" * 1001, "\u200ba"):
            with self.subTest(seed):
                builder = Builder()
                builder.select(seed=seed)
                self.wrong(builder.bytes(), "seed|line break")

    def test_texts_are_one_line_with_a_letter_that_is_seen(self):
        for reason, right in (("rain", True), ("\u3164", False), ("\u00bd", False), ("12", False),
                              ("rain\nlots", False), ("rain\r", False), ("a\\nb", True)):
            with self.subTest(reason):
                builder = Builder()
                builder.announce("selection")
                builder.withdraw("selection", reason)
                (self.right if right else self.wrong)(builder.bytes())
        for draw in ("year 2", "redraw A 1", "deferral A 1", "stand-down A 1", "tickets year 1"):
            with self.subTest(draw):
                builder = Builder()
                builder.announce(draw, method="tickets" if "tickets" in draw else "bowls")
                self.wrong(builder.bytes(), "cannot come, or not yet")
        builder = Builder()
        builder.select(seed="x" * 1000)
        self.right(builder.bytes())
        builder = Builder()
        builder.announce("selection", "fifteen letters")
        builder.select(seed="fifteen letters/x", public="x", commitment=sha(b"fifteen letters"))
        self.wrong(builder.bytes(), "too short")


class Draws(Case):
    def test_reviewers_that_are_not_fit(self):
        def build(change=None, **options):
            rows = [member(s, protocols=["P"], legal_systems=["civil"]) for s in "ABCDEF"]
            builder = Builder(rows, **options)
            builder.select()
            builder.year(1)
            if change:
                change(builder.events[0], builder.year_of)
            return builder

        self.right(build().bytes())
        first = build()
        lot = next(e for e in first.events if e.get("purpose") == "regional reviewer")
        state, reviewer = lot["under_review"], lot["bowl"][0]

        def row(event, name):
            return next(r for r in event["membership"] if r["state"] == name)

        for message, change in {
                "57": lambda e, _: row(e, reviewer).update(reviewer=False),
                "18 bis": lambda e, _: row(e, state)["protocols"].append("Q"),
                "conflict": lambda e, _: e["conflicts"].append(
                    {"under_review": state, "reviewer": reviewer}),
                "para. 20": lambda e, _: e["rulebook"]["loads"].update(maximum=1),
        }.items():
            with self.subTest(message):
                self.wrong(build(change).bytes(), message)

    def test_mutual_reviews_second_reviews_and_the_state_itself(self):
        self.right(Builder(mutual="forbidden", maximum=3).whole().bytes())
        builder = Builder().whole()
        builder.events[0]["rulebook"]["reviewers"]["mutual_reviews"] = "forbidden"
        self.wrong(builder.bytes(), "may not be in the bowl")
        for change, message in (
                (lambda b, lot: sorted({*lot["bowl"], lot["under_review"]}), "at most once"),
                (lambda b, lot: list("ABCDEFZ".replace(lot["under_review"], "")), "Z")):
            builder = Builder()
            builder.select()
            builder.year(1)
            lot = next(e for e in builder.events if e.get("purpose") == "regional reviewer")
            lot["bowl"] = change(builder, lot)
            self.wrong(builder.bytes(), message)

    def test_regional_groups_and_second_reviews(self):
        def whole(purpose=None, change=None, **last):
            """Six States of one group; in the first lot of the purpose the bowl is changed."""
            builder = Builder(map(member, "ABCDEF"))
            builder.events[0]["rulebook"]["reviewers"]["seats"][-1].update(last)
            builder.whole()
            lot = next((e for e in builder.events if e.get("purpose") == purpose), None)
            return builder, lot

        builder, lot = whole("regional reviewer")
        other = lot["bowl"][0]
        for region in ("H", ""):
            row = next(r for r in builder.events[0]["membership"] if r["state"] == other)
            row["region"] = region
            events = copy.deepcopy(builder.events)
            events[0]["rulebook"]["selection"]["proportional"] = False
            for event in events:
                event.update({"region": ""} if "region" in event else {})
            self.wrong(chained(events), "own regional group")
        builder, lot = whole("open reviewer", group="other")
        self.wrong(builder.bytes(), "other regional groups")
        builder, lot = whole("open reviewer")
        held = next(e["drawn"] for e in builder.events if e.get("purpose") == "regional reviewer")
        lot["bowl"] = sorted({*lot["bowl"], held})
        self.wrong(builder.bytes(), "at most once")

    def test_groups_and_legal_systems(self):
        rows = [member(s, legal_systems=["civil" if s in "ABC" else "common"]) for s in "ABCDEF"]
        builder = Builder(rows, best=(0, 0, 0, 9), per_review=1)
        builder.whole()
        self.wrong(builder.bytes(), "waiver")  # the lines are missing

        def due(events):
            """With the legal_system lines where they are due."""
            system, result, count = {r["state"]: r["legal_systems"] for r in rows}, [], 0
            for event in copy.deepcopy(events):
                result.append(event)
                if event.get("purpose") == "regional reviewer":
                    if system[event["under_review"]] != system[event["drawn"]]:
                        count += 1
                        result.append({
                            "event": "waiver", "rule": "legal_system",
                            "reason": f"{event['drawn']} shares no legal system with it",
                            "state": event["under_review"]})
            result[0]["best"]["legal_system"] = count
            return result, count

        events, count = due(builder.events)
        self.assertGreater(count, 0)
        self.right(chained(events))
        events[0]["best"]["legal_system"] = count + 1
        self.wrong(chained(events), "add up")
        events[0]["best"]["legal_system"] = count - 1
        self.wrong(chained(events), "beyond best")
        events[0]["best"] = {"seat": 0}
        events[0]["rulebook"]["waivers"] = ["seat"]
        self.wrong(chained(events), "never waived|similar")
        extra, _ = due(builder.events)
        at = next(i for i, e in enumerate(extra) if e["event"] == "waiver")
        self.wrong(chained(extra[:at + 1] + extra[at:]), "waiver")
        self.wrong(chained(extra[:at] + extra[at + 1:]), "waiver")
        extra[at]["reason"] += "."
        self.wrong(chained(extra), "reason")
        extra[at]["state"] = "ZZZ"
        self.wrong(chained(extra), "ZZZ")

    def test_empty_bowls(self):
        rows = [member(s, "ABC"[i // 2] if s != "F" else "") for i, s in enumerate("ABCDEF")]
        builder = Builder(rows, years=1, best=(0, 1, 0, 0))
        builder.seeded("selection")
        for region, states in (("", "F"), ("A", "AB"), ("B", "CD"), ("C", "E")):
            left = list(states)
            while left:
                left.remove(builder.lot("year", left, region=region, year=1))
        builder.year_of = dict.fromkeys("ABCDEF", 1)
        builder.seeded("year 1")
        left = list("ABCDEF")
        while left:
            state = builder.lot("turn", left, year=1)
            left.remove(state)
            builder.held[state] = {}
            if state == "E":  # alone in its group
                builder.add("waiver", rule="same_region", state="E", reason="no State of C can "
                            "take the seat without costing a waiver as serious elsewhere")
            elif state != "F":
                builder.seat(state, "regional reviewer")
            while len(builder.held[state]) < 2:
                builder.seat(state, "open reviewer")
        self.right(builder.bytes())
        at = next(i for i, e in enumerate(builder.events) if e["event"] == "waiver")
        self.wrong(chained(builder.events[:at] + builder.events[at + 1:]), "purpose")
        builder.events[at]["rule"] = "seat"
        self.wrong(builder.bytes(), "event")

    def test_minimum_loads(self):
        builder = Builder(minimum=3).whole()
        loads = [r for held in builder.held.values() for r in held]
        due = [s for s in "ABCDEF" for _ in range(3 - loads.count(s))]
        self.assertGreater(len(due), 1)
        builder.events[0]["best"]["minimum_load"] = len(due)
        self.right(builder.bytes(), unfinished=True)
        for state in due:
            builder.add("waiver", rule="minimum_load", state=state,
                        reason=f"it does {loads.count(state)} of the 3 reviews due")
        self.right(builder.bytes())
        self.wrong(chained(builder.events[:-len(due)] + builder.events[-len(due):][::-1]), "state")
        self.wrong(chained(builder.events + builder.events[-1:]), "waiver")
        # a later event voids the lines; they are written anew, as the cycle is complete
        year, state = next((y, s) for y in (1, 2, 3) for s in builder.planned(y)
                           if not any(s in builder.held[t] for t in builder.planned(y)))
        builder.stood_down(state)
        builder.events[-1]["best"]["minimum_load"] = len(due)
        self.right(builder.bytes(), unfinished=True)
        builder.events += builder.events[-1 - len(due):-1]
        self.right(builder.bytes())


class Redraws(Case):
    def begin(self, **options):
        builder = Builder(**options)
        builder.select()
        builder.year(1)
        return builder, builder.planned(1)[0]

    def test_a_redraw_with_and_without_exclusion(self):
        for exclusion in (True, False):
            builder, state = self.begin(members=map(member, "ABCDEFGHI"))
            gone = builder.redraw(state, 1, exclusion=exclusion)
            self.right(builder.bytes())
            builder.redraw(state, 2, exclusion=exclusion, barred=gone if exclusion else ())
            for year in (2, 3):
                builder.year(year)
            self.right(builder.bytes())

    def test_who_was_released_is_excluded(self):
        builder, state = self.begin()
        builder.redraw(state, 1, exclusion=False)
        builder.events[-3]["exclusion"] = True
        self.wrong(builder.bytes(), "redraw")
        builder, state = self.begin()
        builder.redraw(state, 1, exclusion=True)
        builder.redraw(state, 2, exclusion=True)  # forgets those released first
        self.wrong(builder.bytes(), "redraw")

    def test_the_limit(self):
        builder, state = self.begin(limit=1)
        builder.redraw(state, 1)
        self.right(builder.bytes())
        builder.redraw(state, 2)
        self.wrong(builder.bytes(), "exceptional")
        builder, state = self.begin(limit=1)
        builder.redraw(state, 1, exceptional="why")
        self.wrong(builder.bytes(), "exceptional")
        builder, state = self.begin(limit=0)
        builder.redraw(state, 1, exceptional="why")
        self.right(builder.bytes())

    def test_only_one_reviewer(self):
        for kind in ("regional reviewer", "open reviewer"):
            builder, state = self.begin()
            only = next(r for r, k in builder.held[state].items() if k == kind)
            builder.redraw(state, 1, only=only, exclusion=True)
            builder.redraw(state, 2)
            builder.year(2)
            self.right(builder.bytes())
        builder, state = self.begin()
        builder.redraw(state, 1, request=0, only=sorted(builder.held[state])[0], reason="so")
        self.wrong(builder.bytes(), "redraw")

    def test_a_reviewer_that_must_go_does_not_count(self):
        builder, state = self.begin()
        gone = sorted(builder.held[state])[0]
        builder.amended([row for row in builder.members.values() if row["state"] != gone])
        for year in [year for year in (2, 3) if builder.year_of.get(gone) == year]:
            del builder.year_of[gone]
        builder.redraw(state, 1, request=0, only=gone, reason=f"{gone} has left")
        self.right(builder.bytes())
        builder.redraw(state, 2, request=1)
        self.right(builder.bytes())
        for event in builder.events:
            if event.get("reason") == f"{gone} has left":
                event["reason"] = f"{gone} stands down in year 1"
        self.wrong(builder.bytes(), f"'{gone} has left'")

    def test_wrong_redraws(self):
        for at, change, message in (
                (-3, {"request": 2}, "request"), (-3, {"released": []}, "released"),
                (-3, {"state": "Z"}, "under review"), (-3, {"only": "Z"}, ""),
                (-4, {"draw": "redraw Z 1"}, "another draw"), (-4, {"draw": "redraw A 2"}, "next"),
                (-2, {"purpose": "open reviewer"}, "purpose")):
            builder, state = self.begin()
            builder.redraw(state, 1)
            builder.events[at].update(change)
            with self.subTest(change):
                self.wrong(builder.bytes(), message)
        builder, state = self.begin()
        builder.redraw(state, 1)
        del builder.events[-4]  # no seed
        self.wrong(builder.bytes(), "seed")
        builder, state = self.begin()
        later = builder.planned(2)[0]
        builder.held[later] = {}
        builder.redraw(later, 1)
        self.wrong(builder.bytes(), "nothing to be drawn")


class Deferrals(Case):
    def begin(self, drawn):
        builder = Builder()
        builder.select()
        for year in range(1, drawn + 1):
            builder.year(year)
        return builder, builder.planned(1)[0]

    def test_before_any_year_is_drawn(self):
        for replaced in (True, False):
            builder, state = self.begin(0)
            if replaced:
                builder.seeded(f"deferral {state} 1")
            builder.deferred(state)
            if replaced:
                builder.replacement(state)
            for year in (1, 2, 3):
                builder.year(year)
            self.right(builder.bytes())

    def test_out_of_a_year_that_is_drawn(self):
        builder, state = self.begin(1)
        builder.seeded(f"deferral {state} 1")
        builder.deferred(state)
        self.right(builder.bytes(), unfinished=True)
        builder.review(builder.replacement(state))  # enters a year already drawn
        for year in (2, 3):
            builder.year(year)
        self.right(builder.bytes())

    def test_into_a_year_that_is_drawn(self):
        builder, state = self.begin(2)
        builder.seeded(f"deferral {state} 1")
        builder.deferred(state)
        other = builder.replacement(state)  # takes its reviewers with it
        self.assertEqual(len(builder.held[other]), 2)
        builder.review(state)
        self.right(builder.bytes())
        builder.year(3)
        self.right(builder.bytes())
        builder, state = self.begin(2)
        builder.seeded(f"deferral {state} 1")
        builder.deferred(state)
        builder.review(state)
        builder.year(3)
        self.right(builder.bytes())

    def test_wrong_deferrals(self):
        for change, message in (({"to": 3}, "to"), ({"from": 2}, "from"),
                                ({"released": []}, "released")):
            builder, state = self.begin(1)
            builder.deferred(state, **change)
            self.wrong(builder.bytes(), message)
        builder, _ = self.begin(0)
        state = builder.planned(3)[0]
        builder.deferred(state, to=0)
        del builder.year_of[state]
        for year in (1, 2, 3):
            builder.year(year)
        self.right(builder.bytes())
        builder, _ = self.begin(0)
        builder.deferred(builder.planned(3)[0])
        self.wrong(builder.bytes(), "to")
        builder, state = self.begin(0)
        builder.deferred(state)
        builder.seeded(f"deferral {state} 1")
        builder.replacement(state)
        self.wrong(builder.bytes())
        builder, state = self.begin(0)
        builder.seeded(f"deferral {state} 1")
        builder.deferred(state)
        other = [s for s in builder.planned(2) if s != state]
        builder.lot("replacement", [*other, builder.planned(3)[0]], state=state)
        self.wrong(builder.bytes(), "bowl")


class StandDowns(Case):
    def test_before_the_year(self):
        builder = Builder()
        builder.select()
        state = builder.planned(1)[0]
        builder.stood_down(state)
        builder.year(1)
        for year in (2, 3):
            builder.year(year)
        self.right(builder.bytes())
        builder.barred.clear()
        builder.events = builder.events[:builder.events.index(
            next(e for e in builder.events if e.get("draw") == "year 1"))]
        builder.year(1)
        self.wrong(builder.bytes(), "stood down")

    def test_after_the_year_was_drawn(self):
        done = 0
        for seed in range(20):
            builder = Builder()
            builder.select(seed=f"selection {seed}")
            builder.year(1, seed=f"year {seed}")
            for state, other in (builder.planned(1), builder.planned(1)[::-1]):
                if state in builder.held[other] and not done & (
                        1 + (builder.held[other][state][0] == "o")):
                    done |= 1 + (builder.held[other][state][0] == "o")
                    builder.seeded(f"stand-down {state} 1")
                    builder.stood_down(state)
                    builder.year(2)
                    self.right(builder.bytes())
                    builder.stood_down(state)
                    self.wrong(builder.bytes(), "before")
        self.assertEqual(done, 3)  # a regional and an open seat

    def test_wrong_stand_downs(self):
        for change, message in (({"year": 2}, "year"), ({"released": ["A"]}, "released")):
            builder = Builder()
            builder.select()
            builder.stood_down(builder.planned(1)[0], **change)
            self.wrong(builder.bytes(), message)


class Amendments(Case):
    def begin(self):
        builder = Builder()
        builder.select()
        builder.year(1)
        return builder, list(builder.members.values())

    def join(self, builder, *states):
        for state in states:
            size = {y: len(builder.planned(y)) for y in (2, 3)}
            bowl = [str(y) for y in size if size[y] == min(size.values())]
            builder.year_of[state] = int(builder.lot("joining", bowl, state=state))

    def test_states_that_join(self):
        builder, rows = self.begin()
        builder.seeded("amendment 1")
        builder.amended(rows + [member("G"), member("H", reviewed=False), member("I")])
        self.right(builder.bytes(), unfinished=True)
        self.join(builder, "G", "I")
        self.right(builder.bytes())
        builder.year(2)
        builder.year(3)
        self.right(builder.bytes())
        builder.amended(builder.events[0]["membership"] + [member("J")])  # every year has begun
        self.right(builder.bytes())

    def test_states_that_leave(self):
        for keep in (lambda row: None, lambda row: {**row, "reviewed": False}):
            builder, rows = self.begin()
            left = builder.planned(1)[0], builder.planned(2)[0]
            kept = [keep(row) if row["state"] in left else row for row in rows]
            builder.amended([row for row in kept if row])
            del builder.year_of[left[1]]
            self.right(builder.bytes())
            builder.year(2)
            builder.year(3)
            self.right(builder.bytes())
        builder, rows = self.begin()
        builder.amended([row for row in rows if row["state"] != builder.planned(1)[0]])
        builder.members = {row["state"]: row for row in rows}  # forgets the amendment
        builder.year(2)
        self.wrong(builder.bytes(), "57")

    def test_new_data(self):
        builder, rows = self.begin()
        state = builder.planned(2)[0]
        builder.amended([{**row, "region": ""} if row["state"] == state else row for row in rows])
        builder.year(2)  # has open seats only now
        builder.year(3)
        self.right(builder.bytes())
        self.assertNotIn("regional reviewer", builder.held[state].values())

    def test_wrong_amendments(self):
        builder, rows = self.begin()
        builder.amended(rows + [member("G")])
        self.wrong(builder.bytes(), "without a seed")
        builder.seeded("amendment 1")
        self.join(builder, "G")
        self.wrong(builder.bytes())
        builder, rows = self.begin()
        builder.seeded("amendment 1")
        builder.amended([{**rows[0], "name": "Arcadia"}, *rows[1:]])
        self.wrong(builder.bytes(), "no lot")
        builder, rows = self.begin()
        builder.seeded("amendment 1")
        builder.amended(rows + [member("G")])
        builder.lot("joining", ["1", "2", "3"], state="G")
        self.wrong(builder.bytes(), "bowl")

    def test_what_an_amendment_may_not_say(self):
        """What does not change has no place in it, and not all rules of a cycle may change."""
        def amended(change):
            builder, rows = self.begin()
            rules = copy.deepcopy(builder.events[0]["rulebook"])
            change(rules)
            builder.amended([{**rows[0], "name": "Arcadia"}, *rows[1:]])
            builder.events[-1]["rulebook"] = rules
            return builder.bytes()

        self.right(amended(lambda rules: rules["loads"].update(maximum=5)))
        self.right(amended(lambda rules: rules["reviewers"]["seats"][1].update(count=2)))
        self.right(amended(lambda rules: rules["cycle"].update(years=4, selected=4)))
        self.wrong(amended(lambda rules: None), "changes")
        for change in (
                lambda rules: rules["cycle"].update(years=4),
                lambda rules: rules["selection"].update(proportional=False),
                lambda rules: rules["selection"].update(method="alphabetical"),
                lambda rules: rules["reviewers"].update(distinct_groups=True),
                lambda rules: rules["reviewers"].update(protocols="any"),
                lambda rules: rules["reviewers"].update(mutual_reviews="forbidden"),
                lambda rules: rules["reviewers"]["seats"][0].update(legal_system="ignored"),
                lambda rules: rules["reviewers"]["seats"][0].update(name="neighbour"),
                lambda rules: rules["reviewers"]["seats"][1].update(name="free"),
                lambda rules: rules["reviewers"]["seats"].reverse(),
                lambda rules: rules["reviewers"]["seats"][0].update(count=2)):
            self.wrong(amended(change), "may not change")
        for name, value in (("conflicts", []), ("exclusions", []), ("rulebook", None)):
            builder, rows = self.begin()
            builder.amended([{**rows[0], "name": "Arcadia"}, *rows[1:]])
            builder.events[-1][name] = builder.events[0]["rulebook"] if value is None else value
            self.wrong(builder.bytes(), "changes")
        builder, rows = self.begin()
        builder.amended(rows)
        self.wrong(builder.bytes(), "changes")


class Everything(Case):
    """A cycle in which all events occur, and what becomes of it when anything is changed."""

    def build(self):
        builder = Builder(map(member, "ABCDEFGHI"))
        builder.select()
        builder.announce("year 1", "a secret of mine")
        builder.withdraw("year 1")
        builder.announce("year 1", "a secret of yours", experts=sha(b"experts"))
        builder.year(1, seed="a secret of yours/x", public="x",
                     commitment=sha(b"a secret of yours"))
        state = builder.planned(1)[0]
        builder.redraw(state, 1, exclusion=True)
        builder.redraw(state, 2, only=sorted(builder.held[state])[0])
        builder.seeded(f"deferral {state} 1")
        builder.deferred(state)
        builder.review(builder.replacement(state))
        builder.stood_down(builder.planned(2)[0])
        builder.seeded("amendment 1")
        builder.amended(list(builder.members.values()) + [member("J")])
        size = {year: len(builder.planned(year)) for year in (2, 3)}
        bowl = [str(year) for year in size if size[year] == min(size.values())]
        builder.year_of["J"] = int(builder.lot("joining", bowl, state="J"))
        builder.year(2)
        builder.year(3)
        return builder.events

    def test_every_beginning_is_right(self):
        events = self.build()
        self.right(chained(events))
        ends = [verify.verify(chained(events[:end])).unfinished
                for end in range(1, len(events) + 1)]
        self.assertGreater(sum(ends), 30)

    def test_every_field_of_every_event_is_required_and_typed(self):
        events = self.build()
        for at, event in enumerate(events):
            for name in event:
                changed = [*events]
                # Experts may be missing, and a secret where the announcement is withdrawn.
                if name not in ("experts", "commitment"):
                    changed[at] = {other: event[other] for other in event if other != name}
                    self.wrong(chained(changed))
                changed[at] = {**event, name: 1.5}
                self.wrong(chained(changed))
            changed[at] = {**event, "comment": ""}
            self.wrong(chained(changed))

    def test_any_change_is_right_or_a_fault_with_its_line(self):
        """Chained anew; nothing but a ValueError with a line may come out of it."""
        def places(value, *path):
            yield path
            for key in value if isinstance(value, dict) else range(
                    len(value)) if isinstance(value, list) else ():
                yield from places(value[key], *path, key)

        events, some, faults = self.build(), random.Random(5), 0
        values = [None, True, False, 0, 1, -1, 1.5, "", "A", "Z", [], ["A"], [[]], {}, 10**30]
        for _ in range(3000):
            changed = copy.deepcopy(events)
            target = changed
            *path, last = some.choice([path for path in places(changed) if path])
            for key in path:
                target = target[key]
            if some.random() < 0.3:
                del target[last]
            else:
                target[last] = some.choice(values)
            try:
                verify.verify(chained(e if isinstance(e, dict) else {"event": e} for e in changed))
            except ValueError as error:
                self.assertRegex(str(error), "^line [1-9]")
                faults += 1
        self.assertGreater(faults, 2000)


class Chains(Case):
    """Ledgers with a uniform draw, tickets and a ticket: by number and by a chain."""

    chains = True

    def events(self, name="uniform.jsonl"):
        events = [json.loads(line) for line in read(name).splitlines()]
        return [{name: value for name, value in event.items()
                 if name not in ("sequence", "previous")} for event in events]

    def test_the_outcomes_are_those_of_their_seeds(self):
        for name in "uniform.jsonl", "chain.jsonl":
            self.right(read(name))

    def test_another_length_or_outcome_of_a_chain_is_found(self):
        events = self.events("chain.jsonl")
        at = next(number for number, event in enumerate(events) if event["event"] == "uniform")
        event = events[at]
        self.assertNotIn("outcomes", event)
        entry = event["outcome"][0]
        other = {**entry, "reviewers": entry["reviewers"][:-1]}
        for change in ({"lawful_sweeps": event["lawful_sweeps"] // 2},
                       {"outcome": [other, *event["outcome"][1:]]}):
            self.wrong(chained([*events[:at], {**event, **change}]),
                       "the seed draws another outcome, or in another way")

    def test_another_outcome_length_or_list_is_found(self):
        events = self.events()
        uniform, tickets = (next(number for number, event in enumerate(events)
                                 if event["event"] == name) for name in ("uniform", "tickets"))
        event = events[uniform]
        ways = [{"blocks": 2}, {"number": "1"}, {"number": event["outcomes"]}, {"outcomes": "0"},
                {"outcomes": str(int(event["outcomes"]) + 1)}]
        for change in ways:
            changed = copy.deepcopy(events[:uniform + 1])
            changed[uniform].update(change)
            for self.chains in True, False:
                self.wrong(chained(changed), "number, blocks|outcomes")
        # Of another count the seed draws this number too, or a chain is claimed: a count tells.
        twice = {"outcomes": str(2 * int(event["outcomes"]))}
        index, twice["blocks"] = verify.draw_index(
            hashlib.sha256(events[uniform - 1]["seed"].encode()).digest(), 0,
            int(twice["outcomes"]))
        for change in {**twice, "number": str(index)}, {"lawful_sweeps": 512, "sweeps": 900}:
            changed = copy.deepcopy(events)
            if "sweeps" in change:
                del changed[uniform]["outcomes"], changed[uniform]["number"]
            changed[uniform].update(change)
            self.chains = False
            self.right(chained(changed))
            self.chains = True
            self.wrong(chained(changed), "the seed draws another outcome, or in another way")
        for change in {"sha256": "0" * 64}, {"outcomes": "6"}, {"outcomes": "06"}, {
                "outcomes": 6}, {"outcomes": ""}:
            changed = copy.deepcopy(events[:tickets + 1])
            changed[tickets].update(change)
            self.wrong(chained(changed), [*change][0])
        del changed[tickets]["outcomes"]
        self.wrong(chained(changed), "outcomes")

    def test_an_unlawful_outcome_is_found_without_the_chain(self):
        self.chains = False
        events = self.events()
        uniform = next(number for number, event in enumerate(events)
                       if event["event"] == "uniform")
        for state in range(len(events[uniform]["outcome"])):
            changed = copy.deepcopy(events[:uniform + 1])
            entry = changed[uniform]["outcome"][state]
            entry["reviewers"] = [entry["under_review"]]
            self.wrong(chained(changed), "may not review")
            entry["reviewers"] = ["nobody"]
            self.wrong(chained(changed), "no State")


class Readable(Case):
    def test_it_can_be_read_in_one_sitting(self):
        """At most 842 lines of code, without docstrings, comments and empty lines; it had 700 until
        it came to know supplementary reviewers and several kinds of seats, 776 until it read what
        a reviewer had to go for and what an amendment may not change, 809 until it knew whom
        supplementary reviewers drawn elsewhere are for, 819 until it read bowls of large cycles."""
        with open(os.path.join(HERE, "verify.py"), encoding="utf-8") as file:
            source = file.read()
        lines, others = source.splitlines(), set()
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, (ast.Module, ast.FunctionDef)) and ast.get_docstring(node):
                others |= {*range(node.body[0].lineno, node.body[0].end_lineno + 1)}
        code = [line for number, line in enumerate(lines, 1) if line.strip()
                and not line.lstrip().startswith("#") and number not in others]
        self.assertLessEqual(len(code), 842)
        self.assertLessEqual(len(lines), 1010)
        self.assertLessEqual(max(map(len, lines)), 100)

    def test_it_uses_the_standard_library_only(self):
        with open(os.path.join(HERE, "verify.py"), encoding="utf-8") as file:
            tree = ast.parse(file.read())
        names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import)
                 for alias in node.names} | {
                     node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        self.assertLessEqual(names, {
            "argparse", "collections", "contextlib", "functools", "hashlib", "importlib", "json",
            "os", "pathlib", "re", "sys", "types"})


if __name__ == "__main__":
    unittest.main()
