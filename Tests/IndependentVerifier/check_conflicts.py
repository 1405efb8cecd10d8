#!/usr/bin/env python3
"""Confirms the conflicts that `peerlots check --format json` names, without a solver.

Usage: check_conflicts.py MEMBERSHIP.csv ANSWER.json [--conflicts CONFLICTS.csv]

Of every conflict with a counting argument it adds up, from the membership alone: everything that is
counted is demanded; every review that could serve a demand is covered by the limits at least as
often as it serves demands; no limit allows more than it says; and the limits come to less than the
demands. Then the demands cannot be kept together. A conflict with a program instead is for any
solver that reads LP files; this script says so and goes on.

It shares no code with PeerLots. Exit code 0: all confirmed; 1: something is wrong.
"""

import csv
import json
import sys


def read_membership(path):
    """The States by code: the columns that matter, as contract section 3 reads them."""
    states = {}
    with open(path, newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            signatory = row.get("status") == "signatory"
            states[row["state"]] = {
                "region": row.get("region") or "",
                "protocols": set() if signatory else set((row.get("protocols") or "").split()),
                "systems": set((row.get("legal_systems") or "").split()),
                "reviewed": (row.get("reviewed") or "yes") == "yes",
                "reviewer": not signatory and (row.get("reviewer") or "yes") == "yes",
            }
    return states


def read_conflicts(path):
    if path is None:
        return set()
    with open(path, newline="", encoding="utf-8-sig") as file:
        return {(row["under_review"], row["reviewer"]) for row in csv.DictReader(file)}


class Conflict:
    """One conflict, with the rules it names and no others."""

    def __init__(self, states, rulebook, table, conflict):
        self.states = states
        kinds = rulebook["reviewers"]["seats"]
        self.seats = sum(kind["count"] for kind in kinds)
        self.regional_seats = sum(kind["count"] for kind in kinds if kind["group"] == "same")
        self.maximum = rulebook["loads"]["maximum"]
        self.demands = conflict["demands"]
        self.certificate = conflict["certificate"]
        self.protocols = self.named("protocols")
        self.open_seats = self.named("open_seats")
        self.limited = self.named("maximum_load")
        self.bans = set()
        self.kept_out = set()
        for demand in self.demands:
            if demand["rule"] == "mutual_reviews":
                self.bans |= {frozenset((a, b)) for a in demand["states"] for b in demand["states"]
                              if a != b}
            if demand["rule"] == "conflicts":
                pair = tuple(demand["states"])
                if pair not in table:
                    raise ValueError(f"{pair} is not in the conflicts table")
                self.kept_out.add(pair)

    def named(self, rule):
        return {state for demand in self.demands if demand["rule"] == rule
                for state in demand["states"]}

    def has_regional_seat(self, code):
        state = self.states[code]
        return state["reviewed"] and self.regional_seats == 1 and state["region"] != ""

    def may_review(self, under, reviewer):
        i, j = self.states[under], self.states[reviewer]
        return (under != reviewer and i["reviewed"] and j["reviewer"]
                and (under, reviewer) not in self.kept_out
                and (under not in self.protocols or i["protocols"] <= j["protocols"]))

    def may_hold(self, under, reviewer, seat):
        same = self.states[under]["region"] == self.states[reviewer]["region"] != ""
        if seat == "regional":
            return self.has_regional_seat(under) and same
        return not (same and under in self.open_seats)

    def served(self, under, reviewer, seat):
        """How often a review serves the demands that are counted."""
        similar = self.states[under]["systems"] & self.states[reviewer]["systems"]
        total = 0
        for need in self.certificate["needs"]:
            serves = {
                "seat": under in need["states"],
                "same_region": under in need["states"] and seat == "regional",
                "legal_system": under in need["states"] and seat == "regional" and bool(similar),
                "minimum_load": reviewer in need["states"],
            }[need["rule"]]
            total += need["times"] if serves else 0
        return total

    def covered(self, under, reviewer, seat):
        """How often the limits count a review."""
        total = 0
        for place in self.certificate["places"]:
            states, others = place["states"], place["reviewers"]
            covers = {
                "seats": under in states,
                "regional_seats": under in states and seat == "regional",
                "pairs": under in states and reviewer in others,
                "maximum_load": reviewer in states,
                "mutual_reviews": (under in states and reviewer in others)
                or (reviewer in states and under in others),
            }[place["limit"]]
            total += place["times"] if covers else 0
        return total

    def limit(self, place):
        """What a limit allows at most, under the rules that the conflict names."""
        states, others = place["states"], place["reviewers"]
        if place["limit"] == "seats":
            return self.seats * len(states)
        if place["limit"] == "regional_seats":
            return sum(self.has_regional_seat(code) for code in states)
        if place["limit"] == "pairs":
            return len({(i, j) for i in states for j in others if i != j})
        if place["limit"] == "maximum_load":
            if not set(states) <= self.limited:
                raise ValueError("a maximum is counted that is not among the demands")
            return self.maximum * len(states)
        pairs = {frozenset((i, j)) for i in states for j in others if i != j}
        if not pairs <= self.bans:
            raise ValueError("a mutual ban is counted that is not among the demands")
        return len(pairs)

    def check(self):
        """Raises ValueError with what is wrong."""
        needed = available = 0
        for need in self.certificate["needs"]:
            for code in need["states"]:
                if not any(demand["rule"] == need["rule"] and code in demand["states"]
                           and demand["count"] >= need["each"] for demand in self.demands):
                    raise ValueError(f"{need['rule']} of {code} is counted and not demanded")
            needed += need["each"] * len(need["states"]) * need["times"]
        for place in self.certificate["places"]:
            if self.limit(place) > place["most"]:
                raise ValueError(f"{place['limit']} allows more than {place['most']}")
            available += place["most"] * place["times"]
        if available >= needed:
            raise ValueError(f"{needed} are demanded and there is place for {available}")
        for under in self.states:
            for reviewer in self.states:
                if not self.may_review(under, reviewer):
                    continue
                for seat in ("regional", "open"):
                    if (self.may_hold(under, reviewer, seat)
                            and self.covered(under, reviewer, seat)
                            < self.served(under, reviewer, seat)):
                        raise ValueError(f"{reviewer} for {under} is not covered")
        return needed, available


def main(arguments):
    table = None
    if "--conflicts" in arguments:
        place = arguments.index("--conflicts")
        table = arguments[place + 1]
        del arguments[place:place + 2]
    if len(arguments) != 2:
        sys.exit(__doc__)
    states = read_membership(arguments[0])
    with open(arguments[1], encoding="utf-8") as file:
        answer = json.load(file)
    conflicts = read_conflicts(table)
    failed = False
    for number, conflict in enumerate(answer["conflicts"], 1):
        if conflict["certificate"]["kind"] != "count":
            print(f"conflict {number}: a program, for a solver")
            continue
        try:
            needed, available = Conflict(states, answer["rulebook"], conflicts, conflict).check()
            print(f"conflict {number}: confirmed, {needed} needed and {available} available")
        except ValueError as error:
            failed = True
            print(f"conflict {number}: WRONG: {error}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
