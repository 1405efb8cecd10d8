"""Supplementary reviewers: the golden ledger is right, and what a forger makes of it is wrong."""
import copy
import unittest

import forge
import verify


class Supplements(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.events = forge.read("ledgers", "supplement")
        cls.lots = [place for place, event in enumerate(cls.events)
                    if event.get("purpose") == "supplementary reviewer"]
        cls.rows = {row["state"]: row for row in cls.events[0]["membership"]}

    def wrong(self, change, pattern):
        """Refused for this reason, once `change` has been made to the events."""
        events = copy.deepcopy(self.events)
        change(events)
        with self.assertRaisesRegex(ValueError, pattern):
            verify.verify(forge.written(events)[0])

    def lacking(self, lot):
        mine, its = (self.rows[lot[name]]["protocols"] for name in ("under_review", "for"))
        return {*mine} - {*its}

    def test_the_ledger_is_right_and_has_what_is_asked_of_it(self):
        now = verify.verify(forge.written(self.events)[0])
        self.assertFalse(now.unfinished)
        self.assertGreater(len(self.lots), 4)
        self.assertTrue(any(event.get("rule") == "supplement" for event in self.events))
        self.assertTrue(any(event["event"] == "redraw" and len(event["released"]) == 2
                            and event.get("only") for event in self.events))

    def test_a_lot_is_for_the_reviewer_that_lacks_protocols(self):
        for place in self.lots:
            state = self.events[place]["under_review"]
            others = [event["drawn"] for event in self.events[:place]
                      if event.get("under_review") == state] + ["XXX"]
            for other in {*others} - {self.events[place]["for"]}:
                self.wrong(lambda events: events[place].update({"for": other}), "for is")
            self.wrong(lambda events: events[place].pop("for"), "for is")

    def test_whom_a_lot_may_name_is_party_to_what_is_lacking(self):
        cases = 0
        for place in self.lots:
            lot, seed = self.events[place], None
            for event in self.events[:place]:
                seed = event.get("seed", seed)
            for other, row in self.rows.items():
                bowl = sorted({*lot["bowl"], other})
                index, _ = forge.value_of(seed, lot["counter"], len(bowl))
                if self.lacking(lot) <= {*row["protocols"]} or bowl[index] != lot["drawn"]:
                    continue
                cases += 1
                self.wrong(lambda events: events[place].update(bowl=bowl, index=index),
                           f"{other} may not be in the bowl")
        self.assertGreater(cases, 2)

    def test_no_seat_is_left_out_or_made_up(self):
        for place in self.lots:
            lot = self.events[place]
            self.wrong(lambda events: events.__delitem__(place), "it should be")
            self.wrong(lambda events: events.insert(place + 1, events[place]),
                       "it should be|has no place here")
            waiver = {"event": "waiver", "rule": "supplement", "state": lot["under_review"],
                      "reason": "nobody can"}
            self.wrong(lambda events: events.__setitem__(place, waiver), "reason is|beyond best")

    def test_an_empty_seat_is_waived_for_the_reviewer_that_lacks(self):
        for place, event in enumerate(self.events):
            if event.get("rule") == "supplement":
                if place + 1 < len(self.events):  # at the end the ledger is unfinished
                    self.wrong(lambda events: events.__delitem__(place), "")
                self.wrong(lambda events: events[place].update(reason="nobody can"), "reason is")

    def test_a_supplementary_reviewer_goes_with_the_one_that_it_is_for(self):
        for place, event in enumerate(self.events):
            if event["event"] == "redraw" and event.get("only") and len(event["released"]) == 2:
                for kept in event["released"]:
                    self.wrong(lambda events: events[place].update(released=[kept]), "released is")


class Uniform(unittest.TestCase):
    """Years drawn as a whole: who sits where follows from who reviews, and is not written."""
    @classmethod
    def setUpClass(cls):
        cls.events = forge.read("ledgers", "supplement-uniform")
        cls.drawn = [place for place, event in enumerate(cls.events)
                     if event["event"] in ("uniform", "ticket")]

    def wrong(self, change, pattern, chains=False):
        events = copy.deepcopy(self.events)
        change(events)
        with self.assertRaisesRegex(ValueError, pattern):
            verify.verify(forge.written(events)[0], chains=chains)

    def test_the_ledger_is_right_and_draws_the_outcomes_of_its_seeds(self):
        now = verify.verify(forge.written(self.events)[0], chains=True)
        self.assertFalse(now.unfinished or now.undrawn)
        self.assertEqual([self.events[place]["event"] for place in self.drawn],
                         ["uniform", "ticket"])
        extras = [entry for place in self.drawn for entry in self.events[place]["outcome"]
                  if len(entry["reviewers"]) > 2]
        self.assertGreater(len(extras), 2)
        self.assertTrue(any("to supplement" in event.get("reason", "") for event in self.events))

    def test_another_number_or_outcome_is_found(self):
        uniform = self.drawn[0]
        for change in {"blocks": 2}, {"number": "0"}, {"outcomes": "7"}:
            self.wrong(lambda events: events[uniform].update(change), "number, blocks")
        twice = {"outcomes": str(2 * int(self.events[uniform]["outcomes"]))}
        index, twice["blocks"] = verify.draw_index(
            forge.sha256(self.events[uniform - 1]["seed"].encode()).digest(), 0,
            int(twice["outcomes"]))
        self.wrong(lambda events: events[uniform].update(twice, number=str(index)),
                   "the seed draws another outcome", chains=True)

    def test_who_is_left_out_or_made_up_is_found(self):
        for place in self.drawn:
            entry = self.events[place]["outcome"][0]
            for other in [row["state"] for row in self.events[0]["membership"]]:
                changed = sorted({*entry["reviewers"]} ^ {other})
                self.wrong(lambda events: events[place]["outcome"][0].update(reviewers=changed),
                           "the seed draws another|the ticket is another", chains=True)

    def test_an_outcome_whose_reviewers_cannot_sit_is_found_without_its_seed(self):
        for place in self.drawn:
            for at, entry in enumerate(self.events[place]["outcome"]):
                everybody = sorted({row["state"] for row in self.events[0]["membership"]}
                                   - {entry["under_review"]})
                for reviewers, why in ((everybody, "too many"), (everybody[:4], ""),
                                       ([entry["under_review"]], "may not review")):
                    self.wrong(lambda events: events[place]["outcome"][at].update(
                        reviewers=reviewers), why)

    def test_the_waiver_line_of_an_empty_seat_is_due(self):
        for place, event in enumerate(self.events):
            if "to supplement" in event.get("reason", ""):
                if place + 1 < len(self.events):  # at the end the ledger is unfinished
                    self.wrong(lambda events: events.__delitem__(place), "it should be")
                self.wrong(lambda events: events[place].update(reason="nobody can"), "reason is")


class DrawnElsewhere(unittest.TestCase):
    """Reviews drawn elsewhere with supplementary reviewers, whose table does not say for whom."""
    @classmethod
    def setUpClass(cls):
        cls.events = forge.read("ledgers", "supplement-drawn")

    def wrong(self, change, pattern):
        events = copy.deepcopy(self.events)
        change(events)
        with self.assertRaisesRegex(ValueError, pattern):
            verify.verify(forge.written(events)[0])

    def asked(self, state):
        return [event["for"] for event in self.events if event.get("under_review") == state
                and event.get("purpose") == "supplementary reviewer"]

    def test_the_ledger_is_right_and_each_seat_that_is_left_is_drawn(self):
        now = verify.verify(forge.written(self.events)[0])
        self.assertFalse(now.unfinished)
        # Of CHL, NER supplements TCD, and LUX CUB. Of MLI, XKX supplements nobody and sits there.
        self.assertEqual(self.asked("CHL"), [])
        self.assertEqual(self.asked("MLI"), ["TCD", "XKX"])

    def test_a_seat_that_is_left_is_drawn_for_the_right_one(self):
        place = next(place for place, event in enumerate(self.events)
                     if event.get("for") == "TCD" and event["under_review"] == "MLI")
        self.wrong(lambda events: events[place].update({"for": "XKX"}), "should be 'TCD'")
        self.wrong(lambda events: events.pop(place), "lot|should be")

    def test_without_a_supplementary_row_one_more_seat_is_left(self):
        def drop(events):
            events[0]["imported"] = [row for row in events[0]["imported"]
                                     if row["reviewer"] != "LUX"]
        self.wrong(drop, "turn|bowl|should be")

    def test_such_a_seat_is_known_only_where_reviewers_are_supplemented(self):
        def forbid(events):
            events[0]["rulebook"]["reviewers"]["protocols"] = "any"
        self.wrong(forbid, "a reviewer of|imported")

    def test_a_state_has_no_more_than_sixteen(self):
        def add(events):
            row = events[0]["imported"][0]
            events[0]["imported"] += [{**row, "seat": "supplementary"}] * 14
        self.wrong(add, "the review of CHL|order|imported")


if __name__ == "__main__":
    unittest.main()
