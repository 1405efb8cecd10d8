"""Tests of the checker of proofs: python3 -m unittest discover Tests/IndependentVerifier"""

import itertools
import json
import os
import random
import subprocess
import sys
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import forge  # noqa: E402
import moment as moments  # noqa: E402
import proofs  # noqa: E402
import verify  # noqa: E402

# Supplementary seats have no proofs yet.
NAMES = sorted({name.removesuffix(".jsonl")
                for name in os.listdir(os.path.join(HERE, "ledgers"))}
               - {"supplement", "supplement-drawn", "supplement-uniform"})
RULES = ("seat", "supplement", "same_region", "minimum_load", "legal_system", "target_load")


def read(folder, name):
    with open(os.path.join(HERE, folder, name + ".jsonl"), "rb") as file:
        return file.read()


def checked(ledger, file):
    return verify.verify(ledger, proofs=file).proofs


class Golden(unittest.TestCase):
    def test_every_bowl_of_every_committed_ledger_is_proven(self):
        for name in NAMES:
            with self.subTest(name):
                ledger = read("ledgers", name)
                events = [json.loads(line)["event"] for line in ledger.splitlines()]
                lots = sum(b' reviewer"' in line for line in ledger.splitlines())
                starts = sum(event in ("opened", "redraw", "deferred", "stood down", "amended",
                                       "uniform", "ticket") for event in events)
                found = checked(ledger, read("proven", name))
                self.assertEqual(found.unproven, {})
                self.assertGreaterEqual(found.proven, lots + starts)

    def test_every_beginning_is_proven_by_the_same_steps(self):
        """The file is of the whole ledger; its head apart, a beginning needs no other steps."""
        for name in ("ten", "changes", "every-event"):
            events, steps = forge.read("ledgers", name), forge.read("proven", name)
            for end in range(1, len(events), 9):
                ledger, head = forge.written(events[:end])
                codes = sorted({row["state"] for event in events[:end]
                                for row in event.get("membership", ())})
                if codes != steps[0]["states"]:
                    continue
                file = forge.proof_bytes([{**steps[0], "ledger": head}, *steps[1:]])
                with self.subTest(name, end=end):
                    self.assertEqual(checked(ledger, file).unproven, {})

    def test_the_command(self):
        script = os.path.join(HERE, "verify.py")
        ledger, file = (os.path.join(HERE, folder, "ten.jsonl") for folder in ("ledgers", "proven"))
        other = os.path.join(HERE, "proven", "clubs.jsonl")

        def run(*words):
            done = subprocess.run([sys.executable, script, *words], capture_output=True, text=True)
            return done.returncode, done.stdout.splitlines()

        code, lines = run(ledger, "--proofs", file)
        self.assertEqual((code, lines[:2]), (0, [
            "RIGHT", "PROVEN: 22 bowls of reviewers and best vectors are, 0 are not"]))
        self.assertNotIn("bowls", " ".join(lines[2:]))
        code, lines = run(ledger, "--proofs", other)
        self.assertEqual((code, lines[0]), (1, "RIGHT"))
        self.assertIn("NOT PROVEN: 0", lines[1])
        code, lines = run(ledger, "--proofs", ledger)
        self.assertEqual(code, 1)
        self.assertIn("WRONG: the file of proofs: head", lines[0])
        self.assertEqual(run(ledger, "--proofs", file + "x")[0], 64)


class Forgeries(unittest.TestCase):
    def test_none_is_accepted_as_proven(self):
        """As many as half a minute allows (all of PEERLOTS_FORGERIES, where that is given)."""
        asked, until = os.environ.get("PEERLOTS_FORGERIES"), time.monotonic() + 30
        right = tried = 0
        for what, ledger, files in forge.forgeries(18, int(asked or 400)):
            if not asked and time.monotonic() > until and right >= 20:
                break
            try:
                verify.verify(ledger)
            except ValueError:
                continue  # it is found out without proofs
            right += 1
            for which, file in files:
                tried += 1
                try:
                    found = checked(ledger, file)
                except ValueError as error:
                    self.assertIn("the file of proofs", str(error), (what, which))
                else:
                    self.assertTrue(found.unproven, f"{what}: accepted with proofs {which}")
        self.assertGreaterEqual(right, 20)
        if asked:
            print(f"{asked} forged ledgers, {right} right without proofs, {tried} proofs tried")

    def test_every_line_of_a_file_is_needed(self):
        ledger = read("ledgers", "ten")
        lines = read("proven", "ten").splitlines(keepends=True)
        for at in range(1, len(lines)):
            found = checked(ledger, b"".join(lines[:at] + lines[at + 1:]))
            self.assertTrue(found.unproven)

    def test_any_other_file_is_refused_or_proves_less(self):
        ledger, chance = read("ledgers", "ten"), random.Random(3)
        file = read("proven", "ten")
        for _ in range(60):
            at = chance.randrange(len(file))
            for bad in (file[:at], file[:at] + b'"' + file[at:], file[:at] + file[at + 1:]):
                try:
                    checked(ledger, bad)
                except ValueError as error:
                    self.assertIn("the file of proofs", str(error))


class Bounds(unittest.TestCase):
    """Prices of any kind against all completions, by brute force."""

    def moment(self, chance):
        states = "ABCD"[:chance.randint(2, 4)]
        same, last = chance.choice([(0, 1), (2, 1)])
        left = {i: [chance.randint(0, 1) if same == 0 else 0, chance.randint(0, 2), 0]
                for i in states}
        unit = {rule: moments.packed([at == place for at in range(8)])
                for place, rule in enumerate(RULES, 1)}
        counted = {i: unit["legal_system"] * chance.randint(0, 1) for i in states}
        options = {}
        year_of = {i: chance.choice((None, 1, 1, 2)) for i in states}
        spare = {(j, year): chance.randint(0, 2) for j in states for year in (1, 2)}
        rivals = {frozenset(pair) for pair in itertools.combinations(states, 2)
                  if chance.random() < 0.3}
        for i, j in itertools.permutations(states, 2):
            if spare.get((j, year_of[i]), 1) < 1:
                continue
            kinds = [kind for kind in (0, 1) if chance.random() < 0.7
                     and (left[i][kind] or kind == last and left[i][same])]
            if kinds:
                options[i, j] = {kind: counted[i] * (kind == same) * chance.randint(0, 1)
                                 for kind in kinds}
        room = {j: [chance.randint(0, 3), chance.randint(-1, 2), chance.randint(-1, 3)]
                for j in states}
        return moments.Moment(left=left, room=room, options=options, counted=counted, unit=unit,
                              same=same, last=last, mutual=chance.random() < 0.7,
                              apart=lambda one, other: {one, other} in rivals, year_of=year_of,
                              spare=spare, beside={i: set() for i in states})

    def completions(self, moment):
        """Every completion, as pairs, with its cost, counted from nothing."""
        choices = [[(i, j, kind) for kind in (-1, *kinds)]
                   for (i, j), kinds in moment.options.items()]
        for chosen in itertools.product(*choices):
            pairs = [pair for pair in chosen if pair[2] >= 0]
            held = {(i, j) for i, j, _ in pairs}
            x = {i: [sum(one == i and kind == k for one, _, kind in pairs) for k in range(3)]
                 for i in moment.left}
            y = {j: sum(one == j for _, one, _ in pairs) for j in moment.room}
            same, last = moment.same, moment.last
            if any(y[j] > moment.room[j][0] for j in y) or moment.mutual and any(
                    (j, i) in held for i, j in held):
                continue
            if any(x[i][k] > moment.left[i][k] for i in x for k in range(3) if k != last) or any(
                    x[i][same] + x[i][last] > moment.left[i][same] + moment.left[i][last]
                    for i in x):
                continue
            if any(moment.apart(j, k) for i, j, _ in pairs for one, k, _ in pairs if one == i):
                continue
            if any(sum(one == j and moment.year_of[i] == year for i, one, _ in pairs) > most
                   for (j, year), most in moment.spare.items() if most < moment.room[j][0]):
                continue
            cost = sum(moment.unit["seat"] * (sum(moment.left[i]) - sum(x[i]))
                       + moment.unit["same_region"] * (moment.left[i][same] - x[i][same])
                       + moment.counted[i] * moment.left[i][same] for i in x)
            cost -= sum(moment.options[i, j][kind] for i, j, kind in pairs)
            cost += sum(moment.unit["minimum_load"] * max(0, moment.room[j][1] - y[j])
                        + moment.unit["target_load"] * max(0, moment.room[j][2] - y[j]) for j in y)
            yield pairs, cost

    def prices(self, moment, chance):
        """Prices near those that matter: a few units, up or down."""
        def vector():
            return sum(chance.randint(-1, 1) * unit for unit in moment.unit.values()
                       if chance.random() < 0.5) + chance.randint(-1, 1)
        return ([(j, vector()) for j in moment.room if chance.random() < 0.8],
                [((i, kind), vector()) for i in moment.left for kind in (0, 1)],
                [(limit, vector()) for limit in [
                    *moment.spare, *((i, frozenset(pair)) for i in moment.left
                                     for pair in itertools.combinations(moment.room, 2)
                                     if moment.apart(*pair))] if chance.random() < 0.5])

    def test_no_completion_costs_less_than_a_bound(self):
        chance, met = random.Random(5), 0
        for _ in range(250):
            moment = self.moment(chance)
            if len(moment.options) > 8:
                continue
            found = list(self.completions(moment))
            for pairs, cost in chance.sample(found, min(len(found), 20)):
                back = moment.change(pairs)
                self.assertEqual(moment.total, cost)
                moment.change(back)
            best = min(cost for _, cost in found)
            bounds = [moment.bound]
            for _ in range(8):
                back = moment.price(*self.prices(moment, chance))
                self.assertLessEqual(moment.bound, best)
                self.assertEqual(moment.bound, sum(moment.least(*part) for part in moment.parts))
                bounds.append(moment.bound)
                for (i, j), kinds in moment.options.items():
                    for kind in kinds:
                        with_it = [cost for pairs, cost in found if (i, j, kind) in pairs]
                        if with_it:
                            self.assertLessEqual(moment.least_with(i, kind, j), min(with_it))
                for i, j in list(moment.options)[:2]:
                    moment.take_out({(i, j)})
                    self.assertLessEqual(moment.bound, min(
                        cost for pairs, cost in found
                        if (i, j) not in [(one, other) for one, other, _ in pairs]))
                    moment.take_out(set())
                if moment.bound < max(bounds):
                    moment.price(*back)
            met += max(bounds) == best
        self.assertGreater(met, 10)  # bounds that say something

    def test_after_a_lot_all_is_as_if_made_anew(self):
        chance, draws = random.Random(6), 0
        for _ in range(200):
            moment = self.moment(chance)
            moment.price(*self.prices(moment, chance))
            if not moment.options:
                continue
            (i, j), kinds = chance.choice(list(moment.options.items()))
            kind = chance.choice(list(kinds))
            if moment.room[j][0] < 1 or not moment.left[i][kind]:
                continue
            if chance.random() < 0.7:
                moment.change([(i, j, kind)])
                moment.draw(i, kind, j)
            else:
                moment.draw(i, kind, None)
            draws += 1
            self.assertEqual(moment.bound, sum(moment.least(*part) for part in moment.parts))
            anew = moments.Moment(left=moment.left, room=moment.room, counted=moment.counted,
                                  options={pair: kinds for pair, kinds in moment.options.items()
                                           if kinds},
                                  unit=moment.unit, same=moment.same, last=moment.last,
                                  mutual=moment.mutual, apart=moment.apart, year_of=moment.year_of,
                                  spare=moment.spare, beside=moment.beside)
            anew.price(list(moment.asks.items()), list(moment.offers.items()),
                       list(moment.limits.items()))
            self.assertEqual((anew.bound, anew.total), (moment.bound, moment.total))
        self.assertGreater(draws, 60)


class Readable(unittest.TestCase):
    def test_it_can_be_read_in_one_sitting(self):
        for name in ("moment.py", "proofs.py"):
            with open(os.path.join(HERE, name), encoding="utf-8") as file:
                lines = file.read().splitlines()
            self.assertLessEqual(len(lines), 350)
            self.assertLessEqual(max(map(len, lines)), 100)


if __name__ == "__main__":
    unittest.main()
