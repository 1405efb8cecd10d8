"""Tests of the bowls of large cycles: python3 -m unittest discover Tests/IndependentVerifier"""

import json
import os
import shutil
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import compare  # noqa: E402
import verify  # noqa: E402
from test_verify import Builder, Case, chained, member  # noqa: E402


def told(events):
    """The events with each bowl in the form that it has in a large cycle (page Ledger), slowly."""
    rows, kinds, before = {}, {}, []  # before: of each lot its likeness, sequence and bowl
    for sequence, event in enumerate(events):
        rows.update({row["state"]: row for row in event.get("membership", ())})
        if "rulebook" in event:
            kinds = {f"{kind['name']} reviewer": kind
                     for kind in event["rulebook"]["reviewers"]["seats"]}
        if event["event"] != "lot" or event["purpose"] in ("extra place", "joining"):
            continue
        alike = [event["purpose"], event.get("region")]
        if "under_review" in event:
            row, kind = rows[event["under_review"]], kinds.get(event["purpose"])
            alike.append(row["protocols"])
            if kind and kind["group"] in ("same", "other"):
                alike.append(row["region"])
            if kind and kind["legal_system"] == "preferred":
                alike.append(row["legal_systems"])
        bowl = event["bowl"]
        earlier = [entry for entry in before if entry[0] == alike]
        before.append((alike, sequence, bowl))
        if earlier and len(events[0]["membership"]) >= 1000:
            _, line, its = earlier[-1]
            without, with_ = sorted({*its} - {*bowl}), sorted({*bowl} - {*its})
            if len(without) + len(with_) < len(bowl):
                event["bowl"] = {"from": line, "without": without, "with": with_}
    return events


class Large(Builder):
    """States of one group of whom the first 18 are reviewed, in three years. The last but one gets
    another code, and one to be reviewed other Protocols."""

    def __init__(self, count):
        codes = [f"S{number:04}" for number in range(count)]
        rows = [member(code, reviewed=number < 18, protocols=["P"] * (number % 3 == 0),
                       legal_systems=[["civil"], ["common"]][number % 2])
                for number, code in enumerate(codes)]
        super().__init__(rows, maximum=2, waivers=["seat", "same_region", "legal_system"])
        self.seeded("selection")
        left = codes[:18]
        for year in (1, 2, 3):
            for _ in range(6):
                state = self.lot("year", left, region="G", year=year)
                left.remove(state)
                self.year_of[state] = year
        self.year(1)
        last = self.planned(2)[0]
        rows = [{**row, "protocols": ["P"]} if row["state"] == last else row
                for row in self.members.values()]
        gone = rows.pop()["state"]
        self.amended(rows)
        self.year(2)
        self.redraw(last, 1, exclusion=True)
        rows = sorted([*rows[:-1], {**rows[-1], "state": "T"}], key=lambda row: row["state"])
        self.amended(rows, left=[], joined=[], renamed=[{"from": codes[-2], "to": "T"}])
        for held in self.held.values():
            if codes[-2] in held:
                held["T"] = held.pop(codes[-2])
        assert gone == codes[-1]
        self.year(3)

    def seat(self, state, kind, barred=()):
        mine = self.members[state]
        unfit = {other for other, row in self.members.items()
                 if not {*mine["protocols"]} <= {*row["protocols"]}
                 or kind[0] == "r" and mine["legal_systems"] != row["legal_systems"]}
        super().seat(state, kind, {*barred} | unfit)


class LargeCycle(Case):
    @classmethod
    def setUpClass(cls):
        cls.events = Large(1000).events
        cls.told = told(json.loads(json.dumps(cls.events)))
        cls.scripts = compare.Scripts() if shutil.which("node") else None

    def both(self, data, right):
        """What both verifiers that read the page alone must say."""
        if self.scripts:
            self.assertEqual(self.scripts.verdict(data)["right"], right)
        if right:
            return self.right(data)
        return self.wrong(data)

    def test_the_one_form_is_right(self):
        now = self.both(chained(self.told), True)
        self.assertEqual(now.lots, 18 + 18 * 3 + 2)
        bowls = [event["bowl"] for event in self.told if event["event"] == "lot"]
        self.assertLess(sum(type(bowl) is list for bowl in bowls), 20)

    def test_a_small_cycle_has_arrays_only(self):
        small = Large(999).events
        self.both(chained(small), True)
        first, line = [number for number, event in enumerate(small)
                       if event.get("purpose") == "turn"][:2]
        gone = sorted({*small[first]["bowl"]} - {*small[line]["bowl"]})
        small[line]["bowl"] = {"from": first, "without": gone, "with": []}
        self.both(chained(small), False)

    def test_arrays_where_they_are_not_due_are_wrong(self):
        self.both(chained(self.events), False)
        for number, event in enumerate(self.told):
            if event["event"] == "lot" and type(event["bowl"]) is dict and number % 9 == 0:
                self.wrong(self.forged(number, self.events[number]["bowl"]), "told")

    def forged(self, number, bowl):
        """The ledger as far as a line with another bowl."""
        return chained([*self.told[:number], {**self.told[number], "bowl": bowl}])

    def test_each_other_way_to_tell_a_bowl_is_wrong(self):
        lots = [number for number, event in enumerate(self.told)
                if event["event"] == "lot" and type(event["bowl"]) is dict]
        for number in lots[2::30]:
            bowl, whole = self.told[number]["bowl"], self.events[number]["bowl"]
            outside = sorted({*self.members()} - {*whole} - {*bowl["without"]})
            others = [other for other in lots if other < number and other != bowl["from"]
                      and "under_review" in self.events[other]
                      and "under_review" in self.events[number]]
            ways = [{**bowl, "from": bowl["from"] + 1}, {**bowl, "from": number},
                    {**bowl, "without": bowl["without"] + ["ZZZ"]},
                    {**bowl, "without": bowl["without"][1:]} if bowl["without"] else {},
                    {**bowl, "with": sorted(bowl["with"] + [whole[0]])},
                    {**bowl, "with": sorted(bowl["with"] + outside[:1])},
                    {**bowl, "without": sorted(bowl["without"] + whole[:1])},
                    {**bowl, "without": sorted(bowl["without"] + outside[:1]),
                     "with": sorted(bowl["with"] + outside[:1])},
                    {**bowl, "with": bowl["with"] * 2 or ["S0000"] * 2},
                    {key: bowl[key] for key in ("from", "without")},
                    {**bowl, "index": 0}, {}, None, "", bowl["from"]]
            for other in others[-2:]:  # a right difference, from another bowl
                its = {*self.events[other]["bowl"]}
                ways.append({"from": other, "without": sorted(its - {*whole}),
                             "with": sorted({*whole} - its)})
            for way in ways:
                if way == bowl:
                    continue
                with self.subTest(line=number + 1, way=str(way)[:200]):
                    self.both(self.forged(number, way), False)

    def members(self):
        return [row["state"] for row in self.events[0]["membership"]]


if __name__ == "__main__":
    unittest.main()
